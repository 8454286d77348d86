/** What becomes of documents after issue: filing and validity of normative ones, re-assessment, and divisions by their earlier names. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BasisCode } from '../../electron/domain/attribute.ts';
import type { Day } from '../../electron/domain/day.ts';
import type { ValidityStatus } from '../../electron/domain/normative.ts';
import type { Decision, Occasion } from '../../electron/domain/reassessment.ts';

const day = () => text().$type<Day>();

/** 规范性文件报备; an entry that completes or corrects another names it. */
export const normativeFiling = sqliteTable('normative_filing', {
  id: text().primaryKey(),
  documentId: text().notNull(),
  reportedOn: day().notNull(),
  receivingBody: text().notNull(),
  number: text().notNull(),
  receiptOn: day(),
  acknowledgement: text().notNull(),
  lateReason: text().notNull(),
  correctsId: text(),
  correctionReason: text().notNull(),
  enteredById: text().notNull(),
  enteredAt: text().notNull(),
});

/** 有效性: every status from its day on; a document without one is valid since its issue. */
export const validityChange = sqliteTable('validity_change', {
  id: text().primaryKey(),
  documentId: text().notNull(),
  status: text().$type<ValidityStatus>().notNull(),
  effectiveOn: day().notNull(),
  basis: text().notNull(),
  reason: text().notNull(),
  successorId: text(),
  enteredById: text().notNull(),
  enteredAt: text().notNull(),
});

/** One document on one occasion: proposed by its division, or decided by the General Office. */
export const reassessment = sqliteTable('reassessment', {
  id: text().primaryKey(),
  /** Of one decision over a selection. */
  batchId: text().notNull(),
  kind: text().$type<'proposal' | 'decision'>().notNull(),
  occasion: text().$type<Occasion>().notNull(),
  year: integer().notNull(),
  documentId: text().notNull(),
  decision: text().$type<Decision>().notNull(),
  /** Attribute, or validity, before and after. */
  fromValue: text().notNull(),
  toValue: text().notNull(),
  basis: text().$type<BasisCode>(),
  basisLaw: text().notNull(),
  reason: text().notNull(),
  decidedOn: day().notNull(),
  decidedById: text().notNull(),
  enteredAt: text().notNull(),
});

/** A name that a division bore until another one came. */
export const divisionFormerName = sqliteTable('division_former_name', {
  id: text().primaryKey(),
  divisionId: text().notNull(),
  name: text().notNull(),
  shortName: text().notNull(),
  replacedOn: day().notNull(),
  enteredById: text().notNull(),
  enteredAt: text().notNull(),
});
