/** Duties under the division that answers for them, and how far a list has to look for those of one division. */

import type { OwedDuty } from '../../domain/duties.ts';
import type { DutyRuleId } from '../../domain/dutyRules.ts';
import { answeredFor, type GivenSpan, isBusinessOf, rulesGiven, spansGiven } from '../../domain/responsibility.ts';
import { knowDivisions } from '../../store/divisions.ts';
import type { LedgerLine } from '../../store/ledgerQuery.ts';
import type { Look } from '../registry.ts';

type Seen = Pick<Look, 'db' | 'rules'>;

/** In most registries no rule names a division, and nothing is looked up. */
export function assigned(seen: Seen, owed: readonly OwedDuty[]): readonly OwedDuty[] {
  if (seen.rules.every(({ divisionId }) => divisionId === null)) return owed;
  const { present } = knowDivisions(seen.db);
  return owed.map((each) => answeredFor(each, seen.rules, present));
}

/** Those that are the business of a division, whoever has the subject in hand. */
export function businessOf(seen: Seen, owed: readonly OwedDuty[], scope: string | undefined): readonly OwedDuty[] {
  return assigned(seen, owed).filter(({ subject }) => isBusinessOf(subject, scope));
}

/** Of a subject that another division has in hand, whoever answers for the duty sees the duty alone. */
export function isInHand({ presentDivision }: LedgerLine, scope: string | undefined): boolean {
  return scope === undefined || presentDivision.id === scope;
}

/** Where to look: everywhere, if a rule gives duties of others to that division; of some rules only, if they are named. */
export function lookingFor(
  { db, rules }: Seen,
  scope: string | undefined,
  asked?: readonly DutyRuleId[],
): string | undefined {
  if (scope === undefined || rules.every(({ divisionId }) => divisionId === null)) return scope;
  const given = rulesGiven(rules, scope, knowDivisions(db).present);
  const isGiven = asked === undefined ? given.size > 0 : asked.some((rule) => given.has(rule));
  return isGiven ? undefined : scope;
}

/** Postings that a rule gives to a division, each under who has its work today. */
export function postingsGiven({ db, rules }: Seen): readonly GivenSpan[] {
  const given = spansGiven(rules, 'posting');
  if (given.length === 0) return given;
  const { present } = knowDivisions(db);
  return given.map((span) => ({ ...span, divisionId: present(span.divisionId).id }));
}
