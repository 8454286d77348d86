import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayNumber, dayOfNumber, toDay } from '../../electron/domain/day.ts';
import {
  addCalendarDays,
  addWorkingDays,
  explainDeadline,
  latestTriggerDueOnOrBefore,
  nextWorkingDay,
  previousWorkingDay,
  remainingWorkingDays,
  workingDaysBetween,
} from '../../electron/domain/deadline.ts';
import { calendar, fixture } from './seed.ts';

const PERIODS = [1, 5, 10, 15, 20] as const;
const firstNumber = dayNumber(toDay('2018-01-01'));
const lastNumber = dayNumber(toDay('2026-12-31'));
const anyDay = fc.integer({ min: firstNumber, max: lastNumber }).map(dayOfNumber);
const anyPeriod = fc.integer({ min: 1, max: 60 });

/** The worked examples of the bureau's rules, counted by hand. */
const EXAMPLES = [
  [
    '2019-08-01',
    20,
    '2019-08-29',
    '08/02 #1, 08/05-08/09 #2-6, 08/12-08/16 #7-11, 08/19-08/23 #12-16, 08/26-08/29 #17-20',
  ],
  ['2019-04-24', 5, '2019-04-30', '04/25-04/26 #1-2, 04/28-04/30 #3-5'],
  ['2020-01-17', 20, '2020-02-21', '01/19-01/23 #1-5, 02/03-02/07 #6-10, 02/10-02/14 #11-15, 02/17-02/21 #16-20'],
  [
    '2021-09-17',
    20,
    '2021-10-21',
    '09/18 #1, 09/22-09/24 #2-4, 09/26-09/30 #5-9, 10/08-10/09 #10-11, 10/11-10/15 #12-16, 10/18-10/21 #17-20',
  ],
  ['2022-03-28', 5, '2022-04-02', '03/29-04/02 #1-5'],
  ['2024-01-19', 20, '2024-02-21', '01/22-01/26 #1-5, 01/29-02/02 #6-10, 02/04-02/09 #11-16, 02/18-02/21 #17-20'],
  [
    '2025-09-12',
    20,
    '2025-10-16',
    '09/15-09/19 #1-5, 09/22-09/26 #6-10, 09/28-09/30 #11-13, 10/09-10/11 #14-16, 10/13-10/16 #17-20',
  ],
  ['2026-01-26', 20, '2026-02-28', '01/27-01/30 #1-4, 02/02-02/06 #5-9, 02/09-02/14 #10-15, 02/24-02/28 #16-20'],
] as const;

describe('a period in working days', () => {
  test.each(EXAMPLES)('from %s, %i working days, ends on %s', (trigger, days, dueOn, count) => {
    const explained = explainDeadline(toDay(trigger), days, 'WD', calendar);
    expect(addWorkingDays(toDay(trigger), days, calendar)).toEqual({
      dueOn,
      provisional: false,
      unit: 'WD',
      days,
      calendarVersion: calendar.version,
    });
    expect(explained.dueOn).toBe(dueOn);
    expect(segmentsText(explained.segments)).toBe(count);
    expect(explained.days[0]).toEqual({ day: trigger, kind: 'trigger' });
    expect(explained.days.filter((day) => day.ordinal).map((day) => day.ordinal)).toEqual(
      Array.from({ length: days }, (_, index) => index + 1),
    );
  });

  test('signed Friday 2019-09-27, due Wednesday 2019-10-30: National Day off, 29 September and 12 October worked', () => {
    const { dueOn, days } = explainDeadline(toDay('2019-09-27'), 20, 'WD', calendar);
    expect(dueOn).toBe('2019-10-30');
    expect(days.slice(1, 6)).toEqual([
      { day: '2019-09-28', kind: 'weekend' },
      { day: '2019-09-29', kind: 'makeUp', ordinal: 1, name: '国庆节调休上班' },
      { day: '2019-09-30', kind: 'counted', ordinal: 2 },
      { day: '2019-10-01', kind: 'off', name: '国庆节' },
      { day: '2019-10-02', kind: 'off', name: '国庆节' },
    ]);
    expect(days.find((day) => day.day === '2019-10-12')).toEqual({
      day: '2019-10-12',
      kind: 'makeUp',
      ordinal: 7,
      name: '国庆节调休上班',
    });
  });

  test.each(fixture('deadline_cases.csv'))('of the real document $doc_id, $title', (row) => {
    const trigger = toDay(row.written_date ?? '');
    expect(addWorkingDays(trigger, 20, calendar)).toMatchObject({
      dueOn: row.deadline_20th_workday,
      provisional: false,
    });
    if (!row.published_date) return;
    const posted = toDay(row.published_date);
    expect(workingDaysBetween(trigger, posted, calendar)).toBe(Number(row.lag_workdays));
    expect(String(posted <= (row.deadline_20th_workday ?? ''))).toBe(row.on_time);
  });

  test.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('is the same on a machine in %s', (zone) => {
    const script = fileURLToPath(new URL('deadlineReport.ts', import.meta.url));
    const here = JSON.parse(
      execFileSync(process.execPath, [script], { encoding: 'utf8', env: { ...process.env, TZ: zone } }),
    );
    expect(here.zone).toBe({ UTC: 0, 'America/New_York': 300, 'Asia/Shanghai': -480 }[zone]);
    expect(here.report.cases).toEqual(fixture('deadline_cases.csv').map((row) => row.deadline_20th_workday));
    expect(here.report.today).toBe('2019-08-02');
    expect(here.report.read).toEqual(['2019-08-01', '2024-01-15', null]);
    expect(here.report.explained).toEqual(explainDeadline(toDay('2021-09-17'), 20, 'WD', calendar));
    expect(here.report.everyDay).toEqual(
      everyDay().flatMap((day) => [5, 20].map((days) => addWorkingDays(day, days, calendar).dueOn)),
    );
  });

  test('agrees with a count day by day for every day of 2018 to 2026', () => {
    const lists = publishedLists();
    for (const day of everyDay()) {
      for (const days of PERIODS) {
        expect([day, days, addWorkingDays(day, days, calendar).dueOn]).toEqual([
          day,
          days,
          countByHand(day, days, lists),
        ]);
      }
    }
  });

  test('differs from Monday-to-Friday counting, and from counting that forgets the make-up days', () => {
    const lists = publishedLists();
    const weekendsOnly = { off: new Set<string>(), work: new Set<string>() };
    const withoutMakeUp = { off: lists.off, work: new Set<string>() };
    const answers = everyDay().map((day) => [
      addWorkingDays(day, 20, calendar).dueOn,
      countByHand(day, 20, weekendsOnly),
      countByHand(day, 20, withoutMakeUp),
    ]);
    expect(answers.filter(([right, plain]) => right !== plain).length).toBeGreaterThan(answers.length / 3);
    const forgetful = answers.filter(([right, , late]) => right !== late);
    expect(forgetful.length).toBeGreaterThan(answers.length / 3);
    expect(forgetful.every(([right = '', , late = '']) => late > right)).toBe(true);
  });

  test('never ends on a day off, never ends earlier for a later trigger, grows with each day', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, (trigger, days) => {
        const { dueOn } = addWorkingDays(trigger, days, calendar);
        expect(calendar.isWorkingDay(dueOn)).toBe(true);
        expect(workingDaysBetween(trigger, dueOn, calendar)).toBe(days);
        expect(addWorkingDays(addDays(trigger, 1), days, calendar).dueOn >= dueOn).toBe(true);
        expect(addWorkingDays(trigger, days + 1, calendar).dueOn).toBe(nextWorkingDay(dueOn, calendar));
      }),
      { numRuns: 2000 },
    );
  });

  test('is due by a day exactly for triggers up to the inverse', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyPeriod,
        fc.constantFrom('WD', 'CD'),
        fc.integer({ min: -40, max: 40 }),
        (day, days, unit, shift) => {
          const latest = latestTriggerDueOnOrBefore(day, days, calendar, unit);
          const due = (trigger: Day) =>
            (unit === 'WD' ? addWorkingDays : addCalendarDays)(trigger, days, calendar).dueOn <= day;
          expect([due(latest), due(addDays(latest, 1))]).toEqual([true, false]);
          const other = addDays(latest, shift);
          expect(due(other)).toBe(other <= latest);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('of %d days is refused', (days) => {
    expect(() => addWorkingDays(toDay('2019-08-01'), days, calendar)).toThrow(RangeError);
    expect(() => addCalendarDays(toDay('2019-08-01'), days, calendar)).toThrow(RangeError);
    expect(() => latestTriggerDueOnOrBefore(toDay('2019-08-01'), days, calendar)).toThrow(RangeError);
  });
});

describe('a deadline beyond the last notice', () => {
  test('is firm for documents signed up to 2026-12-03 and provisional after', () => {
    expect(addWorkingDays(toDay('2026-12-03'), 20, calendar)).toMatchObject({
      dueOn: '2026-12-31',
      provisional: false,
    });
    expect(addWorkingDays(toDay('2026-12-04'), 20, calendar)).toMatchObject({ provisional: true });
  });

  test('counts Monday to Friday and reminds two working days earlier', () => {
    expect(addWorkingDays(toDay('2026-12-10'), 20, calendar)).toEqual({
      dueOn: '2027-01-07',
      provisional: true,
      unit: 'WD',
      days: 20,
      calendarVersion: calendar.version,
      reminderOn: '2027-01-05',
    });
  });

  test('never reminds before the period has begun', () => {
    expect(addWorkingDays(toDay('2026-12-31'), 1, calendar)).toMatchObject({
      dueOn: '2027-01-01',
      reminderOn: '2027-01-01',
    });
  });
});

describe('a period in calendar days', () => {
  test.each([
    ['2026-02-03', 20, '2026-02-23', '2026-02-24'],
    ['2026-09-18', 15, '2026-10-03', '2026-10-08'],
  ])('from %s, %i days, ends strictly on %s, noted as moved to %s', (trigger, days, dueOn, movedTo) => {
    expect(addCalendarDays(toDay(trigger), days, calendar)).toEqual({
      dueOn,
      provisional: false,
      unit: 'CD',
      days,
      calendarVersion: calendar.version,
      movedTo,
    });
  });

  test('has no note where it ends on a working day, make-up Saturdays included', () => {
    expect(addCalendarDays(toDay('2026-02-13'), 15, calendar)).not.toHaveProperty('movedTo');
    expect(addCalendarDays(toDay('2019-08-01'), 1, calendar)).not.toHaveProperty('movedTo');
  });

  test('makes no note that a coming notice could overturn', () => {
    expect(addCalendarDays(toDay('2026-12-31'), 2, calendar)).toMatchObject({
      dueOn: '2027-01-02',
      provisional: false,
    });
    expect(addCalendarDays(toDay('2026-12-31'), 2, calendar)).not.toHaveProperty('movedTo');
  });

  test('counts every day', () => {
    const { days, segments, period } = explainDeadline(toDay('2026-02-03'), 20, 'CD', calendar);
    expect(period).toBe(20);
    expect(segmentsText(segments)).toBe('02/04-02/23 #1-20');
    expect(days.at(-1)).toEqual({ day: '2026-02-23', kind: 'counted', ordinal: 20, name: '春节' });
  });
});

describe('working days left', () => {
  test('are none on the due day, negative after it', () => {
    const dueOn = toDay('2019-08-29');
    const left = (today: string) => remainingWorkingDays(toDay(today), dueOn, calendar);
    expect(left('2019-08-01')).toBe(20);
    expect(left('2019-08-28')).toBe(1);
    expect(left('2019-08-29')).toBe(0);
    expect(left('2019-08-30')).toBe(-1);
    expect(left('2019-09-02')).toBe(-2);
  });

  test('do not fall over days off', () => {
    expect(remainingWorkingDays(toDay('2019-10-07'), toDay('2019-09-30'), calendar)).toBe(0);
    expect(remainingWorkingDays(toDay('2019-10-08'), toDay('2019-09-30'), calendar)).toBe(-1);
  });

  test('lead from one working day to the next and back', () => {
    expect(nextWorkingDay(toDay('2026-02-13'), calendar)).toBe('2026-02-14');
    expect(nextWorkingDay(toDay('2026-02-14'), calendar)).toBe('2026-02-24');
    expect(previousWorkingDay(toDay('2026-02-24'), calendar)).toBe('2026-02-14');
    expect(previousWorkingDay(toDay('2026-02-20'), calendar)).toBe('2026-02-14');
  });

  test('are the same counted from either side', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(workingDaysBetween(a, b, calendar) + workingDaysBetween(b, a, calendar)).toBe(0);
      }),
    );
  });
});

type Lists = { readonly off: ReadonlySet<string>; readonly work: ReadonlySet<string> };

/** Straight from the published list, not from the shipped notices. */
function publishedLists(): Lists {
  const rows = fixture('holidays.csv');
  const pick = (isOff: string) => new Set(rows.filter((row) => row.is_off_day === isOff).map((row) => row.date ?? ''));
  return { off: pick('true'), work: pick('false') };
}

/** A second counter that shares nothing with the first: one day after another on JavaScript's UTC clock. */
function countByHand(trigger: string, days: number, { off, work }: Lists): string {
  const date = new Date(`${trigger}T00:00:00Z`);
  for (let left = days; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    const text = date.toISOString().slice(0, 10);
    const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (work.has(text) || (!isWeekend && !off.has(text))) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}

function everyDay(): Day[] {
  return Array.from({ length: lastNumber - firstNumber + 1 }, (_, index) => dayOfNumber(firstNumber + index));
}

function segmentsText(segments: ReturnType<typeof explainDeadline>['segments']): string {
  const short = (day: string) => day.slice(5).replace('-', '/');
  return segments
    .map(({ from, to, firstOrdinal, lastOrdinal }) =>
      from === to ? `${short(from)} #${firstOrdinal}` : `${short(from)}-${short(to)} #${firstOrdinal}-${lastOrdinal}`,
    )
    .join(', ');
}
