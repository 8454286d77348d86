/** Every open duty that has reached a stage on a day: for scheduled jobs and the command line. */

import type { DueList } from '../../contract/duties.ts';
import type { DocumentSummary } from '../../contract/records.ts';
import type { Day } from '../../domain/day.ts';
import type { OwedDuty } from '../../domain/duties.ts';
import { stageOf } from '../../domain/reminder.ts';
import { isBusinessOf } from '../../domain/responsibility.ts';
import { REVIEW_STEPS } from '../../domain/review.ts';
import type { LedgerConditions } from '../../store/ledgerConditions.ts';
import { type LedgerLine, listLedger } from '../../store/ledgerQuery.ts';
import { divisionScope } from '../actor.ts';
import { owedByLine } from '../documents/documentDuties.ts';
import { dutyRecord, summaryOf } from '../documents/summaries.ts';
import type { Look } from '../registry.ts';
import { isInHand, lookingFor } from './assigning.ts';
import { otherDuties } from './dutySources.ts';

const MOST_LINES = 10_000;

/** Open work of any kind; a document may stand in several of these lists. */
const OPEN_WORK: readonly LedgerConditions[] = [
  { isToPost: true, isPosted: false },
  { isMissingInterpretation: true },
  { isShortOfCopies: true },
  { isPosted: false, reviewStages: [...REVIEW_STEPS, 'referred'] },
];

export function dueListOf(look: Look, on: Day | null): DueList {
  const asked = { ...look, today: on ?? look.today };
  const scope = divisionScope(look.actor);
  const lines = new Map<string, LedgerLine>();
  for (const conditions of OPEN_WORK) {
    const own = { ...conditions, isVoided: false, divisionId: lookingFor(look, scope), withPredecessors: true };
    const order = { by: 'dueOn', direction: 'asc' } as const;
    for (const line of listLedger(look.db, own, order, { offset: 0, limit: MOST_LINES }))
      lines.set(line.document.id, line);
  }
  const stages = { stages: look.settings.reminderStages };
  const reached = ({ subject, duty }: OwedDuty, document: () => DocumentSummary | null): DueList['items'] => {
    const stage = stageOf(duty, asked.today, stages);
    return stage === undefined
      ? []
      : [{ subject: { ...subject }, document: document(), duty: dutyRecord(duty), stage }];
  };
  const ofDocuments = [...lines.values()].flatMap((line) =>
    owedByLine(line, asked)
      .filter(({ subject }) => isBusinessOf(subject, scope))
      .flatMap((owed) => reached(owed, () => (isInHand(line, scope) ? summaryOf(line, asked) : null))),
  );
  const ofOthers = otherDuties(asked, scope).flatMap((owed) => reached(owed, () => null));
  const items = [...ofDocuments, ...ofOthers];
  return {
    on: asked.today,
    items: items.sort((a, b) => (a.duty.dueOn < b.duty.dueOn ? -1 : a.duty.dueOn > b.duty.dueOn ? 1 : 0)),
  };
}
