/** Which open deadlines another calendar or another rule moves, or makes firm or provisional. */

import type { MovedDeadline } from '../../contract/duties.ts';
import type { HolidayNotice } from '../../domain/calendar.ts';
import { addDays, type Day, toDay } from '../../domain/day.ts';
import type { OwedDuty } from '../../domain/duties.ts';
import { dutyLinesInOrder } from '../../store/dutyLines.ts';
import { openDocumentIds } from '../../store/openWork.ts';
import { owedByLines } from '../documents/documentDuties.ts';
import type { Look } from '../registry.ts';
import { otherDuties, subjectKey } from './dutySources.ts';

/** No period of working days is longer: sixty of them and the longest holidays among them. */
const LONGEST_PERIOD_DAYS = 200;

/** `since`: no clock that started earlier can be moved. */
export function movedDeadlines(before: Look, after: Look, since?: Day): MovedDeadline[] {
  const ids = openDocumentIds(before.db, since === undefined ? {} : { since });
  const lines = dutyLinesInOrder(before.db, ids);
  const moved = movesBetween(owedByLines(lines, before), owedByLines(lines, after));
  const others = movesBetween(otherDuties(before, undefined), otherDuties(after, undefined));
  return [...moved, ...others].toSorted((a, b) => (a.after ?? '').localeCompare(b.after ?? ''));
}

/** A duty that falls away goes nowhere; one that comes up was nowhere. */
function movesBetween(before: readonly OwedDuty[], after: readonly OwedDuty[]): readonly MovedDeadline[] {
  const [was, is] = [openByKey(before), openByKey(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): MovedDeadline[] => {
    const [from, to] = [was.get(key), is.get(key)];
    const told = to ?? from;
    if (!told) return [];
    if (from?.duty.dueOn === to?.duty.dueOn && from?.duty.provisional === to?.duty.provisional) return [];
    return [
      {
        subject: { ...told.subject },
        rule: told.duty.rule,
        before: from?.duty.dueOn ?? null,
        after: to?.duty.dueOn ?? null,
        wasProvisional: from?.duty.provisional ?? false,
        isProvisional: to?.duty.provisional ?? false,
      },
    ];
  });
}

/** One subject may owe the same of several triggers. */
function openByKey(owed: readonly OwedDuty[]): ReadonlyMap<string, OwedDuty> {
  const open = owed.filter(({ duty }) => duty.doneOn === null);
  return new Map(open.map((each) => [`${subjectKey(each.subject)} ${each.duty.rule} ${each.duty.triggerOn}`, each]));
}

/** The trigger from which on a notice may move what is due: the year's first day counts as changed too, since the year becomes known. */
export function firstTriggerMoved({ year, days }: HolidayNotice): Day {
  const first = [toDay(`${year}-01-01`), ...days.map(({ day }) => day)].toSorted()[0] as Day;
  return addDays(first, -LONGEST_PERIOD_DAYS);
}
