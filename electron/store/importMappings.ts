/** Rows of saved mappings: which column of a foreign ledger is which field, by the name that the office gave it. */

import { asc, eq, isNull } from 'drizzle-orm';
import { importMapping } from '../../drizzle/schema.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';

export type ImportMappingRow = typeof importMapping.$inferSelect;

export function listImportMappings(db: ReadableDb): readonly ImportMappingRow[] {
  return db.select().from(importMapping).where(isNull(importMapping.removedAt)).orderBy(asc(importMapping.name)).all();
}

export function findImportMapping(db: ReadableDb, id: string): ImportMappingRow | undefined {
  return db.select().from(importMapping).where(eq(importMapping.id, id)).get();
}

export function insertImportMapping(db: Db, row: ImportMappingRow): void {
  insertRow(db, importMapping, row);
}

export function removeImportMapping(db: Db, id: string, at: string): void {
  db.update(importMapping).set({ removedAt: at }).where(eq(importMapping.id, id)).run();
}
