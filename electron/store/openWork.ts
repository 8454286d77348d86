/** Documents that still owe something, found by the partial indexes over their standing: a board never walks the registry. */

import { and, asc, between, eq, gte, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { documentStanding, officialDocument } from '../../drizzle/schema.ts';
import type { Day } from '../domain/day.ts';
import { ofDivision } from './divisions.ts';
import { type LedgerLine, linesInOrder } from './ledgerQuery.ts';
import { UNFILED } from './normative.ts';
import type { ReadableDb } from './open.ts';

// Literals instead of parameters: a partial index serves only a condition that repeats its own words.
const TO_POST = sql`${documentStanding.clockOn} IS NOT NULL AND ${documentStanding.postedOn} IS NULL`;
/** No rule may govern the trigger of a very old one. */
const DUE = sql`${documentStanding.postingDueOn} IS NOT NULL`;
const SHORT = sql`${documentStanding.copiesMissing} > 0`;
const UNINTERPRETED = sql`${documentStanding.needsInterpretation} = 1 AND ${documentStanding.interpretedOn} IS NULL`;
const WAITING = sql`${documentStanding.reviewStage} IN ('drafter', 'divisionHead', 'generalOffice', 'referred', 'leaderInCharge')
  AND ${documentStanding.postedOn} IS NULL AND ${documentStanding.state} <> 'voided'`;
// The sign turns the eye to the few that are to be posted; most that were never reviewed need not be.
const UNREVIEWED = sql`${TO_POST} AND +${documentStanding.reviewStage} IN ('none', 'returned', 'lapsed')`;

/** Each kind by conditions that do not overlap and have an index each. */
const KINDS = {
  copies: [SHORT],
  review: [WAITING, UNREVIEWED],
  interpretation: [UNINTERPRETED],
} as const;
export type OpenKind = keyof typeof KINDS;

function within(divisionId: string | undefined): SQL | undefined {
  return divisionId === undefined ? undefined : ofDivision(officialDocument.draftingDivisionId, divisionId);
}

export function toPostIds(db: ReadableDb): readonly string[] {
  return standingIds(db, TO_POST);
}

function standingIds(db: ReadableDb, condition: SQL): readonly string[] {
  return db
    .select({ id: documentStanding.documentId })
    .from(documentStanding)
    .where(condition)
    .all()
    .map(({ id }) => id);
}

/** Plain documents to be posted, counted by the day on which they fall due. `clockOn`: the first trigger among them. */
export function toPostByDueDay(
  db: ReadableDb,
  divisionId: string | undefined,
): readonly { readonly dueOn: Day; readonly clockOn: Day; readonly divisionId: string; readonly count: number }[] {
  return db
    .select({
      dueOn: sql<Day>`${documentStanding.postingDueOn}`,
      clockOn: sql<Day>`min(${documentStanding.clockOn})`,
      divisionId: officialDocument.draftingDivisionId,
      count: sql<number>`count(*)`,
    })
    .from(documentStanding)
    .innerJoin(officialDocument, eq(officialDocument.id, documentStanding.documentId))
    .where(and(TO_POST, DUE, sql`${officialDocument.isNormative} = 0`, within(divisionId)))
    .groupBy(documentStanding.postingDueOn, officialDocument.draftingDivisionId)
    .all();
}

/** Plain documents to be posted that fall due from one day to another, the earliest first. */
export function plainLinesToPost(
  db: ReadableDb,
  asked: {
    readonly from: Day;
    readonly upTo: Day;
    readonly divisionId: string | undefined;
    readonly limit: number;
  },
): readonly LedgerLine[] {
  const range = sql`${documentStanding.postingDueOn} BETWEEN ${asked.from} AND ${asked.upTo}`;
  const ids = db
    .select({ id: documentStanding.documentId })
    .from(documentStanding)
    .innerJoin(officialDocument, eq(officialDocument.id, documentStanding.documentId))
    .where(and(TO_POST, range, sql`${officialDocument.isNormative} = 0`, within(asked.divisionId)))
    .orderBy(asc(documentStanding.postingDueOn), asc(documentStanding.documentId))
    .limit(asked.limit)
    .all()
    .map(({ id }) => id);
  return linesInOrder(db, ids);
}

/** Documents with a clock of their own beside the posting: normative ones to be posted, interpreted or filed. */
export function normativeLines(db: ReadableDb, divisionId: string | undefined): readonly LedgerLine[] {
  const ids = [
    ...idsWithStanding(db, and(TO_POST, sql`${officialDocument.isNormative} = 1`, within(divisionId))),
    ...idsWithStanding(db, and(UNINTERPRETED, within(divisionId))),
    ...unfiledIds(db, within(divisionId)),
  ];
  return linesInOrder(db, [...new Set(ids)]);
}

function idsWithStanding(db: ReadableDb, condition: SQL | undefined): readonly string[] {
  return db
    .select({ id: documentStanding.documentId })
    .from(documentStanding)
    .innerJoin(officialDocument, eq(officialDocument.id, documentStanding.documentId))
    .where(condition)
    .all()
    .map(({ id }) => id);
}

/** Left to itself SQLite walks all documents as readily as the few that are normative. */
function unfiledIds(db: ReadableDb, condition: SQL | undefined): readonly string[] {
  return db
    .select({ id: documentStanding.documentId })
    .from(sql`${officialDocument} INDEXED BY official_document_normative`)
    .innerJoin(documentStanding, eq(officialDocument.id, documentStanding.documentId))
    .where(and(UNFILED, condition))
    .all()
    .map(({ id }) => id);
}

/** How many documents of a kind each division has, and how many copies they lack together. */
export function countOpen(
  db: ReadableDb,
  kind: OpenKind,
  divisionId: string | undefined,
): readonly { readonly divisionId: string; readonly count: number; readonly copies: number }[] {
  return KINDS[kind].flatMap((condition) =>
    db
      .select({
        divisionId: officialDocument.draftingDivisionId,
        count: sql<number>`count(*)`,
        copies: sql<number>`sum(${documentStanding.copiesMissing})`,
      })
      .from(documentStanding)
      .innerJoin(officialDocument, eq(officialDocument.id, documentStanding.documentId))
      .where(and(condition, within(divisionId)))
      // The sign keeps the grouping from walking all documents in the order of their divisions.
      .groupBy(sql`+${officialDocument.draftingDivisionId}`)
      .all(),
  );
}

/** Documents of a kind, those whose clock or signing is the longest ago first. */
export function listOpen(
  db: ReadableDb,
  kind: OpenKind,
  asked: { readonly divisionId: string | undefined; readonly limit: number },
): readonly LedgerLine[] {
  const since = sql<string>`coalesce(${documentStanding.clockOn}, ${officialDocument.signedOn}, '9999-12-31')`;
  const found = KINDS[kind].flatMap((condition) =>
    db
      .select({ id: documentStanding.documentId, since })
      .from(documentStanding)
      .innerJoin(officialDocument, eq(officialDocument.id, documentStanding.documentId))
      .where(and(condition, within(asked.divisionId)))
      .orderBy(asc(since), asc(documentStanding.documentId))
      .limit(asked.limit)
      .all(),
  );
  const ids = found.toSorted((a, b) => a.since.localeCompare(b.since)).slice(0, asked.limit);
  return linesInOrder(
    db,
    ids.map(({ id }) => id),
  );
}

/** Ids of all documents that are not void, as they were registered. */
export function documentIds(db: ReadableDb, divisionId: string | undefined): readonly string[] {
  return db
    .select({ id: officialDocument.id })
    .from(officialDocument)
    .where(and(isNull(officialDocument.voidedAt), within(divisionId)))
    .orderBy(asc(officialDocument.enteredAt), asc(officialDocument.id))
    .all()
    .map(({ id }) => id);
}

/** Documents signed from one day to another that are not void. */
export function documentIdsSigned(
  db: ReadableDb,
  {
    from,
    to,
    divisionId,
  }: { readonly from: Day | null; readonly to: Day | null; readonly divisionId: string | undefined },
): readonly string[] {
  const { id, signedOn, voidedAt } = officialDocument;
  const limits = [from === null ? undefined : gte(signedOn, from), to === null ? undefined : lte(signedOn, to)];
  return db
    .select({ id })
    .from(officialDocument)
    .where(and(isNull(voidedAt), ...limits, within(divisionId)))
    .all()
    .map((row) => row.id);
}

/** Documents of which some clock started between two days. */
export function documentIdsBetween(
  db: ReadableDb,
  { from, upTo, divisionId }: { readonly from: Day; readonly upTo: Day; readonly divisionId: string | undefined },
): readonly string[] {
  const notVoid = isNull(officialDocument.voidedAt);
  const started = [between(officialDocument.signedOn, from, upTo), between(documentStanding.clockOn, from, upTo)];
  const ids = started.flatMap((condition) =>
    db
      .select({ id: officialDocument.id })
      .from(officialDocument)
      .innerJoin(documentStanding, eq(officialDocument.id, documentStanding.documentId))
      .where(and(condition, notVoid, within(divisionId)))
      .all()
      .map(({ id }) => id),
  );
  return [...new Set(ids)];
}

/** Documents whose copies were complete, and normative ones: what a setting of their clocks is about. */
export function idsWithCopies(db: ReadableDb): readonly string[] {
  return idsOf(db, sql`${documentStanding.copiesCompleteOn} IS NOT NULL`);
}

export function idsOfNormative(db: ReadableDb): readonly string[] {
  return idsOf(db, sql`${officialDocument.isNormative} = 1`);
}

/** Documents of which something happened between two days: only of these can a notice count the days otherwise. */
export function idsWithin(
  db: ReadableDb,
  { from, upTo }: { readonly from: Day; readonly upTo: Day },
): readonly string[] {
  const { clockOn, postedOn, copiesCompleteOn, interpretedOn } = documentStanding;
  const { signedOn, writtenOn, printedOn } = officialDocument;
  const days = [signedOn, writtenOn, printedOn, clockOn, postedOn, copiesCompleteOn, interpretedOn];
  const first = sql`min(${sql.join(
    days.map((day) => sql`coalesce(${day}, '9999-12-31')`),
    sql`, `,
  )})`;
  const last = sql`max(${sql.join(
    days.map((day) => sql`coalesce(${day}, '')`),
    sql`, `,
  )})`;
  const isFiled = sql`EXISTS (SELECT 1 FROM normative_filing WHERE document_id = ${officialDocument.id} AND reported_on >= ${from})`;
  return idsOf(db, sql`${first} <= ${upTo} AND (${last} >= ${from} OR ${isFiled})`);
}

function idsOf(db: ReadableDb, condition: SQL): readonly string[] {
  return db
    .select({ id: officialDocument.id })
    .from(officialDocument)
    .innerJoin(documentStanding, eq(officialDocument.id, documentStanding.documentId))
    .where(and(condition, isNull(officialDocument.voidedAt)))
    .all()
    .map(({ id }) => id);
}

/** Ids of all documents that owe anything; with `since`, only those of which some clock may have started then or later. */
export function openDocumentIds(
  db: ReadableDb,
  { since, divisionId }: { readonly since?: Day; readonly divisionId?: string | undefined } = {},
): readonly string[] {
  const recent =
    since &&
    sql`max(coalesce(${documentStanding.clockOn}, ''), coalesce(${documentStanding.reviewWaitingSince}, ''),
      coalesce(${officialDocument.signedOn}, ''), coalesce(${officialDocument.writtenOn}, ''),
      coalesce(${officialDocument.printedOn}, ''), coalesce(${documentStanding.postedOn}, '')) >= ${since}`;
  const asked = and(recent, within(divisionId));
  const ids = [TO_POST, SHORT, UNINTERPRETED, WAITING].flatMap((condition) =>
    asked ? idsWithStanding(db, and(condition, asked)) : standingIds(db, condition),
  );
  return [...new Set([...ids, ...unfiledIds(db, asked)])];
}
