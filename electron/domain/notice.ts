/** Whether a holiday notice (节假日安排通知) as typed or read can be taken into the calendar. */

import { type Broken, broken, isBlank } from './broken.ts';
import type { HolidayNotice, WorkCalendar } from './calendar.ts';
import { addDays, type Day, daysBetween, toDay, weekday, yearOf } from './day.ts';
import { secretMark } from './secret.ts';

/** An arrangement reaches back into the last days of the year before and may run over the turn of its own. */
const DAYS_BEFORE = 14;
const DAYS_BEHIND = 7;

export function brokenOnNotice(notice: HolidayNotice, before: WorkCalendar): readonly Broken[] {
  const { year, number, url, days } = notice;
  const texts = { number, url, days: days.map(({ name }) => name).join('\n') };
  return [
    ...(yearOf(notice.issuedOn) < year - 1 || yearOf(notice.issuedOn) > year
      ? [broken('calendar.noticeYearBad', 'year')]
      : []),
    ...(isBlank(number) ? [broken('calendar.numberMissing', 'number')] : []),
    ...(days.length === 0 ? [broken('calendar.noticeEmpty', 'days')] : []),
    ...Object.entries(texts).flatMap(([field, text]) => (secretMark(text) ? [broken('secret.marked', field)] : [])),
    ...days.flatMap(({ day, kind }, at): Broken[] => {
      if (!isWithin(day, year)) return [broken('calendar.dayOutsideYear', 'days', { day })];
      if (days.findIndex((other) => other.day === day) < at) return [broken('calendar.dayTwice', 'days', { day })];
      // A later notice may take back a day off; otherwise a weekday works by itself, and a mark on it is a slip.
      const isPlainWeekday = kind === 'work' && weekday(day) <= 5 && before.isWorkingDay(day);
      return isPlainWeekday ? [broken('calendar.workOnWeekday', 'days', { day })] : [];
    }),
  ];
}

function isWithin(day: Day, year: number): boolean {
  const newYear = toDay(`${year}-01-01`);
  const last = addDays(toDay(`${year}-12-31`), DAYS_BEHIND);
  return daysBetween(day, newYear) <= DAYS_BEFORE && day <= last;
}
