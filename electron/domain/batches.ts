/** What is printed in one go: all receipts of a day, all notices of a week, all review forms waiting, all returns of a period. */

import type { Day } from './day.ts';
import type { OwedDuty } from './duties.ts';

export const BATCHES = ['receipts', 'notices', 'reviews', 'returns'] as const;

/** More pages than this are no batch but a mistake in the period. */
export const MOST_IN_BATCH = 5000;

/**
 * One notice for each subject: its open duty that is due first within the days asked, or before them where what is late
 * is to be chased as well. In the order of divisions, then of due days.
 */
export function dutiesToChase(
  owed: readonly OwedDuty[],
  { from, to, withOverdue }: { readonly from: Day | null; readonly to: Day | null; readonly withOverdue: boolean },
  today: Day,
): readonly OwedDuty[] {
  const inTime = owed.filter(({ duty }) => {
    if (duty.doneOn !== null || (to !== null && duty.dueOn > to)) return false;
    if (duty.dueOn < today) return withOverdue || (from !== null && duty.dueOn >= from);
    return from === null || duty.dueOn >= from;
  });
  const first = new Map<string, OwedDuty>();
  for (const each of inTime) {
    const key = `${each.subject.kind} ${each.subject.id}`;
    const before = first.get(key);
    if (!before || each.duty.dueOn < before.duty.dueOn) first.set(key, each);
  }
  return [...first.values()].toSorted(
    (a, b) =>
      compare(a.subject.divisionName, b.subject.divisionName) ||
      compare(a.duty.dueOn, b.duty.dueOn) ||
      compare(a.subject.number, b.subject.number),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
