/** Whether a holiday notice (节假日安排通知) as typed or read can be taken into the calendar. */

import { type Broken, broken, isBlank } from './broken.ts';
import type { HolidayNotice, WorkCalendar } from './calendar.ts';
import { addDays, type Day, daysBetween, toDay, weekday, yearOf } from './day.ts';
import { secretMark } from './secret.ts';

/** An arrangement reaches back into the last days of the year before and may run over the turn of its own. */
const DAYS_BEFORE = 14;
const DAYS_BEHIND = 7;

/** As it is typed, the day of its issue may be missing yet. */
type TypedNotice = Omit<HolidayNotice, 'issuedOn'> & { readonly issuedOn: Day | null };

export function brokenOnNotice(notice: TypedNotice, before: WorkCalendar): readonly Broken[] {
  const { year, number, url, days, issuedOn } = notice;
  const texts = { number, url, days: days.map(({ name }) => name).join('\n') };
  return [
    ...(issuedOn === null ? [broken('calendar.issuedOnMissing', 'issuedOn')] : []),
    ...(issuedOn !== null && (yearOf(issuedOn) < year - 1 || yearOf(issuedOn) > year)
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
