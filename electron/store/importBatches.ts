/** Rows of imports: which file was taken in, by whom, with how many rows. */

import { importBatch } from '../../drizzle/schema.ts';
import { insertRow } from './insertRow.ts';
import type { Db } from './open.ts';

export function insertImportBatch(db: Db, row: typeof importBatch.$inferInsert): void {
  insertRow(db, importBatch, row);
}
