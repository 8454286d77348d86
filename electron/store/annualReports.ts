/** Rows of annual reports (年度报告): editions, typed and frozen figures, publication; and what the registry counts for them. */

import { and, asc, desc, eq, isNotNull, isNull, type SQLWrapper, sql } from 'drizzle-orm';
import {
  annualReport,
  annualReportFigure,
  annualReportPosting,
  attributeChange,
  documentStanding,
  officialDocument,
} from '../../drizzle/schema.ts';
import type { Day } from '../domain/day.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';

export type ReportRow = typeof annualReport.$inferSelect;
export type ReportFigureRow = typeof annualReportFigure.$inferSelect;
export type ReportPostingRow = typeof annualReportPosting.$inferSelect;

export function findReport(db: ReadableDb, id: string): ReportRow | undefined {
  return db.select().from(annualReport).where(eq(annualReport.id, id)).get();
}

/** Every edition, the latest year and edition first. */
export function listReports(db: ReadableDb): readonly ReportRow[] {
  return db.select().from(annualReport).orderBy(desc(annualReport.year), desc(annualReport.edition)).all();
}

/** Editions of one year, the latest first. */
export function reportsOf(db: ReadableDb, year: number): readonly ReportRow[] {
  return db.select().from(annualReport).where(eq(annualReport.year, year)).orderBy(desc(annualReport.edition)).all();
}

/** The edition of a year that was signed last. */
export function signedReport(db: ReadableDb, year: number): ReportRow | undefined {
  return db
    .select()
    .from(annualReport)
    .where(and(eq(annualReport.year, year), isNotNull(annualReport.signedAt)))
    .orderBy(desc(annualReport.edition))
    .get();
}

export function insertReport(db: Db, row: ReportRow): void {
  insertRow(db, annualReport, row);
}

export function updateReport(db: Db, id: string, values: Partial<ReportRow>): void {
  db.update(annualReport).set(values).where(eq(annualReport.id, id)).run();
}

export function figuresOf(db: ReadableDb, reportId: string): readonly ReportFigureRow[] {
  return db
    .select()
    .from(annualReportFigure)
    .where(eq(annualReportFigure.reportId, reportId))
    .orderBy(asc(annualReportFigure.key))
    .all();
}

export function storeFigure(db: Db, row: ReportFigureRow): void {
  const { reportId: _, key: __, ...values } = row;
  db.insert(annualReportFigure)
    .values(row)
    .onConflictDoUpdate({ target: [annualReportFigure.reportId, annualReportFigure.key], set: values })
    .run();
}

export function findPosting(db: ReadableDb, reportId: string): ReportPostingRow | undefined {
  return db.select().from(annualReportPosting).where(eq(annualReportPosting.reportId, reportId)).get();
}

export function insertPosting(db: Db, row: ReportPostingRow): void {
  insertRow(db, annualReportPosting, row);
}

/** Day on which some edition of each year's report was first published. */
export function firstPostings(db: ReadableDb): ReadonlyMap<number, Day> {
  const rows = db
    .select({ year: annualReport.year, postedOn: sql<Day>`min(${annualReportPosting.postedOn})` })
    .from(annualReportPosting)
    .innerJoin(annualReport, eq(annualReport.id, annualReportPosting.reportId))
    .groupBy(annualReport.year)
    .all();
  return new Map(rows.map(({ year, postedOn }) => [year, postedOn]));
}

/** Documents signed in a period by attribute; posted, interpreted and changed in it. */
export function countYear(db: ReadableDb, { from, to }: { readonly from: string; readonly to: string }) {
  const within = (column: SQLWrapper) => sql`${column} BETWEEN ${from} AND ${to}`;
  const has = (attribute: string) => sql<number>`coalesce(sum(${officialDocument.attribute} = ${attribute}), 0)`;
  const signed = db
    .select({
      documents: sql<number>`count(*)`,
      proactive: has('PROACTIVE'),
      onRequest: has('ON_REQUEST'),
      notDisclosed: has('NOT_DISCLOSED'),
    })
    .from(officialDocument)
    .where(and(isNull(officialDocument.voidedAt), within(officialDocument.signedOn)))
    .get();
  const counted = (column: SQLWrapper) =>
    db.select({ count: sql<number>`count(*)` }).from(documentStanding).where(within(column)).get()?.count ?? 0;
  const changed = db
    .select({ count: sql<number>`count(DISTINCT ${attributeChange.documentId})` })
    .from(attributeChange)
    .where(and(isNotNull(attributeChange.fromAttribute), within(attributeChange.changedOn)))
    .get();
  return {
    ...(signed ?? { documents: 0, proactive: 0, onRequest: 0, notDisclosed: 0 }),
    posted: counted(documentStanding.postedOn),
    interpreted: counted(documentStanding.interpretedOn),
    changes: changed?.count ?? 0,
  };
}

/** Normative documents posted in a period, and on the web at its end. */
export function countNormative(
  db: ReadableDb,
  { from, to }: { readonly from: Day; readonly to: Day },
): { readonly opened: number; readonly openInAll: number } {
  // Literals: a partial index serves only a condition that repeats its own words.
  const normative = and(isNull(officialDocument.voidedAt), sql`${officialDocument.isNormative} = 1`);
  const row = db
    .select({
      opened: sql<number>`coalesce(sum(${documentStanding.postedOn} BETWEEN ${from} AND ${to}), 0)`,
      openInAll: sql<number>`coalesce(sum(${documentStanding.postedOn} <= ${to}), 0)`,
    })
    .from(officialDocument)
    .innerJoin(documentStanding, eq(documentStanding.documentId, officialDocument.id))
    .where(normative)
    .get();
  return row ?? { opened: 0, openInAll: 0 };
}
