/** Rows of imports: which file was taken in, by whom, how it was read, and whether it was withdrawn. */

import { and, desc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { documentStanding, importBatch, officialDocument, person } from '../../drizzle/schema.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';

export type ImportBatchRow = typeof importBatch.$inferSelect;

const MOST_LISTED = 500;

export function insertImportBatch(db: Db, row: ImportBatchRow): void {
  insertRow(db, importBatch, row);
}

export function findImportBatch(db: ReadableDb, id: string): ImportBatchRow | undefined {
  return db.select().from(importBatch).where(eq(importBatch.id, id)).get();
}

/** The newest batches, each with who took it in and how many of its documents were touched since. */
export function listImportBatches(db: ReadableDb) {
  return db
    .select({ batch: importBatch, importedBy: person.name })
    .from(importBatch)
    .innerJoin(person, eq(person.id, importBatch.importedById))
    .orderBy(desc(importBatch.enteredAt), desc(importBatch.id))
    .limit(MOST_LISTED)
    .all()
    .map(({ batch, importedBy }) => ({ ...batch, importedBy, touched: touchedOf(db, batch.id).length }));
}

export function withdrawImportBatch(
  db: Db,
  id: string,
  values: Pick<ImportBatchRow, 'withdrawnAt' | 'withdrawnById' | 'withdrawalReason'>,
): void {
  db.update(importBatch).set(values).where(eq(importBatch.id, id)).run();
}

export function documentsOfImport(db: ReadableDb, batchId: string) {
  return db
    .select({ id: officialDocument.id, version: officialDocument.version, postedOn: documentStanding.postedOn })
    .from(officialDocument)
    .innerJoin(documentStanding, eq(documentStanding.documentId, officialDocument.id))
    .where(eq(officialDocument.importBatchId, batchId))
    .orderBy(officialDocument.id)
    .all();
}

/** The act that ends an import's entries in the trail: what comes behind it about its documents is a later hand. */
export const IMPORT_ACT = 'registry.import';

/** Documents of a batch that a person has had in hand since; what the program does by itself does not count. */
export function touchedOf(db: ReadableDb, id: string) {
  return db
    .select({ id: officialDocument.id, docNumber: officialDocument.docNumber, title: officialDocument.title })
    .from(officialDocument)
    .where(
      and(
        eq(officialDocument.importBatchId, id),
        or(
          ne(officialDocument.version, 1),
          sql`EXISTS (SELECT 1 FROM audit_entry WHERE entity_id = ${officialDocument.id} AND actor_id IS NOT NULL
            AND seq > (SELECT max(seq) FROM audit_entry WHERE entity_id = ${id} AND act = ${IMPORT_ACT}))`,
        ),
        isNull(officialDocument.voidedAt),
      ),
    )
    .orderBy(officialDocument.id)
    .all();
}
