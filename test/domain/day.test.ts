import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  civilDay,
  dayNumber,
  dayOfNumber,
  daysBetween,
  formatDay,
  isDay,
  monthOf,
  parseDay,
  readDay,
  toDay,
  todayIn,
  weekday,
  yearOf,
} from '../../electron/domain/day.ts';

const anyNumber = fc.integer({ min: dayNumber(toDay('0001-01-01')), max: dayNumber(toDay('9999-12-31')) });

describe('a day', () => {
  test.each(['2019-08-01', '2024-02-29', '2000-02-29', '1949-10-01', '0001-01-01', '9999-12-31'])(
    '%s is a day',
    (text) => {
      expect(parseDay(text)).toBe(text);
      expect(isDay(text)).toBe(true);
      expect(toDay(text)).toBe(text);
    },
  );

  test.each([
    '2026-02-30',
    '2019-02-29',
    '1900-02-29',
    '2100-02-29',
    '2019-13-01',
    '2019-00-10',
    '2019-04-31',
    '2019-04-00',
    '0000-01-01',
    '2019-8-1',
    '2019-08-01 ',
    '2019-08-01T00:00:00Z',
    '２０１９-08-01',
    '',
  ])('%j is none', (text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(isDay(text)).toBe(false);
    expect(() => toDay(text)).toThrow(RangeError);
  });

  test('is text and nothing else', () => {
    for (const value of [null, undefined, 20190801, new Date(0), ['2019-08-01']]) expect(isDay(value)).toBe(false);
    expect(civilDay(2019, 8, 1.5)).toBeUndefined();
    expect(civilDay(Number.NaN, 8, 1)).toBeUndefined();
  });

  test('has the weekday of the almanac', () => {
    expect(weekday(toDay('2019-08-01'))).toBe(4);
    expect(weekday(toDay('2026-02-28'))).toBe(6);
    expect(weekday(toDay('1969-12-28'))).toBe(7);
    expect(weekday(toDay('1949-10-01'))).toBe(6);
  });

  test('counts on across months, leap days and the summer time years of 1986 to 1991', () => {
    expect(addDays(toDay('2019-12-31'), 1)).toBe('2020-01-01');
    expect(addDays(toDay('2020-02-28'), 1)).toBe('2020-02-29');
    expect(addDays(toDay('1988-04-16'), 1)).toBe('1988-04-17');
    expect(addDays(toDay('2020-03-01'), -1)).toBe('2020-02-29');
    expect(daysBetween(toDay('2019-08-01'), toDay('2020-08-01'))).toBe(366);
    expect(daysBetween(toDay('2019-08-02'), toDay('2019-08-01'))).toBe(-1);
    expect(() => addDays(toDay('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(toDay('0001-01-01'), -1)).toThrow(RangeError);
  });

  test('tells its year and month', () => {
    expect([yearOf(toDay('2019-08-01')), monthOf(toDay('2019-08-01'))]).toEqual([2019, 8]);
  });

  test('survives the way to its number and back, in the order of the calendar', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const day = dayOfNumber(number);
        expect(dayNumber(day)).toBe(number);
        expect(new Date(number * 86_400_000).toISOString().slice(0, 10)).toBe(day);
        expect(weekday(day)).toBe(((new Date(number * 86_400_000).getUTCDay() + 6) % 7) + 1);
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(anyNumber, anyNumber, (a, b) => a < b === dayOfNumber(a) < dayOfNumber(b)));
  });
});

describe('what a clerk or a spreadsheet holds', () => {
  test.each([
    ['2019-8-1', '2019-08-01'],
    ['2019.8.1', '2019-08-01'],
    ['2019.08.01', '2019-08-01'],
    ['2019/8/1', '2019-08-01'],
    ['2020/8/11', '2020-08-11'],
    ['20190801', '2019-08-01'],
    ['2019-08-01', '2019-08-01'],
    [' 2024-08-01', '2024-08-01'],
    ['2024-01-15 17:29:00', '2024-01-15'],
    ['2024-01-15T17:29', '2024-01-15'],
    ['２０１９－８－１', '2019-08-01'],
    ['２０１９．８．１', '2019-08-01'],
    ['２０２０年８月１１日', '2020-08-11'],
    ['2019年8月1日', '2019-08-01'],
    ['2019年08月01日', '2019-08-01'],
    ['2019 年 8 月 1 日', '2019-08-01'],
    ['2019年8月1号', '2019-08-01'],
    ['\u{FEFF}2019年8月1日', '2019-08-01'],
    ['二〇一九年八月一日', '2019-08-01'],
    ['二○○八年四月三十日', '2008-04-30'],
    ['二○○三年十月二十四日', '2003-10-24'],
    ['二O一一年十月二十四日', '2011-10-24'],
    ['二OO四年四月二十二日', '2004-04-22'],
    ['二ＯＯ八年一月二十五日', '2008-01-25'],
    ['二Ｏ一一年一月二十六日', '2011-01-26'],
    ['二零零六年十一月七日', '2006-11-07'],
    ['二0一0年九月二十六日', '2010-09-26'],
    ['二○○○年二月十六日', '2000-02-16'],
    ['一九九七年一月一日', '1997-01-01'],
    ['二〇一九年十二月三十一日', '2019-12-31'],
    ['二〇一九年十月二十日', '2019-10-20'],
  ])('%j is %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test.each([
    '2026年2月30日',
    '2019年２月29日',
    '二〇一九年二月二十九日',
    '二〇一九年十三月一日',
    '二〇一九年二十月一日',
    '2019年8月二二日',
    '2019-8',
    '2019年8月',
    '19-8-1',
    '8/1/2019',
    '1.8.2019',
    '2019.8/1',
    '2019-08-01T00:00:00Z',
    '2019-08-01 25:00',
    '43678',
    '201908',
    '2019081',
    '0219-08-01',
    '2199年1月1日',
    '二O一九',
    '明天',
    '',
  ])('%j is not read as any day', (text) => {
    expect(readDay(text)).toBeUndefined();
  });

  test('whatever is read is a real day', () => {
    const signs = fc.constantFrom(...'0123456789-./年月日号 一二十〇O：T');
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 14 }), (text) => {
        const day = readDay(text);
        expect(day === undefined || isDay(day)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2099 }), fc.nat(20), fc.nat(40), (year, month, dayOfMonth) => {
        const day = civilDay(year, month, dayOfMonth);
        for (const text of [`${year}-${month}-${dayOfMonth}`, `${year}年${month}月${dayOfMonth}日`]) {
          expect(readDay(text)).toBe(day);
        }
      }),
    );
  });
});

describe('a day is written', () => {
  test.each([
    ['zh', 'long', '2019年8月1日'],
    ['zh', 'short', '2019-08-01'],
    ['en', 'long', '1 August 2019'],
    ['en', 'short', '1 Aug 2019'],
  ] as const)('in %s, %s: %s', (language, form, text) => {
    expect(formatDay(toDay('2019-08-01'), language, form)).toBe(text);
  });
});

describe('today in Beijing', () => {
  test.each([
    ['2019-08-01T15:59:59.999Z', '2019-08-01'],
    ['2019-08-01T16:00:00Z', '2019-08-02'],
    ['2019-07-31T16:00:00.000Z', '2019-08-01'],
    ['2019-12-31T16:00:00Z', '2020-01-01'],
    ['1988-07-01T15:59:00Z', '1988-07-01'],
    ['2019-08-01T00:00:00+08:00', '2019-08-01'],
    ['2019-08-01T00:00:00+09:00', '2019-07-31'],
    ['2019-08-01T20:00:00-05:00', '2019-08-02'],
  ])('at %s is %s', (instant, day) => {
    expect(todayIn(instant)).toBe(day);
  });

  test.each(['2019-08-01', '2019-08-01T10:00:00', '2019-02-30T10:00:00Z', 'now', ''])('is not told by %j', (text) => {
    expect(() => todayIn(text)).toThrow(RangeError);
  });
});
