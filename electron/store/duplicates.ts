/** Documents that rows of an old ledger may tell of a second time; what is void does not count. Many rows ask at once. */

import type { Day } from '../domain/day.ts';
import type { ReadableDb } from './open.ts';
import { connectionOf } from './selectRows.ts';

const MOST_TITLES = 50;

/** The title of the document that carried each of these numbers first. */
export function titlesOfNumbers(db: ReadableDb, docNumbers: readonly string[]): ReadonlyMap<string, string> {
  const rows = connectionOf(db)
    .prepare(
      `SELECT doc_number, title FROM official_document
       WHERE doc_number IN (SELECT value FROM json_each(?)) AND voided_at IS NULL ORDER BY rowid DESC`,
    )
    .raw()
    .all(JSON.stringify(docNumbers)) as [docNumber: string, title: string][];
  // In reverse order, so that the first of each number is the one that stays.
  return new Map(rows);
}

/** What a division had signed on a day. */
export type Signing = { readonly divisionId: string; readonly signedOn: Day };
export type SignedDocument = { readonly title: string; readonly docNumber: string | null };

export function keyOfSigning({ divisionId, signedOn }: Signing): string {
  return `${divisionId} ${signedOn}`;
}

/** By `keyOfSigning`, the first of each in the order of their ids. */
export function documentsSigned(
  db: ReadableDb,
  signings: readonly Signing[],
): ReadonlyMap<string, readonly SignedDocument[]> {
  const asked = new Set(signings.map(keyOfSigning));
  const rows = connectionOf(db)
    .prepare(
      `SELECT signing, title, docNumber FROM (
         SELECT value AS signing, title, doc_number AS docNumber,
           row_number() OVER (PARTITION BY value ORDER BY document.id) AS place
         FROM json_each(?) CROSS JOIN official_document AS document
         WHERE drafting_division_id = substr(value, 1, length(value) - 11) AND signed_on = substr(value, -10)
           AND voided_at IS NULL)
       WHERE place <= ${MOST_TITLES} ORDER BY signing, place`,
    )
    .all(JSON.stringify([...asked])) as (SignedDocument & { readonly signing: string })[];
  const found = new Map<string, SignedDocument[]>();
  for (const { signing, ...document } of rows) {
    const others = found.get(signing);
    if (others) others.push(document);
    else found.set(signing, [document]);
  }
  return found;
}
