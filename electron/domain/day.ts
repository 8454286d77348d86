/** Calendar dates without time of day; a `Day` is always a real date written `YYYY-MM-DD`. */

declare const brand: unique symbol;
export type Day = string & { readonly [brand]: 'Day' };

/** A day counted from 1970-01-01 = 0; only for arithmetic, never stored or shown. */
export type DayNumber = number;

/** Days of the civil calendar since 1970-01-01 (years from March, eras of 400 years); no clock, no zone. */
function numberOfCivil(year: number, month: number, day: number): DayNumber {
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function write(year: number, month: number, day: number): Day {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return text as Day;
}

/** The day of a year, month and day of month, or undefined where there is no such date (2026-02-30). */
export function civilDay(year: number, month: number, day: number): Day | undefined {
  const isWhole = [year, month, day].every(Number.isInteger);
  const isReal = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
  return isWhole && isReal ? write(year, month, day) : undefined;
}

/** The day in exactly the form `YYYY-MM-DD`; anything else, and dates that do not exist, are undefined. */
export function parseDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? civilDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

export function isDay(value: unknown): value is Day {
  return typeof value === 'string' && parseDay(value) === value;
}

/** The day that a text known to be right names; throws RangeError where it is not. */
export function toDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError('not a day of the calendar');
  return day;
}

const INVISIBLE = /[\s\p{Cf}]/gu;
const HAN_DIGIT = '〇一二三四五六七八九';
const HAN_ZERO = /[〇○◯零oO0]/g;
const HAN_YEAR = /^[〇○◯零一二三四五六七八九oO0]{4}$/;

/** 2019, or 二〇一九 with any of the circles and letters that stand for 〇 on paper and in old files. */
function readYear(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  if (!HAN_YEAR.test(text)) return Number.NaN;
  return Number([...text.replace(HAN_ZERO, '〇')].map((sign) => HAN_DIGIT.indexOf(sign)).join(''));
}

/** 8, 08, 八, 十, 十二, 二十, 三十一 */
function readSmall(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const parts = /^([二三]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (!parts?.[0] || (parts[1] && !parts[2] && parts[3])) return Number.NaN;
  const [, tens = '', ten = '', ones = ''] = parts;
  if (!ten) return HAN_DIGIT.indexOf(tens || ones);
  return (tens ? HAN_DIGIT.indexOf(tens) : 1) * 10 + (ones ? HAN_DIGIT.indexOf(ones) : 0);
}

const TIME = String.raw`(?:[T ]*(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)?`;
const SEPARATED = new RegExp(String.raw`^(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:[T ]${TIME})?$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const IN_WORDS = /^([^年]{4})年([^月]{1,3})月([^日号]{1,3})[日号]$/;

/**
 * The day that a clerk or a spreadsheet wrote: 2019-8-1, 2019.8.1, 2019/8/1, 20190801, full width, 2019年8月1日,
 * 二〇一九年八月一日, each with a time of day behind it or without. Two-digit years, other orders, years outside
 * 1900-2099 and impossible dates are undefined: nothing is guessed.
 */
export function readDay(text: string): Day | undefined {
  const plain = text.normalize('NFKC').trim();
  const tight = plain.replace(INVISIBLE, '');
  const parts = SEPARATED.exec(plain.replace(/[\p{Cf}]/gu, '').replace(/\s*([-./])\s*/g, '$1'));
  const [year, month, day] = parts
    ? [parts[1], parts[3], parts[4]]
    : (COMPACT.exec(tight) ?? IN_WORDS.exec(tight) ?? []).slice(1);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const yearNumber = readYear(year);
  if (!(yearNumber >= 1900 && yearNumber <= 2099)) return undefined;
  return civilDay(yearNumber, readSmall(month), readSmall(day));
}

export function dayNumber(day: Day): DayNumber {
  return numberOfCivil(yearOf(day), monthOf(day), Number(day.slice(8, 10)));
}

/** The inverse of `dayNumber`; throws RangeError outside the years 1 to 9999. */
export function dayOfNumber(number: DayNumber): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!(year >= 1 && year <= 9999)) throw new RangeError('outside the years 1 to 9999');
  return write(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** Calendar days from one day to another; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day so many months later; the month's last where it has no such day. 民法典第二百零二条. */
export function addMonths(day: Day, months: number): Day {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  for (let dayOfMonth = Number(day.slice(8)); dayOfMonth >= 28; dayOfMonth--) {
    const there = civilDay(year, month, dayOfMonth);
    if (there) return there;
  }
  return civilDay(year, month, Number(day.slice(8))) as Day;
}

/** 1 = Monday … 7 = Sunday */
export function weekday(day: Day): number {
  return weekdayOfNumber(dayNumber(day));
}

/** As `weekday`; 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** 1 to 12 */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * zh long 2019年8月1日, en long 1 August 2019, en short 1 Aug 2019; zh short is 2019-08-01, the form of table cells.
 */
export function formatDay(day: Day, language: 'zh' | 'en', form: 'long' | 'short' = 'long'): string {
  const month = monthOf(day);
  const dayOfMonth = Number(day.slice(8, 10));
  if (language === 'zh') return form === 'short' ? day : `${yearOf(day)}年${month}月${dayOfMonth}日`;
  const name = MONTHS[month - 1] ?? '';
  return `${dayOfMonth} ${form === 'short' ? name.slice(0, 3) : name} ${yearOf(day)}`;
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):[0-5]\d(?:\.\d+)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
const BEIJING_MINUTES = 8 * 60;

/**
 * The date in Beijing (+08:00 all year) at an instant written in ISO form with `Z` or an offset. Throws RangeError
 * where the text is no instant.
 */
export function todayIn(instant: string): Day {
  const parts = INSTANT.exec(instant);
  if (!parts) throw new RangeError('not an instant');
  const [, date = '', hours, minutes, sign, offsetHours = '0', offsetMinutes = '0'] = parts;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  const minuteOfDay = Number(hours) * 60 + Number(minutes) - offset + BEIJING_MINUTES;
  return addDays(toDay(date), Math.floor(minuteOfDay / 1440));
}
