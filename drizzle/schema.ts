/**
 * Tables of the registry as drizzle sees them. The STRICT definitions with checks and triggers stand in the
 * numbered SQL files beside this one; a test compares the two column by column.
 */

import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BasisCode, DisclosureAttribute } from '../electron/domain/attribute.ts';
import type { Day } from '../electron/domain/day.ts';
import type { PeriodUnit } from '../electron/domain/deadline.ts';
import type { ReviewOutcome, ReviewStage, ReviewStepName, SecrecyTicks } from '../electron/domain/review.ts';
import type { Annex } from '../electron/domain/reviewContent.ts';
import type { Role } from '../electron/domain/roles.ts';
import type { Blocker, DocumentState, Holder, TriggerSource } from '../electron/domain/standing.ts';

export * from './schema/normative.ts';

const day = () => text().$type<Day>();
const flag = () => integer({ mode: 'boolean' });

/** One row: what this registry is. */
export const installation = sqliteTable('installation', {
  id: text().primaryKey(),
  bureauName: text().notNull(),
  createdAt: text().notNull(),
  isSample: flag().notNull(),
  sampleToday: day(),
  /** Hash that the first trail entry links to. */
  genesisHash: text().notNull(),
});

export const setting = sqliteTable('setting', {
  key: text().primaryKey(),
  value: text().notNull(),
});

export const division = sqliteTable('division', {
  id: text().primaryKey(),
  name: text().notNull(),
  shortName: text().notNull(),
  isGeneralOffice: flag().notNull(),
  position: integer().notNull(),
  closedOn: day(),
  version: integer().notNull(),
  /** The division that goes on with its work from that day. */
  successorId: text(),
});

export const person = sqliteTable('person', {
  id: text().primaryKey(),
  login: text().notNull(),
  name: text().notNull(),
  divisionId: text().notNull(),
  passwordHash: text().notNull(),
  mustChangePassword: flag().notNull(),
  publicKey: text().notNull(),
  sealedPrivateKey: text().notNull(),
  isActive: flag().notNull(),
  failedTries: integer().notNull(),
  barredUntil: text(),
  version: integer().notNull(),
});

/** Every signing key a person ever had: an old signature is verified with the key of its time. */
export const signingKey = sqliteTable('signing_key', {
  publicKey: text().primaryKey(),
  personId: text().notNull(),
  activeFrom: text().notNull(),
});

export const roleGrant = sqliteTable('role_grant', {
  id: text().primaryKey(),
  personId: text().notNull(),
  role: text().$type<Role>().notNull(),
  grantedAt: text().notNull(),
  revokedAt: text(),
});

export const session = sqliteTable('session', {
  tokenHash: text().primaryKey(),
  personId: text().notNull(),
  startedAt: text().notNull(),
  isLocked: flag().notNull(),
  endedAt: text(),
});

export const officialDocument = sqliteTable('official_document', {
  id: text().primaryKey(),
  version: integer().notNull(),
  /** Counts changes of what a signature covers. */
  revision: integer().notNull(),
  contentHash: text().notNull(),
  docNumberRaw: text().notNull(),
  docNumber: text(),
  numberKind: text().notNull(),
  agencyCode: text().notNull(),
  docYear: integer(),
  docSeq: integer(),
  sortKey: text().notNull(),
  title: text().notNull(),
  docType: text().notNull(),
  draftingDivisionId: text().notNull(),
  drafter: text().notNull(),
  signer: text().notNull(),
  signedOn: day(),
  writtenOn: day(),
  printedOn: day(),
  attribute: text().$type<DisclosureAttribute>().notNull(),
  basis: text().$type<BasisCode>(),
  basisLaw: text().notNull(),
  reason: text().notNull(),
  isNormative: flag().notNull(),
  isLeaderRelated: flag().notNull(),
  isJoint: flag().notNull(),
  leadAgency: text().notNull(),
  legalityReviewNumber: text().notNull(),
  legalityReviewOn: day(),
  interpretationPlan: text().notNull(),
  channel: text().notNull(),
  annexes: text({ mode: 'json' }).$type<readonly Annex[]>().notNull(),
  remarkNote: text().notNull(),
  note: text().notNull(),
  copiesWaivedOn: day(),
  copiesWaivedReason: text().notNull(),
  voidedAt: text(),
  voidReason: text().notNull(),
  source: text().notNull(),
  importBatchId: text(),
  registeredById: text().notNull(),
  enteredAt: text().notNull(),
});

/** What a signature covers, once per revision. */
export const documentRevision = sqliteTable('document_revision', {
  id: text().primaryKey(),
  documentId: text().notNull(),
  revision: integer().notNull(),
  contentHash: text().notNull(),
  boundFields: text().notNull(),
  madeAt: text().notNull(),
  madeById: text().notNull(),
});

export const attributeChange = sqliteTable('attribute_change', {
  id: text().primaryKey(),
  documentId: text().notNull(),
  fromAttribute: text().$type<DisclosureAttribute>(),
  toAttribute: text().$type<DisclosureAttribute>().notNull(),
  basis: text(),
  basisLaw: text().notNull(),
  reason: text().notNull(),
  changedOn: day().notNull(),
  changedById: text().notNull(),
  enteredAt: text().notNull(),
});

export const paperFiling = sqliteTable('paper_filing', {
  id: text().primaryKey(),
  documentId: text().notNull(),
  copies: integer().notNull(),
  deliveredOn: day().notNull(),
  deliveredBy: text().notNull(),
  receivedById: text().notNull(),
  location: text().notNull(),
  note: text().notNull(),
  correctsId: text(),
  enteredAt: text().notNull(),
});

export const copyMovement = sqliteTable('copy_movement', {
  id: text().primaryKey(),
  documentId: text().notNull(),
  copyNo: integer().notNull(),
  kind: text().$type<'lend' | 'return' | 'transfer'>().notNull(),
  party: text().notNull(),
  movedOn: day().notNull(),
  dueBackOn: day(),
  note: text().notNull(),
  enteredById: text().notNull(),
  enteredAt: text().notNull(),
});

export const confidentialityReview = sqliteTable('confidentiality_review', {
  id: text().primaryKey(),
  documentId: text().notNull(),
  formNumber: text().notNull(),
  startedOn: day().notNull(),
  stepsRequired: text({ mode: 'json' }).$type<readonly ReviewStepName[]>().notNull(),
  startedById: text().notNull(),
  enteredAt: text().notNull(),
});

export const reviewStep = sqliteTable('review_step', {
  id: text().primaryKey(),
  reviewId: text().notNull(),
  documentId: text().notNull(),
  step: text().$type<ReviewStepName>().notNull(),
  outcome: text().$type<ReviewOutcome>().notNull(),
  opinion: text().notNull(),
  ticks: text({ mode: 'json' }).$type<SecrecyTicks>(),
  basis: text().$type<BasisCode>(),
  signerId: text().notNull(),
  signerName: text().notNull(),
  signerDivisionId: text().notNull(),
  onBehalfOf: text().notNull(),
  overrideReason: text().notNull(),
  isLeaderInfoProofread: flag().notNull(),
  signedOn: day().notNull(),
  signedAt: text().notNull(),
  contentHash: text().notNull(),
  publicKey: text().notNull(),
  signature: text().notNull(),
});

export const proofreadingRound = sqliteTable('proofreading_round', {
  id: text().primaryKey(),
  documentId: text().notNull(),
  revision: integer().notNull(),
  contentHash: text().notNull(),
  round: integer().notNull(),
  proofreadById: text().notNull(),
  proofreadByName: text().notNull(),
  proofreadOn: day().notNull(),
  note: text().notNull(),
  enteredAt: text().notNull(),
});

export const publication = sqliteTable('publication', {
  id: text().primaryKey(),
  documentId: text().notNull(),
  revision: integer().notNull(),
  channel: text().notNull(),
  url: text().notNull(),
  postedOn: day().notNull(),
  /** Due day as it was owed when it was posted; no later rule, calendar or setting moves it. */
  dueOn: day(),
  overdueWorkingDays: integer().notNull(),
  lateReason: text().notNull(),
  exceptionReason: text().notNull(),
  evidenceId: text(),
  postedById: text().notNull(),
  enteredAt: text().notNull(),
});

export const publicationWithdrawal = sqliteTable('publication_withdrawal', {
  publicationId: text().primaryKey(),
  withdrawnOn: day().notNull(),
  reason: text().notNull(),
  withdrawnById: text().notNull(),
  enteredAt: text().notNull(),
});

export const policyInterpretation = sqliteTable('policy_interpretation', {
  id: text().primaryKey(),
  documentId: text().notNull(),
  title: text().notNull(),
  form: text().notNull(),
  url: text().notNull(),
  postedOn: day().notNull(),
  enteredById: text().notNull(),
  enteredAt: text().notNull(),
});

/** A file that proves something; its bytes stand once per content in `attachment_content`. */
export const attachment = sqliteTable('attachment', {
  id: text().primaryKey(),
  sha256: text().notNull(),
  name: text().notNull(),
  mediaType: text().notNull(),
  bytes: integer().notNull(),
  enteredAt: text().notNull(),
});

export const attachmentContent = sqliteTable('attachment_content', {
  sha256: text().primaryKey(),
  content: blob({ mode: 'buffer' }).notNull(),
});

/** Projection of all facts of one document, recomputed in the write that changes them; never typed by anyone. */
export const documentStanding = sqliteTable('document_standing', {
  documentId: text().primaryKey(),
  clockOn: day(),
  clockSource: text().$type<TriggerSource>(),
  copiesRequired: integer().notNull(),
  copiesReceived: integer().notNull(),
  copiesMissing: integer().notNull(),
  copiesCompleteOn: day(),
  reviewStage: text().$type<ReviewStage>().notNull(),
  reviewApprovedOn: day(),
  reviewWaitingSince: day(),
  isReviewLapsed: flag().notNull(),
  postedOn: day(),
  /** Beside the standing itself: by when it has to be posted, or had to be when it was; null where nothing is owed. */
  postingDueOn: day(),
  /** Beside the standing itself: what a special law sets instead. */
  specialLaw: text(),
  specialDays: integer(),
  specialUnit: text().$type<PeriodUnit>(),
  specialDueOn: day(),
  withdrawnOn: day(),
  interpretedOn: day(),
  needsInterpretation: flag().notNull(),
  heldBy: text().$type<Holder>().notNull(),
  blockers: text({ mode: 'json' }).$type<readonly Blocker[]>().notNull(),
  state: text().$type<DocumentState>().notNull(),
  /** Beside the standing itself: where it stands on the web, for lists. */
  postedUrl: text(),
  postedChannel: text(),
});

/** The days on which the morning digest was shown. */
export const reminderDigest = sqliteTable('reminder_digest', {
  shownOn: day().primaryKey(),
  shownAt: text().notNull(),
});

export const holidayNotice = sqliteTable('holiday_notice', {
  id: text().primaryKey(),
  year: integer().notNull(),
  number: text().notNull(),
  issuedOn: day().notNull(),
  url: text().notNull(),
  isBuiltIn: flag().notNull(),
  enteredAt: text().notNull(),
});

export const calendarDay = sqliteTable(
  'calendar_day',
  {
    noticeId: text().notNull(),
    day: day().notNull(),
    kind: text().$type<'off' | 'work'>().notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.noticeId, table.day] })],
);

export const draft = sqliteTable(
  'draft',
  {
    personId: text().notNull(),
    form: text().notNull(),
    body: text().notNull(),
    savedAt: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.form] })],
);

export const savedView = sqliteTable('saved_view', {
  id: text().primaryKey(),
  personId: text().notNull(),
  name: text().notNull(),
  body: text().notNull(),
});

export const ledgerSnapshot = sqliteTable('ledger_snapshot', {
  id: text().primaryKey(),
  number: text().notNull(),
  preset: text().notNull(),
  filter: text().notNull(),
  rows: integer().notNull(),
  rowsHash: text().notNull(),
  pdfSha256: text().notNull(),
  calendarVersion: text().notNull(),
  headSeq: integer().notNull(),
  headHash: text().notNull(),
  printedById: text().notNull(),
  printedAt: text().notNull(),
});

export const auditEntry = sqliteTable('audit_entry', {
  seq: integer().primaryKey(),
  at: text().notNull(),
  actorId: text(),
  actorName: text().notNull(),
  roles: text().notNull(),
  workstation: text().notNull(),
  act: text().notNull(),
  entity: text().notNull(),
  entityId: text().notNull(),
  label: text().notNull(),
  reason: text().notNull(),
  result: text().notNull(),
  changes: text().notNull(),
  previousHash: text().notNull(),
  hash: text().notNull(),
});

export * from './schema/annualReport.ts';
export * from './schema/desk.ts';
export * from './schema/importing.ts';
export * from './schema/matters.ts';
export * from './schema/paper.ts';
export * from './schema/requests.ts';
export * from './schema/rules.ts';
export * from './schema/typefaces.ts';
