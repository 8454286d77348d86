/** Tables of confidentiality reviews, their signed steps, and proofreading. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BasisCode } from '../../electron/domain/attribute.ts';
import type { Day } from '../../electron/domain/day.ts';
import type { ReviewOutcome, ReviewStepName, SecrecyTicks } from '../../electron/domain/review.ts';

const day = () => text().$type<Day>();
const flag = () => integer({ mode: 'boolean' });

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
