/** What was owed when it was done: a later setting, rule or calendar never changes it. 公开期限之计算: 已了结者不因新规而动. */

import type { Day } from './day.ts';
import type { Duty } from './duties.ts';

/** A duty that is done as it stood before a change that would have told it otherwise. */
export type KeptDuty = Pick<
  Duty,
  | 'rule'
  | 'article'
  | 'triggerOn'
  | 'triggerSource'
  | 'unit'
  | 'days'
  | 'dueOn'
  | 'isSet'
  | 'calendarVersion'
  | 'overdueWorkingDays'
> & {
  readonly doneOn: Day;
  /** Of a duty of paper copies: how many were asked for. */
  readonly copiesRequired: number | null;
};

/** Nothing was kept, as of almost every subject. */
export const NOTHING_KEPT: readonly KeptDuty[] = [];

export function dutyKept({ copiesRequired: _, ...kept }: KeptDuty): Duty {
  return {
    ...kept,
    provisional: false,
    state: kept.doneOn > kept.dueOn ? 'metLate' : 'met',
    workingDaysLeft: 0,
  };
}

/** The duty as it is told now, or as it was kept when it was done. Facts corrected since make another duty of it. */
export function asKept(duty: Duty, kept: readonly KeptDuty[]): Duty {
  if (duty.doneOn === null || kept.length === 0) return duty;
  const { rule, triggerOn, doneOn } = duty;
  const own = kept.findLast((row) => row.rule === rule && row.triggerOn === triggerOn && row.doneOn === doneOn);
  return own ? dutyKept(own) : duty;
}

const JUDGED = [
  ...(['dueOn', 'doneOn', 'state', 'overdueWorkingDays', 'triggerOn', 'triggerSource'] as const),
  ...(['unit', 'days', 'article', 'isSet'] as const),
] satisfies readonly (keyof Duty)[];

/** Whether what is done would be judged otherwise, or not be told at all. */
export function isJudgedOtherwise(before: Duty, after: Duty | undefined): boolean {
  return after === undefined || JUDGED.some((field) => before[field] !== after[field]);
}
