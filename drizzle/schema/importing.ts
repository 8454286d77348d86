/** Imports and the mappings saved for them, as drizzle sees them. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One import of a file: how it was read, what came of it, and its withdrawal. */
export const importBatch = sqliteTable('import_batch', {
  id: text().primaryKey(),
  fileName: text().notNull(),
  accepted: integer().notNull(),
  refused: integer().notNull(),
  importedById: text().notNull(),
  enteredAt: text().notNull(),
  sheet: text().notNull(),
  headerRow: integer().notNull(),
  repaired: integer().notNull(),
  /** The mapping as JSON. */
  mapping: text().notNull(),
  /** Cells that a person mended before the rows were taken: address, before, after. */
  corrections: text({ mode: 'json' })
    .$type<readonly { readonly cell: string; readonly before: string; readonly after: string }[]>()
    .notNull(),
  withdrawnAt: text(),
  withdrawnById: text(),
  withdrawalReason: text().notNull(),
});

/** A mapping of columns that the office uses again. */
export const importMapping = sqliteTable('import_mapping', {
  id: text().primaryKey(),
  name: text().notNull(),
  body: text().notNull(),
  savedById: text().notNull(),
  savedAt: text().notNull(),
  removedAt: text(),
});
