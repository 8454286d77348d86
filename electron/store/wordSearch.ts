/** What words alone find: the full-text index walks in the order of entry and stops after a page, and counts without rows. */

import { type SQL, sql } from 'drizzle-orm';
import { officialDocument } from '../../drizzle/schema.ts';
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

/** So few are looked for among the documents sooner than these are looked through. */
const FEW_HITS = 100;

/**
 * Rows of the index that hold the words, in the order of `ordered`: FROM, WHERE and ORDER BY of few documents. Both sides
 * are numbers of rows, which are compared in one quarter of the time that ids take. Undefined where few hold the words.
 */
export function hitsAmong(db: ReadableDb, words: string, ordered: SQL): readonly number[] | undefined {
  const rows = (query: SQL) => db.values<[number]>(query).map(([row]) => row);
  const hits = new Set(rows(sql`SELECT rowid FROM document_search WHERE document_search MATCH ${words}`));
  if (hits.size < FEW_HITS) return undefined;
  const own = sql`SELECT search_rowid FROM document_search_row WHERE document_id = ${officialDocument.id}`;
  return rows(sql`SELECT (${own}) ${ordered}`).filter((row) => hits.has(row));
}

/** The documents of a page of hits, in its order. */
export function idsOfHits(db: ReadableDb, hits: readonly number[]): readonly string[] {
  const ids = sql`SELECT (SELECT document_id FROM document_search_row WHERE search_rowid = value) FROM json_each(${JSON.stringify(hits)})`;
  return db.values<[string]>(sql`${ids} ORDER BY key`).map(([id]) => id);
}
