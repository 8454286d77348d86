import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayNumber, dayOfNumber, toDay } from '../../electron/domain/day.ts';
import { addWorkingDays } from '../../electron/domain/deadline.ts';
import {
  type ClockDay,
  type ClockFacts,
  CONSULTATION_DAYS,
  countedDaysAfter,
  isConfirmedLate,
  LONGEST_EXTENSION,
  outcomeOf,
  pauseOf,
  REPLY_DAYS,
  REQUEST_CHANNELS,
  receivedOn,
  requestClock,
} from '../../electron/domain/requestClock.ts';
import { CLOCK_CASES } from './requestClockCases.ts';
import { calendar } from './seed.ts';

/** 09/11 #1, 09/14-09/18 #2-6: runs of counted days without a gap. */
function countText(days: readonly ClockDay[]): string {
  const runs: { from: Day; to: Day; first: number; last: number }[] = [];
  for (const { day, ordinal, kind } of days) {
    if (ordinal === undefined || kind === 'lapsed') continue;
    const run = runs.at(-1);
    if (run && addDays(run.to, 1) === day) Object.assign(run, { to: day, last: ordinal });
    else runs.push({ from: day, to: day, first: ordinal, last: ordinal });
  }
  const short = (day: Day) => day.slice(5).replace('-', '/');
  return runs
    .map(({ from, to, first, last }) =>
      from === to ? `${short(from)} #${first}` : `${short(from)}-${short(to)} #${first}-${last}`,
    )
    .join(', ');
}

test.each(CLOCK_CASES)('$title', (one) => {
  const clock = requestClock(
    {
      receivedOn: toDay(one.receivedOn),
      restarts: (one.restarts ?? []).map(toDay),
      pauses: (one.pauses ?? []).map(([from, to]) => ({ from: toDay(from), to: toDay(to) })),
      extension: one.extension ?? 0,
    },
    calendar,
  );
  expect(clock).toMatchObject({
    dueOn: one.dueOn,
    provisional: one.provisional ?? false,
    pausedWorkingDays: one.paused ?? 0,
    calendarVersion: calendar.version,
  });
  expect(countText(clock.days)).toBe(one.count);
});

test('at least thirty cases stand in the table, each with another title', () => {
  expect(new Set(CLOCK_CASES.map(({ title }) => title)).size).toBeGreaterThanOrEqual(30 + 8);
});

describe('the strip of days', () => {
  test('shows the count that a correction replaced, the restart, and begins anew', () => {
    const { days } = requestClock(
      { receivedOn: toDay('2019-06-03'), restarts: [toDay('2019-06-10')], pauses: [], extension: 0 },
      calendar,
    );
    expect(days.slice(0, 9)).toEqual([
      { day: '2019-06-03', kind: 'received' },
      { day: '2019-06-04', kind: 'lapsed', ordinal: 1 },
      { day: '2019-06-05', kind: 'lapsed', ordinal: 2 },
      { day: '2019-06-06', kind: 'lapsed', ordinal: 3 },
      { day: '2019-06-07', kind: 'off', name: '端午节' },
      { day: '2019-06-08', kind: 'weekend' },
      { day: '2019-06-09', kind: 'weekend' },
      { day: '2019-06-10', kind: 'restarted' },
      { day: '2019-06-11', kind: 'counted', ordinal: 1 },
    ]);
  });

  test('shows paused days without a number, and the numbers go on behind them', () => {
    const { days } = requestClock(
      {
        receivedOn: toDay('2019-06-10'),
        restarts: [],
        pauses: [{ from: toDay('2019-06-12'), to: toDay('2019-06-13') }],
        extension: 0,
      },
      calendar,
    );
    expect(days.slice(1, 5)).toEqual([
      { day: '2019-06-11', kind: 'counted', ordinal: 1 },
      { day: '2019-06-12', kind: 'paused' },
      { day: '2019-06-13', kind: 'paused' },
      { day: '2019-06-14', kind: 'counted', ordinal: 2 },
    ]);
  });

  test('tells the days of an extension apart', () => {
    const { days } = requestClock(
      { receivedOn: toDay('2019-06-10'), restarts: [], pauses: [], extension: 3 },
      calendar,
    );
    expect(days.filter(({ kind }) => kind === 'extended').map(({ ordinal }) => ordinal)).toEqual([21, 22, 23]);
  });
});

describe('the day of receipt', () => {
  const arrivedOn = toDay('2019-06-10');
  const confirmedOn = toDay('2019-06-12');
  test.each([
    ['inPerson', '2019-06-10'],
    ['signedMail', '2019-06-10'],
    ['ordinaryMail', '2019-06-12'],
    ['internet', '2019-06-12'],
    ['fax', '2019-06-12'],
  ] as const)('by %s is %s', (channel, expected) => {
    expect(receivedOn({ channel, arrivedOn, confirmedOn })).toBe(expected);
  });
  test('is unknown until a confirmation that it needs', () => {
    const unknown = REQUEST_CHANNELS.filter((channel) => receivedOn({ channel, arrivedOn }) === undefined);
    expect(unknown).toEqual(['ordinaryMail', 'internet', 'fax']);
  });
});

test('ordinary mail is confirmed on the day it comes, or late', () => {
  const arrivedOn = toDay('2019-06-10');
  const late = (channel: 'ordinaryMail' | 'internet', confirmedOn: Day | null) =>
    isConfirmedLate({ channel, arrivedOn, confirmedOn });
  expect(late('ordinaryMail', arrivedOn)).toBe(false);
  expect(late('ordinaryMail', null)).toBe(false);
  expect(late('ordinaryMail', toDay('2019-06-11'))).toBe(true);
  expect(late('internet', toDay('2019-06-11'))).toBe(false);
});

describe('a consultation', () => {
  const sentOn = toDay('2019-06-03');
  const today = toDay('2019-06-20');

  test('silence of a third party leaves the decision to the organ, that of a co-making organ consents', () => {
    expect(outcomeOf('thirdParty', 'silent')).toBe('organDecides');
    expect(outcomeOf('coMaker', 'silent')).toBe('consent');
    for (const party of ['thirdParty', 'coMaker'] as const) {
      expect(outcomeOf(party, 'agree')).toBe('consent');
      expect(outcomeOf(party, 'disagree')).toBe('objection');
    }
  });
  test('stops the clock from its sending to its answer', () => {
    expect(pauseOf({ sentOn, answeredOn: toDay('2019-06-12') }, calendar, today)).toEqual({
      from: '2019-06-03',
      to: '2019-06-12',
    });
  });
  test('that is open has taken the days up to today', () => {
    expect(pauseOf({ sentOn }, calendar, today)).toEqual({ from: '2019-06-03', to: '2019-06-20' });
  });
  test('takes no more than the 15 working days of the party, however late the answer', () => {
    // Received 06-04; Dragon Boat Festival off: 06-05 #1 … 06-26 #15.
    const consultation = { sentOn, letterReceivedOn: toDay('2019-06-04') };
    const limit = toDay('2019-06-26');
    expect(pauseOf({ ...consultation, answeredOn: toDay('2019-07-20') }, calendar, today).to).toBe(limit);
    expect(pauseOf(consultation, calendar, toDay('2019-08-01')).to).toBe(limit);
    expect(pauseOf({ ...consultation, answeredOn: limit }, calendar, today).to).toBe(limit);
    expect(addWorkingDays(toDay('2019-06-04'), CONSULTATION_DAYS, calendar).dueOn).toBe(limit);
  });
});

describe('working days left', () => {
  const clock = requestClock(
    {
      receivedOn: toDay('2019-06-03'),
      restarts: [],
      pauses: [{ from: toDay('2019-06-13'), to: toDay('2019-06-14') }],
      extension: 0,
    },
    calendar,
  );
  test('are not used up by a pause', () => {
    expect(clock.dueOn).toBe('2019-07-04');
    expect(countedDaysAfter(toDay('2019-06-12'), clock, calendar)).toBe(14);
    expect(countedDaysAfter(toDay('2019-06-14'), clock, calendar)).toBe(14);
    expect(countedDaysAfter(clock.dueOn, clock, calendar)).toBe(0);
  });
  test('turn into days overdue', () => {
    expect(countedDaysAfter(toDay('2019-07-08'), clock, calendar)).toBe(-2);
  });
});

const anyDay = fc
  .integer({ min: dayNumber(toDay('2018-01-01')), max: dayNumber(toDay('2026-06-30')) })
  .map(dayOfNumber);
const anyFacts = fc
  .record({
    receivedOn: anyDay,
    restartAfter: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 2 }),
    pauses: fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 30 })), { maxLength: 3 }),
    extension: fc.integer({ min: 0, max: LONGEST_EXTENSION }),
  })
  .map(
    (made): ClockFacts => ({
      receivedOn: made.receivedOn,
      restarts: made.restartAfter.map((days) => addDays(made.receivedOn, days)),
      pauses: made.pauses.map(([after, length]) => {
        const from = addDays(made.receivedOn, after);
        return { from, to: addDays(from, length) };
      }),
      extension: made.extension,
    }),
  );

describe('whatever happens to a request', () => {
  test('pausing never shortens the period', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const unpaused = requestClock({ ...facts, pauses: [] }, calendar).dueOn;
        expect(requestClock(facts, calendar).dueOn >= unpaused).toBe(true);
        const fewer = requestClock({ ...facts, pauses: facts.pauses.slice(1) }, calendar).dueOn;
        expect(requestClock(facts, calendar).dueOn >= fewer).toBe(true);
      }),
    );
  });
  test('a restart gives a fresh period, as if received on that day', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const last = facts.restarts.toSorted().at(-1);
        if (last === undefined) return;
        const fresh = requestClock({ ...facts, receivedOn: last, restarts: [] }, calendar);
        expect(requestClock(facts, calendar)).toMatchObject({
          dueOn: fresh.dueOn,
          startsOn: last,
          pausedWorkingDays: fresh.pausedWorkingDays,
        });
      }),
    );
  });
  test('the counted days are working days outside every pause, numbered 1 to the end', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { days, dueOn, startsOn } = requestClock(facts, calendar);
        const counted = days.filter(({ kind, ordinal }) => ordinal !== undefined && kind !== 'lapsed');
        expect(counted.map(({ ordinal }) => ordinal)).toEqual(
          Array.from({ length: REPLY_DAYS + facts.extension }, (_, at) => at + 1),
        );
        for (const { day } of counted) {
          expect(calendar.isWorkingDay(day)).toBe(true);
          expect(day > startsOn).toBe(true);
          expect(facts.pauses.some(({ from, to }) => from <= day && day <= to)).toBe(false);
        }
        expect(counted.at(-1)?.day).toBe(dueOn);
      }),
    );
  });
  test('the strip leaves no day out and shows none twice', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { days } = requestClock(facts, calendar);
        days.forEach(({ day }, at) => {
          expect(day).toBe(addDays(facts.receivedOn, at));
        });
      }),
    );
  });
  test('without pause and restart it is the plain working-day period', () => {
    fc.assert(
      fc.property(anyFacts, ({ receivedOn: on, extension }) => {
        const clock = requestClock({ receivedOn: on, restarts: [], pauses: [], extension }, calendar);
        expect(clock.dueOn).toBe(addWorkingDays(on, REPLY_DAYS + extension, calendar).dueOn);
      }),
    );
  });
});
