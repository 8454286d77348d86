/** Rows of published holiday notices (节假日安排通知). */

import { asc } from 'drizzle-orm';
import { calendarDay, holidayNotice } from '../../drizzle/schema.ts';
import type { HolidayNotice } from '../domain/calendar.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';
import { newestId } from './selectRows.ts';

export type StoredNotice = HolidayNotice & { readonly id: string; readonly isBuiltIn: boolean };

/** Notices are only added: another one is the newest whenever anything changed. */
export function newestNoticeId(db: ReadableDb): string | undefined {
  return newestId(db, holidayNotice);
}

export function listNotices(db: ReadableDb): readonly StoredNotice[] {
  const days = new Map<string, HolidayNotice['days'][number][]>();
  for (const { noticeId, day, kind, name } of db.select().from(calendarDay).orderBy(asc(calendarDay.day)).all()) {
    days.set(noticeId, [...(days.get(noticeId) ?? []), { day, kind, name }]);
  }
  return db
    .select()
    .from(holidayNotice)
    .orderBy(asc(holidayNotice.year), asc(holidayNotice.issuedOn))
    .all()
    .map(({ id, year, number, issuedOn, url, isBuiltIn }) => ({
      id,
      year,
      number,
      issuedOn,
      url,
      isBuiltIn,
      days: days.get(id) ?? [],
    }));
}

export function insertNotice(db: Db, notice: StoredNotice, enteredAt: string): void {
  const { days, ...row } = notice;
  insertRow(db, holidayNotice, { ...row, enteredAt });
  for (const entry of days) insertRow(db, calendarDay, { noticeId: notice.id, ...entry });
}
