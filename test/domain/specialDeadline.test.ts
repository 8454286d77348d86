/** A special law prevails over the Regulation: a period or a day, for what is still to be posted. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../electron/domain/day.ts';
import { addMonths, dayNumber, dayOfNumber, monthOf } from '../../electron/domain/day.ts';
import { deadlineOf, explainDeadline, latestTriggerDueOnOrBefore } from '../../electron/domain/deadline.ts';
import { brokenOnSpecialDeadline, brokenOnSpecialWithdrawal } from '../../electron/domain/specialDeadline.ts';
import { day } from './facts.ts';
import { calendar } from './seed.ts';

const FACTS = { clockOn: day('2019-08-01'), postedOn: null, hasSpecial: false };
const PERIOD = { law: '《行政处罚法》第四十八条', days: 7, unit: 'WD', dueOn: null, reason: '行政处罚决定' } as const;
const codes = (special: Partial<Parameters<typeof brokenOnSpecialDeadline>[0]>, facts: object = {}) =>
  brokenOnSpecialDeadline({ ...PERIOD, ...special }, { ...FACTS, ...facts }).map(({ code }) => code.split('.')[1]);

describe('a special deadline', () => {
  test.each<[string, Parameters<typeof codes>[0], object, string[]]>([
    ['a period will do', {}, {}, []],
    ['so will a day', { days: null, unit: null, dueOn: day('2019-08-12') }, {}, []],
    ['not both', { dueOn: day('2019-08-12') }, {}, ['oneOfTwo']],
    ['nor neither', { days: null, unit: null }, {}, ['oneOfTwo']],
    ['not a period without a unit', { unit: null }, {}, ['periodBad']],
    ['not one too long', { days: 251 }, {}, ['periodBad']],
    ['not a day before the clock', { days: null, unit: null, dueOn: day('2019-08-01') }, {}, ['beforeTrigger']],
    ['not without law and reason', { law: ' ', reason: '' }, {}, ['lawMissing', 'reasonMissing']],
    ['not where nothing is owed', {}, { clockOn: null }, ['notOwed']],
    ['not once it is posted', {}, { postedOn: day('2019-08-20') }, ['posted']],
    ['not a second one', {}, { hasSpecial: true }, ['already']],
  ])('%s', (_, special, facts, expected) => {
    expect(codes(special, facts)).toEqual(expected);
  });

  test('is withdrawn with a reason, while it holds and nothing is posted', () => {
    const withdrawal = (reason: string, facts: object) =>
      brokenOnSpecialWithdrawal(reason, { ...FACTS, ...facts }).map(({ code }) => code.split('.')[1]);
    expect(withdrawal('依据有误', { hasSpecial: true })).toEqual([]);
    expect(withdrawal(' ', { hasSpecial: false })).toEqual(['reasonMissing', 'none']);
    expect(withdrawal('依据有误', { hasSpecial: true, postedOn: day('2019-08-20') })).toEqual(['posted']);
  });
});

describe('a period of months', () => {
  test.each([
    ['2019-01-31', 1, '2019-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2019-08-01', 24, '2021-08-01'],
    ['2019-12-31', 2, '2020-02-29'],
    ['2019-11-15', 3, '2020-02-15'],
  ])('from %s, %i months, ends on %s', (from, months, to) => {
    expect(deadlineOf(day(from), months, 'M', calendar)).toMatchObject({ dueOn: to, provisional: false, unit: 'M' });
    const { days } = explainDeadline(day(from), months, 'M', calendar);
    expect(days.map((counted) => counted.day)).toEqual([from, to]);
  });

  test('that ends on a day off names the working day after it as a note', () => {
    expect(deadlineOf(day('2019-09-01'), 1, 'M', calendar)).toMatchObject({
      dueOn: '2019-10-01',
      movedTo: '2019-10-08',
    });
  });

  const anyDay = fc
    .integer({ min: dayNumber(day('2010-01-01')), max: dayNumber(day('2030-12-31')) })
    .map((number): Day => dayOfNumber(number));

  test('ends in the month so many on, never later in it, and later starts never end earlier', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 60 }), (a, b, months) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(addMonths(early, months) <= addMonths(late, months)).toBe(true);
        expect(monthOf(addMonths(a, months))).toBe(((monthOf(a) - 1 + months) % 12) + 1);
        expect(Number(addMonths(a, months).slice(8))).toBeLessThanOrEqual(Number(a.slice(8)));
      }),
    );
  });

  test('a trigger is due by a day exactly when it is not later than the latest that is', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 30 }), (trigger, by, months) => {
        const latest = latestTriggerDueOnOrBefore(by, months, calendar, 'M');
        expect(trigger <= latest).toBe(addMonths(trigger, months) <= by);
      }),
    );
  });
});
