/** Working days as the State Council's holiday notices make them: weekdays less days off, plus make-up weekends. */

import { type Day, type DayNumber, dayNumber, dayOfNumber, weekdayOfNumber, yearOf } from './day.ts';

/** 节假日安排通知: one notice of the State Council's office, or one that amends it. */
export type HolidayNotice = {
  /** The year that it arranges; single days may fall into the last week of the year before. */
  readonly year: number;
  /** Its document number, such as 国办发明电〔2018〕15号. */
  readonly number: string;
  readonly issuedOn: Day;
  readonly url: string;
  readonly days: readonly NoticeDay[];
};

export type NoticeDay = { readonly day: Day; readonly kind: 'off' | 'work'; readonly name: string };

/** A local or ad-hoc day (flood, epidemic) that the national notice does not name, and the document that orders it. */
export type CalendarOverride = NoticeDay & { readonly basis: string };

export type WorkCalendar = {
  /** Issue date of the newest notice and a mark of the whole content: equal texts are equal calendars. */
  readonly version: string;
  /** The last year with a notice; undefined without any notice. */
  readonly lastCoveredYear: number | undefined;
  /** Whether the arrangement of that year is known; in other years Monday to Friday count as working days. */
  readonly covers: (dayOrYear: Day | number) => boolean;
  readonly isWorkingDay: (day: Day) => boolean;
  /** 调休上班日: a Saturday or Sunday that works. */
  readonly isMakeUp: (day: Day) => boolean;
  /** 国庆节 for a day off, 国庆节调休上班 for a make-up day, undefined for any other day. */
  readonly nameOf: (day: Day) => string | undefined;
  /** How many working days there are up to and with this day, from a fixed origin: differences are counts. */
  readonly countUpTo: (day: Day) => number;
  /** The working day that carries this count. */
  readonly dayOfCount: (count: number) => Day;
};

/** The calendar that these notices make together; a later notice wins over an earlier one day by day. */
export function buildCalendar(
  notices: readonly HolidayNotice[],
  overrides: readonly CalendarOverride[] = [],
): WorkCalendar {
  const inOrder = notices.toSorted((a, b) => order(a.issuedOn, b.issuedOn) || order(a.number, b.number));
  const special = new Map<DayNumber, NoticeDay>();
  for (const { days } of inOrder) for (const entry of days) special.set(dayNumber(entry.day), entry);
  for (const entry of overrides) special.set(dayNumber(entry.day), entry);
  const years = new Set(notices.map((notice) => notice.year));
  const isWorking = (number: DayNumber): boolean => {
    const entry = special.get(number);
    return entry ? entry.kind === 'work' : !isWeekend(number);
  };
  const counts = numberWorkingDays(special, isWorking);
  const isMakeUp = (number: DayNumber): boolean => isWeekend(number) && special.get(number)?.kind === 'work';
  return {
    version: `${inOrder.at(-1)?.issuedOn ?? 'none'}/${contentMark(special, years)}`,
    lastCoveredYear: years.size > 0 ? Math.max(...years) : undefined,
    covers: (dayOrYear) => years.has(typeof dayOrYear === 'number' ? dayOrYear : yearOf(dayOrYear)),
    isWorkingDay: (day) => isWorking(dayNumber(day)),
    isMakeUp: (day) => isMakeUp(dayNumber(day)),
    nameOf: (day) => {
      const number = dayNumber(day);
      if (isMakeUp(number)) return `${special.get(number)?.name}调休上班`;
      const entry = special.get(number);
      return entry?.kind === 'off' ? entry.name : undefined;
    },
    countUpTo: (day) => counts.upTo(dayNumber(day)),
    dayOfCount: (count) => dayOfNumber(counts.dayOf(count)),
  };
}

/** Whether the arrangement of every year that these days touch is known. */
export function coversAll(from: Day, to: Day, calendar: WorkCalendar): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!calendar.covers(year)) return false;
  return true;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isWeekend(number: DayNumber): boolean {
  return weekdayOfNumber(number) > 5;
}

/** Mondays to Fridays from the origin up to and with this day; the origin is Monday 1969-12-29 = 1. */
function weekdaysUpTo(number: DayNumber): number {
  const fromMonday = number + 3;
  const weeks = Math.floor(fromMonday / 7);
  return weeks * 5 + Math.min(fromMonday - weeks * 7 + 1, 5);
}

function weekdayOfCount(count: number): DayNumber {
  const weeks = Math.floor((count - 1) / 5);
  return weeks * 7 + (count - 1 - weeks * 5) - 3;
}

/** Both directions as look-ups between the first and last special day, as plain arithmetic outside. */
function numberWorkingDays(special: ReadonlyMap<DayNumber, NoticeDay>, isWorking: (number: DayNumber) => boolean) {
  const first = Math.min(...special.keys());
  const last = Math.max(...special.keys());
  const before = special.size > 0 ? weekdaysUpTo(first - 1) : 0;
  const upTo: number[] = [];
  const dayOf: DayNumber[] = [];
  if (special.size > 0) {
    for (let number = first; number <= last; number++) {
      if (isWorking(number)) dayOf.push(number);
      upTo.push(before + dayOf.length);
    }
  }
  const shift = special.size > 0 ? before + dayOf.length - weekdaysUpTo(last) : 0;
  return {
    upTo: (number: DayNumber): number =>
      upTo[number - first] ?? weekdaysUpTo(number) + (special.size > 0 && number > last ? shift : 0),
    dayOf: (count: number): DayNumber =>
      dayOf[count - before - 1] ?? weekdayOfCount(count > before ? count - shift : count),
  };
}

/** FNV-1a over every year and day, so that any change of content is another version. */
function contentMark(special: ReadonlyMap<DayNumber, NoticeDay>, years: ReadonlySet<number>): string {
  const days = [...special]
    .toSorted(([a], [b]) => a - b)
    .map(([number, entry]) => `${number}${entry.kind}${entry.name}`);
  let hash = 0x811c9dc5;
  for (const sign of `${[...years].toSorted((a, b) => a - b)};${days}`) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0').slice(0, 6);
}
