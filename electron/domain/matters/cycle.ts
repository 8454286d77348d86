/** Cycles (周期) of what is published regularly: the calendar period that holds a day, the one after it, and how long a page stays fresh. 实施方案二（一）、四. */

import { addDays, addMonths, type Day, monthOf, toDay, weekday } from '../day.ts';
import type { PeriodUnit } from '../deadline.ts';

/** Calendar periods whose results are published after their end. */
export const PERIOD_CYCLES = ['weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly'] as const;
export type PeriodCycle = (typeof PERIOD_CYCLES)[number];

/** How often a page has to be renewed, counted from its last renewal. */
export const UPDATE_CYCLES = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'halfYearly', 'yearly'] as const;
export type UpdateCycle = (typeof UPDATE_CYCLES)[number];

export type CyclePeriod = { readonly from: Day; readonly to: Day };

const MONTHS: Readonly<Record<string, number>> = { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12 };

/** The calendar period that holds the day: weeks from Monday to Sunday, quarters and halves of the year. */
export function periodHolding(day: Day, cycle: PeriodCycle): CyclePeriod {
  if (cycle === 'weekly') {
    const from = addDays(day, 1 - weekday(day));
    return { from, to: addDays(from, 6) };
  }
  const months = MONTHS[cycle] ?? 1;
  const month = Math.floor((monthOf(day) - 1) / months) * months + 1;
  const from = toDay(`${day.slice(0, 5)}${String(month).padStart(2, '0')}-01`);
  return { from, to: addDays(addMonths(from, months), -1) };
}

export function periodAfter({ to }: CyclePeriod, cycle: PeriodCycle): CyclePeriod {
  return periodHolding(addDays(to, 1), cycle);
}

/** How long a page stays fresh after it was renewed: weeks by days, everything longer by calendar months. */
export function renewalPeriod(cycle: UpdateCycle): { readonly days: number; readonly unit: PeriodUnit } {
  if (cycle === 'weekly') return { days: 7, unit: 'CD' };
  if (cycle === 'fortnightly') return { days: 14, unit: 'CD' };
  return { days: MONTHS[cycle] ?? 1, unit: 'M' };
}
