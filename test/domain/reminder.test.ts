import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween } from '../../electron/domain/day.ts';
import { nextWorkingDay, remainingWorkingDays, workingDaysBetween } from '../../electron/domain/deadline.ts';
import { type ReminderSettings, type SentReminder, stageDue, stageOf } from '../../electron/domain/reminder.ts';
import { day } from './facts.ts';
import { calendar } from './seed.ts';

const settings: ReminderSettings = { stages: [5, 1] };
const dueOn = day('2019-08-29');

function owed(today: Day, due = dueOn, doneOn: Day | null = null) {
  return { dueOn: due, doneOn, workingDaysLeft: remainingWorkingDays(today, due, calendar) };
}

function due(on: string, sent: readonly SentReminder[] = []) {
  return stageDue(owed(day(on)), day(on), calendar, settings, sent);
}

function sent(stage: string, raisedOn: string, changes: Partial<SentReminder> = {}): SentReminder {
  return { stage, dueOn, raisedOn: day(raisedOn), isAnswered: false, snoozedUntil: null, ...changes };
}

describe('a reminder goes out', () => {
  test.each([
    ['2019-08-21', undefined],
    ['2019-08-22', 'T-5'],
    ['2019-08-23', 'T-5'],
    ['2019-08-24', undefined],
    ['2019-08-26', 'T-5'],
    ['2019-08-28', 'T-1'],
    ['2019-08-29', 'today'],
    ['2019-08-30', 'overdue'],
    ['2019-08-31', undefined],
    ['2019-09-02', 'overdue'],
  ])('on %s, when the machine was off before: %s', (on, stage) => {
    expect(due(on)).toBe(stage);
  });

  test('on a make-up Saturday, and not on National Day', () => {
    const october = day('2019-10-12');
    expect(stageDue(owed(october, october), october, calendar, settings, [])).toBe('today');
    const holiday = day('2019-10-03');
    expect(stageDue(owed(holiday, day('2019-09-30')), holiday, calendar, settings, [])).toBeUndefined();
  });

  test('each stage once, however often one asks', () => {
    expect(due('2019-08-22', [sent('T-5', '2019-08-22')])).toBeUndefined();
    expect(due('2019-08-27', [sent('T-5', '2019-08-22')])).toBeUndefined();
    expect(due('2019-08-28', [sent('T-5', '2019-08-22')])).toBe('T-1');
  });

  test('what is overdue once each working day', () => {
    expect(due('2019-08-30', [sent('overdue', '2019-08-30')])).toBeUndefined();
    expect(due('2019-09-02', [sent('overdue', '2019-08-30')])).toBe('overdue');
  });

  test('nothing for what is done', () => {
    const on = day('2019-09-02');
    expect(stageDue(owed(on, dueOn, on), on, calendar, settings, [])).toBeUndefined();
  });

  test('anew when a holiday notice moves the due day', () => {
    const moved = day('2019-08-30');
    const on = day('2019-08-29');
    expect(stageDue(owed(on, moved), on, calendar, settings, [sent('T-1', '2019-08-28')])).toBe('T-1');
  });
});

describe('a person quiets a reminder', () => {
  test('snoozed, it is silent until its day, whatever stage is reached meanwhile, and then comes again', () => {
    const snoozed = [sent('T-5', '2019-08-22', { snoozedUntil: day('2019-08-27') })];
    expect(due('2019-08-26', snoozed)).toBeUndefined();
    expect(due('2019-08-27', snoozed)).toBe('T-5');
    expect(due('2019-08-27', [...snoozed, sent('T-5', '2019-08-27')])).toBeUndefined();
    const overTheEnd = [sent('T-1', '2019-08-28', { snoozedUntil: day('2019-09-03') })];
    expect(due('2019-08-30', overTheEnd)).toBeUndefined();
    expect(due('2019-09-03', overTheEnd)).toBe('overdue');
  });

  test('answered, its stage is silent, yet the next one comes; overdue comes again the next working day', () => {
    const answered = { isAnswered: true };
    expect(due('2019-08-26', [sent('T-5', '2019-08-22', answered)])).toBeUndefined();
    expect(due('2019-08-28', [sent('T-5', '2019-08-22', answered)])).toBe('T-1');
    expect(due('2019-08-30', [sent('overdue', '2019-08-30', answered)])).toBeUndefined();
    expect(due('2019-09-02', [sent('overdue', '2019-08-30', answered)])).toBe('overdue');
  });

  test('answered with a day on which to ask again, it is silent until that day', () => {
    const until = [sent('overdue', '2019-08-30', { isAnswered: true, snoozedUntil: day('2019-09-05') })];
    expect(due('2019-09-04', until)).toBeUndefined();
    expect(due('2019-09-05', until)).toBe('overdue');
  });
});

test('over a year with a machine that is often off, nothing is missed by more than a working day of the machine', () => {
  const start = day('2019-01-01');
  const end = day('2019-12-31');
  const anyItem = fc.record({
    dueOn: fc
      .integer({ min: 10, max: 340 })
      .map((n) => addDays(start, n))
      .map((on) => (calendar.isWorkingDay(on) ? on : nextWorkingDay(on, calendar))),
    doneAfter: fc.integer({ min: -3, max: 20 }),
  });
  fc.assert(
    fc.property(
      fc.array(anyItem, { minLength: 1, maxLength: 5 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 200, size: 'max' }),
      (items, offDays) => {
        const off = new Set(offDays);
        const log = items.map((): SentReminder[] => []);
        for (let n = 0; n <= daysBetween(start, end); n++) {
          const today = addDays(start, n);
          const isOn = !off.has(n);
          items.forEach((item, i) => {
            const done = addDays(item.dueOn, item.doneAfter);
            const duty = owed(today, item.dueOn, done <= today ? done : null);
            const sentNow = log[i] ?? [];
            const stage = isOn ? stageDue(duty, today, calendar, settings, sentNow) : undefined;
            if (stage !== undefined) {
              sentNow.push({ stage, dueOn: item.dueOn, raisedOn: today, isAnswered: false, snoozedUntil: null });
            }
            const reached = stageOf(duty, today, settings);
            if (isOn && calendar.isWorkingDay(today) && reached !== undefined) {
              const last = sentNow.findLast((reminder) => reminder.stage === reached);
              expect(last).toBeDefined();
              if (reached === 'overdue') expect(last?.raisedOn).toBe(today);
            }
          });
        }
        for (const sentAll of log) {
          for (const { raisedOn } of sentAll) expect(calendar.isWorkingDay(raisedOn)).toBe(true);
          const marks = sentAll.map(({ stage, raisedOn }) => `${stage} ${stage === 'overdue' ? raisedOn : ''}`);
          expect(new Set(marks).size).toBe(marks.length);
        }
        const late = items.filter((item) => item.doneAfter > 0 && off.size === 0);
        for (const item of late) {
          const overdue = log[items.indexOf(item)]?.filter(({ stage }) => stage === 'overdue') ?? [];
          expect(overdue).toHaveLength(
            workingDaysBetween(item.dueOn, addDays(item.dueOn, item.doneAfter - 1), calendar),
          );
        }
      },
    ),
    { numRuns: 60 },
  );
});
