/** Lists of documents: filters, structured order, full text; one row with its standing per document. */

import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { documentStanding, officialDocument } from '../../drizzle/schema.ts';
import { type KeptDuty, NOTHING_KEPT } from '../domain/keptDuty.ts';
import type { ValidityChange } from '../domain/normative.ts';
import { knowDivisions } from './divisions.ts';
import type { DocumentRow, StandingRow } from './documents.ts';
import { keptDutiesAmong } from './keptDuties.ts';
import { type LedgerConditions, narrowsToOpenPostings, oneOf, wholeOfStanding } from './ledgerConditions.ts';
import { countLedger, hitsWithinDivision } from './ledgerCount.ts';
import { inOrder, type LedgerOrder, type Page } from './ledgerOrder.ts';
import { type FilingFacts, filingFactsAmong, NOT_TO_FILE, validityChangesAmong } from './normative.ts';
import type { ReadableDb } from './open.ts';
import { pairReader } from './wideRows.ts';
import { idsByWords, idsOfHits, wordsAlone } from './wordSearch.ts';
import { commonWords, idsByWalk, LOOKED_UP, NARROW } from './wordWalk.ts';

export type LedgerLine = {
  readonly document: DocumentRow;
  readonly standing: StandingRow;
  /** As the division was called when the document was signed. */
  readonly divisionName: string;
  /** Who answers for it today. */
  readonly presentDivision: { readonly id: string; readonly name: string };
  readonly validityChanges: readonly ValidityChange[];
  /** What was done and is told as it stood then. */
  readonly kept: readonly KeptDuty[];
} & FilingFacts;

/** A page with the count of all; `upTo`: how far to count where nothing but words is asked for. */
export function ledgerPage(
  db: ReadableDb,
  asked: LedgerConditions,
  order: LedgerOrder,
  page: Page,
  upTo?: number,
): { readonly lines: readonly LedgerLine[]; readonly total: number } {
  const found = idsAndCount(db, asked, order, page, upTo) ?? {
    ids: ledgerIds(db, asked, order, page),
    total: countLedger(db, asked, upTo),
  };
  return { lines: linesInOrder(db, found.ids), total: found.total };
}

/** Where the look for the page passes all that is to be counted. */
function idsAndCount(
  db: ReadableDb,
  asked: LedgerConditions,
  order: LedgerOrder,
  page: Page,
  upTo: number | undefined,
): { readonly ids: readonly string[]; readonly total: number } | undefined {
  const end = page.offset + page.limit;
  const words = order.by === 'enteredAt' ? wordsAlone(asked) : null;
  if (words !== null && upTo !== undefined && end <= upTo) {
    const ids = idsByWords(db, words, asked, { by: 'enteredAt', direction: order.direction, offset: 0, limit: upTo });
    return { ids: ids.slice(page.offset, end), total: ids.length };
  }
  const hits = hitsWithinDivision(db, asked, order);
  return hits && { ids: idsOfHits(db, hits.slice(page.offset, end)), total: hits.length };
}

export function listLedger(
  db: ReadableDb,
  asked: LedgerConditions,
  order: LedgerOrder,
  page: Page,
): readonly LedgerLine[] {
  return linesInOrder(db, ledgerIds(db, asked, order, page));
}

/** Ids first, rows then: the sort touches narrow rows of as few tables as can be. */
export function ledgerIds(db: ReadableDb, asked: LedgerConditions, order: LedgerOrder, page: Page): readonly string[] {
  const { by, direction } = order;
  const words = by === 'enteredAt' || by === 'signedOn' ? wordsAlone(asked) : null;
  if (words !== null && by === 'enteredAt') return idsByWords(db, words, asked, { by, direction, ...page });
  if (order.by === 'signedOn' && narrowsToOpenPostings(asked)) return idsOfOpenPostings(db, asked, order, page);
  const common = commonWords(db, asked.query, page, words === null ? LOOKED_UP : NARROW);
  const walked = common && idsByWalk(db, common, inOrder({ ...asked, query: undefined }, order, true), page);
  if (walked) return walked;
  if (words !== null && by === 'signedOn') return idsByWords(db, words, asked, { by, direction, ...page });
  const ids = db.all<{ id: string }>(
    sql`SELECT ${officialDocument.id} AS id ${inOrder(asked, order, common !== undefined)}
      LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  return ids.map(({ id }) => id);
}

/** Few among many, all told by one index of the standings; by way of the documents each would be looked up for its day. */
function idsOfOpenPostings(db: ReadableDb, asked: LedgerConditions, order: LedgerOrder, page: Page): readonly string[] {
  const { documentId, signedOn } = documentStanding;
  const direction = order.direction === 'asc' ? asc : desc;
  const ids = db.all<{ id: string }>(
    sql`SELECT ${documentId} AS id FROM ${documentStanding} WHERE ${wholeOfStanding(asked)}
      ORDER BY ${direction(signedOn)}, ${direction(documentId)} LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  return ids.map(({ id }) => id);
}

/** The lines of these documents in this order; ids that do not exist are left out. */
export function linesInOrder(db: ReadableDb, ids: readonly string[]): readonly LedgerLine[] {
  const lines = new Map(linesOf(db, ids).map((line) => [line.document.id, line]));
  return ids.flatMap((id) => lines.get(id) ?? []);
}

const readLines = pairReader({ table: officialDocument }, { table: documentStanding });

export function linesOf(db: ReadableDb, ids: readonly string[]): readonly LedgerLine[] {
  if (ids.length === 0) return [];
  const lines = readLines(
    db,
    sql`FROM ${officialDocument} JOIN ${documentStanding} ON ${documentStanding.documentId} = ${officialDocument.id}
      WHERE ${oneOf(officialDocument.id, ids)}`,
  );
  const divisions = knowDivisions(db);
  const normative = lines.filter(([document]) => document.isNormative).map(([document]) => document.id);
  const changes = validityChangesAmong(db, normative);
  const filings = filingFactsAmong(db, normative);
  const kept = keptDutiesAmong(db, ids);
  return lines.map(([document, standing]) => ({
    ...{ document, standing },
    divisionName: divisions.nameOn(document.draftingDivisionId, document.signedOn ?? document.writtenOn),
    presentDivision: divisions.present(document.draftingDivisionId),
    validityChanges: changes.get(document.id) ?? [],
    kept: kept.get(document.id) ?? NOTHING_KEPT,
    ...(filings.get(document.id) ?? NOT_TO_FILE),
  }));
}

/** Values used before in a column, most frequent first. */
export function usedValues(
  db: ReadableDb,
  field: 'drafter' | 'signer' | 'agencyCode',
  divisionId: string | null,
): readonly string[] {
  const column = officialDocument[field];
  return db
    .select({ value: column, times: sql<number>`count(*)` })
    .from(officialDocument)
    .where(
      and(
        sql`${column} <> ''`,
        isNull(officialDocument.voidedAt),
        divisionId === null ? undefined : eq(officialDocument.draftingDivisionId, divisionId),
      ),
    )
    .groupBy(column)
    .orderBy(desc(sql`count(*)`), asc(column))
    .limit(50)
    .all()
    .map(({ value }) => value);
}
