/** What words alone find: the full-text index walks in the order of entry and stops after a page, and counts without rows. */

import { type SQL, sql } from 'drizzle-orm';
import { officialDocument } from '../../drizzle/schema.ts';
import type { LedgerConditions } from './ledgerConditions.ts';
import type { ReadableDb } from './open.ts';
import { matchExpression } from './searchText.ts';

/** What the rows of the index tell themselves. */
const OF_THE_ROWS: readonly string[] = ['query', 'isVoided', 'signedFrom', 'signedTo'];
export type OfTheRows = Pick<LedgerConditions, 'isVoided' | 'signedFrom' | 'signedTo'>;

/** The expression for the index, where its rows tell all that is asked for. */
export function wordsAlone(asked: LedgerConditions): string | null {
  const others = Object.entries(asked).filter(([name, value]) => value !== undefined && !OF_THE_ROWS.includes(name));
  return others.length > 0 || asked.query === undefined ? null : matchExpression(asked.query);
}

/** Rows of the index that hold the words and meet what is asked. */
function found(words: string, { isVoided, signedFrom, signedTo }: OfTheRows): SQL {
  const asked = [
    ...(isVoided === undefined ? [] : [sql`kept.is_voided = ${isVoided ? 1 : 0}`]),
    ...(signedFrom === undefined ? [] : [sql`kept.signed_on >= ${signedFrom}`]),
    ...(signedTo === undefined ? [] : [sql`kept.signed_on <= ${signedTo}`]),
  ];
  return sql`FROM document_search AS hit CROSS JOIN document_search_row AS kept ON kept.search_rowid = hit.rowid
    WHERE ${sql.join([sql`document_search MATCH ${words}`, ...asked], sql` AND `)}`;
}

/** Ids in the order of entry, or of signing. */
export function idsByWords(
  db: ReadableDb,
  words: string,
  asked: OfTheRows,
  page: {
    readonly by: 'enteredAt' | 'signedOn';
    readonly direction: 'asc' | 'desc';
    readonly offset: number;
    readonly limit: number;
  },
): readonly string[] {
  const direction = page.direction === 'asc' ? sql`ASC` : sql`DESC`;
  const order =
    page.by === 'enteredAt'
      ? sql`hit.rowid ${direction}`
      : sql`kept.signed_on ${direction}, kept.document_id ${direction}`;
  return db
    .all<{ id: string }>(
      sql`SELECT kept.document_id AS id ${found(words, asked)} ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}`,
    )
    .map(({ id }) => id);
}

/** Counts hits one by one, which is quick as long as it may stop early. */
export function countByWordsUpTo(db: ReadableDb, words: string, asked: OfTheRows, most: number): number {
  return db.get<{ count: number }>(sql`SELECT count(*) AS count FROM (SELECT 1 ${found(words, asked)} LIMIT ${most})`)
    .count;
}

export function countByWords(db: ReadableDb, words: string, asked: OfTheRows): number {
  const count = (of: SQL) => db.get<{ count: number }>(sql`SELECT count(*) AS count ${of}`).count;
  if (asked.signedFrom !== undefined || asked.signedTo !== undefined) return count(found(words, asked));
  const all = count(sql`FROM document_search WHERE document_search MATCH ${words}`);
  if (asked.isVoided === undefined) return all;
  // Few documents are void, so they are counted and taken off instead of looking at every hit.
  const ofVoid = count(
    sql`FROM official_document AS d CROSS JOIN document_search_row AS kept ON kept.document_id = d.id
      WHERE d.voided_at IS NOT NULL
      AND kept.search_rowid IN (SELECT rowid FROM document_search WHERE document_search MATCH ${words})`,
  );
  return asked.isVoided ? ofVoid : all - ofVoid;
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
