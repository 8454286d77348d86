/** Documents that a row of an old ledger may tell of a second time; what is void does not count. */

import type { Day } from '../domain/day.ts';
import type { ReadableDb } from './open.ts';
import { connectionOf } from './selectRows.ts';

const MOST_TITLES = 50;

/** Titles of the documents that carry this number, in the order of entry, which the index has already: sorting takes ten times as long. */
export function titlesOfNumber(db: ReadableDb, docNumber: string): readonly string[] {
  return connectionOf(db)
    .prepare('SELECT title FROM official_document WHERE doc_number = ? AND voided_at IS NULL ORDER BY rowid LIMIT 5')
    .pluck()
    .all(docNumber) as string[];
}

/** Titles and numbers of what a division had signed on a day. */
export function titlesSignedOn(
  db: ReadableDb,
  divisionId: string,
  signedOn: Day,
): readonly { readonly title: string; readonly docNumber: string | null }[] {
  return connectionOf(db)
    .prepare(
      `SELECT title, doc_number AS docNumber FROM official_document
       WHERE drafting_division_id = ? AND signed_on = ? AND voided_at IS NULL ORDER BY id LIMIT ${MOST_TITLES}`,
    )
    .all(divisionId, signedOn) as { title: string; docNumber: string | null }[];
}
