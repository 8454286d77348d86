/** The working-day calendar: the notices it rests on, a month of it, and another notice with all that it moves. */

import type { MovedDeadline } from '../../contract/duties.ts';
import { buildCalendar, type HolidayNotice } from '../../domain/calendar.ts';
import { addDays, civilDay, type Day, monthOf, yearOf } from '../../domain/day.ts';
import { brokenOnNotice } from '../../domain/notice.ts';
import { insertNotice, listNotices } from '../../store/calendar.ts';
import { restandOpen } from '../documents/standing.ts';
import { os, read, writeOnce } from '../procedure.ts';
import { refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Look, Work } from '../registry.ts';
import { dutiesByDay } from './dutiesByDay.ts';
import { keepDoneOnNotice } from './keepingDone.ts';
import { firstTriggerMoved, movedDeadlines } from './movedDeadlines.ts';

/** The notice of the next year comes out between late October and early December. */
const MONTH_OF_ASKING = 11;
const EARLIEST_YEAR = 1949;
const LATEST_YEAR = 2100;

const notices = os.calendar.notices.handler(
  read(async ({ db, calendar, today }) => ({
    version: calendar.version,
    lastCoveredYear: calendar.lastCoveredYear ?? null,
    isNextYearMissing: monthOf(today) >= MONTH_OF_ASKING && !calendar.covers(yearOf(today) + 1),
    notices: listNotices(db).map(({ days, ...notice }) => ({ ...notice, days: [...days] })),
  })),
);

const month = os.calendar.month.handler(
  read(async (look) => {
    const { input, calendar } = look;
    const first = civilDay(input.year, input.month, 1);
    if (!first || input.year < EARLIEST_YEAR || input.year > LATEST_YEAR)
      refuseBroken('calendar.noticeYearBad', 'year');
    const days = daysOfMonth(first);
    const owed = await dutiesByDay(look, { from: first, upTo: days.at(-1) ?? first });
    return days.map((day) => ({
      day,
      isWorkingDay: calendar.isWorkingDay(day),
      isMakeUp: calendar.isMakeUp(day),
      name: calendar.nameOf(day) ?? null,
      isCovered: calendar.covers(day),
      due: [...(owed.get(day) ?? [])].map(([rule, count]) => ({ rule, count })),
    }));
  }),
);

function daysOfMonth(first: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = first; monthOf(day) === monthOf(first); day = addDays(day, 1)) days.push(day);
  return days;
}

const readFile = os.calendar.readFile.handler(
  read(async ({ input, today }) => {
    const { readCalendarFile } = await import('../../exchange/calendarFile.ts');
    const reading = await readCalendarFile(new Uint8Array(await input.file.arrayBuffer()), today);
    if (!reading.ok) refuseIfBroken(reading.problems);
    const { days, ...notice } = (reading as Extract<typeof reading, { ok: true }>).notice;
    return { ...notice, days: [...days] };
  }),
);

/** What the notice moves against the calendar as it is; refused with all its faults at once. */
function tryNotice(look: Look, notice: HolidayNotice): MovedDeadline[] {
  refuseIfBroken(brokenOnNotice(notice, look.calendar));
  const after = buildCalendar([...listNotices(look.db), notice]);
  return movedDeadlines(look, { ...look, calendar: after }, firstTriggerMoved(notice));
}

type Named = HolidayNotice & { readonly id: string };

/** Kept whole with what it moved. */
function takeNotice(work: Work, notice: Named): MovedDeadline[] {
  const { db, now, record } = work;
  const moved = tryNotice(work, notice);
  insertNotice(db, { ...notice, number: notice.number.trim(), isBuiltIn: false }, now);
  const after = { ...work, calendar: buildCalendar(listNotices(db)) };
  keepDoneOnNotice(work, after, notice);
  restandOpen(after);
  record({
    act: 'calendar.addNotice',
    ...told(notice),
    changes: [
      { field: 'year', before: '', after: String(notice.year) },
      { field: 'issuedOn', before: '', after: notice.issuedOn },
      { field: 'days', before: '', after: notice.days.map(({ day, kind }) => `${day} ${kind}`).join(', ') },
      { field: 'movedDeadlines', before: '', after: String(moved.length) },
    ],
  });
  return moved;
}

/** As the trail names it. */
function told({ id, year, number }: Named) {
  return { entity: 'calendar', entityId: id, label: `${year} ${number}` };
}

const addNotice = os.calendar.addNotice.handler(
  writeOnce({
    isKnown: ({ db, input }) => listNotices(db).some(({ id }) => id === input.id),
    again: ({ input }) => ({ act: 'calendar.addNoticeAgain', ...told(input) }),
    act: (work) => takeNotice(work, work.input),
    answer: (_, moved = []) => moved,
  }),
);

export const calendar = {
  notices,
  month,
  readFile,
  previewNotice: os.calendar.previewNotice.handler(read(async (look) => tryNotice(look, look.input))),
  addNotice,
};
