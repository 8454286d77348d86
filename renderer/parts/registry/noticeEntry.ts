/** A holiday notice as it is typed: for each holiday the days off from one to another, and the weekends that work. */

import { type Broken, broken } from '../../../electron/domain/broken.ts';
import type { HolidayNotice, NoticeDay } from '../../../electron/domain/calendar.ts';
import { addDays, type Day, dayNumber, daysBetween, readDay, weekday } from '../../../electron/domain/day.ts';

export type NoticeLine = {
  readonly key: number;
  readonly name: string;
  readonly from: Day | null;
  readonly to: Day | null;
  /** As typed: days separated by spaces or commas, the year left out where it is the notice's. */
  readonly makeUps: string;
};

export type NoticeEntry = {
  readonly year: number;
  readonly number: string;
  readonly issuedOn: Day | null;
  readonly url: string;
  readonly lines: readonly NoticeLine[];
};

const USUAL = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;
/** Longer than any holiday ever arranged; a slip of the month must not mark half a year. */
const LONGEST_DAYS = 20;

let lastKey = 0;

export function emptyLine(name = ''): NoticeLine {
  lastKey += 1;
  return { key: lastKey, name, from: null, to: null, makeUps: '' };
}

function usualLines(): readonly NoticeLine[] {
  return USUAL.map((name) => emptyLine(name));
}

/** The other way round: days off that follow one another under one name make a line. */
export function linesOf(days: readonly NoticeDay[]): readonly NoticeLine[] {
  const lines: NoticeLine[] = [];
  const inOrder = days.toSorted((a, b) => dayNumber(a.day) - dayNumber(b.day));
  for (const { day, name } of inOrder.filter(({ kind }) => kind === 'off')) {
    const last = lines.at(-1);
    if (last?.name === name && last.to !== null && daysBetween(last.to, day) === 1)
      lines.splice(-1, 1, { ...last, to: day });
    else lines.push({ ...emptyLine(name), from: day, to: day });
  }
  for (const { day, name } of inOrder.filter(({ kind }) => kind === 'work')) {
    const at = lines.findIndex((line) => line.name === name);
    const line = lines[at] ?? emptyLine(name);
    const makeUps = `${line.makeUps} ${day}`.trim();
    if (at < 0) lines.push({ ...line, makeUps });
    else lines.splice(at, 1, { ...line, makeUps });
  }
  return lines;
}

/** What a form for this year begins with: the year as it stands, or the usual holidays without days. */
export function linesFor(year: number, notices: readonly HolidayNotice[]): readonly NoticeLine[] {
  const standing = standingOf(notices, year);
  return standing.length > 0 ? linesOf(standing) : usualLines();
}

type ReadLines = { readonly days: readonly NoticeDay[]; readonly problems: readonly Broken[] };

/**
 * Each problem belongs to a field of a line. `standing` is what notices say of this year so far: a day that they mark and the new one leaves out is taken back,
 * since a later notice wins day by day.
 */
export function readLines(lines: readonly NoticeLine[], year: number, standing: readonly NoticeDay[]): ReadLines {
  const problems: Broken[] = [];
  const days = new Map<Day, NoticeDay>();
  for (const [at, { key, name, from, to, makeUps }] of lines.entries()) {
    const last = to ?? from;
    const first = from ?? to;
    if (first === null && makeUps.trim() === '') continue;
    if (name.trim() === '') problems.push(broken('calendar.nameless', `name ${key}`, { at: at + 1 }));
    if (first !== null && last !== null) {
      const length = daysBetween(first, last);
      if (length < 0 || length > LONGEST_DAYS) problems.push(broken('calendar.rangeBackwards', `to ${key}`, { name }));
      else for (let on = 0; on <= length; on++) mark(addDays(first, on), 'off', name);
    }
    for (const text of makeUps.split(/[\s,，、；;]+/).filter((part) => part !== '')) {
      const day = readDayOf(text, year);
      if (day === undefined) problems.push(broken('calendar.dayUnread', `makeUps ${key}`, { text }));
      else mark(day, 'work', name);
    }
  }
  for (const { day, kind, name } of standing) {
    if (days.has(day)) continue;
    const isWeekend = weekday(day) > 5;
    if (kind === 'off' && !isWeekend) mark(day, 'work', name);
    if (kind === 'work' && isWeekend) mark(day, 'off', name);
  }
  return { days: [...days.values()], problems };

  function mark(day: Day, kind: NoticeDay['kind'], name: string): void {
    days.set(day, { day, kind, name: name.trim() });
  }
}

function readDayOf(text: string, year: number): Day | undefined {
  const short = /^(\d{1,2})[-./月](\d{1,2})日?$/.exec(text.normalize('NFKC'));
  return readDay(short ? `${year}-${short[1]}-${short[2]}` : text);
}

/** What the notices of one year make together, the latest winning. */
export function standingOf(notices: readonly HolidayNotice[], year: number): readonly NoticeDay[] {
  const days = new Map<Day, NoticeDay>();
  const inOrder = notices
    .filter((notice) => notice.year === year)
    .toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1));
  for (const notice of inOrder) for (const entry of notice.days) days.set(entry.day, entry);
  return [...days.values()].filter(({ day, kind }) => kind === 'off' || weekday(day) > 5);
}
