/** The figures of a period as one record: counted in the store, judged by the calendar, within what the person may see. */

import type { StatisticsRecord, StatisticsRequest, TallyRecord } from '../../contract/statistics.ts';
import { addDays } from '../../domain/day.ts';
import {
  addTallies,
  backlogGroups,
  meanWorkingDays,
  NOTHING_COUNTED,
  onTimeRate,
  ranking,
  type Tally,
} from '../../domain/statistics.ts';
import { type LedgerLine, listLedger } from '../../store/ledgerQuery.ts';
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
import { conditionsOf } from '../documents/documentQuery.ts';
import { summaryOf } from '../documents/summaries.ts';
import type { Look } from '../registry.ts';

/** Overdue documents sent at once; the count is of all. */
const MOST_OVERDUE = 200;

export function statisticsOf(look: Look, asked: StatisticsRequest): StatisticsRecord {
  const range = rangeOf(look, asked);
  const groups = countGroups(look.db, range, { days: workingDayNumbers(look), today: look.today });
  return {
    today: look.today,
    calendarVersion: look.calendar.version,
    total: tallyRecord(addTallies(groups)),
    months: monthsOf(groups),
    divisions: divisionsOf(look, groups),
    backlog: backlogOf(look, range),
    overdue: overdueOf(look, { ...asked, divisionId: askedWithin(look, asked) }, MOST_OVERDUE).map((line) =>
      summaryOf(line, look),
    ),
    changes: [...countChanges(look.db, range)],
  };
}

/** Whoever sees one division only sees it with those whose work it took over, whatever else is asked for. */
function rangeOf({ db, actor }: Look, { from, to, divisionId }: StatisticsRequest): StatisticsRange {
  const scope = divisionScope(actor);
  const period = { from: from ?? undefined, to: to ?? undefined };
  if (divisionId !== null && isWithin(db, divisionId, scope)) return { ...period, divisionId, withPredecessors: false };
  return { ...period, divisionId: scope, withPredecessors: scope !== undefined };
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

function grouped<Key extends string>(
  groups: readonly CountedGroup[],
  keyOf: (group: CountedGroup) => Key | null,
): ReadonlyMap<Key, Tally> {
  const byKey = new Map<Key, CountedGroup[]>();
  for (const group of groups) {
    const key = keyOf(group);
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), group]);
  }
  return new Map([...byKey].map(([key, inGroup]) => [key, addTallies(inGroup)]));
}

/** Without gaps, so that a line over the months tells the truth. */
function monthsOf(groups: readonly CountedGroup[]): StatisticsRecord['months'] {
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

function divisionsOf({ db }: Look, groups: readonly CountedGroup[]): StatisticsRecord['divisions'] {
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

function askedWithin({ db, actor }: Look, { divisionId }: StatisticsRequest): string | null {
  return divisionId !== null && isWithin(db, divisionId, divisionScope(actor)) ? divisionId : null;
}

export function overdueOf(look: Look, asked: StatisticsRequest, limit: number): readonly LedgerLine[] {
  const filter = {
    postingState: 'overdue' as const,
    ...(asked.from && { signedFrom: asked.from }),
    ...(asked.to && { signedTo: asked.to }),
    ...(asked.divisionId && { divisionId: asked.divisionId }),
  };
  const order = { by: 'dueOn', direction: 'asc' } as const;
  return listLedger(look.db, conditionsOf(filter, look), order, { offset: 0, limit });
}
