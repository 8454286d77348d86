/** Rules as an administrator amends them. */

import type { DutyRuleRecord } from '../../electron/contract/rules.ts';

/** What is entered of a rule; its id and the rest of its record come from the engine. */
export function enteredOf(rule: DutyRuleRecord) {
  const {
    id: _,
    isBuiltIn: __,
    isCurrent: ___,
    period: ____,
    divisionName: _____,
    enteredBy,
    enteredOn,
    enteredAt,
    ...entered
  } = rule;
  return entered;
}
