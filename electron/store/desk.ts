/** Rows of the General Office's desk: archive entries, returned documents, contacts while chasing. */

import { and, asc, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import { archiveEntry, chaseContact, officialDocument, returnNotice } from '../../drizzle/schema.ts';
import type { ArchiveEntry } from '../domain/archive.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';
import type { Period } from './registers.ts';

export type ArchiveRow = typeof archiveEntry.$inferSelect;
export type ReturnRow = typeof returnNotice.$inferSelect;
export type ContactRow = typeof chaseContact.$inferSelect;

export function findArchiveEntry(db: ReadableDb, documentId: string): ArchiveRow | undefined {
  return db.select().from(archiveEntry).where(eq(archiveEntry.documentId, documentId)).get();
}

export function archiveEntriesOf(db: ReadableDb, documentIds: readonly string[]): ReadonlyMap<string, ArchiveRow> {
  if (documentIds.length === 0) return new Map();
  const rows = db
    .select()
    .from(archiveEntry)
    .where(sql`${archiveEntry.documentId} IN (SELECT value FROM json_each(${JSON.stringify(documentIds)}))`)
    .all();
  return new Map(rows.map((row) => [row.documentId, row]));
}

export function insertArchiveEntry(db: Db, row: ArchiveRow): void {
  insertRow(db, archiveEntry, row);
}

/** Whether the row still had that version. */
export function updateArchiveEntry(db: Db, documentId: string, version: number, values: Partial<ArchiveRow>): boolean {
  const { changes } = db
    .update(archiveEntry)
    .set({ ...values, version: version + 1 })
    .where(and(eq(archiveEntry.documentId, documentId), eq(archiveEntry.version, version)))
    .run();
  return changes === 1;
}

type Shelf = Pick<ArchiveEntry, 'fondsNumber' | 'archiveYear' | 'retention' | 'organisation'>;

function onShelf({ fondsNumber, archiveYear, retention, organisation }: Shelf) {
  return and(
    eq(archiveEntry.fondsNumber, fondsNumber),
    eq(archiveEntry.archiveYear, archiveYear),
    eq(archiveEntry.retention, retention),
    eq(archiveEntry.organisation, organisation),
  );
}

/** The document that already has this piece number, with its title. */
export function pieceHolder(db: ReadableDb, entry: Shelf & Pick<ArchiveEntry, 'pieceNumber'>) {
  return db
    .select({ documentId: archiveEntry.documentId, title: officialDocument.title })
    .from(archiveEntry)
    .innerJoin(officialDocument, eq(officialDocument.id, archiveEntry.documentId))
    .where(and(onShelf(entry), eq(archiveEntry.pieceNumber, entry.pieceNumber)))
    .get();
}

export function lastPiece(db: ReadableDb, shelf: Shelf): number {
  const row = db
    .select({ last: sql<number | null>`max(${archiveEntry.pieceNumber})` })
    .from(archiveEntry)
    .where(onShelf(shelf))
    .get();
  return row?.last ?? 0;
}

/** What was entered last: the next entry begins with its fonds, year and box. */
export function latestArchiveEntry(db: ReadableDb): ArchiveRow | undefined {
  return db.select().from(archiveEntry).orderBy(desc(archiveEntry.enteredAt), desc(archiveEntry.documentId)).get();
}

export function insertReturn(db: Db, row: ReturnRow): void {
  insertRow(db, returnNotice, row);
}

export function findReturn(db: ReadableDb, id: string): ReturnRow | undefined {
  return db.select().from(returnNotice).where(eq(returnNotice.id, id)).get();
}

/** The newest first. */
export function listReturns(
  db: ReadableDb,
  limit: number,
  divisionId: string | undefined,
  { from, to }: Period = { from: null, to: null },
): readonly ReturnRow[] {
  return db
    .select()
    .from(returnNotice)
    .where(
      and(
        divisionId === undefined ? undefined : eq(returnNotice.divisionId, divisionId),
        from === null ? undefined : gte(returnNotice.returnedOn, from),
        to === null ? undefined : lte(returnNotice.returnedOn, to),
      ),
    )
    .orderBy(desc(returnNotice.returnedOn), desc(returnNotice.number))
    .limit(limit)
    .all();
}

/** The next running number behind a prefix such as `TW-2019-`. */
export function nextReturnNumber(db: ReadableDb, prefix: string): string {
  const row = db
    .select({ count: sql<number>`count(*)` })
    .from(returnNotice)
    .where(sql`${returnNotice.number} >= ${prefix} AND ${returnNotice.number} < ${`${prefix}\u{10FFFF}`}`)
    .get();
  return `${prefix}${String((row?.count ?? 0) + 1).padStart(4, '0')}`;
}

export function insertContact(db: Db, row: ContactRow): void {
  insertRow(db, chaseContact, row);
}

export function findContact(db: ReadableDb, id: string): ContactRow | undefined {
  return db.select().from(chaseContact).where(eq(chaseContact.id, id)).get();
}

/** Contacts about these subjects in the order in which they were made. */
export function contactsOf(db: ReadableDb, subjectIds: readonly string[]): readonly ContactRow[] {
  if (subjectIds.length === 0) return [];
  return db
    .select()
    .from(chaseContact)
    .where(inArray(chaseContact.subjectId, [...subjectIds]))
    .orderBy(asc(chaseContact.contactedOn), asc(chaseContact.contactedTime), asc(chaseContact.enteredAt))
    .all();
}

const FOUND = { id: officialDocument.id, docNumber: officialDocument.docNumber, title: officialDocument.title };

function within(divisionId: string | undefined) {
  return divisionId === undefined ? undefined : eq(officialDocument.draftingDivisionId, divisionId);
}

/** Documents whose id ends so: one, unless chance made two. */
export function documentsByIdEnd(db: ReadableDb, idEnd: string, divisionId: string | undefined) {
  return db
    .select(FOUND)
    .from(officialDocument)
    .where(and(sql`substr(${officialDocument.id}, 25) = ${idEnd}`, within(divisionId)))
    .limit(MOST_IN_BOX)
    .all();
}

/** More pieces do not go into a box. */
const MOST_IN_BOX = 500;

/** What lies in a box, piece by piece. */
export function documentsInBox(
  db: ReadableDb,
  box: Pick<ArchiveEntry, 'fondsNumber' | 'archiveYear' | 'retention' | 'boxNumber'>,
  divisionId: string | undefined,
) {
  return db
    .select(FOUND)
    .from(archiveEntry)
    .innerJoin(officialDocument, eq(officialDocument.id, archiveEntry.documentId))
    .where(
      and(
        sql`upper(${archiveEntry.fondsNumber}) = ${box.fondsNumber}`,
        eq(archiveEntry.archiveYear, box.archiveYear),
        eq(archiveEntry.retention, box.retention),
        eq(archiveEntry.boxNumber, box.boxNumber ?? 0),
        within(divisionId),
      ),
    )
    .orderBy(asc(archiveEntry.pieceNumber))
    .limit(MOST_IN_BOX)
    .all();
}
