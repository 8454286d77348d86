/** Matters (公开事项) of every kind, what was published of them, and what was taken down again. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../electron/domain/day.ts';
import type { MatterBody } from '../../electron/domain/matters/body.ts';

const day = () => text().$type<Day>();

export const disclosureMatter = sqliteTable('disclosure_matter', {
  id: text().primaryKey(),
  version: integer().notNull(),
  kind: text().notNull(),
  title: text().notNull(),
  divisionId: text().notNull(),
  /** Values by the names of the kind's fields. */
  body: text({ mode: 'json' }).$type<MatterBody>().notNull(),
  openedOn: day().notNull(),
  closedOn: day(),
  closeNote: text().notNull(),
  /** The same item of the period before. */
  previousId: text(),
  voidedAt: text(),
  voidReason: text().notNull(),
  /** Null where the registry opened the next period by itself. */
  openedById: text(),
  enteredAt: text().notNull(),
});

export const matterPublication = sqliteTable('matter_publication', {
  id: text().primaryKey(),
  matterId: text().notNull(),
  stage: text().notNull(),
  channel: text().notNull(),
  url: text().notNull(),
  postedOn: day().notNull(),
  summary: text().notNull(),
  lateReason: text().notNull(),
  overdueWorkingDays: integer().notNull(),
  /** 先审查、后公开: who reviewed it, when, with what result. */
  reviewer: text().notNull(),
  reviewedOn: day().notNull(),
  reviewResult: text().notNull(),
  evidenceId: text(),
  postedById: text().notNull(),
  enteredAt: text().notNull(),
});

export const matterWithdrawal = sqliteTable('matter_withdrawal', {
  publicationId: text().primaryKey(),
  withdrawnOn: day().notNull(),
  reason: text().notNull(),
  withdrawnById: text().notNull(),
  enteredAt: text().notNull(),
});
