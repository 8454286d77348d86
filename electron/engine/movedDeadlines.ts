/** Which open deadlines another calendar moves, or makes firm or provisional. */

import type { movedDeadline } from '../contract/duties.ts';
import type { HolidayNotice, WorkCalendar } from '../domain/calendar.ts';
import { addDays, type Day, toDay } from '../domain/day.ts';
import { linesInOrder } from '../store/ledgerQuery.ts';
import { openDocumentIds } from '../store/openWork.ts';
import type { Look } from './registry.ts';
import { dutiesOfLine } from './summaries.ts';

export type MovedDeadline = (typeof movedDeadline)['_output'];

/** No period is longer: sixty working days and the longest holidays among them. */
const LONGEST_PERIOD_DAYS = 200;

export function movedDeadlines(
  look: Pick<Look, 'db' | 'today' | 'settings'>,
  calendars: { readonly before: WorkCalendar; readonly after: WorkCalendar },
  notice: HolidayNotice,
): MovedDeadline[] {
  const since = addDays(firstDayChanged(notice), -LONGEST_PERIOD_DAYS);
  const moved = linesInOrder(look.db, openDocumentIds(look.db, since)).flatMap((line) => {
    const before = dutiesOfLine(line, { ...look, calendar: calendars.before });
    return dutiesOfLine(line, { ...look, calendar: calendars.after }).flatMap((after): MovedDeadline[] => {
      const was = before.find(({ rule }) => rule === after.rule);
      if (!was || after.doneOn !== null) return [];
      if (was.dueOn === after.dueOn && was.provisional === after.provisional) return [];
      return [
        {
          documentId: line.document.id,
          docNumber: line.document.docNumber,
          title: line.document.title,
          rule: after.rule,
          before: was.dueOn,
          after: after.dueOn,
          wasProvisional: was.provisional,
          isProvisional: after.provisional,
        },
      ];
    });
  });
  return moved.toSorted((a, b) => a.after.localeCompare(b.after));
}

/** The year's first day counts as changed too, since the year becomes known. */
function firstDayChanged({ year, days }: HolidayNotice): Day {
  return [toDay(`${year}-01-01`), ...days.map(({ day }) => day)].toSorted()[0] as Day;
}
