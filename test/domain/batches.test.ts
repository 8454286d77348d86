import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dutiesToChase } from '../../electron/domain/batches.ts';
import { addDays, toDay } from '../../electron/domain/day.ts';
import type { Duty, OwedDuty } from '../../electron/domain/duties.ts';

const today = toDay('2019-09-16');
const week = { from: toDay('2019-09-16'), to: toDay('2019-09-22') };

function owed(id: string, dueOn: string, special: Partial<Duty> = {}, divisionName = '办公室'): OwedDuty {
  const subject = { kind: 'document', id, number: id, title: id, divisionId: divisionName, divisionName } as const;
  const duty = { rule: 'posting', dueOn: toDay(dueOn), doneOn: null, ...special } as Duty;
  return { subject, duty };
}

const ids = (found: readonly OwedDuty[]) => found.map(({ subject, duty }) => `${subject.id} ${duty.dueOn}`);

describe('the notices of a week', () => {
  const all = [
    owed('late', '2019-09-06'),
    owed('now', '2019-09-20'),
    owed('now', '2019-09-18', { rule: 'interpretation' }),
    owed('later', '2019-09-30'),
    owed('done', '2019-09-19', { doneOn: today }),
  ];

  test('are one for each subject: of what is due first, and not done', () => {
    expect(ids(dutiesToChase(all, { ...week, withOverdue: false }, today))).toEqual(['now 2019-09-18']);
  });

  test('take in what is late where that is asked', () => {
    expect(ids(dutiesToChase(all, { ...week, withOverdue: true }, today))).toEqual([
      'late 2019-09-06',
      'now 2019-09-18',
    ]);
  });

  test('lie together by division, so that each gets its own pile', () => {
    const mixed = [
      owed('b', '2019-09-17', {}, '法规处'),
      owed('a', '2019-09-18', {}, '办公室'),
      owed('c', '2019-09-16', {}, '法规处'),
    ];
    expect(ids(dutiesToChase(mixed, { ...week, withOverdue: false }, today))).toEqual([
      'a 2019-09-18',
      'c 2019-09-16',
      'b 2019-09-17',
    ]);
  });
});

test('nothing is chased that is done or due later, and nobody twice', () => {
  const some = fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      days: fc.integer({ min: -40, max: 40 }),
      isDone: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(some, fc.boolean(), (list, withOverdue) => {
      const all = list.map(({ id, days, isDone }) => owed(id, addDays(today, days), { doneOn: isDone ? today : null }));
      const found = dutiesToChase(all, { ...week, withOverdue }, today);
      expect(new Set(found.map(({ subject }) => subject.id)).size).toBe(found.length);
      for (const { duty } of found) {
        expect(duty.doneOn).toBeNull();
        expect(duty.dueOn <= week.to).toBe(true);
        expect(withOverdue || duty.dueOn >= week.from).toBe(true);
      }
    }),
  );
});
