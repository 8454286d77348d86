/** The figures of a period as one record: counted in the store, judged by the calendar, within what the person may see. */

import type { StatisticsRecord, StatisticsRequest, TallyRecord } from '../../contract/statistics.ts';
import { addDays } from '../../domain/day.ts';
import { divisionHeritage } from '../../domain/division.ts';
import {
  addTallies,
  backlogGroups,
  meanWorkingDays,
  NOTHING_COUNTED,
  onTimeRate,
  ranking,
  sharedTally,
  type Tally,
} from '../../domain/statistics.ts';
import { divisionLinks } from '../../store/divisions.ts';
import { listLedger } from '../../store/ledgerQuery.ts';
import { listDivisions } from '../../store/people.ts';
import {
  type CountedDays,
  type CountedGroup,
  clockRange,
  countChanges,
  countGroups,
  countOverdue,
  DIGITS_OF_A_DAY,
  type StatisticsRange,
} from '../../store/statistics.ts';
import { divisionScope, isWithin } from '../actor.ts';
import { owedByLine } from '../documents/documentDuties.ts';
import { dutyRecord } from '../documents/summaries.ts';
import type { Look } from '../registry.ts';
import { postingsGiven } from './assigning.ts';

/** Overdue documents sent at once; the count is of all. */
const MOST_OVERDUE = 200;

export function statisticsOf(look: Look, asked: StatisticsRequest): StatisticsRecord {
  const range = rangeOf(look, asked);
  const groups = countGroups(look.db, range, { days: workingDayNumbers(look), today: look.today }).flatMap(sharedOut);
  return {
    today: look.today,
    calendarVersion: look.calendar.version,
    isGiven: range.given.length > 0,
    total: tallyRecord(addTallies(groups)),
    months: monthsOf(groups),
    divisions: divisionsOf(look, groups),
    backlog: backlogOf(look, range),
    overdue: overdueOf(look, asked, MOST_OVERDUE),
    changes: [...countChanges(look.db, range)],
  };
}

/** Whoever sees one division only sees it with those whose work it took over, whatever else is asked for. */
function rangeOf(look: Look, { from, to, divisionId }: StatisticsRequest): StatisticsRange {
  const { db, actor } = look;
  const scope = divisionScope(actor);
  const period = { from: from ?? undefined, to: to ?? undefined, given: postingsGiven(look) };
  if (divisionId !== null && isWithin(db, divisionId, scope)) return { ...period, heritage: [divisionId] };
  return { ...period, heritage: scope === undefined ? undefined : divisionHeritage(divisionLinks(db), scope) };
}

function workingDayNumbers({ db, calendar, today }: Look): CountedDays {
  const { first, last } = clockRange(db) ?? { first: today, last: today };
  const digits: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    digits.push(String(calendar.countUpTo(day)).padStart(DIGITS_OF_A_DAY, '0'));
  }
  return { first, digits: digits.join('') };
}

function tallyRecord(tally: Tally): TallyRecord {
  const { workingDays: _, ...counts } = addTallies([tally]);
  return { ...counts, onTimeRate: onTimeRate(tally), meanWorkingDays: meanWorkingDays(tally) };
}

type Group = Tally & { readonly month: string | null; readonly divisionId: string };

/** Under the division that drafted and, as far as the clock goes, under the one that answers. */
function sharedOut({ month, draftingId, answeringId, isDrafted, isAnswered, ...tally }: CountedGroup): Group[] {
  if (draftingId === answeringId) return [{ ...tally, month, divisionId: draftingId }];
  const { drafted, answered } = sharedTally(tally);
  return [
    ...(isDrafted ? [{ ...drafted, month, divisionId: draftingId }] : []),
    ...(isAnswered ? [{ ...answered, month, divisionId: answeringId }] : []),
  ];
}

function grouped<Key extends string>(
  groups: readonly Group[],
  keyOf: (group: Group) => Key | null,
): ReadonlyMap<Key, Tally> {
  const byKey = new Map<Key, Group[]>();
  for (const group of groups) {
    const key = keyOf(group);
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), group]);
  }
  return new Map([...byKey].map(([key, inGroup]) => [key, addTallies(inGroup)]));
}

/** Without gaps, so that a line over the months tells the truth. */
function monthsOf(groups: readonly Group[]): StatisticsRecord['months'] {
  const tallies = grouped(groups, ({ month }) => month);
  const named = [...tallies.keys()].toSorted();
  const [first, last] = [named[0], named.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months: StatisticsRecord['months'] = [];
  for (let month = first; month <= last; month = monthAfter(month)) {
    months.push({ month, ...tallyRecord(tallies.get(month) ?? NOTHING_COUNTED) });
  }
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function divisionsOf({ db }: Look, groups: readonly Group[]): StatisticsRecord['divisions'] {
  const tallies = grouped(groups, ({ divisionId }) => divisionId);
  const divisions = listDivisions(db).flatMap(({ id, name, shortName }) => {
    const tally = tallies.get(id);
    return tally ? [{ divisionId: id, divisionName: name, shortName: shortName || name, tally }] : [];
  });
  return ranking(divisions).map(({ tally, ...division }) => ({ ...division, ...tallyRecord(tally) }));
}

function backlogOf(look: Look, range: StatisticsRange): StatisticsRecord['backlog'] {
  const overdue = countOverdue(look.db, range, look.today);
  return backlogGroups(look.today, look.calendar).map(({ from, to, dueFrom, dueTo }) => ({
    ...{ fromDays: from, toDays: to, dueFrom, dueTo },
    count: overdue
      .filter(({ dueOn }) => dueOn <= dueTo && (dueFrom === null || dueOn >= dueFrom))
      .reduce((sum, { count }) => sum + count, 0),
  }));
}

/** What is overdue, the longest first, each under the division of its figure. */
export function overdueOf(look: Look, asked: StatisticsRequest, limit: number): StatisticsRecord['overdue'] {
  const { from, to, heritage, given } = rangeOf(look, asked);
  const conditions = {
    ...{ isVoided: false, isToPost: true, isPosted: false, due: { upTo: addDays(look.today, -1) } },
    ...{ signedFrom: from, signedTo: to },
    ...(heritage === undefined ? {} : { answering: { heritage, given } }),
  };
  const order = { by: 'dueOn', direction: 'asc' } as const;
  return listLedger(look.db, conditions, order, { offset: 0, limit }).flatMap((line) => {
    const owed = owedByLine(line, look).find(({ duty }) => duty.rule === 'posting');
    if (!owed) return [];
    const drafted = { divisionId: line.document.draftingDivisionId, divisionName: line.divisionName };
    const subject = owed.subject.inHand ? owed.subject : { ...owed.subject, ...drafted };
    return [{ subject: { ...subject }, duty: dutyRecord(owed.duty) }];
  });
}
