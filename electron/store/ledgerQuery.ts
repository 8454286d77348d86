/** Lists of documents: filters, structured order, full text; one row with its standing per document. */

import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { division, documentStanding, officialDocument } from '../../drizzle/schema.ts';
import { type KeptDuty, NOTHING_KEPT } from '../domain/keptDuty.ts';
import type { ValidityChange } from '../domain/normative.ts';
import { knowDivisions } from './divisions.ts';
import type { DocumentRow, StandingRow } from './documents.ts';
import { keptDutiesAmong } from './keptDuties.ts';
import { conditions, flagged, type LedgerConditions, oneOf, onId, type Tested, whole } from './ledgerConditions.ts';
import { type FilingFacts, filingFactsAmong, NOT_TO_FILE, validityChangesAmong } from './normative.ts';
import type { ReadableDb } from './open.ts';
import { pairReader } from './wideRows.ts';
import { countByWords, countByWordsAmong, countByWordsUpTo, idsByWords, wordsAlone } from './wordSearch.ts';
import { commonWords, idsByWalk } from './wordWalk.ts';

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

export type LedgerOrder = {
  readonly by: 'docNumber' | 'title' | 'signedOn' | 'dueOn' | 'postedOn' | 'enteredAt' | 'division';
  readonly direction: 'asc' | 'desc';
};

const ORDER_COLUMNS = {
  docNumber: officialDocument.sortKey,
  title: officialDocument.title,
  signedOn: officialDocument.signedOn,
  dueOn: documentStanding.postingDueOn,
  postedOn: documentStanding.postedOn,
  enteredAt: officialDocument.enteredAt,
  division: division.position,
} as const;

type Page = { readonly offset: number; readonly limit: number };

const FIRST_PAGE: Page = { offset: 0, limit: 100 };

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
  const column = ORDER_COLUMNS[order.by];
  const direction = order.direction === 'asc' ? asc : desc;
  const last = order.by === 'dueOn' || order.by === 'postedOn' ? documentStanding.documentId : officialDocument.id;
  const words = order.by === 'enteredAt' ? wordsAlone(asked) : null;
  if (words !== null) {
    return idsByWords(db, words, asked.isVoided, { ...page, direction: order.direction });
  }
  const common = commonWords(db, asked.query, page);
  // Most documents are for everyone to read; only in the order of signing does the index of attributes come in that order.
  const tested = { attribute: asked.attribute === 'PROACTIVE' && order.by !== 'signedOn', words: common !== undefined };
  // An index holds the numbers of a range of days; walking the order of numbers instead could pass all other years first.
  const isGathered = order.by === 'docNumber' && (asked.signedFrom ?? asked.signedTo) !== undefined;
  const ordered = (shown: LedgerConditions) =>
    sql`FROM ${tablesFor(shown, order.by, tested)} WHERE ${whole(shown, tested) ?? sql`1`}
      ORDER BY ${direction(isGathered ? sql`+${column}` : column)}, ${direction(last)}`;
  const walked = common && idsByWalk(db, common, ordered({ ...asked, query: undefined }), page);
  if (walked) return walked;
  const ids = db.all<{ id: string }>(
    sql`SELECT ${officialDocument.id} AS id ${ordered(asked)} LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  return ids.map(({ id }) => id);
}

/**
 * The tables looked at. Where nothing narrows the documents, the table of the order is walked first (CROSS JOIN keeps
 * it there), so that the walk ends with the page; otherwise SQLite weighs which condition narrows most.
 */
function tablesFor(asked: LedgerConditions, by: LedgerOrder['by'], tested: Tested): SQL {
  const { ofStanding } = conditions(asked);
  const narrowing = conditions({ ...asked, ...(tested.attribute ? { attribute: undefined } : {}) }).ofDocument;
  const byId = { ...asked, ...(tested.words ? { query: undefined } : {}) };
  const isNarrowed = narrowing.length > 0 || onId(byId, officialDocument.id) !== undefined;
  const join = isNarrowed ? sql`JOIN` : sql`CROSS JOIN`;
  const standing = sql`${documentStanding} ON ${documentStanding.documentId} = ${officialDocument.id}`;
  if (by === 'dueOn' || by === 'postedOn') {
    return sql`${documentStanding} ${join} ${officialDocument} ON ${officialDocument.id} = ${documentStanding.documentId}`;
  }
  const documents =
    by === 'division'
      ? sql`${division} ${join} ${officialDocument} ON ${officialDocument.draftingDivisionId} = ${division.id}`
      : sql`${officialDocument}`;
  return ofStanding.length > 0 ? sql`${documents} JOIN ${standing}` : documents;
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

/** Counted on one table wherever the conditions lie on one, so that an index alone answers. */
export function countLedger(db: ReadableDb, asked: LedgerConditions, upTo?: number): number {
  const words = wordsAlone(asked);
  if (words !== null && upTo !== undefined) return countByWordsUpTo(db, words, asked.isVoided, upTo);
  if (words !== null) return countByWords(db, words, asked.isVoided);
  const { ofDocument, ofStanding } = conditions(asked);
  const count = { count: sql<number>`count(*)` };
  const isUnnarrowed =
    ofDocument.length + ofStanding.length === 0 && asked.ids === undefined && asked.query === undefined;
  if (isUnnarrowed && asked.isVoided === false) return countKept(db);
  const common = asked.divisionId && ofStanding.length === 0 ? commonWords(db, asked.query, FIRST_PAGE) : undefined;
  if (common) return countByWordsAmong(db, common.expression, whole({ ...asked, query: undefined }));
  if (ofStanding.length === 0) return db.select(count).from(officialDocument).where(whole(asked)).get()?.count ?? 0;
  // Who answers for a posting is told by both tables.
  if (ofDocument.length === 0 && asked.answering === undefined) {
    const { documentId, state } = documentStanding;
    const voided = flagged(asked.isVoided, sql`${state} = 'voided'`, sql`${state} <> 'voided'`);
    const where = and(onId(asked, documentId), ...ofStanding, voided);
    return db.select(count).from(documentStanding).where(where).get()?.count ?? 0;
  }
  const both = db
    .select(count)
    .from(officialDocument)
    .innerJoin(documentStanding, eq(documentStanding.documentId, officialDocument.id));
  return both.where(whole(asked)).get()?.count ?? 0;
}

/** All rows are counted by page, and the few void ones one by one: walking all that are not void takes ten times as long. */
function countKept(db: ReadableDb): number {
  const of = (where: SQL) =>
    db.get<{ count: number }>(sql`SELECT count(*) AS count FROM ${officialDocument} ${where}`).count;
  return of(sql``) - of(sql`WHERE ${officialDocument.voidedAt} IS NOT NULL`);
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
