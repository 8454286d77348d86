/** Rows of normative documents after issue: filings with the government and changes of validity. */

import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { normativeFiling, officialDocument, validityChange } from '../../drizzle/schema.ts';
import type { Day } from '../domain/day.ts';
import { issuedOnOf, type NormativeFacts, type ValidityChange } from '../domain/normative.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';

export type NormativeFilingRow = typeof normativeFiling.$inferSelect;
export type ValidityChangeRow = typeof validityChange.$inferSelect;

export function insertNormativeFiling(db: Db, row: NormativeFilingRow): void {
  insertRow(db, normativeFiling, row);
}

/** In the order of entry: the last one stands. */
export function normativeFilingsOf(db: ReadableDb, documentId: string): readonly NormativeFilingRow[] {
  return db
    .select()
    .from(normativeFiling)
    .where(eq(normativeFiling.documentId, documentId))
    .orderBy(asc(normativeFiling.enteredAt), asc(normativeFiling.id))
    .all();
}

export function insertValidityChange(db: Db, row: ValidityChangeRow): void {
  insertRow(db, validityChange, row);
}

export function validityChangesOf(db: ReadableDb, documentId: string): readonly ValidityChangeRow[] {
  return db
    .select()
    .from(validityChange)
    .where(eq(validityChange.documentId, documentId))
    .orderBy(asc(validityChange.effectiveOn), asc(validityChange.enteredAt), asc(validityChange.id))
    .all();
}

/** Changes by document, for a page of a list. */
export function validityChangesAmong(
  db: ReadableDb,
  documentIds: readonly string[],
): ReadonlyMap<string, readonly ValidityChange[]> {
  const changes = new Map<string, ValidityChange[]>();
  if (documentIds.length === 0) return changes;
  const rows = db
    .select()
    .from(validityChange)
    .where(sql`${validityChange.documentId} IN (SELECT value FROM json_each(${JSON.stringify(documentIds)}))`)
    .all();
  for (const { documentId, status, effectiveOn, enteredAt } of rows) {
    changes.set(documentId, [...(changes.get(documentId) ?? []), { status, effectiveOn, enteredAt }]);
  }
  return changes;
}

export type FilingFacts = {
  /** First publication; null before it, and where an old ledger was taken in, which knows nothing of filings. */
  readonly promulgatedOn: Day | null;
  readonly reportedOn: Day | null;
};
export const NOT_TO_FILE: FilingFacts = { promulgatedOn: null, reportedOn: null };

/** Of these normative documents, when each was published and filed with the government. */
export function filingFactsAmong(db: ReadableDb, documentIds: readonly string[]): ReadonlyMap<string, FilingFacts> {
  if (documentIds.length === 0) return new Map();
  const reportedOn = sql<Day | null>`(SELECT reported_on FROM normative_filing WHERE document_id = official_document.id
    ORDER BY entered_at DESC, id DESC LIMIT 1)`;
  const promulgatedOn = sql<Day | null>`(SELECT min(posted_on) FROM publication WHERE document_id = official_document.id)`;
  const rows = db
    .select({ id: officialDocument.id, promulgatedOn, reportedOn })
    .from(officialDocument)
    .where(
      sql`${officialDocument.id} IN (SELECT value FROM json_each(${JSON.stringify(documentIds)})) AND ${officialDocument.source} <> 'import'`,
    )
    .all();
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** Published, to be filed, and not filed. */
export const UNFILED = sql`${officialDocument.isNormative} = 1 AND ${officialDocument.voidedAt} IS NULL
  AND ${officialDocument.source} <> 'import'
  AND EXISTS (SELECT 1 FROM publication WHERE publication.document_id = official_document.id)
  AND NOT EXISTS (SELECT 1 FROM normative_filing WHERE normative_filing.document_id = official_document.id)`;

/** Documents whose place this one took. */
export function replacedBy(db: ReadableDb, documentId: string) {
  return db
    .selectDistinct({
      id: officialDocument.id,
      docNumber: officialDocument.docNumber,
      title: officialDocument.title,
    })
    .from(validityChange)
    .innerJoin(officialDocument, eq(officialDocument.id, validityChange.documentId))
    .where(eq(validityChange.successorId, documentId))
    .orderBy(asc(officialDocument.title))
    .all();
}

/** Every normative document with its changes, for the counts of a year (`normativeOf`). */
export function normativeFacts(db: ReadableDb): readonly (NormativeFacts & { readonly id: string })[] {
  const documents = db
    .select({
      id: officialDocument.id,
      printedOn: officialDocument.printedOn,
      writtenOn: officialDocument.writtenOn,
      signedOn: officialDocument.signedOn,
    })
    .from(officialDocument)
    .where(and(sql`${officialDocument.isNormative} = 1`, isNull(officialDocument.voidedAt)))
    .all();
  const changes = validityChangesAmong(
    db,
    documents.map(({ id }) => id),
  );
  return documents.flatMap((document) => {
    const issuedOn = issuedOnOf(document);
    return issuedOn ? [{ id: document.id, issuedOn, changes: changes.get(document.id) ?? [] }] : [];
  });
}

/**
 * The status of a document on a day as `validityOn` tells it, in SQL. Written out by its table, since drizzle leaves the
 * table out where it selects from one only, and the name would then mean a column of the inner table.
 */
export function validityColumn(day: Day) {
  return sql<string>`coalesce((SELECT status FROM validity_change WHERE validity_change.document_id = official_document.id AND effective_on <= ${day}
    ORDER BY effective_on DESC, entered_at DESC LIMIT 1), 'valid')`;
}
