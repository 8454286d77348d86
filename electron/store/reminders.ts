/** Rows of reminders that went out (提醒记录) and of the mornings on which the digest was shown. */

import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { documentStanding, reminderDigest, reminderNotice } from '../../drizzle/schema.ts';
import type { Day } from '../domain/day.ts';
import type { Db, ReadableDb } from './open.ts';

export type ReminderRow = typeof reminderNotice.$inferSelect;

export function insertReminder(db: Db, row: ReminderRow): void {
  db.insert(reminderNotice).values(row).onConflictDoNothing().run();
}

/** The same reminder again, since nobody answered it: one row, however many mornings it is shown. */
export function raiseReminderAgain(db: Db, id: string, raisedOn: Day, raisedAt: string): void {
  db.update(reminderNotice).set({ raisedOn, raisedAt, snoozedUntil: null }).where(eq(reminderNotice.id, id)).run();
}

export function findReminder(db: ReadableDb, id: string): ReminderRow | undefined {
  return db.select().from(reminderNotice).where(eq(reminderNotice.id, id)).get();
}

/** All reminders of these subjects, in the order they went out. */
export function remindersOf(db: ReadableDb, subjectIds: readonly string[]): readonly ReminderRow[] {
  if (subjectIds.length === 0) return [];
  return db
    .select()
    .from(reminderNotice)
    .where(inArray(reminderNotice.subjectId, [...subjectIds]))
    .orderBy(asc(reminderNotice.raisedAt), asc(reminderNotice.id))
    .all();
}

/**
 * Unanswered reminders but those whose document owes no longer what they announced: over the years most are overtaken
 * by the posting. Of other subjects all.
 */
export function openReminders(db: ReadableDb): readonly ReminderRow[] {
  const { clockOn, postedOn, copiesMissing, needsInterpretation, interpretedOn } = documentStanding;
  const isOwed = sql`CASE ${reminderNotice.rule}
    WHEN 'posting' THEN ${clockOn} IS NOT NULL AND ${postedOn} IS NULL
    WHEN 'copies' THEN ${copiesMissing} > 0
    WHEN 'interpretation' THEN ${needsInterpretation} = 1 AND ${interpretedOn} IS NULL
    WHEN 'reviewStep' THEN ${postedOn} IS NULL
    ELSE 1 END`;
  return db
    .select({ reminder: reminderNotice })
    .from(reminderNotice)
    .leftJoin(documentStanding, eq(documentStanding.documentId, reminderNotice.subjectId))
    .where(and(isNull(reminderNotice.answeredAt), or(ne(reminderNotice.subjectKind, 'document'), isOwed)))
    .orderBy(asc(reminderNotice.raisedAt), asc(reminderNotice.id))
    .all()
    .map(({ reminder }) => reminder);
}

/** The latest answers first. */
export function answeredReminders(db: ReadableDb, limit: number): readonly ReminderRow[] {
  return db
    .select()
    .from(reminderNotice)
    .where(isNotNull(reminderNotice.answeredAt))
    .orderBy(desc(reminderNotice.answeredAt), desc(reminderNotice.id))
    .limit(limit)
    .all();
}

export function answerReminder(
  db: Db,
  id: string,
  answer: { readonly answer: string; readonly answeredAt: string; readonly answeredById: string | null },
): void {
  db.update(reminderNotice).set(answer).where(eq(reminderNotice.id, id)).run();
}

export function snoozeReminder(db: Db, id: string, snoozedUntil: Day): void {
  db.update(reminderNotice)
    .set({ snoozedUntil })
    .where(and(eq(reminderNotice.id, id), isNull(reminderNotice.answeredAt)))
    .run();
}

export function isDigestShown(db: ReadableDb, shownOn: Day): boolean {
  return db.select().from(reminderDigest).where(eq(reminderDigest.shownOn, shownOn)).get() !== undefined;
}

export function noteDigest(db: Db, shownOn: Day, shownAt: string): void {
  db.insert(reminderDigest).values({ shownOn, shownAt }).onConflictDoNothing().run();
}
