/** One document with its whole life, as its page shows it. */

import { z } from 'zod';
import { VALIDITY_STATUSES } from '../domain/normative.ts';
import { DECISIONS, OCCASIONS } from '../domain/reassessment.ts';
import { documentInput } from './documentInput.ts';
import { attribute, day, documentSummary, duty, id, instant, periodUnit, text } from './records.ts';

export const historyEntry = z.object({
  seq: z.number(),
  at: instant,
  actorName: z.string(),
  act: z.string(),
  reason: z.string(),
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});

export const filing = z.object({
  id,
  copies: z.number(),
  deliveredOn: day,
  deliveredBy: z.string(),
  receivedBy: z.string(),
  location: z.string(),
  note: z.string(),
  correctsId: id.nullable(),
});

export const movement = z.object({
  id,
  copyNo: z.number(),
  kind: z.enum(['lend', 'return', 'transfer']),
  party: z.string(),
  movedOn: day,
  dueBackOn: day.nullable(),
  note: z.string(),
});

export const reviewStepRecord = z.object({
  id,
  step: z.string(),
  outcome: z.string(),
  opinion: z.string(),
  ticks: z.record(z.string(), z.boolean()).nullable(),
  basis: z.string().nullable(),
  signerId: id,
  signerName: z.string(),
  onBehalfOf: z.string(),
  overrideReason: z.string(),
  isLeaderInfoProofread: z.boolean(),
  signedOn: day,
  signedAt: instant,
  contentHash: z.string(),
  /** Whether the stored signature still verifies over what was signed. */
  isGenuine: z.boolean(),
});

export const reviewRecord = z.object({
  id,
  formNumber: z.string(),
  startedOn: day,
  stepsRequired: z.array(z.string()),
  steps: z.array(reviewStepRecord),
  stage: z.string(),
  waitingFor: z.string().nullable(),
  isLapsed: z.boolean(),
  approvedOn: day.nullable(),
  returnReason: z.string(),
});

export const publicationRecord = z.object({
  id,
  channel: z.string(),
  url: z.string(),
  postedOn: day,
  postedBy: z.string(),
  overdueWorkingDays: z.number(),
  lateReason: z.string(),
  exceptionReason: z.string(),
  evidenceId: id.nullable(),
  evidenceName: z.string().nullable(),
  withdrawnOn: day.nullable(),
  withdrawalReason: z.string(),
});

export const interpretationRecord = z.object({
  id,
  title: z.string(),
  form: z.string(),
  url: z.string(),
  postedOn: day,
  enteredBy: z.string(),
});

export const normativeFilingRecord = z.object({
  id,
  reportedOn: day,
  receivingBody: z.string(),
  number: z.string(),
  receiptOn: day.nullable(),
  acknowledgement: z.string(),
  lateReason: z.string(),
  correctsId: id.nullable(),
  correctionReason: z.string(),
  enteredBy: z.string(),
});

const documentName = z.object({ id, docNumber: z.string().nullable(), title: z.string() });

export const validityRecord = z.object({
  id,
  status: z.enum(VALIDITY_STATUSES),
  effectiveOn: day,
  basis: z.string(),
  reason: z.string(),
  successor: documentName.nullable(),
  enteredBy: z.string(),
});

export const judgementRecord = z.object({
  id,
  kind: z.enum(['proposal', 'decision']),
  occasion: z.enum(OCCASIONS),
  year: z.number(),
  decision: z.enum(DECISIONS),
  reason: z.string(),
  decidedOn: day,
  byName: z.string(),
});

export const specialDeadlineFields = {
  /** Law and article. */
  law: text(300),
  /** A period of its own, or a day of its own. */
  days: z.int().nullable(),
  unit: periodUnit.nullable(),
  dueOn: day.nullable(),
  reason: text(500),
};

const specialDeadlineRecord = z.object({
  id,
  ...specialDeadlineFields,
  enteredOn: day,
  enteredBy: z.string(),
  withdrawal: z.object({ reason: z.string(), on: day, by: z.string() }).nullable(),
});
export type SpecialDeadlineRecord = z.infer<typeof specialDeadlineRecord>;

export const documentDetail = z.object({
  summary: documentSummary,
  input: documentInput,
  revision: z.number(),
  contentHash: z.string(),
  registeredByName: z.string(),
  source: z.string(),
  voidReason: z.string(),
  copiesWaivedReason: z.string(),
  duties: z.array(duty),
  /** Deadlines by special laws, also those that were withdrawn. */
  specialDeadlines: z.array(specialDeadlineRecord),
  filings: z.array(filing),
  movements: z.array(movement),
  copyStates: z.array(z.object({ copyNo: z.number(), state: z.string(), party: z.string() })),
  attributeChanges: z.array(
    z.object({
      id,
      from: attribute.nullable(),
      to: attribute,
      basis: z.string().nullable(),
      reason: z.string(),
      changedOn: day,
      changedBy: z.string(),
    }),
  ),
  reviews: z.array(reviewRecord),
  proofreadings: z.array(
    z.object({ id, round: z.number(), revision: z.number(), byName: z.string(), proofreadOn: day, note: z.string() }),
  ),
  publications: z.array(publicationRecord),
  interpretations: z.array(interpretationRecord),
  normativeFilings: z.array(normativeFilingRecord),
  validityChanges: z.array(validityRecord),
  /** Documents whose place this one took. */
  replaces: z.array(documentName),
  reassessments: z.array(judgementRecord),
  /** Fields changed since the last signature, for a readable difference. */
  changedSinceReview: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  sameNumber: z.array(z.object({ id, docNumber: z.string(), title: z.string() })),
  history: z.array(historyEntry),
});
export type DocumentDetail = z.infer<typeof documentDetail>;
