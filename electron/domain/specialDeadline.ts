/** A period or day that a special law or regulation sets for one document (专门期限). 条例第二十六条：法律、法规另有规定的，从其规定. */

import { type Broken, broken, isBlank } from './broken.ts';
import type { Day } from './day.ts';
import type { PeriodUnit } from './deadline.ts';

/** Either a period of its own or a day of its own. */
export type SpecialDeadline = {
  /** Law and article. */
  readonly law: string;
  readonly days: number | null;
  readonly unit: PeriodUnit | null;
  readonly dueOn: Day | null;
};

type Facts = {
  /** Trigger of the posting clock; null where nothing has to be posted. */
  readonly clockOn: Day | null;
  readonly postedOn: Day | null;
  readonly hasSpecial: boolean;
};

const MOST = { WD: 250, CD: 366, M: 36 } as const;

export function brokenOnSpecialDeadline(
  special: SpecialDeadline & { readonly reason: string },
  facts: Facts,
): readonly Broken[] {
  const { law, days, unit, dueOn, reason } = special;
  const hasPeriod = days !== null || unit !== null;
  return [
    ...(isBlank(law) ? [broken('specialDeadline.lawMissing', 'law')] : []),
    ...(isBlank(reason) ? [broken('specialDeadline.reasonMissing', 'reason')] : []),
    ...(hasPeriod === (dueOn !== null) ? [broken('specialDeadline.oneOfTwo', 'days')] : []),
    ...(hasPeriod && !isPeriod(days, unit)
      ? [broken('specialDeadline.periodBad', 'days', { most: MOST[unit ?? 'WD'] })]
      : []),
    ...(dueOn !== null && facts.clockOn !== null && dueOn <= facts.clockOn
      ? [broken('specialDeadline.beforeTrigger', 'dueOn', { day: facts.clockOn })]
      : []),
    ...brokenOnPlace(facts),
  ];
}

function isPeriod(days: number | null, unit: PeriodUnit | null): boolean {
  return days !== null && unit !== null && Number.isInteger(days) && days >= 1 && days <= MOST[unit];
}

/** What is done keeps the day it was owed by; a second one would leave open which holds. */
function brokenOnPlace({ clockOn, postedOn, hasSpecial }: Facts): readonly Broken[] {
  if (clockOn === null) return [broken('specialDeadline.notOwed', 'law')];
  if (postedOn !== null) return [broken('specialDeadline.posted', 'law')];
  return hasSpecial ? [broken('specialDeadline.already', 'law')] : [];
}

export function brokenOnSpecialWithdrawal(reason: string, facts: Facts): readonly Broken[] {
  return [
    ...(isBlank(reason) ? [broken('specialDeadline.reasonMissing', 'reason')] : []),
    ...(facts.postedOn === null ? [] : [broken('specialDeadline.posted', 'reason')]),
    ...(facts.hasSpecial ? [] : [broken('specialDeadline.none', 'reason')]),
  ];
}
