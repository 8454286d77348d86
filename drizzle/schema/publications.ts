/** Tables of what was posted, taken off again, and interpreted. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../electron/domain/day.ts';

const day = () => text().$type<Day>();

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
