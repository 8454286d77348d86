/** What has to go on the web or be interpreted and is not done: counted by day for the board, the calendar and the tray. */

import type { TileName } from '../contract/duties.ts';
import type { Day } from '../domain/day.ts';
import { type Duty, type DutyFacts, dutiesOf } from '../domain/duties.ts';
import type { LedgerLine } from '../store/ledgerQuery.ts';
import { normativeLines, toPostByTrigger } from '../store/openWork.ts';
import type { Look } from './registry.ts';
import { dutiesOfLine } from './summaries.ts';

export type OpenDuties = {
  readonly divisionId: string;
  /** How many documents owe exactly these. */
  readonly count: number;
  /** The most urgent first; never empty. */
  readonly duties: readonly [Duty, ...Duty[]];
  /** Only for a document that is looked at by itself. */
  readonly line?: LedgerLine;
};

/** Duties of a document that the board counts by their day. */
const WATCHED: readonly string[] = ['posting', 'interpretation'];

export type UrgencyTile = Extract<TileName, 'overdue' | 'today' | 'soon'>;
export const URGENCY_TILES = ['overdue', 'today', 'soon'] as const satisfies readonly UrgencyTile[];

export function tileOf({ state }: Duty): UrgencyTile | undefined {
  return URGENCY_TILES.find((tile) => tile === state);
}

export function watchedDuties(duties: readonly Duty[]): readonly Duty[] {
  return duties.filter(({ rule, doneOn }) => WATCHED.includes(rule) && doneOn === null);
}

/** A plain document owes its posting by the trigger alone, so one deadline serves all of a day; normative ones are looked at singly. */
export function openDuties(look: Look, divisionId: string | undefined): readonly OpenDuties[] {
  const byTrigger = new Map<Day, Duty | undefined>();
  const plain = toPostByTrigger(look.db, divisionId).flatMap((group): OpenDuties[] => {
    if (!byTrigger.has(group.clockOn)) byTrigger.set(group.clockOn, plainPosting(group.clockOn, look));
    const duty = byTrigger.get(group.clockOn);
    return duty ? [{ divisionId: group.divisionId, count: group.count, duties: [duty] }] : [];
  });
  const single = normativeLines(look.db, divisionId).flatMap((line): OpenDuties[] => {
    const [first, ...others] = watchedDuties(dutiesOfLine(line, look));
    if (!first) return [];
    return [{ divisionId: line.document.draftingDivisionId, count: 1, duties: [first, ...others], line }];
  });
  return [...plain, ...single];
}

/** Facts of a document that is to be posted and owes nothing else that the board counts. */
const PLAIN: Omit<DutyFacts, 'clockOn'> = {
  clockSource: 'signedOn',
  copiesRequired: 0,
  copiesCompleteOn: null,
  reviewStage: 'none',
  reviewWaitingSince: null,
  postedOn: null,
  interpretedOn: null,
  needsInterpretation: false,
  signedOn: null,
  writtenOn: null,
  printedOn: null,
  isNormative: false,
  isVoided: false,
};

function plainPosting(clockOn: Day, { calendar, today, settings }: Look): Duty | undefined {
  return dutiesOf({ ...PLAIN, clockOn }, calendar, today, settings)[0];
}

export type UrgencyCounts = Readonly<Record<UrgencyTile, number>>;

/** Documents by the state of their most urgent duty. */
export function urgencyCounts(open: readonly OpenDuties[]): UrgencyCounts {
  const counts = { overdue: 0, today: 0, soon: 0 };
  for (const { duties, count } of open) {
    const tile = tileOf(duties[0]);
    if (tile) counts[tile] += count;
  }
  return counts;
}
