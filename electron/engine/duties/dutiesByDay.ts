/** What every subject still owes, by the day on which it is due: for the calendar. */

import { addDays, type Day } from '../../domain/day.ts';
import type { DutyRuleId } from '../../domain/dutyRules.ts';
import { isBusinessOf } from '../../domain/responsibility.ts';
import { openDocumentIds } from '../../store/openWork.ts';
import { divisionScope } from '../actor.ts';
import { owedInSlices } from '../documents/documentDuties.ts';
import type { Look } from '../registry.ts';
import { lookingFor } from './assigning.ts';
import { otherDuties } from './dutySources.ts';

/** A duty of a document due on a day started at most so long before it. */
export const LONGEST_PERIOD_DAYS = 400;

export async function dutiesByDay(
  look: Look,
  { from, upTo }: { readonly from: Day; readonly upTo: Day },
): Promise<ReadonlyMap<Day, ReadonlyMap<DutyRuleId, number>>> {
  const divisionId = divisionScope(look.actor);
  const ids = openDocumentIds(look.db, {
    since: addDays(from, -LONGEST_PERIOD_DAYS),
    divisionId: lookingFor(look, divisionId),
  });
  const byDay = new Map<Day, Map<DutyRuleId, number>>();
  const ofDocuments = (await owedInSlices(look, ids)).filter(({ subject }) => isBusinessOf(subject, divisionId));
  for (const { duty } of [...ofDocuments, ...otherDuties(look, divisionId)]) {
    const { rule, dueOn, doneOn } = duty;
    if (doneOn !== null || dueOn < from || dueOn > upTo) continue;
    const ofDay = byDay.get(dueOn) ?? new Map<DutyRuleId, number>();
    byDay.set(dueOn, ofDay.set(rule, (ofDay.get(rule) ?? 0) + 1));
  }
  return byDay;
}
