/**
 * Whose business a duty is (责任处室). A rule may name the division that answers for its duties: it is reminded and
 * chased, and its head sees them. The division that has the subject in hand goes on seeing them, since it does the work
 * with it. 实施方案: 牵头处室与各处协同.
 */

import { addDays, type Day } from './day.ts';
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

/** Duties of which a rule makes one division answer: by the day their clock started and the day they were done. */
export type GivenSpan = {
  readonly divisionId: string;
  readonly triggerFrom: Day;
  /** null = without an end. */
  readonly triggerTo: Day | null;
  /** Done after the one day, on the other or before; what is open belongs where `isOpen`. */
  readonly doneAfter: Day | null;
  readonly doneUpTo: Day | null;
  readonly isOpen: boolean;
};

/** All spans of a rule in which it names a division, so that a count can find them without a look at each duty. */
export function spansGiven(rules: readonly DutyRule[], id: DutyRuleId): readonly GivenSpan[] {
  const rows = rules.filter(({ rule }) => rule === id);
  if (rows.every(({ divisionId }) => divisionId === null)) return [];
  const entered = distinct(rows.flatMap(({ enteredOn }) => enteredOn ?? []));
  const starts = distinct(
    rows.flatMap(({ effectiveFrom, effectiveTo }) => [
      effectiveFrom,
      ...(effectiveTo ? [addDays(effectiveTo, 1)] : []),
    ]),
  );
  return [null, ...entered].flatMap((doneAfter, state) => {
    const doneUpTo = entered[state] ?? null;
    // Any day of this span of days done; what is open is judged by all that is entered, as what is done after the last.
    const doneOn = doneAfter === null ? doneUpTo : addDays(doneAfter, 1);
    return starts.flatMap((triggerFrom, at): GivenSpan[] => {
      const divisionId = ruleFor(rules, id, triggerFrom, doneOn)?.divisionId;
      if (!divisionId) return [];
      const next = starts[at + 1];
      const triggerTo = next === undefined ? null : addDays(next, -1);
      return [{ divisionId, triggerFrom, triggerTo, doneAfter, doneUpTo, isOpen: doneUpTo === null }];
    });
  });
}

function distinct(days: readonly Day[]): readonly Day[] {
  return [...new Set(days)].toSorted();
}
