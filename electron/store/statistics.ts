/** Counts over all documents of a period, made where the rows lie: one walk, whatever it is grouped by. */

import { and, asc, between, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { attributeChange, documentStanding, officialDocument } from '../../drizzle/schema.ts';
import type { DisclosureAttribute } from '../domain/attribute.ts';
import type { Day } from '../domain/day.ts';
import type { GivenSpan } from '../domain/responsibility.ts';
import type { Tally } from '../domain/statistics.ts';
import { answeredWithin, answeringPlace, draftedWithin } from './answering.ts';
import type { ReadableDb } from './open.ts';

export type StatisticsRange = {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  /** The division and, where they are asked for too, those whose work it took over; undefined for all. */
  readonly heritage: readonly string[] | undefined;
  /** Postings that a rule gives to a division. */
  readonly given: readonly GivenSpan[];
};

/** The number of each day among the working days, from the first day on, each in so many digits. */
export type CountedDays = { readonly first: Day; readonly digits: string };

export const DIGITS_OF_A_DAY = 6;

export type CountedGroup = Tally & {
  readonly month: string | null;
  readonly draftingId: string;
  readonly answeringId: string;
  /** Whether each of the two lies in the range; one of them does. */
  readonly isDrafted: boolean;
  readonly isAnswered: boolean;
};

/** By month of signing, the division that drafted and the one that answers for the posting. */
export function countGroups(
  db: ReadableDb,
  range: StatisticsRange,
  { days, today }: { readonly days: CountedDays; readonly today: Day },
): readonly CountedGroup[] {
  const { clockOn, postedOn, postingDueOn, copiesMissing } = documentStanding;
  const times = (condition: SQL) => sql`coalesce(sum(${condition}), 0)`;
  const has = (attribute: DisclosureAttribute) => times(sql`${officialDocument.attribute} = ${attribute}`);
  // Found by its place: a list of days that is joined is searched from its beginning for every document.
  const digits = Buffer.from(days.digits);
  const numberOf = (day: SQL | SQLiteColumn) =>
    sql`CAST(substr(${digits}, CAST(julianday(${day}) - julianday(${days.first}) AS INTEGER) * ${DIGITS_OF_A_DAY} + 1, ${DIGITS_OF_A_DAY}) AS INTEGER)`;
  const workingDays = sql`max(${numberOf(postedOn)} - ${numberOf(clockOn)}, 0)`;
  const { heritage, given } = range;
  const isIn = (id: string) => heritage === undefined || heritage.includes(id);
  const rows = db.all<Tally & { month: string | null; draftingId: string; place: number }>(sql`
    SELECT substr(${officialDocument.signedOn}, 1, 7) AS month, ${officialDocument.draftingDivisionId} AS draftingId,
      ${answeringPlace(given)} AS place,
      count(*) AS documents, ${has('PROACTIVE')} AS proactive, ${has('ON_REQUEST')} AS onRequest,
      ${has('NOT_DISCLOSED')} AS notDisclosed,
      ${times(sql`${postedOn} <= ${postingDueOn}`)} AS inTime,
      ${times(sql`${postedOn} > ${postingDueOn}`)} AS late,
      ${times(sql`${postedOn} IS NULL AND ${postingDueOn} < ${today}`)} AS overdue,
      ${times(sql`${postedOn} IS NULL AND ${postingDueOn} >= ${today}`)} AS notDue,
      ${times(sql`CASE WHEN ${postingDueOn} IS NOT NULL THEN ${workingDays} END`)} AS workingDays,
      ${times(sql`${copiesMissing} > 0`)} AS shortOfCopies, ${times(sql`${copiesMissing}`)} AS copiesMissing
    FROM ${officialDocument}
    JOIN ${documentStanding} ON ${documentStanding.documentId} = ${officialDocument.id}
    WHERE ${within(range, ofEither(range))}
    GROUP BY 1, 2${given.length > 0 ? sql`, 3` : sql``}`);
  return rows.map(({ place, ...row }) => {
    const answeringId = given[place - 1]?.divisionId ?? row.draftingId;
    return { ...row, answeringId, isDrafted: isIn(row.draftingId), isAnswered: isIn(answeringId) };
  });
}

/** Documents that are not void, signed in the period, of these divisions. */
function within({ from, to }: StatisticsRange, ofDivisions: SQL | undefined): SQL {
  const { signedOn, voidedAt } = officialDocument;
  const limits = [
    sql`${voidedAt} IS NULL`,
    from && sql`${signedOn} >= ${from}`,
    to && sql`${signedOn} <= ${to}`,
    ofDivisions,
  ].filter((condition) => typeof condition === 'object');
  return sql.join(limits, sql` AND `);
}

function ofEither({ heritage, given }: StatisticsRange): SQL | undefined {
  if (heritage === undefined) return undefined;
  const drafted = draftedWithin(heritage);
  return given.length === 0 ? drafted : sql`(${drafted} OR ${answeredWithin({ heritage, given })})`;
}

/** What is overdue, counted by its due day. */
export function countOverdue(
  db: ReadableDb,
  range: StatisticsRange,
  today: Day,
): readonly { readonly dueOn: Day; readonly count: number }[] {
  const { heritage, given } = range;
  const { clockOn, postedOn, postingDueOn, documentId } = documentStanding;
  // The literal words of the partial index over what is to be posted.
  const overdue = sql`${clockOn} IS NOT NULL AND ${postedOn} IS NULL AND ${postingDueOn} < ${today}`;
  return db
    .select({ dueOn: sql<Day>`${postingDueOn}`, count: sql<number>`count(*)` })
    .from(documentStanding)
    .innerJoin(officialDocument, sql`${officialDocument.id} = ${documentId}`)
    .where(and(overdue, within(range, heritage && answeredWithin({ heritage, given }))))
    .groupBy(postingDueOn)
    .all();
}

export type CountedChange = {
  readonly from: DisclosureAttribute;
  readonly to: DisclosureAttribute;
  readonly count: number;
};

/** 属性调整 made in the period, by direction. */
export function countChanges(db: ReadableDb, { from, to, heritage }: StatisticsRange): readonly CountedChange[] {
  return db
    .select({
      from: sql<DisclosureAttribute>`${attributeChange.fromAttribute}`,
      to: sql<DisclosureAttribute>`${attributeChange.toAttribute}`,
      count: sql<number>`count(*)`,
    })
    .from(attributeChange)
    .innerJoin(officialDocument, sql`${officialDocument.id} = ${attributeChange.documentId}`)
    .where(
      and(
        isNotNull(attributeChange.fromAttribute),
        sql`${attributeChange.fromAttribute} <> ${attributeChange.toAttribute}`,
        between(attributeChange.changedOn, from ?? ('0000-01-01' as Day), to ?? ('9999-12-31' as Day)),
        heritage && draftedWithin(heritage),
      ),
    )
    .groupBy(attributeChange.fromAttribute, attributeChange.toAttribute)
    .orderBy(asc(attributeChange.fromAttribute), asc(attributeChange.toAttribute))
    .all();
}

/** First and last day on which a clock started or something was posted. */
export function clockRange(db: ReadableDb): { readonly first: Day; readonly last: Day } | undefined {
  const { clockOn, postedOn } = documentStanding;
  const row = db
    .select({
      first: sql<Day | null>`min(min(${clockOn}, coalesce(${postedOn}, ${clockOn})))`,
      last: sql<Day | null>`max(max(${clockOn}, coalesce(${postedOn}, '')))`,
    })
    .from(documentStanding)
    .where(isNotNull(clockOn))
    .get();
  return row?.first && row.last ? { first: row.first, last: row.last } : undefined;
}
