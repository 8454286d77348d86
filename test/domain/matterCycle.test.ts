import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, dayOfNumber, daysBetween } from '../../electron/domain/day.ts';
import { deadlineOf } from '../../electron/domain/deadline.ts';
import {
  PERIOD_CYCLES,
  periodAfter,
  periodHolding,
  renewalPeriod,
  UPDATE_CYCLES,
} from '../../electron/domain/matters/cycle.ts';
import { day } from './facts.ts';
import { calendar } from './seed.ts';

describe('the calendar period that holds a day', () => {
  test.each([
    ['2019-09-24', 'weekly', '2019-09-23', '2019-09-29'],
    ['2019-09-23', 'weekly', '2019-09-23', '2019-09-29'],
    ['2019-12-31', 'weekly', '2019-12-30', '2020-01-05'],
    ['2019-09-24', 'monthly', '2019-09-01', '2019-09-30'],
    ['2020-02-10', 'monthly', '2020-02-01', '2020-02-29'],
    ['2019-09-24', 'quarterly', '2019-07-01', '2019-09-30'],
    ['2019-12-31', 'quarterly', '2019-10-01', '2019-12-31'],
    ['2019-06-30', 'halfYearly', '2019-01-01', '2019-06-30'],
    ['2019-07-01', 'halfYearly', '2019-07-01', '2019-12-31'],
    ['2019-09-24', 'yearly', '2019-01-01', '2019-12-31'],
  ] as const)('%s, %s: %s to %s', (within, cycle, from, to) => {
    expect(periodHolding(day(within), cycle)).toEqual({ from, to });
  });

  const anyDay = fc.integer({ min: dayNumber(day('2008-01-01')), max: dayNumber(day('2099-12-31')) }).map(dayOfNumber);
  const anyCycle = fc.constantFrom(...PERIOD_CYCLES);

  test('holds it, and is the same for each of its days', () => {
    fc.assert(
      fc.property(anyDay, anyCycle, fc.nat(366), (within, cycle, later) => {
        const period = periodHolding(within, cycle);
        expect(period.from <= within && within <= period.to).toBe(true);
        const other = addDays(period.from, later % (daysBetween(period.from, period.to) + 1));
        expect(periodHolding(other, cycle)).toEqual(period);
      }),
    );
  });

  test('is followed by the next without gap or overlap', () => {
    fc.assert(
      fc.property(anyDay, anyCycle, (within, cycle) => {
        const period = periodHolding(within, cycle);
        const next = periodAfter(period, cycle);
        expect(next.from).toBe(addDays(period.to, 1));
        expect(next.to > next.from).toBe(true);
      }),
    );
  });
});

describe('how long a page stays fresh', () => {
  test.each([
    ['2019-09-24', 'weekly', '2019-10-01'],
    ['2019-09-24', 'fortnightly', '2019-10-08'],
    ['2019-01-31', 'monthly', '2019-02-28'],
    ['2020-01-31', 'monthly', '2020-02-29'],
    ['2019-11-30', 'quarterly', '2020-02-29'],
    ['2019-08-31', 'halfYearly', '2020-02-29'],
    ['2020-02-29', 'yearly', '2021-02-28'],
  ] as const)('renewed %s, %s: until %s', (renewedOn, cycle, until) => {
    const { days, unit } = renewalPeriod(cycle);
    expect(deadlineOf(day(renewedOn), days, unit, calendar).dueOn).toBe(until);
  });

  test('a longer cycle never ends earlier', () => {
    const anyDay = fc
      .integer({ min: dayNumber(day('2018-01-01')), max: dayNumber(day('2026-12-31')) })
      .map(dayOfNumber);
    fc.assert(
      fc.property(anyDay, (renewedOn) => {
        const ends = UPDATE_CYCLES.map((cycle) => {
          const { days, unit } = renewalPeriod(cycle);
          return deadlineOf(renewedOn, days, unit, calendar).dueOn;
        });
        expect(ends).toEqual(ends.toSorted());
        expect(ends.every((end) => end > renewedOn)).toBe(true);
      }),
    );
  });
});
