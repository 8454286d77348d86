/** Tables of paper: what printed ledgers said, reprints, own columns, the office's typefaces. */

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

export const ledgerColumnSet = sqliteTable('ledger_column_set', {
  id: text().primaryKey(),
  name: text().notNull(),
  columns: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  format: text({ enum: ['a4', 'a3'] }).notNull(),
  savedById: text().notNull(),
  savedAt: text().notNull(),
  removedAt: text(),
});

export const officeFont = sqliteTable('office_font', {
  id: text().primaryKey(),
  attachmentId: text().notNull(),
  member: integer().notNull(),
  postscriptName: text().notNull(),
  familyName: text().notNull(),
  characters: integer().notNull(),
  licence: text().notNull(),
  addedById: text().notNull(),
  addedAt: text().notNull(),
  withdrawnAt: text(),
  withdrawalReason: text().notNull(),
});

export const fontChoice = sqliteTable(
  'font_choice',
  {
    paper: text({ enum: ['all', 'ledger', 'form'] }).notNull(),
    role: text({ enum: ['title', 'body', 'head', 'kai'] }).notNull(),
    fontId: text(),
    chosenById: text().notNull(),
    chosenAt: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.paper, table.role] })],
);
