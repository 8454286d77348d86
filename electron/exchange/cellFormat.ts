/** Numbers of a sheet as its reader sees them: days, numbers in a format of their own, numbers in full. ECMA-376 18.8.30 */

import { SSF } from '@e965/xlsx';

/** How the cells of one style show a number. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'day' }
  | { readonly kind: 'own'; readonly code: string | number };

type Formatter = {
  readonly format: (code: string | number, value: number, options: object) => string;
  readonly is_date: (code: string) => boolean;
  readonly get_table: () => Readonly<Record<number, string>>;
};

const formatter = SSF as Formatter;
/** Formats that every file knows by their numbers; copied, because the package changes its own while it reads a file. */
const BUILT_IN = { ...formatter.get_table() };
const PLAIN: NumberFormat = { kind: 'plain' };
const DAY: NumberFormat = { kind: 'day' };
const GENERAL = /^general$/iu;

const MS_OF_DAY = 86_400_000;
/** Day 0 of the calendar from 1900, which counts a 29 February 1900 that never was. */
const DAY_0 = Date.UTC(1899, 11, 30);
const FALSE_DAY = 60;
const DAYS_TO_1904 = 1462;

/** Days of East Asian editions, whose look depends on the machine: 2019年8月1日 here, 1-8-19 there. */
function isEastAsianDay(id: number): boolean {
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

export function numberFormatOf(id: number, ownCode: string | undefined): NumberFormat {
  const code = ownCode ?? BUILT_IN[id];
  if (ownCode === undefined && isEastAsianDay(id)) return DAY;
  if (code === undefined) return id >= 5 && id <= 44 ? { kind: 'own', code: id } : PLAIN;
  if (GENERAL.test(code)) return PLAIN;
  return formatter.is_date(code) ? DAY : { kind: 'own', code };
}

/** A day as YYYY-MM-DD; a number as shown when it has a format of its own (0012), else in full; what is neither as it stands. */
export function numberText(raw: string, format: NumberFormat, isFrom1904: boolean): string {
  const value = Number(raw);
  if (raw === '' || !Number.isFinite(value)) return raw;
  if (format.kind === 'day') return dayText(value + (isFrom1904 ? DAYS_TO_1904 : 0)) ?? raw;
  if (format.kind === 'plain') return String(value);
  try {
    return formatter.format(format.code, value, { date1904: isFrom1904, table: BUILT_IN }).trim();
  } catch {
    return String(value);
  }
}

/** To the second; undefined where the calendar has no such day. */
function dayText(serial: number): string | undefined {
  if (serial >= FALSE_DAY && serial < FALSE_DAY + 1) return undefined;
  const days = serial > FALSE_DAY ? serial : serial + 1;
  const date = new Date(DAY_0 + Math.round((days * MS_OF_DAY) / 1000) * 1000);
  return Number.isNaN(date.getTime()) ? undefined : dateText(date);
}

/** A day that a file writes out, with its time where it is not midnight. */
export function dateText(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split(/[T.]/u);
  return time === '00:00:00' ? day : `${day} ${time}`;
}
