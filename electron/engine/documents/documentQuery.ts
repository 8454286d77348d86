/** Turns a filter as asked into conditions on rows: states of the posting clock become ranges of its due day. */

import type { DocumentFilter } from '../../contract/documents.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { NORMATIVE_FIGURES, normativeOf } from '../../domain/normative.ts';
import { REVIEW_STEPS } from '../../domain/review.ts';
import type { LedgerConditions } from '../../store/ledgerConditions.ts';
import { normativeFacts } from '../../store/normative.ts';
import { divisionScope, isWithin } from '../actor.ts';
import { postingsGiven } from '../duties/assigning.ts';
import type { Look } from '../registry.ts';

export function conditionsOf(filter: DocumentFilter, seen: Look): LedgerConditions {
  const { postingState, reviewStage, divisionId, answeredById, validity, normativeFigure, dueFrom, dueTo, ...same } =
    filter;
  const scope = divisionScope(seen.actor);
  // Asking for another division's documents finds nothing, as they do not exist for this person.
  const noOneElse = scope !== undefined && divisionId !== undefined && !isWithin(seen.db, divisionId, scope);
  const base: LedgerConditions = {
    ...same,
    isVoided: filter.isVoided ?? false,
    divisionId: divisionId ?? scope,
    ...(divisionId === undefined && scope !== undefined ? { withPredecessors: true } : {}),
    ...(answeredById === undefined ? {} : { answering: { heritage: [answeredById], given: postingsGiven(seen) } }),
    ...(validity === undefined ? {} : { validity: { status: validity, on: seen.today } }),
    ...(normativeFigure === undefined ? {} : { ids: idsBehind(normativeFigure, seen) }),
    ...(noOneElse ? { ids: [] } : {}),
    ...(reviewStage === undefined ? {} : { reviewStages: stagesOf(reviewStage) }),
  };
  const stated = postingState === undefined ? base : { ...base, ...postingConditions(postingState, seen) };
  return dueFrom === undefined && dueTo === undefined ? stated : dueWithin(stated, { dueFrom, dueTo });
}

/** By the very rule that counted them (年度报告表二). */
function idsBehind(figure: string, { db }: Look): readonly string[] {
  const [name, year] = figure.split('.');
  const counted = NORMATIVE_FIGURES.find((known) => known === name);
  return counted === undefined ? [] : normativeOf(normativeFacts(db), Number(year))[counted].map(({ id }) => id);
}

/** Of two limits on the due day the narrower one. */
function dueWithin(
  base: LedgerConditions,
  { dueFrom, dueTo }: Pick<DocumentFilter, 'dueFrom' | 'dueTo'>,
): LedgerConditions {
  const after = daysIn(base.due?.after, dueFrom && addDays(dueFrom, -1)).at(-1);
  const [upTo] = daysIn(base.due?.upTo, dueTo);
  return { ...base, due: { after, upTo } };
}

function daysIn(...days: readonly (Day | undefined)[]): readonly Day[] {
  return days.flatMap((day) => day ?? []).toSorted();
}

function stagesOf(asked: string): readonly string[] {
  if (asked === 'waiting') return [...REVIEW_STEPS, 'referred'];
  return asked === 'missing' ? ['none', 'returned', 'lapsed'] : [asked];
}

function postingConditions(
  state: NonNullable<DocumentFilter['postingState']>,
  { today, calendar, settings }: Look,
): LedgerConditions {
  if (state === 'notDue') return { isToPost: false };
  if (state === 'posted') return { isPosted: true };
  if (state === 'postedLate') return { isPostedLate: true };
  if (state === 'postedInTime') return { isPostedInTime: true };
  if (state === 'withdrawn') return { isWithdrawn: true };
  const open = { isToPost: true, isPosted: false };
  if (state === 'open') return open;
  const yesterday = addDays(today, -1);
  if (state === 'overdue') return { ...open, due: { upTo: yesterday } };
  if (state === 'inTime') return { ...open, due: { after: yesterday } };
  if (state === 'today') return { ...open, due: { after: yesterday, upTo: today } };
  const ahead = Math.max(0, ...settings.reminderStages);
  return { ...open, due: { after: today, upTo: calendar.dayOfCount(calendar.countUpTo(today) + ahead) } };
}
