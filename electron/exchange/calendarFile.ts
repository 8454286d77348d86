/** Reads a year's holiday notice from a file: JSON as holiday-cn publishes it, JSON of our own shape, or CSV. */

import { type Broken, broken } from '../domain/broken.ts';
import type { HolidayNotice, NoticeDay } from '../domain/calendar.ts';
import { type Day, daysBetween, parseDay, readDay, toDay, yearOf } from '../domain/day.ts';
import { decodeText } from './decodeText.ts';
import { readTable } from './readTable.ts';

export type CalendarReading =
  | { readonly ok: true; readonly notice: HolidayNotice }
  | { readonly ok: false; readonly problems: readonly Broken[] };

const MOST_NOTICE_DAYS = 120;
/** A year's arrangement may begin in the last week of the year before. */
const EARLIEST_BEFORE_NEW_YEAR = 14;

const DATE_HEADERS = ['date', 'day', '日期'];
const NAME_HEADERS = ['name', '名称', '节日', '假日'];
const KIND_HEADERS = ['isoffday', 'kind', '是否放假', '放假', '类型', '安排'];
const OFF_WORDS = ['true', '1', 'off', '是', '休', '放假', '休息', '假'];
const WORK_WORDS = ['false', '0', 'work', '否', '班', '上班', '补班', '调休', '调休上班'];

type FoundDay = { readonly date: string; readonly name: string; readonly isOff: boolean | undefined };

/**
 * The notice in the file. Where the file does not say when and under which number it was issued, the day comes from the
 * address (gov.cn puts it there) or is `today`, and the number is empty: the form asks for both.
 */
export async function readCalendarFile(bytes: Uint8Array<ArrayBuffer>, today: Day): Promise<CalendarReading> {
  const text = decodeText(bytes)?.text.trimStart() ?? '';
  return text.startsWith('{') || text.startsWith('[') ? readJson(text, today) : readCsvNotice(bytes, today);
}

function readJson(text: string, today: Day): CalendarReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused([broken('calendar.notJson', 'file')]);
  }
  if (Array.isArray(value)) {
    return value.length === 1 ? readNotice(value[0], today) : refused([broken('calendar.severalYears', 'file')]);
  }
  return readNotice(value, today);
}

function readNotice(value: unknown, today: Day): CalendarReading {
  if (!isRecord(value) || !Array.isArray(value.days)) return refused([broken('calendar.noDays', 'days')]);
  const papers = Array.isArray(value.papers) ? value.papers : [];
  const url = textOf(value.url) || textOf(papers.at(-1));
  return noticeOf(value.days.map(foundDay), {
    year: typeof value.year === 'number' ? value.year : undefined,
    number: textOf(value.number),
    issuedOn: parseDay(textOf(value.issuedOn)) ?? dayInAddress(url) ?? today,
    url,
  });
}

function foundDay(entry: unknown): FoundDay {
  if (!isRecord(entry)) return { date: '', name: '', isOff: undefined };
  const isOff = typeof entry.isOffDay === 'boolean' ? entry.isOffDay : readKind(textOf(entry.kind));
  return { date: textOf(entry.date) || textOf(entry.day), name: textOf(entry.name), isOff };
}

async function readCsvNotice(bytes: Uint8Array<ArrayBuffer>, today: Day): Promise<CalendarReading> {
  const reading = await readTable(bytes);
  if (!reading.ok) return reading;
  const headers = reading.table.headers.map((header) => header.toLowerCase().replace(/[\s_]/gu, ''));
  const column = (names: readonly string[]) => headers.findIndex((header) => names.includes(header));
  const [date, name, kind] = [column(DATE_HEADERS), column(NAME_HEADERS), column(KIND_HEADERS)];
  if (date < 0 || kind < 0) return refused([broken('calendar.columnsMissing', 'file')]);
  const days = reading.table.rows.map(({ cells }) => ({
    date: cells[date]?.trim() ?? '',
    name: cells[name]?.trim() ?? '',
    isOff: readKind(cells[kind] ?? ''),
  }));
  return noticeOf(days, { year: undefined, number: '', issuedOn: today, url: '' });
}

type NoticeFacts = Omit<HolidayNotice, 'year' | 'days'> & { readonly year: number | undefined };

function noticeOf(found: readonly FoundDay[], facts: NoticeFacts): CalendarReading {
  if (found.length === 0) return refused([broken('calendar.noDays', 'days')]);
  if (found.length > MOST_NOTICE_DAYS) {
    return refused([broken('calendar.tooManyDays', 'days', { days: found.length, most: MOST_NOTICE_DAYS })]);
  }
  const problems: Broken[] = [];
  const days = new Map<Day, NoticeDay>();
  for (const { date, name, isOff } of found) {
    const day = readDay(date);
    if (day === undefined) problems.push(broken('calendar.dayUnread', 'days', { text: date }));
    else if (isOff === undefined) problems.push(broken('calendar.kindUnread', 'days', { day }));
    else if (days.has(day)) problems.push(broken('calendar.dayTwice', 'days', { day }));
    else days.set(day, { day, kind: isOff ? 'off' : 'work', name });
  }
  const listed = [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const last = listed.at(-1);
  const year = facts.year ?? (last ? yearOf(last.day) : yearOf(facts.issuedOn));
  problems.push(...brokenOnYear(listed, year));
  return problems.length > 0 ? refused(problems) : { ok: true, notice: { ...facts, year, days: listed } };
}

function brokenOnYear(days: readonly NoticeDay[], year: number): Broken[] {
  if (!Number.isInteger(year) || year < 1900 || year > 2099) return [broken('calendar.yearBad', 'year')];
  const newYear = toDay(`${year}-01-01`);
  return days
    .filter(({ day }) => yearOf(day) > year || daysBetween(day, newYear) > EARLIEST_BEFORE_NEW_YEAR)
    .slice(0, 1)
    .map(({ day }) => broken('calendar.severalYears', 'file', { day, year }));
}

function readKind(text: string): boolean | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (OFF_WORDS.includes(plain)) return true;
  return WORK_WORDS.includes(plain) ? false : undefined;
}

/** http://www.gov.cn/zhengce/content/2018-12/06/content_5346276.htm was issued on 2018-12-06. */
function dayInAddress(url: string): Day | undefined {
  const parts = /\/(\d{4})-?(\d{2})\/(\d{2})\//u.exec(url);
  return parts ? parseDay(`${parts[1]}-${parts[2]}-${parts[3]}`) : undefined;
}

function refused(problems: readonly Broken[]): CalendarReading {
  return { ok: false, problems };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
