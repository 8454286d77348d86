/** Documents to be re-assessed on an occasion, and what was proposed and decided about them. */

import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { division, officialDocument, person, reassessment } from '../../drizzle/schema.ts';
import type { Day } from '../domain/day.ts';
import { type Occasion, STOCK_BEFORE } from '../domain/reassessment.ts';
import { ofDivision } from './divisions.ts';
import { insertRow } from './insertRow.ts';
import { validityColumn } from './normative.ts';
import type { Db, ReadableDb } from './open.ts';

export type ReassessmentRow = typeof reassessment.$inferSelect;

export type ReassessmentScope = {
  readonly occasion: Occasion;
  readonly year: number;
  readonly divisionId: string | undefined;
  /** Of the clean-up: reviewed or issued on or before this day, a review is due within the year. */
  readonly cleanupBefore: Day;
  /** Only of what stood in the registry by that day. */
  readonly enteredBy?: Day;
  /** Day on which the validity is judged. */
  readonly today: Day;
};

const formedOn = sql<Day>`coalesce(${officialDocument.signedOn}, ${officialDocument.writtenOn}, '9999-12-31')`;
const issuedOn = sql<Day>`coalesce(${officialDocument.printedOn}, ${officialDocument.writtenOn}, ${officialDocument.signedOn}, '9999-12-31')`;
const lastCleanup = sql<Day | null>`(SELECT max(past.decided_on) FROM reassessment past
  WHERE past.document_id = official_document.id AND past.kind = 'decision' AND past.occasion = 'cleanup')`;

export function insertReassessment(db: Db, row: ReassessmentRow): void {
  insertRow(db, reassessment, row);
}

export function batchSize(db: ReadableDb, batchId: string): number {
  const counted = db
    .select({ count: sql<number>`count(*)` })
    .from(reassessment)
    .where(eq(reassessment.batchId, batchId));
  return counted.get()?.count ?? 0;
}

/** A decision on the old stock also stands for the yearly one of its year. */
function decided({ occasion, year }: Pick<ReassessmentScope, 'occasion' | 'year'>): SQL {
  const on = {
    yearly: sql`r.occasion IN ('yearly', 'stock') AND r.year = ${year}`,
    stock: sql`r.occasion = 'stock'`,
    cleanup: sql`r.occasion = 'cleanup' AND r.year = ${year}`,
  }[occasion];
  return sql`EXISTS (SELECT 1 FROM reassessment r WHERE r.document_id = official_document.id AND r.kind = 'decision' AND ${on})`;
}

function isOpen(scope: ReassessmentScope): SQL {
  const { occasion, year, cleanupBefore, today } = scope;
  if (occasion === 'cleanup') {
    return sql`${officialDocument.isNormative} = 1 AND ${issuedOn} <= ${cleanupBefore}
      AND coalesce(${lastCleanup}, '') <= ${cleanupBefore} AND ${validityColumn(today)} IN ('valid', 'amended')`;
  }
  const closed = sql`${officialDocument.attribute} <> 'PROACTIVE'`;
  const formed = occasion === 'stock' ? sql`${formedOn} < ${STOCK_BEFORE}` : sql`${formedOn} <= ${`${year}-12-31`}`;
  return sql`${closed} AND ${formed} AND NOT ${decided(scope)}`;
}

/** The few that are not open to everyone, or normative: left to itself SQLite walks all documents as readily. */
function openAmong({ occasion }: ReassessmentScope): SQL {
  const index = occasion === 'cleanup' ? 'official_document_normative' : 'official_document_closed';
  return sql`${officialDocument} INDEXED BY ${sql.identifier(index)}`;
}

function within(scope: ReassessmentScope, condition: SQL): SQL | undefined {
  const division = scope.divisionId && ofDivision(officialDocument.draftingDivisionId, scope.divisionId);
  const entered = scope.enteredBy && sql`substr(${officialDocument.enteredAt}, 1, 10) <= ${scope.enteredBy}`;
  return and(isNull(officialDocument.voidedAt), division || undefined, entered || undefined, condition);
}

export function countReassessments(db: ReadableDb, scope: ReassessmentScope): { open: number; done: number } {
  const count = (documents: SQL, condition: SQL) =>
    db.select({ count: sql<number>`count(*)` }).from(documents).where(within(scope, condition)).get()?.count ?? 0;
  return { open: count(openAmong(scope), isOpen(scope)), done: count(sql`${officialDocument}`, decided(scope)) };
}

export type ReassessmentLine = Pick<
  typeof officialDocument.$inferSelect,
  'id' | 'version' | 'docNumber' | 'title' | 'signedOn' | 'writtenOn' | 'printedOn' | 'attribute' | 'basis' | 'reason'
> & {
  readonly divisionId: string;
  readonly divisionName: string;
  readonly validity: string;
  readonly lastReviewedOn: Day | null;
};

/** One page, the oldest document first. */
export function listReassessments(
  db: ReadableDb,
  scope: ReassessmentScope & { readonly isDecided: boolean; readonly offset: number; readonly limit: number },
): readonly ReassessmentLine[] {
  const order = [asc(formedOn), asc(officialDocument.id)];
  const ids = db
    .select({ id: sql<string>`${officialDocument.id}` })
    .from(scope.isDecided ? sql`${officialDocument}` : openAmong(scope))
    .where(within(scope, scope.isDecided ? decided(scope) : isOpen(scope)))
    .orderBy(...order)
    .limit(scope.limit)
    .offset(scope.offset)
    .all()
    .map(({ id }) => id);
  const lastReviewedOn = sql<Day | null>`(SELECT max(past.decided_on) FROM reassessment past
    WHERE past.document_id = official_document.id AND past.kind = 'decision'
    AND (past.occasion = 'cleanup') = ${scope.occasion === 'cleanup' ? 1 : 0})`;
  const { id, version, docNumber, title, signedOn, writtenOn, printedOn, attribute, basis, reason } = officialDocument;
  return db
    .select({
      ...{ id, version, docNumber, title, signedOn, writtenOn, printedOn, attribute, basis, reason, lastReviewedOn },
      divisionId: officialDocument.draftingDivisionId,
      divisionName: division.name,
      validity: validityColumn(scope.today),
    })
    .from(officialDocument)
    .innerJoin(division, eq(division.id, officialDocument.draftingDivisionId))
    .where(sql`${officialDocument.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .orderBy(...order)
    .all();
}

export type Judgement = ReassessmentRow & { readonly byName: string };

/** Proposals and decisions of these documents on any occasion, in the order of entry. */
export function judgementsOf(
  db: ReadableDb,
  documentIds: readonly string[],
): ReadonlyMap<string, readonly Judgement[]> {
  const judgements = new Map<string, Judgement[]>();
  if (documentIds.length === 0) return judgements;
  const rows = db
    .select({ row: reassessment, byName: person.name })
    .from(reassessment)
    .innerJoin(person, eq(person.id, reassessment.decidedById))
    .where(sql`${reassessment.documentId} IN (SELECT value FROM json_each(${JSON.stringify(documentIds)}))`)
    .orderBy(asc(reassessment.enteredAt), asc(reassessment.id))
    .all();
  for (const { row, byName } of rows) {
    judgements.set(row.documentId, [...(judgements.get(row.documentId) ?? []), { ...row, byName }]);
  }
  return judgements;
}

/** Open documents on an occasion, counted by division, for the duties. */
export function openReassessmentsByDivision(
  db: ReadableDb,
  scope: ReassessmentScope,
): readonly { readonly divisionId: string; readonly count: number }[] {
  return db
    .select({ divisionId: sql<string>`${officialDocument.draftingDivisionId}`, count: sql<number>`count(*)` })
    .from(openAmong(scope))
    .where(within(scope, isOpen(scope)))
    .groupBy(sql`+${officialDocument.draftingDivisionId}`)
    .all();
}

/** The last day on which anything of a division was decided on an occasion. */
export function lastDecisions(
  db: ReadableDb,
  scope: ReassessmentScope,
): readonly { readonly divisionId: string; readonly decidedOn: Day }[] {
  const { occasion, year } = scope;
  return db
    .select({
      divisionId: officialDocument.draftingDivisionId,
      decidedOn: sql<Day>`max(${reassessment.decidedOn})`,
    })
    .from(reassessment)
    .innerJoin(officialDocument, eq(officialDocument.id, reassessment.documentId))
    .where(
      within(
        scope,
        sql`${reassessment.kind} = 'decision' AND ${reassessment.occasion} = ${occasion}
          AND (${occasion} = 'stock' OR ${reassessment.year} = ${year})`,
      ),
    )
    .groupBy(officialDocument.draftingDivisionId)
    .all();
}

/** Day on which a normative document was reviewed last. */
export function lastCleanupOf(db: ReadableDb, documentId: string): Day | null {
  const { occasion, kind, decidedOn } = reassessment;
  const last = db
    .select({ on: sql<Day | null>`max(${decidedOn})` })
    .from(reassessment)
    .where(and(eq(reassessment.documentId, documentId), eq(kind, 'decision'), eq(occasion, 'cleanup')))
    .get();
  return last?.on ?? null;
}
