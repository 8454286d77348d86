/** The Today board: what is late, due, short of copies, waiting for review or without interpretation, by division. */

import type { Board, TileName } from '../../contract/duties.ts';
import type { WorkCalendar } from '../../domain/calendar.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { workingDaysBetween } from '../../domain/deadline.ts';
import { presentDivision } from '../../domain/division.ts';
import type { Duty, DutySubject, OwedDuty } from '../../domain/duties.ts';
import type { DutyRuleId } from '../../domain/dutyRules.ts';
import { isBusinessOf } from '../../domain/responsibility.ts';
import type { LedgerLine } from '../../store/ledgerQuery.ts';
import { countOpen, listOpen, type OpenKind, plainLinesToPost } from '../../store/openWork.ts';
import { listDivisions } from '../../store/people.ts';
import { divisionScope } from '../actor.ts';
import { documentSubject, owedByLine } from '../documents/documentDuties.ts';
import { dutiesOfLine, dutyRecord, summaryOf } from '../documents/summaries.ts';
import type { Look } from '../registry.ts';
import { isInHand, lookingFor } from './assigning.ts';
import { type OpenDuties, openDuties, tileOf, URGENCY_TILES, type UrgencyTile, watchedOf } from './openDuties.ts';

type Tile = Board['tiles'][TileName];
type Row = {
  readonly subject: DutySubject;
  readonly line?: LedgerLine;
  readonly duties: readonly Duty[];
  readonly duty: Duty | undefined;
};

/** Rows sent at once, the most urgent; the counts on the tiles are of all. */
const MOST_ROWS = 200;
const OPEN_KINDS = ['copies', 'review', 'interpretation'] as const satisfies readonly OpenKind[];

export function boardOf(look: Look, asked: TileName | undefined): Board {
  const scope = divisionScope(look.actor);
  const divisions = listDivisions(look.db);
  const open = openDuties(look, scope);
  const nameOf = new Map(divisions.map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]) => {
    const present = ids.map((id) => presentDivision(divisions, id));
    return divisions.filter(({ id }) => present.includes(id)).map(({ name }) => name);
  };
  const rows = rowsOf(look, asked, open, scope);
  return {
    today: look.today,
    isWorkingDay: look.calendar.isWorkingDay(look.today),
    dayName: look.calendar.nameOf(look.today) ?? null,
    ...aheadOf(look.today, look.calendar),
    tiles: { ...urgencyTiles(open, named), ...openTiles(look, scope, named) },
    groups: divisions
      .map(({ id }) => ({
        divisionId: id,
        divisionName: nameOf.get(id) ?? '',
        rows: rows
          .filter(({ subject }) => subject.divisionId === id)
          .map(({ subject, line, duties, duty }) => {
            const document = line ? summaryOf(line, look, duties) : null;
            const owed = { duty: duty ? dutyRecord(duty) : null, state: duty?.state ?? null };
            return { subject: { ...subject }, document, ...owed, blockers: document?.blockers ?? [] };
          }),
      }))
      .filter((group) => group.rows.length > 0),
  };
}

type Named = (divisionIds: readonly string[]) => string[];

function urgencyTiles(open: readonly OpenDuties[], named: Named): Record<UrgencyTile, Tile> {
  const tile = (name: UrgencyTile): Tile => {
    const inTile = open.filter(({ duties }) => tileOf(duties[0]) === name);
    const divisions = named(inTile.map(({ divisionId }) => divisionId));
    const longest = Math.max(0, ...inTile.map(({ duties }) => duties[0].overdueWorkingDays));
    const count = inTile.reduce((sum, each) => sum + each.count, 0);
    return { count, detail: name === 'overdue' ? longest : divisions.length, divisions };
  };
  return { overdue: tile('overdue'), today: tile('today'), soon: tile('soon') };
}

function openTiles(look: Look, scope: string | undefined, named: Named): Record<OpenKind, Tile> {
  const tile = (kind: OpenKind): Tile => {
    const counted = countOpen(look.db, kind, lookingFor(look, scope, [RULE_OF[kind]]));
    const divisions = named(counted.map(({ divisionId }) => divisionId));
    const count = counted.reduce((sum, each) => sum + each.count, 0);
    const copies = counted.reduce((sum, each) => sum + each.copies, 0);
    return { count, detail: kind === 'copies' ? copies : divisions.length, divisions };
  };
  return { copies: tile('copies'), review: tile('review'), interpretation: tile('interpretation') };
}

/** Without a tile: all that is overdue, due today or soon. */
function rowsOf(
  look: Look,
  asked: TileName | undefined,
  open: readonly OpenDuties[],
  scope: string | undefined,
): readonly Row[] {
  const kind = OPEN_KINDS.find((name) => name === asked);
  if (kind) {
    return listOpen(look.db, kind, { divisionId: lookingFor(look, scope, [RULE_OF[kind]]), limit: MOST_ROWS }).flatMap(
      (line): Row[] => {
        const owed = owedByLine(line, look).filter(({ subject }) => isBusinessOf(subject, scope));
        const shown = owedForKind(kind, owed);
        const own = isInHand(line, scope) ? { line } : {};
        if (!shown && !isInHand(line, scope)) return [];
        const duties = owed.map(({ duty }) => duty);
        return [{ subject: shown?.subject ?? documentSubject(line), ...own, duties, duty: shown?.duty }];
      },
    );
  }
  const tiles = URGENCY_TILES.filter((tile) => asked === undefined || tile === asked);
  const inTiles = open.filter(({ duties }) => tiles.some((tile) => tile === tileOf(duties[0])));
  const isPlain = ({ line, subject }: OpenDuties) => line === undefined && subject === undefined;
  const days = inTiles
    .filter(isPlain)
    .map(({ duties }) => duties[0].dueOn)
    .toSorted();
  const [from, upTo] = [days[0], days.at(-1)];
  const range = { divisionId: lookingFor(look, scope, ['posting']), limit: MOST_ROWS };
  const plain = from && upTo ? plainLinesToPost(look.db, { ...range, from, upTo }) : [];
  const documents = [...plain, ...inTiles.flatMap(({ line }) => line ?? [])].flatMap((line): Row[] => {
    const [first] = watchedOf(look, line, scope);
    if (!first) return [];
    const own = isInHand(line, scope) ? { line } : {};
    return [{ subject: first.subject, ...own, duties: dutiesOfLine(line, look), duty: first.duty }];
  });
  const others = inTiles.flatMap(({ subject, duties }): Row[] =>
    subject ? [{ subject, duties, duty: duties[0] }] : [],
  );
  return [...documents, ...others]
    .toSorted((a, b) => (a.duty?.dueOn ?? '').localeCompare(b.duty?.dueOn ?? ''))
    .slice(0, MOST_ROWS);
}

const RULE_OF = { copies: 'copies', review: 'reviewStep', interpretation: 'interpretation' } as const satisfies Record<
  OpenKind,
  DutyRuleId
>;

function owedForKind(kind: OpenKind, owed: readonly OwedDuty[]): OwedDuty | undefined {
  const open = owed.filter(({ duty }) => duty.doneOn === null);
  return open.find(({ duty }) => duty.rule === RULE_OF[kind]) ?? open.find(({ duty }) => duty.rule === 'posting');
}

const FARTHEST_DAYS = 366;
/** Make-up days stand within two weeks of their holiday. */
const MAKE_UP_DAYS = 14;

/** The next holiday, day by day, with the make-up days on both sides of it that are still to come. */
function aheadOf(today: Day, calendar: WorkCalendar): Pick<Board, 'ahead' | 'workingDaysToNextHoliday'> {
  const isHoliday = (day: Day) => !calendar.isWorkingDay(day) && calendar.nameOf(day) !== undefined;
  let first = addDays(today, 1);
  // On a holiday the one asked for is the next, not the rest of this one.
  if (isHoliday(today)) while (isHoliday(first)) first = addDays(first, 1);
  const farthest = addDays(today, FARTHEST_DAYS);
  while (!isHoliday(first) && first < farthest) first = addDays(first, 1);
  if (first >= farthest) return { ahead: [], workingDaysToNextHoliday: null };
  let last = first;
  while (isHoliday(addDays(last, 1))) last = addDays(last, 1);
  const ahead: Board['ahead'] = [];
  for (let day = addDays(today, 1); day <= addDays(last, MAKE_UP_DAYS); day = addDays(day, 1)) {
    const name = calendar.nameOf(day);
    if (name === undefined) continue;
    if (calendar.isMakeUp(day)) ahead.push({ day, kind: 'makeUp', name });
    else if (day >= first && day <= last) ahead.push({ day, kind: 'off', name });
  }
  return { ahead, workingDaysToNextHoliday: workingDaysBetween(today, addDays(first, -1), calendar) };
}
