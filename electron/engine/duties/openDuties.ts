/** What has to go on the web or be interpreted and is not done, and all that other subjects owe: counted by day for the board, the calendar and the tray. */

import type { TileName } from '../../contract/duties.ts';
import { type Duty, type DutySubject, dutyOf, type OwedDuty } from '../../domain/duties.ts';
import { isBusinessOf } from '../../domain/responsibility.ts';
import { knowDivisions } from '../../store/divisions.ts';
import type { LedgerLine } from '../../store/ledgerQuery.ts';
import { normativeLines, toPostByDueDay } from '../../store/openWork.ts';
import { owedByLine } from '../documents/documentDuties.ts';
import type { Look } from '../registry.ts';
import { assigned, lookingFor } from './assigning.ts';
import { otherDuties, subjectKey } from './dutySources.ts';

export type OpenDuties = {
  readonly divisionId: string;
  /** How many subjects owe exactly these. */
  readonly count: number;
  /** The most urgent first; never empty. */
  readonly duties: readonly [Duty, ...Duty[]];
  /** Only for a document that is looked at by itself. */
  readonly line?: LedgerLine;
  /** Only for a subject that is no document. */
  readonly subject?: DutySubject;
};

/** Duties of a document that the board counts by their day. */
const WATCHED: readonly string[] = ['posting', 'interpretation', 'normativeFiling'];

export type UrgencyTile = Extract<TileName, 'overdue' | 'today' | 'soon'>;
export const URGENCY_TILES = ['overdue', 'today', 'soon'] as const satisfies readonly UrgencyTile[];

export function tileOf({ state }: Duty): UrgencyTile | undefined {
  return URGENCY_TILES.find((tile) => tile === state);
}

export function watchedDuties(duties: readonly Duty[]): readonly Duty[] {
  return duties.filter(({ rule, doneOn }) => WATCHED.includes(rule) && doneOn === null);
}

/** A plain document owes its posting alone, so one deadline serves all of a day; normative ones are looked at singly. */
export function openDuties(look: Look, divisionId: string | undefined): readonly OpenDuties[] {
  const within = lookingFor(look, divisionId);
  const single = normativeLines(look.db, within).flatMap((line): OpenDuties[] => {
    const [first, ...others] = watchedOf(look, line, divisionId);
    if (!first) return [];
    const duties = [first.duty, ...others.map(({ duty }) => duty)] as const;
    return [{ divisionId: first.subject.divisionId, count: 1, duties, line }];
  });
  return [...openOfPlain(look, divisionId), ...single, ...openOfOthers(look, divisionId)];
}

/** Who answers for them is asked once for all days. */
function openOfPlain(look: Look, divisionId: string | undefined): readonly OpenDuties[] {
  const { present } = knowDivisions(look.db);
  const groups = toPostByDueDay(look.db, lookingFor(look, divisionId)).flatMap(({ count, ...group }) => {
    const trigger = { on: group.clockOn, source: 'signedOn' } as const;
    const duty = dutyOf({ rule: 'posting', trigger, doneOn: null, dueOn: group.dueOn }, look);
    if (!duty) return [];
    const { id, name } = present(group.divisionId);
    const subject = { kind: 'document', id: '', number: '', title: '', divisionId: id, divisionName: name } as const;
    return [{ count, owed: { subject, duty } }];
  });
  const answered = assigned(
    look,
    groups.map(({ owed }) => owed),
  );
  return groups.flatMap(({ count }, at): OpenDuties[] => {
    const owed = answered[at];
    if (!owed || !isBusinessOf(owed.subject, divisionId)) return [];
    return [{ divisionId: owed.subject.divisionId, count, duties: [owed.duty] }];
  });
}

/** One for each subject, whatever it owes. */
function openOfOthers(look: Look, divisionId: string | undefined): readonly OpenDuties[] {
  const bySubject = new Map<string, OwedDuty[]>();
  for (const owed of otherDuties(look, divisionId)) {
    const key = subjectKey(owed.subject);
    bySubject.set(key, [...(bySubject.get(key) ?? []), owed]);
  }
  return [...bySubject.values()].flatMap((owed): OpenDuties[] => {
    const [first, ...others] = owed.toSorted((a, b) => a.duty.dueOn.localeCompare(b.duty.dueOn));
    if (!first) return [];
    const { subject } = first;
    const duties = [first.duty, ...others.map(({ duty }) => duty)] as const;
    return [{ divisionId: subject.divisionId, count: 1, duties, subject }];
  });
}

/** What the board watches of one document, as far as it is the business of that division. */
export function watchedOf(look: Look, line: LedgerLine, divisionId: string | undefined): readonly OwedDuty[] {
  const watched = owedByLine(line, look).filter(({ duty }) => WATCHED.includes(duty.rule) && duty.doneOn === null);
  return watched.filter(({ subject }) => isBusinessOf(subject, divisionId));
}

export type UrgencyCounts = Readonly<Record<UrgencyTile, number>>;

/** Subjects by the state of their most urgent duty. */
export function urgencyCounts(open: readonly OpenDuties[]): UrgencyCounts {
  const counts = { overdue: 0, today: 0, soon: 0 };
  for (const { duties, count } of open) {
    const tile = tileOf(duties[0]);
    if (tile) counts[tile] += count;
  }
  return counts;
}
