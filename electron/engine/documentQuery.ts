/** Turns a filter as asked into conditions on rows: states of the posting clock become ranges of its trigger. */

import type { DocumentFilter } from '../contract/documents.ts';
import type { WorkCalendar } from '../domain/calendar.ts';
import { addDays, type Day } from '../domain/day.ts';
import { deadlineOf, latestTriggerDueOnOrBefore } from '../domain/deadline.ts';
import { dutiesOf } from '../domain/documentDuties.ts';
import { ruleFor } from '../domain/dutyRules.ts';
import { REVIEW_STEPS } from '../domain/review.ts';
import type { LedgerConditions } from '../store/ledgerConditions.ts';
import { linesOf, postedDays, postedTriggers } from '../store/ledgerQuery.ts';
import { divisionScope } from './actor.ts';
import type { Look } from './registry.ts';
import { dutyFacts } from './standing.ts';

/** Both wordings of the posting rule give 20 working days. 条例第二十六条; 实施方案五（三）. */
const POSTING_DAYS = 20;

/** Latest trigger whose posting is due on or before this day. */
export function clockDueBy(day: Day, { calendar }: Pick<Look, 'calendar'>): Day {
  return latestTriggerDueOnOrBefore(day, POSTING_DAYS, calendar);
}

export function conditionsOf(filter: DocumentFilter, seen: Look): LedgerConditions {
  const { postingState, reviewStage, divisionId, ...same } = filter;
  const scope = divisionScope(seen.actor);
  // Asking for another division's documents finds nothing, as they do not exist for this person.
  const noOneElse = scope !== undefined && divisionId !== undefined && divisionId !== scope;
  const base: LedgerConditions = {
    ...same,
    isVoided: filter.isVoided ?? false,
    divisionId: scope ?? divisionId,
    ...(noOneElse ? { ids: [] } : {}),
    ...(reviewStage === undefined ? {} : { reviewStages: stagesOf(reviewStage) }),
  };
  return postingState === undefined ? base : { ...base, ...postingConditions(postingState, base, seen) };
}

function stagesOf(asked: string): readonly string[] {
  if (asked === 'waiting') return [...REVIEW_STEPS, 'referred'];
  return asked === 'missing' ? ['none', 'returned', 'lapsed'] : [asked];
}

function postingConditions(
  state: NonNullable<DocumentFilter['postingState']>,
  base: LedgerConditions,
  seen: Look,
): LedgerConditions {
  const { today, calendar, settings } = seen;
  if (state === 'notDue') return { isToPost: false };
  if (state === 'open') return { isToPost: true, isPosted: false };
  if (state === 'posted') return { isPosted: true };
  if (state === 'withdrawn') return { isWithdrawn: true };
  if (state === 'postedLate') return latePostings(base, seen);
  const yesterday = addDays(today, -1);
  const overdue = clockDueBy(yesterday, seen);
  const dueToday = clockDueBy(today, seen);
  const open = { isToPost: true, isPosted: false };
  if (state === 'overdue') return { ...open, clock: { upTo: overdue } };
  if (state === 'today') return { ...open, clock: { after: overdue, upTo: dueToday } };
  const ahead = Math.max(0, ...settings.reminderStages);
  const soon = calendar.dayOfCount(calendar.countUpTo(today) + ahead);
  return { ...open, clock: { after: dueToday, upTo: clockDueBy(soon, seen) } };
}

function latePostings(base: LedgerConditions, seen: Look): LedgerConditions {
  // By this setting some documents have a due day of their own, which only a look at each can tell.
  if (seen.settings.normativePosting === 'interpretation') return { ids: latePostingsOneByOne(base, seen) };
  const triggers = postedTriggers(seen.db);
  return { isPosted: true, dueDays: triggers ? dueDaysBetween(triggers.first, triggers.last, seen) : {} };
}

/** Due days by calendar: a list of late postings asks for each day of all the years. */
const known = new WeakMap<WorkCalendar, Map<Day, Day | undefined>>();

function dueDaysBetween(first: Day, last: Day, { calendar, rules }: Look): Readonly<Record<Day, Day>> {
  const days = known.get(calendar) ?? new Map<Day, Day | undefined>();
  known.set(calendar, days);
  const due: Record<Day, Day> = {};
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (!days.has(day)) {
      const rule = ruleFor(rules, 'posting', day);
      days.set(day, rule && deadlineOf(day, POSTING_DAYS, rule.unit, calendar).dueOn);
    }
    const dueOn = days.get(day);
    if (dueOn) due[day] = dueOn;
  }
  return due;
}

function latePostingsOneByOne(base: LedgerConditions, seen: Look): readonly string[] {
  const posted = postedDays(seen.db, base).filter(({ clockOn, postedOn }) => postedOn > clockOn);
  const lines = new Map(
    linesOf(
      seen.db,
      posted.map(({ id }) => id),
    ).map((line) => [line.document.id, line]),
  );
  return posted.flatMap(({ id }) => {
    const line = lines.get(id);
    if (!line) return [];
    const duties = dutiesOf(dutyFacts(line.document, line.standing), seen);
    return duties.some(({ rule, state }) => rule === 'posting' && state === 'metLate') ? [id] : [];
  });
}
