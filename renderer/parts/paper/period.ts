/** Periods for which ledgers are made, as first and last signing day. */

import { addDays, civilDay, type Day, monthOf, weekday, yearOf } from '../../../electron/domain/day.ts';

const PERIODS = ['day', 'week', 'month', 'quarter', 'year', 'all'] as const;
export type Period = (typeof PERIODS)[number];
type Range = { readonly signedFrom?: Day | undefined; readonly signedTo?: Day | undefined };

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The period in which `today` lies, or the one as many periods earlier; `all` has no bounds. */
export function rangeOf(period: Period, today: Day, earlier = 0): Range {
  if (period === 'all') return {};
  if (period === 'day') return { signedFrom: addDays(today, -earlier), signedTo: addDays(today, -earlier) };
  if (period === 'week') {
    const monday = addDays(today, 1 - weekday(today) - 7 * earlier);
    return { signedFrom: monday, signedTo: addDays(monday, 6) };
  }
  const length = MONTHS[period];
  const counted = yearOf(today) * 12 + monthOf(today) - 1;
  const first = (Math.floor(counted / length) - earlier) * length;
  const signedFrom = firstOf(first);
  const next = firstOf(first + length);
  return { signedFrom, signedTo: next && addDays(next, -1) };
}

function firstOf(countedMonth: number): Day | undefined {
  return civilDay(Math.floor(countedMonth / 12), (countedMonth % 12) + 1, 1);
}

/** Which of the named periods these bounds are, and how many periods back; undefined for bounds of one's own. */
export function periodOf(range: Range, today: Day): { readonly period: Period; readonly earlier: number } | undefined {
  for (const period of PERIODS) {
    for (const earlier of [0, 1]) {
      const named = rangeOf(period, today, earlier);
      if (named.signedFrom === range.signedFrom && named.signedTo === range.signedTo) return { period, earlier };
    }
  }
  return undefined;
}
