/** Every duty of every subject, filtered and in the order of due days: the duties' own room and the command line. */

import type { DutyList, DutyListFilter } from '../../contract/duties.ts';
import { addDays, type Day, toDay, yearOf } from '../../domain/day.ts';
import { DUTY_STATES, type Duty, type DutyState, type OwedDuty, progress } from '../../domain/duties.ts';
import { isBusinessOf } from '../../domain/responsibility.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import { documentIdsBetween, documentIdsSigned, openDocumentIds } from '../../store/openWork.ts';
import { divisionScope } from '../actor.ts';
import { owedInSlices } from '../documents/documentDuties.ts';
import { dutyRecord } from '../documents/summaries.ts';
import { dayColumn, exportPage, type PageColumn, textColumn, timeLeft, type Wanted } from '../exchange/pageExport.ts';
import type { Look, Registry } from '../registry.ts';
import { lookingFor } from './assigning.ts';
import { LONGEST_PERIOD_DAYS } from './dutiesByDay.ts';
import { calendarFile } from './dutyCalendar.ts';
import { OTHER_SOURCES } from './dutySources.ts';

export const OPEN_STATES = ['overdue', 'today', 'soon', 'open'] as const satisfies readonly DutyState[];

type Asked = Omit<DutyListFilter, 'offset' | 'limit'>;

/** All duties of a filter in the order of due days, and all that the rest of it, without its state, tells of. */
async function dutiesAsked(look: Look, filter: Asked) {
  const sight = filter.on === null ? look : { ...look, today: filter.on };
  const scope = divisionScope(look.actor);
  const foreign = scope !== undefined && filter.divisionId !== null && filter.divisionId !== scope;
  const owed = foreign ? [] : await owedWithin(sight, filter, scope ?? filter.divisionId ?? undefined);
  const done = periodOf(filter, sight.today);
  const told = owed
    .map((each) => ({ ...each, duty: asOf(each.duty, sight) }))
    .filter(asked(filter, scope ?? filter.divisionId ?? undefined))
    .filter(
      ({ duty }) =>
        duty.doneOn === null || filter.signed !== undefined || (duty.dueOn >= done.from && duty.dueOn <= done.upTo),
    );
  const inStates = told.filter(({ duty }) => statesOf(filter).includes(duty.state)).toSorted(byDueDay);
  return { sight, told, inStates };
}

/** The same duties as the list shows, for the calendars of the office. */
export async function dutiesFile(
  look: Look,
  { language, ...filter }: Asked & { readonly language: Language },
): Promise<File> {
  const { inStates } = await dutiesAsked(look, filter);
  return calendarFile(look, inStates, language);
}

const COLUMNS: readonly PageColumn<OwedDuty>[] = [
  textColumn('职责', 'Duty', 24, ({ duty }, language) => say(language, `duty.${duty.rule}`)),
  textColumn('编号', 'Number', 20, ({ subject }) => subject.number),
  textColumn('文件或事项', 'Document or matter', 50, ({ subject }) => subject.title),
  textColumn('处室', 'Division', 16, ({ subject }) => subject.divisionName),
  dayColumn('起算', 'Counted from', ({ duty }) => duty.triggerOn),
  textColumn('起算依据', 'Counted from what', 16, ({ duty }, language) =>
    say(language, `trigger.${duty.triggerSource}`),
  ),
  dayColumn('到期', 'Due', ({ duty }) => duty.dueOn),
  dayColumn('办结', 'Done', ({ duty }) => duty.doneOn),
  textColumn('期限', 'Time left', 18, ({ duty }, language) => timeLeft(duty, language)),
];

/** The same duties as a table file. */
export async function exportDuties(
  call: { readonly look: Look; readonly registry: Registry; readonly signal: AbortSignal | undefined },
  { format, language, ...filter }: Asked & Wanted,
): Promise<File> {
  const list = {
    ...{ act: 'duties.export', label: filter, name: say(language, 'export.duties'), columns: COLUMNS },
    rows: async (still: Look) => (await dutiesAsked(still, filter)).inStates,
  };
  return exportPage(call, list, { format, language });
}

export async function dutyListOf(look: Look, filter: DutyListFilter): Promise<DutyList> {
  const { sight, told, inStates } = await dutiesAsked(look, filter);
  return {
    on: sight.today,
    total: inStates.length,
    counts: DUTY_STATES.map((state) => ({ state, count: told.filter(({ duty }) => duty.state === state).length })),
    rows: inStates.slice(filter.offset, filter.offset + filter.limit).map(({ subject, duty }) => ({
      subject: { ...subject },
      duty: dutyRecord(duty),
    })),
  };
}

function statesOf({ state }: Asked): readonly DutyState[] {
  if (state === 'unmet') return OPEN_STATES;
  if (state === 'done') return ['met', 'metLate'];
  return state === 'all' ? DUTY_STATES : [state];
}

function asked({ rule, kind, from, to, signed }: Asked, divisionId: string | undefined) {
  return ({ subject, duty }: OwedDuty) =>
    (signed === undefined || divisionId === undefined || subject.divisionId === divisionId) &&
    (rule === null || duty.rule === rule) &&
    (kind === null || subject.kind === kind) &&
    (from === null || duty.dueOn >= from) &&
    (to === null || duty.dueOn <= to);
}

async function owedWithin(look: Look, filter: Asked, divisionId: string | undefined) {
  const openOnly = statesOf(filter).every((state) => OPEN_STATES.some((open) => open === state));
  // Seen from an earlier day, what was done since was open.
  const isOpenOnly = openOnly && filter.on === null;
  if (filter.signed) {
    const ids = documentIdsSigned(look.db, { ...filter.signed, divisionId: lookingFor(look, divisionId) });
    return (await owedInSlices(look, ids)).filter(({ subject }) => isBusinessOf(subject, divisionId));
  }
  const others = OTHER_SOURCES.flatMap((source) => source(look, { divisionId, openOnly: isOpenOnly }));
  if (filter.kind !== null && filter.kind !== 'document') return others;
  const within = lookingFor(look, divisionId);
  const ids = new Set(openDocumentIds(look.db, { divisionId: within }));
  if (!isOpenOnly) {
    const { from, upTo } = periodOf(filter, look.today);
    const started = { from: addDays(from, -LONGEST_PERIOD_DAYS), upTo, divisionId: within };
    for (const id of documentIdsBetween(look.db, started)) ids.add(id);
  }
  const ofDocuments = await owedInSlices(look, [...ids]);
  return [...ofDocuments.filter(({ subject }) => isBusinessOf(subject, divisionId)), ...others];
}

/** What is done is told of a period only: of that asked for, else of this year. */
function periodOf({ from, to }: Asked, today: Day): { readonly from: Day; readonly upTo: Day } {
  const year = yearOf(today);
  return { from: from ?? toDay(`${year}-01-01`), upTo: to ?? toDay(`${year}-12-31`) };
}

/** On an earlier day what was done later stood open. */
function asOf(duty: Duty, sight: Look): Duty {
  if (duty.doneOn === null || duty.doneOn <= sight.today) return duty;
  return { ...duty, doneOn: null, ...progress(duty.dueOn, null, sight) };
}

/** By code units: days, rules and ids are plain, and asking the language of each pair costs more than the whole list. */
function byDueDay(a: OwedDuty, b: OwedDuty): number {
  return (
    compare(a.duty.dueOn, b.duty.dueOn) || compare(a.duty.rule, b.duty.rule) || compare(a.subject.id, b.subject.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
