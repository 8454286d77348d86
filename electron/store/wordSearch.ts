/** What words alone find: the full-text index walks in the order of entry and stops after a page, and counts without rows. */

import { type SQL, sql } from 'drizzle-orm';
import type { LedgerConditions } from './ledgerConditions.ts';
import type { ReadableDb } from './open.ts';
import { matchExpression } from './searchText.ts';

const WORDS_AND_VOID: readonly string[] = ['query', 'isVoided'];

/** The expression for the index, where nothing but words and 作废 is asked for. */
export function wordsAlone(asked: LedgerConditions): string | null {
  const others = Object.entries(asked).filter(([name, value]) => value !== undefined && !WORDS_AND_VOID.includes(name));
  return others.length > 0 || asked.query === undefined ? null : matchExpression(asked.query);
}

function voided(isVoided: boolean | undefined) {
  if (isVoided === undefined) return sql``;
  return isVoided ? sql`AND d.voided_at IS NOT NULL` : sql`AND d.voided_at IS NULL`;
}

/** Ids in the order of entry. */
export function idsByWords(
  db: ReadableDb,
  words: string,
  isVoided: boolean | undefined,
  page: { readonly direction: 'asc' | 'desc'; readonly offset: number; readonly limit: number },
): readonly string[] {
  const order = page.direction === 'asc' ? sql`ASC` : sql`DESC`;
  return db
    .all<{ id: string }>(
      sql`SELECT d.id FROM document_search AS found
        CROSS JOIN document_search_row AS kept ON kept.search_rowid = found.rowid
        CROSS JOIN official_document AS d ON d.id = kept.document_id
        WHERE document_search MATCH ${words} ${voided(isVoided)}
        ORDER BY found.rowid ${order} LIMIT ${page.limit} OFFSET ${page.offset}`,
    )
    .map(({ id }) => id);
}

/** Counts hits one by one, which is quick as long as it may stop early. */
export function countByWordsUpTo(db: ReadableDb, words: string, isVoided: boolean | undefined, most: number): number {
  return db.get<{ count: number }>(
    sql`SELECT count(*) AS count FROM (
        SELECT 1 FROM document_search AS found
        CROSS JOIN document_search_row AS kept ON kept.search_rowid = found.rowid
        CROSS JOIN official_document AS d ON d.id = kept.document_id
        WHERE document_search MATCH ${words} ${voided(isVoided)} LIMIT ${most})`,
  ).count;
}

export function countByWords(db: ReadableDb, words: string, isVoided: boolean | undefined): number {
  const all = db.get<{ count: number }>(
    sql`SELECT count(*) AS count FROM document_search WHERE document_search MATCH ${words}`,
  ).count;
  if (isVoided === undefined) return all;
  // Few documents are void, so they are counted and taken off instead of looking at every hit.
  const ofVoid = db.get<{ count: number }>(
    sql`SELECT count(*) AS count FROM official_document AS d
      CROSS JOIN document_search_row AS kept ON kept.document_id = d.id
      WHERE d.voided_at IS NOT NULL
      AND kept.search_rowid IN (SELECT rowid FROM document_search WHERE document_search MATCH ${words})`,
  ).count;
  return isVoided ? ofVoid : all - ofVoid;
}

/** Hits among the few documents that meet `where`: what is compared are numbers of rows, in one quarter of the time that ids take. */
export function countByWordsAmong(db: ReadableDb, words: string, where: SQL | undefined): number {
  return db.get<{ count: number }>(
    sql`SELECT count(*) AS count FROM (
        SELECT kept.search_rowid FROM official_document
        CROSS JOIN document_search_row AS kept ON kept.document_id = official_document.id
        WHERE ${where ?? sql`1`}
        INTERSECT SELECT rowid FROM document_search WHERE document_search MATCH ${words})`,
  ).count;
}
