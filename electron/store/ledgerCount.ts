/** How many documents meet what is asked of a list, without looking at each of them wherever that can be. */

import { eq, type SQL, sql } from 'drizzle-orm';
import { documentStanding, officialDocument } from '../../drizzle/schema.ts';
import { conditions, type LedgerConditions, whole, wholeOfStanding } from './ledgerConditions.ts';
import { inOrder, type LedgerOrder } from './ledgerOrder.ts';
import type { ReadableDb } from './open.ts';
import { matchExpression } from './searchText.ts';
import { countByWords, countByWordsUpTo, hitsAmong, wordsAlone } from './wordSearch.ts';

/** Counted on one table wherever the conditions lie on one, so that an index alone answers. */
export function countLedger(db: ReadableDb, asked: LedgerConditions, upTo?: number): number {
  const words = wordsAlone(asked);
  if (words !== null && upTo !== undefined) return countByWordsUpTo(db, words, asked, upTo);
  if (words !== null) return countByWords(db, words, asked);
  const { ofDocument, ofStanding } = conditions(asked);
  const count = { count: sql<number>`count(*)` };
  const isUnnarrowed =
    ofDocument.length + ofStanding.length === 0 && asked.ids === undefined && asked.query === undefined;
  if (isUnnarrowed && asked.isVoided === false) return countKept(db);
  const hits = hitsWithinDivision(db, asked);
  if (hits !== undefined) return hits.length;
  if (ofStanding.length === 0) return db.select(count).from(officialDocument).where(whole(asked)).get()?.count ?? 0;
  if (isAlonePosted(asked)) return countKept(db) - countLedger(db, { isVoided: false, isPosted: false });
  // Who answers for a posting is told by both tables.
  if (ofDocument.length === 0 && asked.answering === undefined) {
    return db.select(count).from(documentStanding).where(wholeOfStanding(asked)).get()?.count ?? 0;
  }
  const both = db
    .select(count)
    .from(officialDocument)
    .innerJoin(documentStanding, eq(documentStanding.documentId, officialDocument.id));
  return both.where(whole(asked)).get()?.count ?? 0;
}

/** Most documents are posted, so those that are not are counted and taken off. */
function isAlonePosted({ isPosted, isVoided, ...others }: LedgerConditions): boolean {
  return isPosted === true && isVoided === false && Object.values(others).every((value) => value === undefined);
}

/** All rows are counted by page, and the few void ones one by one: walking all that are not void takes ten times as long. */
function countKept(db: ReadableDb): number {
  const of = (where: SQL) =>
    db.get<{ count: number }>(sql`SELECT count(*) AS count FROM ${officialDocument} ${where}`).count;
  return of(sql``) - of(sql`WHERE ${officialDocument.voidedAt} IS NOT NULL`);
}

/** Its index tells the documents of a division. */
const FIRST_ORDER: LedgerOrder = { by: 'signedOn', direction: 'asc' };

/** Numbers of rows in the index, where words that many documents hold are asked for within a division. */
export function hitsWithinDivision(
  db: ReadableDb,
  asked: LedgerConditions,
  order: LedgerOrder = FIRST_ORDER,
): readonly number[] | undefined {
  const words = asked.query === undefined ? null : matchExpression(asked.query);
  if (asked.divisionId === undefined || words === null) return undefined;
  return hitsAmong(db, words, inOrder({ ...asked, query: undefined }, order));
}
