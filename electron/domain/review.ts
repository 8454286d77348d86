/** Confidentiality review (保密审查): its steps, who signs, what each may conclude, when a signature lapses. 实施方案五（三）; 条例第十七条. */

import type { Day } from './day.ts';
import type { Role } from './roles.ts';

export const REVIEW_STEPS = ['drafter', 'divisionHead', 'generalOffice', 'leaderInCharge'] as const;
export type ReviewStepName = (typeof REVIEW_STEPS)[number];

/** The drafter's five ticks (起草人自查五项). */
export const SECRECY_TICKS = [
  'stateSecret',
  'workSecret',
  'tradeSecret',
  'personalPrivacy',
  'threeSecuritiesOneStability',
] as const;
export type SecrecyTick = (typeof SECRECY_TICKS)[number];
export type SecrecyTicks = { readonly [T in SecrecyTick]?: boolean | undefined };

/** Opinions each step may give (审查意见); the last of each list sends the document back. */
export const STEP_OUTCOMES = {
  drafter: ['proposeDisclosure', 'proposePartial', 'proposeWithholding'],
  divisionHead: ['agree', 'agreeAfterChange', 'disagree'],
  generalOffice: ['mayDisclose', 'discloseAfterRedaction', 'referUp', 'withhold', 'return'],
  leaderInCharge: ['approve', 'reject', 'return'],
} as const satisfies Record<ReviewStepName, readonly string[]>;

export type ReviewOutcome = (typeof STEP_OUTCOMES)[ReviewStepName][number];

/** Role that signs each step; the drafter's self-check is signed by the clerk who files the document. */
export const STEP_ROLES = {
  drafter: 'clerk',
  divisionHead: 'divisionHead',
  generalOffice: 'officeReviewer',
  leaderInCharge: 'leaderInCharge',
} as const satisfies Record<ReviewStepName, Role>;

/** One signature (审查环节); never changed, never removed. */
export type ReviewStepRecord = {
  readonly step: ReviewStepName;
  readonly outcome: ReviewOutcome;
  readonly opinion?: string | undefined;
  readonly ticks?: SecrecyTicks | null | undefined;
  readonly basis?: string | null | undefined;
  readonly signerId: string;
  readonly signerName: string;
  readonly onBehalfOf?: string | undefined;
  readonly signedOn: Day;
  /** Why one person signs two steps. */
  readonly overrideReason?: string | undefined;
  /** Hash of the bound content that was on the signer's screen. */
  readonly contentHash: string;
  readonly isLeaderInfoProofread?: boolean | undefined;
};

/** One pass through the steps; a document sent back or changed gets a new one. */
export type ReviewRecord = {
  readonly id: string;
  readonly documentId: string;
  readonly startedOn: Day;
  /** In signing order. */
  readonly steps: readonly ReviewStepRecord[];
  /** Steps that the settings demanded when the review started. */
  readonly stepsRequired: readonly ReviewStepName[];
  readonly withdrawnOn?: Day | null | undefined;
};

/** What the review concludes about the text (审查结论). */
export const REVIEW_CONCLUSIONS = ['disclose', 'disclosePart', 'withhold'] as const;
export type ReviewConclusion = (typeof REVIEW_CONCLUSIONS)[number];

/** A step's name = waiting for that step's signature. */
export const REVIEW_STAGES = [
  'none',
  ...REVIEW_STEPS,
  'returned',
  'referred',
  'approved',
  'approvedPartial',
  'withheld',
  'lapsed',
] as const;
export type ReviewStage = (typeof REVIEW_STAGES)[number];

export type ReviewState = {
  readonly stage: ReviewStage;
  readonly lapsed: boolean;
  readonly approvedOn?: Day | undefined;
  readonly conclusion?: ReviewConclusion | undefined;
  readonly returnedBy?: ReviewStepName | undefined;
  readonly returnReason?: string | undefined;
  /** Since when the next signature is awaited. */
  readonly waitingSince?: Day | undefined;
};

const NO_REVIEW: ReviewState = { stage: 'none', lapsed: false };
const SENDS_BACK: readonly ReviewOutcome[] = ['disagree', 'return'];

/** Steps that may send a document back (退回); the drafter can only withdraw the review. */
export function mayReturn(step: ReviewStepName): boolean {
  return STEP_OUTCOMES[step].some((outcome) => SENDS_BACK.includes(outcome));
}

function proposedBy(outcome: ReviewOutcome, before: ReviewConclusion): ReviewConclusion {
  if (outcome === 'proposeDisclosure' || outcome === 'mayDisclose') return 'disclose';
  if (outcome === 'proposePartial' || outcome === 'discloseAfterRedaction') return 'disclosePart';
  return ['proposeWithholding', 'withhold', 'reject'].includes(outcome) ? 'withhold' : before;
}

function latestSigning(steps: readonly ReviewStepRecord[]): Day | undefined {
  return steps.reduce<Day | undefined>(
    (latest, { signedOn }) => (latest && latest > signedOn ? latest : signedOn),
    undefined,
  );
}

/** State as signed, whether or not the text has moved on since. */
function signedState(review: ReviewRecord): ReviewState {
  const last = review.steps.at(-1);
  if (last === undefined) return { stage: 'drafter', lapsed: false, waitingSince: review.startedOn };
  const waitingSince = latestSigning(review.steps);
  if (SENDS_BACK.includes(last.outcome)) {
    return { stage: 'returned', lapsed: false, returnedBy: last.step, returnReason: last.opinion, waitingSince };
  }
  if (last.outcome === 'referUp') return { stage: 'referred', lapsed: false, waitingSince };
  const conclusion = review.steps.reduce<ReviewConclusion>(
    (held, { outcome }) => proposedBy(outcome, held),
    'withhold',
  );
  if (last.outcome === 'withhold' || last.outcome === 'reject') return { stage: 'withheld', lapsed: false, conclusion };
  const next = review.stepsRequired[review.stepsRequired.indexOf(last.step) + 1];
  if (next !== undefined) return { stage: next, lapsed: false, waitingSince };
  if (conclusion === 'withhold') return { stage: 'withheld', lapsed: false, conclusion };
  const stage = conclusion === 'disclose' ? 'approved' : 'approvedPartial';
  return { stage, lapsed: false, approvedOn: waitingSince, conclusion };
}

/**
 * State of a review for the text whose content hash is `currentContentHash`. A signature over any other hash lapses the
 * whole review; the revision is part of the hash, so putting the old text back revives nothing.
 */
export function reviewState(review: ReviewRecord | null | undefined, currentContentHash: string): ReviewState {
  if (!review || review.withdrawnOn) return NO_REVIEW;
  const signed = signedState(review);
  if (review.steps.every(({ contentHash }) => contentHash === currentContentHash)) return signed;
  return {
    stage: 'lapsed',
    lapsed: true,
    returnedBy: signed.returnedBy,
    returnReason: signed.returnReason,
    waitingSince: signed.waitingSince,
  };
}

/** Posting may rest on it. */
export function isApproved(state: ReviewState): boolean {
  return state.stage === 'approved' || state.stage === 'approvedPartial';
}

/** The step whose signature is awaited; undefined once the review has ended. */
export function waitingStep(state: ReviewState): ReviewStepName | undefined {
  if (state.stage === 'referred') return 'generalOffice';
  return REVIEW_STEPS.find((step) => step === state.stage);
}

/** The document needs a new review, opened by the drafter's self-check. */
export function needsNewReview(state: ReviewState): boolean {
  return state.stage === 'none' || state.stage === 'returned' || state.stage === 'lapsed';
}
