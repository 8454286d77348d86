/** Which division answers for the posting of a document: the one that drafted it, or the one that a rule names. */

import { type SQL, sql } from 'drizzle-orm';
import { documentStanding, officialDocument } from '../../drizzle/schema.ts';
import type { GivenSpan } from '../domain/responsibility.ts';

export type Answering = {
  /** The division and, where they are asked for too, those whose work came to it. */
  readonly heritage: readonly string[];
  /** Postings that a rule gives to a division. */
  readonly given: readonly GivenSpan[];
};

/** 1 for what the first span gives, 2 for the second …, 0 for what stays with the drafting division: numbers group faster than names. */
export function answeringPlace(given: readonly GivenSpan[]): SQL {
  if (given.length === 0) return sql`0`;
  const cases = given.map((span, at) => sql`WHEN ${within(span)} THEN ${at + 1}`);
  return sql`CASE ${sql.join(cases, sql` `)} ELSE 0 END`;
}

function within({ triggerFrom, triggerTo, doneAfter, doneUpTo, isOpen }: GivenSpan): SQL {
  const { clockOn, postedOn } = documentStanding;
  const started = [sql`${clockOn} >= ${triggerFrom}`, ...(triggerTo === null ? [] : [sql`${clockOn} <= ${triggerTo}`])];
  const done = [
    sql`${postedOn} IS NOT NULL`,
    ...(doneAfter === null ? [] : [sql`${postedOn} > ${doneAfter}`]),
    ...(doneUpTo === null ? [] : [sql`${postedOn} <= ${doneUpTo}`]),
  ];
  const isDone = sql`(${sql.join(done, sql` AND `)})`;
  return sql.join([...started, isOpen ? sql`(${postedOn} IS NULL OR ${isDone})` : isDone], sql` AND `);
}

export function draftedWithin(heritage: readonly string[]): SQL {
  return sql`${officialDocument.draftingDivisionId} IN (SELECT value FROM json_each(${JSON.stringify(heritage)}))`;
}

export function answeredWithin({ heritage, given }: Answering): SQL {
  if (given.length === 0) return draftedWithin(heritage);
  const cases = given.map((span) => sql`WHEN ${within(span)} THEN ${heritage.includes(span.divisionId) ? 1 : 0}`);
  return sql`CASE ${sql.join(cases, sql` `)} ELSE ${draftedWithin(heritage)} END`;
}
