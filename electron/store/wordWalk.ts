/** Common words under an order: to walk the order and look at each text ends sooner than to sort all that the words find. */

import { type SQL, sql } from 'drizzle-orm';
import { officialDocument } from '../../drizzle/schema.ts';
import type { ReadableDb } from './open.ts';
import { foldText, isAmongInitials, matchExpression, searchTerms } from './searchText.ts';

const FIRST_STRETCH = 500;

/** Hits that are sorted in the time in which one row is walked: looked up each, or from the narrow rows of the index. */
export const LOOKED_UP = 1;
export const NARROW = 4;

type Page = { readonly offset: number; readonly limit: number };

export type CommonWords = {
  /** For the full-text index. */
  readonly expression: string;
  readonly terms: readonly string[];
  /** Longer walks lose against a sort: the hits lie together far down in this order. */
  readonly longestWalk: number;
};

/**
 * The terms, where walking pays: a walk looks at documents / hits rows for each row of the page, a sort at every hit, so
 * they are even where hits² = page × documents × hits sorted in the time of a row walked. What may stand among the
 * initials no text shows.
 */
export function commonWords(
  db: ReadableDb,
  query: string | undefined,
  page: Page,
  sortedPerWalked: number,
): CommonWords | undefined {
  const expression = query === undefined ? null : matchExpression(query);
  const terms = query === undefined ? [] : searchTerms(query);
  if (expression === null || terms.some(isAmongInitials)) return undefined;
  const { documents } = db.get<{ documents: number }>(
    sql`SELECT coalesce(max(search_rowid), 0) AS documents FROM document_search_row`,
  );
  const many = Math.ceil(Math.sqrt((page.offset + page.limit) * documents * sortedPerWalked));
  if (many === 0) return undefined;
  const isCommon = db.get(
    sql`SELECT 1 FROM document_search WHERE document_search MATCH ${expression} LIMIT 1 OFFSET ${many - 1}`,
  );
  return isCommon ? { expression, terms, longestWalk: (2 * many) / sortedPerWalked } : undefined;
}

type Walked = { readonly id: string } & Record<'docNumber' | 'title' | 'drafter' | 'signer', string>;

/**
 * Ids of a page of what holds all terms; undefined where the walk grew too long. `ordered`: FROM, WHERE and ORDER BY of
 * the walk, without the words.
 */
export function idsByWalk(
  db: ReadableDb,
  { terms, longestWalk }: CommonWords,
  ordered: SQL,
  page: Page,
): readonly string[] | undefined {
  const { id, docNumber, title, drafter, signer } = officialDocument;
  const found: string[] = [];
  let walked = 0;
  for (let stretch = FIRST_STRETCH; walked < longestWalk; stretch *= 2) {
    const rows = db.all<Walked>(
      sql`SELECT ${id} AS id, coalesce(${docNumber}, '') AS docNumber, ${title} AS title, ${drafter} AS drafter, ${signer} AS signer
        ${ordered} LIMIT ${stretch} OFFSET ${walked}`,
    );
    for (const row of rows) if (holdsAll(row, terms)) found.push(row.id);
    walked += rows.length;
    if (rows.length < stretch || found.length >= page.offset + page.limit) {
      return found.slice(page.offset, page.offset + page.limit);
    }
  }
  return undefined;
}

/** The same texts as the index holds, in the same form; no term has a line break in it. */
function holdsAll({ docNumber, title, drafter, signer }: Walked, terms: readonly string[]): boolean {
  const text = foldText([docNumber, title, drafter, signer].join('\n'));
  return terms.every((term) => text.includes(term));
}
