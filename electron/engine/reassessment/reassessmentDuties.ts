/** Re-assessments as duties: which documents an occasion takes in, by when, and what each division still owes of it. 条例第十八条; 实施方案五（二）. */

import { type Day, toDay, yearOf } from '../../domain/day.ts';
import { latestTriggerDueOnOrBefore } from '../../domain/deadline.ts';
import { daysOf, dutyOf, type Owed, type OwedDuty } from '../../domain/duties.ts';
import { ruleFor } from '../../domain/dutyRules.ts';
import { asKept } from '../../domain/keptDuty.ts';
import { type Occasion, reassessmentDueOn, reassessmentSubjectId, STOCK_BEFORE } from '../../domain/reassessment.ts';
import { say } from '../../domain/wording/say.ts';
import { knowDivisions } from '../../store/divisions.ts';
import { keptDutiesOf } from '../../store/keptDuties.ts';
import { lastDecisions, openReassessmentsByDivision, type ReassessmentScope } from '../../store/reassessments.ts';
import type { DutySource } from '../duties/dutySource.ts';
import type { Look } from '../registry.ts';

export function reassessmentScope(
  look: Look,
  occasion: Occasion,
  year: number,
  divisionId: string | undefined,
): ReassessmentScope {
  return { occasion, year, divisionId, today: look.today, cleanupBefore: cleanupBefore(look, toDay(`${year}-12-31`)) };
}

/** Issued or reviewed by this day, a normative document is to be reviewed by the other. */
function cleanupBefore({ rules, settings, calendar, today }: Look, by: Day): Day {
  const rule = ruleFor(rules, 'normativeCleanup', today);
  return rule ? latestTriggerDueOnOrBefore(by, daysOf(rule, settings), calendar, rule.unit) : NEVER;
}
const NEVER = toDay('0001-01-01');

/** Last day of an occasion; of the clean-up the last day of its year, each document having a day of its own before. */
export function scopeDueOn(look: Look, occasion: Occasion, year: number): Day {
  if (occasion === 'yearly') return reassessmentDueOn(year, look.settings.reassessmentBy);
  if (occasion === 'cleanup') return toDay(`${year}-12-31`);
  return dutyOf(stockOwed(null), look)?.dueOn ?? STOCK_BEFORE;
}

function stockOwed(doneOn: Day | null): Owed {
  return { rule: 'stockReview', trigger: { on: STOCK_BEFORE, source: 'regulationInForce' }, doneOn };
}

function owedOn(look: Look, occasion: Occasion, year: number, doneOn: Day | null): Owed {
  if (occasion === 'stock') return stockOwed(doneOn);
  const rule = occasion === 'yearly' ? 'reassessment' : 'normativeCleanup';
  const yearBefore = toDay(`${year - 1}-12-31`);
  // In the year in which the Regulation asked for it first, the clock began with the Regulation.
  const isFirst = occasion === 'yearly' && yearBefore < STOCK_BEFORE;
  const trigger = isFirst
    ? ({ on: STOCK_BEFORE, source: 'regulationInForce' } as const)
    : ({ on: yearBefore, source: 'yearEnded' } as const);
  return { rule, trigger, doneOn, dueOn: scopeDueOn(look, occasion, year) };
}

/** Last year's work stays owed for what stood in the registry then; what lies further back is in this year's list anyway. */
function scopesOn(look: Look, divisionId: string | undefined): readonly ReassessmentScope[] {
  const year = yearOf(look.today);
  const scope = (occasion: Occasion, of: number) => reassessmentScope(look, occasion, of, divisionId);
  const enteredBy = toDay(`${year - 1}-12-31`);
  return [
    // No year before the one in which the Regulation took effect was asked for.
    ...(enteredBy < STOCK_BEFORE ? [] : [{ ...scope('yearly', year - 1), enteredBy }]),
    scope('yearly', year),
    scope('stock', year),
    scope('cleanup', year),
  ];
}

/** One duty for each division and occasion, however many documents are in it: they are decided from one list. */
export const reassessmentDuties: DutySource = (look, { divisionId, openOnly }) => {
  const divisions = knowDivisions(look.db);
  return scopesOn(look, divisionId).flatMap((scope): OwedDuty[] => {
    const { occasion, year } = scope;
    const open = new Map<string, number>();
    for (const { divisionId: own, count } of openReassessmentsByDivision(look.db, scope)) {
      const present = divisions.present(own).id;
      open.set(present, (open.get(present) ?? 0) + count);
    }
    const owed = (present: string, count: number, doneOn: Day | null) => {
      const duty = dutyOf(owedOn(look, occasion, year, doneOn), look);
      const subject = subjectOf(occasion, year, { id: present, name: divisions.nameOn(present, null) }, count);
      return duty ? [{ subject, duty: asKept(duty, keptDutiesOf(look.db, subject.kind, subject.id)) }] : [];
    };
    const stillOpen = [...open].flatMap(([present, count]) => owed(present, count, null));
    if (openOnly) return stillOpen;
    const doneBy = new Map<string, Day>();
    for (const { divisionId: own, decidedOn } of lastDecisions(look.db, scope)) {
      const present = divisions.present(own).id;
      if (!open.has(present) && decidedOn > (doneBy.get(present) ?? '')) doneBy.set(present, decidedOn);
    }
    return [...stillOpen, ...[...doneBy].flatMap(([present, decidedOn]) => owed(present, 0, decidedOn))];
  });
};

function subjectOf(occasion: Occasion, year: number, division: { id: string; name: string }, count: number) {
  const title = say('zh', count > 0 ? `reassessment.subject.${occasion}` : `reassessment.subjectDone.${occasion}`, {
    year,
    count,
  });
  return {
    kind: 'reassessment' as const,
    id: reassessmentSubjectId(occasion, year, division.id),
    number: '',
    title,
    divisionId: division.id,
    divisionName: division.name,
  };
}
