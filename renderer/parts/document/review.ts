/** The review of a document as the rules of the domain read it, and who may do what next. */

import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import {
  REVIEW_STEPS,
  type ReviewOutcome,
  type ReviewRecord,
  type ReviewStepName,
  STEP_ROLES,
} from '../../../electron/domain/review.ts';
import { type Actor, holds } from '../../session.ts';

export type ReviewShown = DocumentDetail['reviews'][number];

/** The newest review while it awaits a signature; null where the drafter opens a new one. */
export function openReview(detail: DocumentDetail): ReviewRecord | null {
  const newest = detail.reviews[0];
  if (newest === undefined || newest.isLapsed || newest.waitingFor === null) return null;
  return recordOf(newest, detail.summary.id);
}

/** Step names and outcomes come from the engine, which stores none that the domain does not know. */
export function recordOf(review: ReviewShown, documentId: string): ReviewRecord {
  return {
    id: review.id,
    documentId,
    startedOn: review.startedOn,
    stepsRequired: review.stepsRequired as readonly ReviewStepName[],
    steps: review.steps.map((step) => ({
      ...step,
      step: step.step as ReviewStepName,
      outcome: step.outcome as ReviewOutcome,
    })),
  };
}

/** The step whose signature is awaited, a new review's first one included. */
export function stepAwaited(stage: string): ReviewStepName | undefined {
  if (stage === 'none' || stage === 'returned' || stage === 'lapsed') return 'drafter';
  if (stage === 'referred') return 'generalOffice';
  return REVIEW_STEPS.find((step) => step === stage);
}

export function maySign(step: ReviewStepName, divisionId: string, actor: Actor): boolean {
  if (!holds(actor, [STEP_ROLES[step]])) return false;
  return step !== 'divisionHead' || actor.divisionId === divisionId;
}

export type NextStep =
  | { readonly kind: 'sign'; readonly step: ReviewStepName }
  | { readonly kind: 'post' | 'interpret' | 'deliver' | 'proofread' };

/** What this person can do next for the document; only offered, the engine decides. */
export function nextStepOf({ summary }: DocumentDetail, actor: Actor): NextStep | undefined {
  const isClerk = holds(actor, ['clerk']);
  const mayPost = isClerk || isHeadOf(summary.presentDivisionId, actor);
  for (const { code } of summary.blockers) {
    if (code.startsWith('review') || code.startsWith('waits')) {
      const step = stepAwaited(summary.reviewStage);
      if (step !== undefined && maySign(step, summary.presentDivisionId, actor)) return { kind: 'sign', step };
    }
    if (code === 'proofreadingMissing' && isHeadOf(summary.presentDivisionId, actor)) return { kind: 'proofread' };
    if (code === 'notPosted' && mayPost) {
      const isFirst = summary.blockers.some((blocker) => blocker.code === 'interpretationMissing');
      return { kind: isFirst ? 'interpret' : 'post' };
    }
    if (code === 'interpretationMissing' && mayPost) return { kind: 'interpret' };
    if (code === 'copiesMissing' && isClerk) return { kind: 'deliver' };
  }
  return undefined;
}

/** Proof-reads leaders' information and records the posting of the division's own documents. */
export function isHeadOf(divisionId: string, actor: Actor): boolean {
  return holds(actor, ['divisionHead']) && actor.divisionId === divisionId;
}
