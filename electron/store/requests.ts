/** Rows of requests for information (依申请公开) and their events. */

import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import { foiRequest, foiRequestEvent } from '../../drizzle/schema.ts';
import type { Day } from '../domain/day.ts';
import { type CountedRemedy, type CountedRequest, type RequestState, UNFINISHED_STATES } from '../domain/foiRequest.ts';
import { ofDivision } from './divisions.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';

export type RequestRow = typeof foiRequest.$inferSelect;
export type RequestEventRow = typeof foiRequestEvent.$inferSelect;

export function insertRequest(db: Db, row: RequestRow): void {
  insertRow(db, foiRequest, row);
}

export function updateRequest(db: Db, id: string, values: Partial<RequestRow>): void {
  db.update(foiRequest).set(values).where(eq(foiRequest.id, id)).run();
}

export function findRequest(db: ReadableDb, id: string): RequestRow | undefined {
  return db.select().from(foiRequest).where(eq(foiRequest.id, id)).get();
}

/** The next running number of a year (登记编号). */
export function nextRequestSeq(db: ReadableDb, year: number): number {
  const last = db
    .select({ seq: sql<number>`coalesce(max(${foiRequest.registerSeq}), 0)` })
    .from(foiRequest)
    .where(eq(foiRequest.registerYear, year))
    .get();
  return (last?.seq ?? 0) + 1;
}

export function insertRequestEvent(db: Db, row: RequestEventRow): void {
  insertRow(db, foiRequestEvent, row);
}

export function findRequestEvent(db: ReadableDb, id: string): RequestEventRow | undefined {
  return db.select().from(foiRequestEvent).where(eq(foiRequestEvent.id, id)).get();
}

/** In the order in which they were entered. */
export function eventsOf(db: ReadableDb, requestId: string): readonly RequestEventRow[] {
  return db
    .select()
    .from(foiRequestEvent)
    .where(eq(foiRequestEvent.requestId, requestId))
    .orderBy(asc(foiRequestEvent.seq))
    .all();
}

export type RequestConditions = {
  readonly states?: readonly RequestState[] | undefined;
  readonly divisionId?: string | undefined;
  /** Part of the number, the applicant's name or the subject. */
  readonly query?: string | undefined;
  /** Whether the query looks into names: not for people who may not see applicants. */
  readonly searchesNames?: boolean | undefined;
  /** Year of receipt; of arrival where it is not confirmed yet. */
  readonly year?: number | undefined;
};

function whereOf({ states, divisionId, query, searchesNames, year }: RequestConditions): SQL | undefined {
  const { registerNumber, externalNumber, applicantName, subject, receivedOn, arrivedOn } = foiRequest;
  const texts = [registerNumber, externalNumber, subject, ...(searchesNames ? [applicantName] : [])];
  const within = (column: SQL) => sql`instr(${column}, ${query}) > 0`;
  const day = sql`coalesce(${receivedOn}, ${arrivedOn})`;
  return and(
    states && inArray(foiRequest.state, [...states]),
    divisionId ? ofDivision(foiRequest.divisionId, divisionId) : undefined,
    query ? or(...texts.map((column) => within(sql`${column}`))) : undefined,
    year === undefined ? undefined : sql`${day} BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`,
  );
}

/** The newest first. */
export function listRequests(
  db: ReadableDb,
  asked: RequestConditions,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly RequestRow[] {
  return db
    .select()
    .from(foiRequest)
    .where(whereOf(asked))
    .orderBy(desc(foiRequest.registerYear), desc(foiRequest.registerSeq))
    .limit(limit)
    .offset(offset)
    .all();
}

export function countRequests(db: ReadableDb, asked: RequestConditions): number {
  const counted = db.select({ count: sql<number>`count(*)` }).from(foiRequest).where(whereOf(asked)).get();
  return counted?.count ?? 0;
}

/** Requests that are not answered, or answered and not delivered, the oldest receipt first. */
export function openRequests(db: ReadableDb, divisionId: string | undefined): readonly RequestRow[] {
  return db
    .select()
    .from(foiRequest)
    .where(
      and(
        inArray(foiRequest.state, [...UNFINISHED_STATES]),
        divisionId === undefined ? undefined : ofDivision(foiRequest.divisionId, divisionId),
      ),
    )
    .orderBy(asc(foiRequest.receivedOn), asc(foiRequest.id))
    .all();
}

/** Every request with any standing, for duties that are long met and for checks. */
export function allRequests(db: ReadableDb, divisionId: string | undefined): readonly RequestRow[] {
  return db
    .select()
    .from(foiRequest)
    .where(divisionId === undefined ? undefined : ofDivision(foiRequest.divisionId, divisionId))
    .orderBy(asc(foiRequest.registerYear), asc(foiRequest.registerSeq))
    .all();
}

/** Requests that share subject or document with one of another applicant, in the order of the register. */
export function requestsOfSeveral(db: ReadableDb): readonly RequestRow[] {
  const shared = (column: SQLWrapper) => sql`${column} IN (SELECT ${column} FROM ${foiRequest}
    WHERE ${foiRequest.state} <> 'voided' AND ${column} IS NOT NULL
    GROUP BY ${column} HAVING count(DISTINCT ${foiRequest.applicantName}) > 1)`;
  return db
    .select()
    .from(foiRequest)
    .where(and(sql`${foiRequest.state} <> 'voided'`, or(shared(foiRequest.subject), shared(foiRequest.documentId))))
    .orderBy(asc(foiRequest.registerYear), asc(foiRequest.registerSeq))
    .all();
}

/** Whether what several ask for is opened to everyone: the answers in the order in which they were given. */
export function openingAnswers(db: ReadableDb, requestIds: readonly string[]): readonly RequestEventRow[] {
  return db
    .select()
    .from(foiRequestEvent)
    .where(
      sql`${foiRequestEvent.requestId} IN (SELECT value FROM json_each(${JSON.stringify(requestIds)})) AND ${foiRequestEvent.kind} = 'openingJudged'`,
    )
    .orderBy(asc(foiRequestEvent.enteredAt), asc(foiRequestEvent.seq))
    .all();
}

/** Other requests for the same thing: the same document, or word for word the same subject (条例第四十四条). */
export function requestsForSame(
  db: ReadableDb,
  { id, documentId, subject }: Pick<RequestRow, 'id' | 'documentId' | 'subject'>,
): readonly RequestRow[] {
  const same = documentId
    ? or(eq(foiRequest.documentId, documentId), eq(foiRequest.subject, subject))
    : eq(foiRequest.subject, subject);
  return db
    .select()
    .from(foiRequest)
    .where(and(same, sql`${foiRequest.id} <> ${id}`, sql`${foiRequest.state} <> 'voided'`))
    .orderBy(asc(foiRequest.registerYear), asc(foiRequest.registerSeq))
    .all();
}

/**
 * What table three of the annual report counts: received by the end of the year, and not closed before it. New where
 * `receivedOn` lies in the year, else carried over; carried forward where it is not closed by the end of the year.
 */
export function requestsOfYear(db: ReadableDb, year: number): readonly CountedRequest[] {
  const { id, applicantKind, receivedOn, closedOn, result } = foiRequest;
  const [from, to] = [`${year}-01-01` as Day, `${year}-12-31` as Day];
  return db
    .select({ id, applicantKind, receivedOn: sql<Day>`${receivedOn}`, closedOn, result })
    .from(foiRequest)
    .where(
      and(
        isNotNull(receivedOn),
        lte(receivedOn, to),
        or(isNull(closedOn), gte(closedOn, from)),
        sql`${foiRequest.state} <> 'voided'`,
      ),
    )
    .orderBy(asc(receivedOn), asc(id))
    .all();
}

/**
 * What table four counts: reconsiderations and lawsuits known by the end of the year and not ended before it, each with
 * its result as of that day. `resultOn` lies in the year, or the case is still pending.
 */
export function remediesOfYear(db: ReadableDb, year: number): readonly CountedRemedy[] {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const cases = new Map<string, CountedRemedy>();
  for (const { requestId, happenedOn, facts } of remedyEvents(db, to)) {
    if (facts.kind !== 'remedy') continue;
    const { caseId, remedy, result } = facts;
    const openedOn = cases.get(caseId)?.openedOn ?? happenedOn;
    cases.set(caseId, { caseId, requestId, remedy, result, openedOn, resultOn: happenedOn });
  }
  return [...cases.values()].filter(({ result, resultOn }) => result === 'pending' || resultOn >= from);
}

function remedyEvents(db: ReadableDb, upTo: string): readonly RequestEventRow[] {
  return db
    .select()
    .from(foiRequestEvent)
    .where(and(sql`${foiRequestEvent.kind} = 'remedy'`, lte(foiRequestEvent.happenedOn, upTo as Day)))
    .orderBy(asc(foiRequestEvent.requestId), asc(foiRequestEvent.seq))
    .all();
}

/** Items of one applicant received in the calendar month of a day, that one included (信息处理费按件计收). */
export function itemsInMonth(db: ReadableDb, applicantName: string, receivedOn: Day): number {
  const month = receivedOn.slice(0, 7);
  const counted = db
    .select({ count: sql<number>`count(*)` })
    .from(foiRequest)
    .where(
      and(
        eq(foiRequest.applicantName, applicantName),
        gt(foiRequest.receivedOn, `${month}-00` as Day),
        lte(foiRequest.receivedOn, receivedOn),
        sql`${foiRequest.state} <> 'voided'`,
      ),
    )
    .get();
  return counted?.count ?? 0;
}

/** The request to whose event an attachment belongs. */
export function requestOfAttachment(db: ReadableDb, attachmentId: string): string | undefined {
  const row = db
    .select({ requestId: foiRequestEvent.requestId })
    .from(foiRequestEvent)
    .where(eq(foiRequestEvent.attachmentId, attachmentId))
    .get();
  return row?.requestId;
}
