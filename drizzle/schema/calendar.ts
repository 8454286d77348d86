/** Tables of the working-day calendar and of the mornings on which it was shown what is due. */

import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../electron/domain/day.ts';

const day = () => text().$type<Day>();
const flag = () => integer({ mode: 'boolean' });

export const holidayNotice = sqliteTable('holiday_notice', {
  id: text().primaryKey(),
  year: integer().notNull(),
  number: text().notNull(),
  issuedOn: day().notNull(),
  url: text().notNull(),
  isBuiltIn: flag().notNull(),
  enteredAt: text().notNull(),
});

export const calendarDay = sqliteTable(
  'calendar_day',
  {
    noticeId: text().notNull(),
    day: day().notNull(),
    kind: text().$type<'off' | 'work'>().notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.noticeId, table.day] })],
);

/** The days on which the morning digest was shown. */
export const reminderDigest = sqliteTable('reminder_digest', {
  shownOn: day().primaryKey(),
  shownAt: text().notNull(),
});
