/** What the figures of a period are made of (统计): rates and means from counts, and how long what is late has been late. */

import type { WorkCalendar } from './calendar.ts';
import { addDays, type Day } from './day.ts';

/** Counts of one group of documents; they add up over groups, rates and means follow from them. */
export type Tally = {
  readonly documents: number;
  readonly proactive: number;
  readonly onRequest: number;
  readonly notDisclosed: number;
  /** Posted by their due day, and after it. */
  readonly inTime: number;
  readonly late: number;
  /** Not posted: past the due day, and not yet. */
  readonly overdue: number;
  readonly notDue: number;
  /** Working days from the day the clock started to the posting, all that were posted together. */
  readonly workingDays: number;
  readonly shortOfCopies: number;
  readonly copiesMissing: number;
};

/** What of a tally tells of the clock: it goes with the division that answers for the posting, the rest with the one that drafted. */
const OF_THE_CLOCK = ['inTime', 'late', 'overdue', 'notDue', 'workingDays'] as const satisfies readonly (keyof Tally)[];

export const NOTHING_COUNTED: Tally = {
  ...{ documents: 0, proactive: 0, onRequest: 0, notDisclosed: 0 },
  ...{ inTime: 0, late: 0, overdue: 0, notDue: 0, workingDays: 0, shortOfCopies: 0, copiesMissing: 0 },
};

export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = { ...NOTHING_COUNTED };
  for (const tally of tallies) {
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  }
  return sum;
}

/** A tally as the two divisions share it, where another one answers for the posting. */
export function sharedTally(tally: Tally): { readonly drafted: Tally; readonly answered: Tally } {
  const [drafted, answered] = [{ ...tally }, { ...NOTHING_COUNTED }];
  for (const key of OF_THE_CLOCK) {
    answered[key] = tally[key];
    drafted[key] = 0;
  }
  return { drafted, answered };
}

/** 按期公开率: of all whose day has come, those posted by it; null where none was due. */
export function onTimeRate({ inTime, late, overdue }: Pick<Tally, 'inTime' | 'late' | 'overdue'>): number | null {
  const due = inTime + late + overdue;
  return due === 0 ? null : inTime / due;
}

/** 平均用时 in working days; null where nothing was posted. */
export function meanWorkingDays({ inTime, late, workingDays }: Tally): number | null {
  const posted = inTime + late;
  return posted === 0 ? null : workingDays / posted;
}

/** Upper ends of the groups of 逾期时长 in working days; what is older stands in the last. */
export const BACKLOG_ENDS = [5, 10, 20] as const;

export type BacklogGroup = {
  /** Working days overdue, both included; null = no upper end. */
  readonly from: number;
  readonly to: number | null;
  /** The due days of this group; null = no lower end. */
  readonly dueFrom: Day | null;
  readonly dueTo: Day;
};

/** The due days behind each group of ages, youngest first: what was due yesterday at the latest. */
export function backlogGroups(today: Day, calendar: WorkCalendar): readonly BacklogGroup[] {
  const now = calendar.countUpTo(today);
  const yesterday = addDays(today, -1);
  const ends = [...BACKLOG_ENDS, null];
  return ends.map((to, at) => {
    const from = at === 0 ? 1 : (ends[at - 1] ?? 0) + 1;
    const dueTo = at === 0 ? yesterday : addDays(calendar.dayOfCount(now - from + 1), -1);
    return { from, to, dueFrom: to === null ? null : calendar.dayOfCount(now - to), dueTo };
  });
}

/**
 * 排名: the higher rate first, then the shorter mean; equals share a place. Who had nothing due is not ranked.
 */
export function ranking<Group extends { readonly tally: Tally }>(
  groups: readonly Group[],
): readonly (Group & { readonly place: number | null })[] {
  const key = ({ tally }: Group) => [onTimeRate(tally) ?? -1, -(meanWorkingDays(tally) ?? 0)] as const;
  const compare = (a: Group, b: Group) => {
    const [[rateA, meanA], [rateB, meanB]] = [key(a), key(b)];
    return rateB - rateA || meanB - meanA;
  };
  const sorted = groups.toSorted(compare);
  return sorted.map((group) => ({
    ...group,
    place: onTimeRate(group.tally) === null ? null : sorted.findIndex((other) => compare(other, group) === 0) + 1,
  }));
}
