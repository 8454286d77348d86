/** The period of a ledger (统计期间) in words: a whole year, half, quarter or month is named, anything else written out. */

import type { BrokenParams } from './broken.ts';
import { addDays, type Day, monthOf, yearOf } from './day.ts';

/** Key of the wording with its parameters. */
export type PeriodWords = { readonly key: string; readonly params: BrokenParams };

export function periodOf(from: Day | undefined, to: Day | undefined, today: Day): PeriodWords {
  if (from === undefined) return { key: 'period.to', params: { to: to ?? today } };
  if (to === undefined) return { key: 'period.from', params: { from, today } };
  if (from === to) return { key: 'period.day', params: { from } };
  return wholePeriod(from, to) ?? { key: 'period.between', params: { from, to } };
}

function wholePeriod(from: Day, to: Day): PeriodWords | undefined {
  const year = yearOf(from);
  const behind = addDays(to, 1);
  if (!from.endsWith('-01') || !behind.endsWith('-01')) return undefined;
  const months = (yearOf(behind) - year) * 12 + monthOf(behind) - monthOf(from);
  const month = monthOf(from);
  if (months === 1) return { key: 'period.month', params: { year, month } };
  if (months === 12 && month === 1) return { key: 'period.year', params: { year } };
  if (months === 6 && month % 6 === 1) return { key: `period.half.${(month + 5) / 6}`, params: { year } };
  if (months === 3 && month % 3 === 1) return { key: `period.quarter.${(month + 2) / 3}`, params: { year } };
  return undefined;
}
