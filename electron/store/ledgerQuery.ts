/** Lists of documents: filters, structured order, full text; one row with its standing per document. */

import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { division, documentStanding, officialDocument } from '../../drizzle/schema.ts';
import type { DisclosureAttribute } from '../domain/attribute.ts';
import type { Day } from '../domain/day.ts';
import type { DocumentRow, StandingRow } from './documents.ts';
import type { ReadableDb } from './open.ts';
import { matchExpression } from './searchText.ts';

export type LedgerLine = {
  readonly document: DocumentRow;
  readonly standing: StandingRow;
  readonly divisionName: string;
};

/** Limits on the trigger of the posting clock: the due day grows with its trigger, so a state is a range of triggers. */
export type ClockRange = { readonly after?: Day | undefined; readonly upTo?: Day | undefined };

export type LedgerConditions = {
  readonly query?: string | undefined;
  readonly attribute?: DisclosureAttribute | undefined;
  readonly divisionId?: string | undefined;
  readonly signer?: string | undefined;
  readonly docType?: string | undefined;
  readonly signedFrom?: Day | undefined;
  readonly signedTo?: Day | undefined;
  readonly isToPost?: boolean | undefined;
  readonly isPosted?: boolean | undefined;
  readonly clock?: ClockRange | undefined;
  /** Of the posted ones: those whose due day, computed by the caller, was before the posting. */
  readonly ids?: readonly string[] | undefined;
  readonly reviewStages?: readonly string[] | undefined;
  readonly isShortOfCopies?: boolean | undefined;
  readonly isMissingInterpretation?: boolean | undefined;
  readonly isNormative?: boolean | undefined;
  readonly isLeaderRelated?: boolean | undefined;
  readonly isVoided?: boolean | undefined;
};

export type LedgerOrder = {
  readonly by: 'docNumber' | 'title' | 'signedOn' | 'dueOn' | 'postedOn' | 'enteredAt' | 'division';
  readonly direction: 'asc' | 'desc';
};

const ORDER_COLUMNS = {
  docNumber: officialDocument.sortKey,
  title: officialDocument.title,
  signedOn: officialDocument.signedOn,
  // The due day grows with the trigger of its clock, so their orders are the same.
  dueOn: documentStanding.clockOn,
  postedOn: documentStanding.postedOn,
  enteredAt: officialDocument.enteredAt,
  division: division.position,
} as const;

function conditions(asked: LedgerConditions): SQL | undefined {
  const expression = asked.query === undefined ? null : matchExpression(asked.query);
  return and(
    expression === null
      ? undefined
      : sql`${officialDocument.id} IN (SELECT document_id FROM document_search_row WHERE search_rowid IN (SELECT rowid FROM document_search WHERE document_search MATCH ${expression}))`,
    asked.ids === undefined ? undefined : inArray(officialDocument.id, [...asked.ids]),
    asked.attribute && eq(officialDocument.attribute, asked.attribute),
    asked.divisionId ? eq(officialDocument.draftingDivisionId, asked.divisionId) : undefined,
    asked.signer ? eq(officialDocument.signer, asked.signer) : undefined,
    asked.docType ? eq(officialDocument.docType, asked.docType) : undefined,
    asked.signedFrom && gte(officialDocument.signedOn, asked.signedFrom),
    asked.signedTo && lte(officialDocument.signedOn, asked.signedTo),
    flagged(asked.isToPost, isNotNull(documentStanding.clockOn), isNull(documentStanding.clockOn)),
    flagged(asked.isPosted, isNotNull(documentStanding.postedOn), isNull(documentStanding.postedOn)),
    asked.clock?.after && gt(documentStanding.clockOn, asked.clock.after),
    asked.clock?.upTo && lte(documentStanding.clockOn, asked.clock.upTo),
    asked.reviewStages &&
      inArray(documentStanding.reviewStage, [...(asked.reviewStages as StandingRow['reviewStage'][])]),
    flagged(asked.isShortOfCopies, gt(documentStanding.copiesMissing, 0), eq(documentStanding.copiesMissing, 0)),
    asked.isMissingInterpretation === undefined
      ? undefined
      : eq(documentStanding.needsInterpretation, asked.isMissingInterpretation),
    asked.isNormative === undefined ? undefined : eq(officialDocument.isNormative, asked.isNormative),
    asked.isLeaderRelated === undefined ? undefined : eq(officialDocument.isLeaderRelated, asked.isLeaderRelated),
    flagged(asked.isVoided, isNotNull(officialDocument.voidedAt), isNull(officialDocument.voidedAt)),
  );
}

function flagged(asked: boolean | undefined, yes: SQL, no: SQL): SQL | undefined {
  if (asked === undefined) return undefined;
  return asked ? yes : no;
}

export function listLedger(
  db: ReadableDb,
  asked: LedgerConditions,
  order: LedgerOrder,
  page: { readonly offset: number; readonly limit: number },
): readonly LedgerLine[] {
  const column = ORDER_COLUMNS[order.by];
  const direction = order.direction === 'asc' ? asc : desc;
  // Ids first, rows then: the sort touches narrow rows only.
  const ids = db
    .select({ id: officialDocument.id })
    .from(officialDocument)
    .innerJoin(documentStanding, eq(documentStanding.documentId, officialDocument.id))
    .innerJoin(division, eq(division.id, officialDocument.draftingDivisionId))
    .where(conditions(asked))
    .orderBy(direction(column), direction(officialDocument.id))
    .limit(page.limit)
    .offset(page.offset)
    .all()
    .map(({ id }) => id);
  const lines = new Map(linesOf(db, ids).map((line) => [line.document.id, line]));
  return ids.flatMap((id) => lines.get(id) ?? []);
}

export function linesOf(db: ReadableDb, ids: readonly string[]): readonly LedgerLine[] {
  if (ids.length === 0) return [];
  return db
    .select({ document: officialDocument, standing: documentStanding, divisionName: division.name })
    .from(officialDocument)
    .innerJoin(documentStanding, eq(documentStanding.documentId, officialDocument.id))
    .innerJoin(division, eq(division.id, officialDocument.draftingDivisionId))
    .where(inArray(officialDocument.id, [...ids]))
    .all();
}

export function countLedger(db: ReadableDb, asked: LedgerConditions): number {
  const counted = db
    .select({ count: sql<number>`count(*)` })
    .from(officialDocument)
    .innerJoin(documentStanding, eq(documentStanding.documentId, officialDocument.id))
    .where(conditions(asked))
    .get();
  return counted?.count ?? 0;
}

/** Ids and days of what was posted, for the judgement that only the calendar can make: in time or late. */
export function postedDays(
  db: ReadableDb,
  asked: LedgerConditions,
): readonly { id: string; clockOn: Day; postedOn: Day }[] {
  return db
    .select({ id: officialDocument.id, clockOn: documentStanding.clockOn, postedOn: documentStanding.postedOn })
    .from(officialDocument)
    .innerJoin(documentStanding, eq(documentStanding.documentId, officialDocument.id))
    .where(and(conditions(asked), isNotNull(documentStanding.clockOn), isNotNull(documentStanding.postedOn)))
    .all() as { id: string; clockOn: Day; postedOn: Day }[];
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
      and(sql`${column} <> ''`, divisionId === null ? undefined : eq(officialDocument.draftingDivisionId, divisionId)),
    )
    .groupBy(column)
    .orderBy(desc(sql`count(*)`), asc(column))
    .limit(50)
    .all()
    .map(({ value }) => value);
}
