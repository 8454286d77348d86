/** Annual reports (政府信息公开工作年度报告) as drizzle sees them; `0006_annual_report.sql` makes them. */

import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../electron/domain/day.ts';

const day = () => text().$type<Day>();

export const annualReport = sqliteTable('annual_report', {
  id: text().primaryKey(),
  version: integer().notNull(),
  year: integer().notNull(),
  /** 1, and one more for each correction. */
  edition: integer().notNull(),
  /** Key of the format. */
  layout: text().notNull(),
  correctsId: text(),
  correctionReason: text().notNull(),
  /** By section. */
  texts: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
  openedById: text().notNull(),
  enteredAt: text().notNull(),
  /** Null while it is a draft. */
  signedOn: day(),
  signedAt: text(),
  signerId: text(),
  signerName: text(),
  contentHash: text(),
  publicKey: text(),
  signature: text(),
});

export const annualReportFigure = sqliteTable(
  'annual_report_figure',
  {
    reportId: text().notNull(),
    /** `table.block.row.column` */
    key: text().notNull(),
    value: integer(),
    origin: text().$type<'typed' | 'registry' | 'sum'>().notNull(),
    sourceNote: text().notNull(),
    overrideReason: text().notNull(),
    /** What the registry had when the figure was typed or the report signed. */
    registryValue: integer(),
    enteredById: text().notNull(),
    enteredAt: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.key] })],
);

export const annualReportPosting = sqliteTable('annual_report_posting', {
  reportId: text().primaryKey(),
  postedOn: day().notNull(),
  url: text().notNull(),
  postedById: text().notNull(),
  enteredAt: text().notNull(),
});
