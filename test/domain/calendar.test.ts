import { describe, expect, test } from 'vitest';
import { buildCalendar, type HolidayNotice, type NoticeDay } from '../../electron/domain/calendar.ts';
import { addDays, type Day, isDay, toDay, weekday } from '../../electron/domain/day.ts';
import { parseDocNumber } from '../../electron/domain/docNumber.ts';
import { calendar, fixture, notices } from './seed.ts';

function days(from: string, to: string): Day[] {
  const list: Day[] = [];
  for (let day = toDay(from); day <= to; day = addDays(day, 1)) list.push(day);
  return list;
}

function notice(year: number, issuedOn: string, entries: [string, NoticeDay['kind'], string][]): HolidayNotice {
  return {
    year,
    number: `国办发明电〔${issuedOn.slice(0, 4)}〕1号`,
    issuedOn: toDay(issuedOn),
    url: '',
    days: entries.map(([day, kind, name]) => ({ day: toDay(day), kind, name })),
  };
}

describe('the State Council notices that ship with the program', () => {
  test('cover 2015 to 2026, each with number, date and address', () => {
    expect(calendar.lastCoveredYear).toBe(2026);
    for (let year = 2015; year <= 2026; year++) expect(calendar.covers(year)).toBe(true);
    expect([calendar.covers(2014), calendar.covers(2027), calendar.covers(toDay('2027-01-01'))]).toEqual([
      false,
      false,
      false,
    ]);
    for (const { number, issuedOn, url, days } of notices) {
      expect(parseDocNumber(number)).toMatchObject({ ok: true, fixes: [] });
      expect(isDay(issuedOn)).toBe(true);
      expect(url).toMatch(/^https?:\/\/www\.gov\.cn\//);
      for (const { day } of days) expect(isDay(day)).toBe(true);
    }
  });

  test('give every day of the published lists of 2018 to 2026, and no other, its standing', () => {
    const listed = new Map(fixture('holidays.csv').map((row) => [row.date, row.is_off_day === 'false']));
    for (const day of days('2018-01-01', '2026-12-31')) {
      expect([day, calendar.isWorkingDay(day)]).toEqual([day, listed.get(day) ?? weekday(day) <= 5]);
    }
  });

  test('keep the amendments of 2019 and 2020 as notices of their own', () => {
    const before = buildCalendar(
      notices.filter((n) => !['国办发明电〔2019〕3号', '国办发明电〔2020〕1号'].includes(n.number)),
    );
    expect(before.isWorkingDay(toDay('2019-05-02'))).toBe(true);
    expect(before.isWorkingDay(toDay('2019-04-28'))).toBe(false);
    expect(before.isMakeUp(toDay('2020-02-01'))).toBe(true);
    expect(calendar.isWorkingDay(toDay('2019-05-02'))).toBe(false);
    expect(calendar.isMakeUp(toDay('2019-04-28'))).toBe(true);
    expect(calendar.isWorkingDay(toDay('2020-02-01'))).toBe(false);
    expect(before.version).not.toBe(calendar.version);
  });

  test('name days off and make-up days', () => {
    expect(calendar.nameOf(toDay('2019-10-01'))).toBe('国庆节');
    expect(calendar.nameOf(toDay('2019-10-12'))).toBe('国庆节调休上班');
    expect(calendar.nameOf(toDay('2019-08-01'))).toBeUndefined();
    expect(calendar.nameOf(toDay('2019-08-03'))).toBeUndefined();
    expect(calendar.nameOf(toDay('2020-02-03'))).toBeUndefined();
    expect(calendar.isMakeUp(toDay('2020-02-03'))).toBe(false);
  });

  test('open New Year of 2019 on the last days of 2018', () => {
    expect(calendar.isMakeUp(toDay('2018-12-29'))).toBe(true);
    expect(calendar.isWorkingDay(toDay('2018-12-31'))).toBe(false);
  });
});

describe('a calendar', () => {
  test('counts Monday to Friday where no notice is known', () => {
    const plain = buildCalendar([]);
    expect(plain.lastCoveredYear).toBeUndefined();
    for (const day of days('1999-12-20', '2000-02-10')) expect(plain.isWorkingDay(day)).toBe(weekday(day) <= 5);
    for (const day of days('2027-01-01', '2027-12-31')) expect(calendar.isWorkingDay(day)).toBe(weekday(day) <= 5);
  });

  test('numbers working days one by one, with and without notices, before, within and after them', () => {
    for (const each of [buildCalendar([]), calendar]) {
      for (const day of days('2013-01-01', '2029-12-31')) {
        const step = each.countUpTo(day) - each.countUpTo(addDays(day, -1));
        expect([day, step]).toEqual([day, each.isWorkingDay(day) ? 1 : 0]);
        if (each.isWorkingDay(day)) expect(each.dayOfCount(each.countUpTo(day))).toBe(day);
      }
    }
  });

  test('lets the later notice win day by day, in whatever order they are handed in', () => {
    const first = notice(2030, '2029-11-01', [
      ['2030-05-01', 'off', '劳动节'],
      ['2030-05-04', 'work', '劳动节'],
    ]);
    const second = notice(2030, '2030-03-01', [['2030-05-04', 'off', '劳动节']]);
    for (const list of [
      [first, second],
      [second, first],
    ]) {
      const built = buildCalendar(list);
      expect(built.isWorkingDay(toDay('2030-05-01'))).toBe(false);
      expect(built.isMakeUp(toDay('2030-05-04'))).toBe(false);
      expect(built.version).toBe(buildCalendar([first, second]).version);
      expect(built.version).toMatch(/^2030-03-01\//);
    }
  });

  test('takes local days over the national notice and shows it in its version', () => {
    const flood = { day: toDay('2019-08-12'), kind: 'off', name: '防汛停工', basis: '辽政办明电〔2019〕9号' } as const;
    const local = buildCalendar(notices, [flood]);
    expect(local.isWorkingDay(flood.day)).toBe(false);
    expect(local.nameOf(flood.day)).toBe('防汛停工');
    expect(local.version).not.toBe(calendar.version);
    expect(buildCalendar(notices, [flood]).version).toBe(local.version);
  });
});
