/**
 * Whose business a duty is (责任处室). A rule may name the division that answers for its duties: it is reminded and
 * chased, and its head sees them. The division that has the subject in hand goes on seeing them, since it does the work
 * with it. 实施方案: 牵头处室与各处协同.
 */

import type { DutySubject, OwedDuty } from './duties.ts';
import { type DutyRule, type DutyRuleId, ruleFor } from './dutyRules.ts';

type Division = { readonly id: string; readonly name: string };

/** The duty under the division that its rule names; `present` tells who has the work of a division today. */
export function answeredFor(
  { subject, duty }: OwedDuty,
  rules: readonly DutyRule[],
  present: (divisionId: string) => Division,
): OwedDuty {
  const named = ruleFor(rules, duty.rule, duty.triggerOn, duty.doneOn)?.divisionId;
  if (!named) return { subject, duty };
  const { id, name } = present(named);
  if (id === subject.divisionId) return { subject, duty };
  const inHand = { id: subject.divisionId, name: subject.divisionName };
  return { subject: { ...subject, divisionId: id, divisionName: name, inHand }, duty };
}

/** All of them for whoever is bound to no division. */
export function isBusinessOf({ divisionId, inHand }: DutySubject, scope: string | undefined): boolean {
  return scope === undefined || divisionId === scope || inHand?.id === scope;
}

/** Rules that some wording of the table gives to a division: their duties may be its business wherever they lie. */
export function rulesGiven(
  rules: readonly DutyRule[],
  scope: string,
  present: (divisionId: string) => Division,
): ReadonlySet<DutyRuleId> {
  const named = rules.filter(({ divisionId }) => divisionId !== null && present(divisionId).id === scope);
  return new Set(named.map(({ rule }) => rule));
}
