/** Tables of official documents: the document, its revisions, its attribute, its paper copies, and where it stands. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BasisCode, DisclosureAttribute } from '../../electron/domain/attribute.ts';
import type { Day } from '../../electron/domain/day.ts';
import type { PeriodUnit } from '../../electron/domain/deadline.ts';
import type { ReviewStage } from '../../electron/domain/review.ts';
import type { Annex } from '../../electron/domain/reviewContent.ts';
import type { Blocker, DocumentState, Holder, TriggerSource } from '../../electron/domain/standing.ts';

const day = () => text().$type<Day>();
const flag = () => integer({ mode: 'boolean' });

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

/** Projection of all facts of one document, recomputed in the write that changes them; never typed by anyone. */
export const documentStanding = sqliteTable('document_standing', {
  documentId: text().primaryKey(),
  /** Beside the standing itself: lists are ordered by it. */
  signedOn: day(),
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
