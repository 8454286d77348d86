/** A holiday notice as it is typed: all that is wrong with it is told at once, each at its field. */
import { expect, test } from 'vitest';
import { buildCalendar } from '../../electron/domain/calendar.ts';
import { toDay } from '../../electron/domain/day.ts';
import { brokenOnNotice } from '../../electron/domain/notice.ts';

const KNOWN = buildCalendar([]);
const NEW_YEAR = { day: toDay('2027-01-01'), kind: 'off', name: '元旦' } as const;
const NOTICE = {
  year: 2027,
  number: '国办发明电〔2026〕9号',
  issuedOn: toDay('2026-11-10'),
  url: '',
  days: [NEW_YEAR],
};

const found = (change: Partial<Parameters<typeof brokenOnNotice>[0]>) =>
  brokenOnNotice({ ...NOTICE, ...change }, KNOWN).map(({ code, field }) => `${field}: ${code}`);

test('a whole notice passes', () => {
  expect(found({})).toEqual([]);
});

test('an empty one lacks number, day of issue and days', () => {
  expect(found({ number: ' ', issuedOn: null, days: [] })).toEqual([
    'issuedOn: calendar.issuedOnMissing',
    'number: calendar.numberMissing',
    'days: calendar.noticeEmpty',
  ]);
});

test('it is issued in its year or the year before', () => {
  expect(found({ issuedOn: toDay('2027-01-20') })).toEqual([]);
  expect(found({ issuedOn: toDay('2025-12-31') })).toEqual(['year: calendar.noticeYearBad']);
});

test('days lie within the year, once each, and no plain working day is marked as worked', () => {
  const days = [
    NEW_YEAR,
    NEW_YEAR,
    { day: toDay('2027-01-05'), kind: 'work', name: '元旦' } as const,
    { day: toDay('2028-03-01'), kind: 'off', name: '春节' } as const,
  ];
  expect(found({ days })).toEqual([
    'days: calendar.dayTwice',
    'days: calendar.workOnWeekday',
    'days: calendar.dayOutsideYear',
  ]);
});
