/** Tables of paper: what printed ledgers said, and their reprints. */

import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

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
