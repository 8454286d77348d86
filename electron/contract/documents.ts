/** Documents: register, amend, find; drafts and saved views. */

import { z } from 'zod';
import { NORMATIVE_FIGURES, VALIDITY_STATUSES } from '../domain/normative.ts';
import { DECISIONS, OCCASIONS } from '../domain/reassessment.ts';
import { brokenSchema, procedure } from './errors.ts';
import {
  attribute,
  blocker,
  day,
  deadlineState,
  documentSummary,
  duty,
  dutySubject,
  id,
  instant,
  periodUnit,
  text,
} from './records.ts';

export const annex = z.object({ name: text(300), sha256: z.string().nullable() });

/** What the register form holds. A number is given raw, as typed; the engine normalises it. */
export const documentInput = z.object({
  docNumberRaw: text(200),
  isUnnumbered: z.boolean(),
  title: text(2000),
  docType: text(40),
  draftingDivisionId: text(40),
  drafter: text(100),
  signer: text(100),
  signedOn: day.nullable(),
  writtenOn: day.nullable(),
  printedOn: day.nullable(),
  attribute: attribute.nullable(),
  basis: text(40).nullable(),
  basisLaw: text(300),
  reason: text(2000),
  isNormative: z.boolean(),
  isLeaderRelated: z.boolean(),
  isJoint: z.boolean(),
  leadAgency: text(200),
  legalityReviewNumber: text(200),
  legalityReviewOn: day.nullable(),
  interpretationPlan: text(500),
  channel: text(40),
  annexes: z.array(annex).max(200),
  remarkNote: text(500),
  note: text(2000),
});
export type DocumentInputRecord = z.infer<typeof documentInput>;

export const firstDelivery = z.object({ copies: z.int().min(0).max(999), deliveredBy: text(100), location: text(200) });

export const POSTING_STATES = [
  'open',
  'inTime',
  'soon',
  'today',
  'overdue',
  'notDue',
  'posted',
  'postedInTime',
  'postedLate',
  'withdrawn',
] as const;

export const documentFilter = z.object({
  query: text(300).optional(),
  attribute: attribute.optional(),
  divisionId: id.optional(),
  /** Also of divisions whose work came to that one (按现处室). */
  withPredecessors: z.boolean().optional(),
  signer: text(100).optional(),
  docType: text(40).optional(),
  signedFrom: day.optional(),
  signedTo: day.optional(),
  postingState: z.enum(POSTING_STATES).optional(),
  postedFrom: day.optional(),
  postedTo: day.optional(),
  /** Day by which it has to be posted. */
  dueFrom: day.optional(),
  dueTo: day.optional(),
  /** Day on which the attribute was changed. */
  changedFrom: day.optional(),
  changedTo: day.optional(),
  reviewStage: text(40).optional(),
  isShortOfCopies: z.boolean().optional(),
  isMissingInterpretation: z.boolean().optional(),
  isNormative: z.boolean().optional(),
  /** Of normative documents, as of today. */
  validity: z.enum(VALIDITY_STATUSES).optional(),
  /** The normative documents behind a figure of the annual report, such as `inForce.2019`. */
  normativeFigure: z
    .string()
    .regex(new RegExp(`^(${NORMATIVE_FIGURES.join('|')})\\.\\d{4}$`))
    .optional(),
  isLeaderRelated: z.boolean().optional(),
  isVoided: z.boolean().optional(),
});
export type DocumentFilter = z.infer<typeof documentFilter>;

export const documentSort = z.object({
  by: z.enum(['docNumber', 'title', 'signedOn', 'dueOn', 'postedOn', 'enteredAt', 'division']),
  direction: z.enum(['asc', 'desc']),
});
export type DocumentSort = z.infer<typeof documentSort>;

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

const specialDeadlineFields = {
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

const registered = z.object({ document: documentSummary, warnings: z.array(brokenSchema) });

export const documents = {
  register: procedure
    .input(documentInput.extend({ id, delivery: firstDelivery.nullable(), lateEntryReason: text(500) }))
    .output(registered),
  amend: procedure
    .input(documentInput.extend({ id, version: z.number(), reasonForChange: text(500) }))
    .output(registered),
  void: procedure.input(z.object({ id, version: z.number(), reason: text(500) })).output(documentSummary),
  changeAttribute: procedure
    .input(
      z.object({
        id,
        version: z.number(),
        to: attribute,
        basis: text(40).nullable(),
        basisLaw: text(300),
        reason: text(2000),
        changedOn: day,
      }),
    )
    .output(documentSummary),
  /** A special law prevails over the Regulation's period (条例第二十六条). */
  setSpecialDeadline: procedure
    .input(z.object({ id, documentId: id, ...specialDeadlineFields }))
    .output(documentSummary),
  withdrawSpecialDeadline: procedure.input(z.object({ id, reason: text(500) })).output(documentSummary),
  get: procedure.input(z.object({ id })).output(documentDetail),
  list: procedure
    .input(
      z.object({
        filter: documentFilter,
        sort: documentSort,
        offset: z.int().min(0),
        limit: z.int().min(1).max(500),
        /** Counts no further than this: `total` is then at least that many. */
        countUpTo: z.int().min(1).optional(),
      }),
    )
    .output(z.object({ rows: z.array(documentSummary), total: z.number() })),
  /** Documents that already carry this number: a warning, not an obstacle. */
  sameNumber: procedure
    .input(z.object({ docNumberRaw: text(200), exceptId: id.nullable() }))
    .output(z.array(z.object({ id, docNumber: z.string(), title: z.string(), isVoided: z.boolean() }))),
  /** Values used before, most frequent first. */
  suggestions: procedure
    .input(
      z.object({
        field: z.enum(['drafter', 'signer', 'deliveredBy', 'location', 'agencyCode']),
        divisionId: id.nullable(),
      }),
    )
    .output(z.array(z.string())),
  export: procedure
    .input(
      z.object({
        filter: documentFilter,
        sort: documentSort,
        /** `ics`: the open deadlines of the documents. */
        format: z.enum(['xlsx', 'csv', 'ics']),
        language: z.enum(['zh', 'en']),
        /** Columns of the screen, in its order; all that the registry knows where absent. */
        columns: z.array(text(40)).max(100).optional(),
      }),
    )
    .output(z.file()),
  loadDraft: procedure
    .input(z.object({ form: text(80) }))
    .output(z.object({ body: z.string(), savedAt: instant }).nullable()),
  saveDraft: procedure.input(z.object({ form: text(80), body: text(100_000) })).output(z.object({ savedAt: instant })),
  discardDraft: procedure.input(z.object({ form: text(80) })).output(z.object({})),
  listViews: procedure.output(
    z.array(z.object({ id, name: z.string(), filter: documentFilter, sort: documentSort, count: z.number() })),
  ),
  saveView: procedure
    .input(z.object({ id, name: text(80), filter: documentFilter, sort: documentSort }))
    .output(z.object({})),
  removeView: procedure.input(z.object({ id })).output(z.object({})),
};

export const copies = {
  deliver: procedure
    .input(
      z.object({
        id,
        documentId: id,
        copies: z.int().min(1).max(999),
        deliveredOn: day,
        deliveredBy: text(100),
        location: text(200),
        note: text(500),
      }),
    )
    .output(documentSummary),
  /** A correction entry beside the wrong delivery, never an overwrite. */
  correct: procedure
    .input(z.object({ id, filingId: id, copies: z.int().min(0).max(999), reason: text(500) }))
    .output(documentSummary),
  waive: procedure.input(z.object({ documentId: id, version: z.number(), reason: text(500) })).output(documentSummary),
  move: procedure
    .input(
      z.object({
        id,
        documentId: id,
        copyNo: z.int().min(1),
        kind: z.enum(['lend', 'return', 'transfer']),
        party: text(100),
        movedOn: day,
        dueBackOn: day.nullable(),
        note: text(500),
      }),
    )
    .output(documentSummary),
};

export const board = z.object({
  today: day,
  isWorkingDay: z.boolean(),
  dayName: z.string().nullable(),
  /** The next days off and make-up days, for the line under the title. */
  ahead: z.array(z.object({ day, kind: z.enum(['off', 'makeUp']), name: z.string() })),
  workingDaysToNextHoliday: z.number().nullable(),
  tiles: z.record(
    z.enum(['overdue', 'today', 'soon', 'copies', 'review', 'interpretation']),
    z.object({ count: z.number(), detail: z.number(), divisions: z.array(z.string()) }),
  ),
  groups: z.array(
    z.object({
      divisionId: id,
      divisionName: z.string(),
      rows: z.array(
        z.object({
          subject: dutySubject,
          /** Where the subject is one. */
          document: documentSummary.nullable(),
          /** The most urgent open duty of this subject, for the tile asked. */
          duty: duty.nullable(),
          state: deadlineState.nullable(),
          blockers: z.array(blocker),
        }),
      ),
    }),
  ),
});
export type Board = z.infer<typeof board>;
