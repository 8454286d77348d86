/** Tables of paper: what printed ledgers said, their reprints, own columns saved by name. */

import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgerColumnName } from '../../electron/domain/ledgerColumnSet.ts';

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

export const ledgerContent = sqliteTable('ledger_content', {
  snapshotId: text().primaryKey(),
  sheet: text().notNull(),
  pdf: blob({ mode: 'buffer' }).notNull(),
});

export const ledgerSlice = sqliteTable(
  'ledger_slice',
  {
    snapshotId: text().notNull(),
    position: integer().notNull(),
    content: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.snapshotId, table.position] })],
);

export const ledgerReprint = sqliteTable('ledger_reprint', {
  id: text().primaryKey(),
  snapshotId: text().notNull(),
  ordinal: integer().notNull(),
  mark: text().notNull(),
  pdfSha256: text().notNull(),
  printedById: text().notNull(),
  printedAt: text().notNull(),
});

/** 自选列: columns of the ledger that a person or the office uses again. */
export const ledgerColumnSet = sqliteTable('ledger_column_set', {
  id: text().primaryKey(),
  version: integer().notNull(),
  name: text().notNull(),
  columns: text({ mode: 'json' }).$type<readonly LedgerColumnName[]>().notNull(),
  isShared: integer({ mode: 'boolean' }).notNull(),
  ownerId: text().notNull(),
  savedAt: text().notNull(),
  withdrawnAt: text(),
});
