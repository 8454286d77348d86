/** What stands in the way of one review signature: order, office, self-check, separation of duties. 实施方案五（三）; domain practice 三审分人. */

import { basisOf } from './attribute.ts';
import { type Broken, broken, isBlank, REASON_LENGTH, saidLength } from './broken.ts';
import type { Day } from './day.ts';
import {
  type ReviewRecord,
  type ReviewStepName,
  reviewState,
  SECRECY_TICKS,
  type SecrecyTicks,
  STEP_OUTCOMES,
  STEP_ROLES,
  waitingStep,
} from './review.ts';
import type { Role } from './roles.ts';

export type SigningInput = {
  /** The review signed; undefined when the drafter's signature opens one. */
  readonly review: ReviewRecord | null | undefined;
  readonly step: ReviewStepName;
  /** Any text from outside; only the outcomes of the step pass. */
  readonly outcome: string;
  readonly opinion?: string | undefined;
  readonly ticks?: SecrecyTicks | null | undefined;
  readonly basis?: string | null | undefined;
  readonly overrideReason?: string | undefined;
  readonly isLeaderInfoProofread?: boolean | undefined;
  readonly signer: {
    readonly id: string;
    readonly roles: readonly Role[];
    readonly divisionId?: string | undefined;
  };
  readonly document: {
    readonly draftingDivisionId?: string | undefined;
    readonly registeredById?: string | undefined;
    readonly isLeaderRelated: boolean;
  };
  readonly currentContentHash: string;
  readonly signedOn?: Day | undefined;
  readonly today?: Day | undefined;
};

const MUST_EXPLAIN: readonly string[] = [
  'proposePartial',
  'proposeWithholding',
  'agreeAfterChange',
  'disagree',
  'discloseAfterRedaction',
  'referUp',
  'withhold',
  'reject',
  'return',
];
const MUST_NAME_BASIS: readonly string[] = [
  'proposePartial',
  'proposeWithholding',
  'discloseAfterRedaction',
  'withhold',
];

/** Everything that stands in the way of this signature, all at once. */
export function brokenOnSigning(input: SigningInput): readonly Broken[] {
  return [
    ...brokenOnOrder(input),
    ...brokenOnOffice(input),
    ...brokenOnSeparation(input),
    ...brokenOnOpinion(input),
    ...(input.step === 'drafter' ? brokenOnTicks(input) : []),
    ...brokenOnLeaderInfo(input),
    ...brokenOnSigningDay(input),
  ];
}

function brokenOnOrder({ review, step, currentContentHash }: SigningInput): readonly Broken[] {
  if (!review) {
    return step === 'drafter' ? [] : [broken('review.notStarted', 'step', { step })];
  }
  const state = reviewState(review, currentContentHash);
  if (state.lapsed) return [broken('review.lapsed', 'step')];
  const waiting = waitingStep(state);
  if (waiting === undefined) return [broken('review.ended', 'step', { stage: state.stage })];
  return waiting === step ? [] : [broken('review.notYourTurn', 'step', { waiting })];
}

function brokenOnOffice({ step, outcome, signer, document }: SigningInput): readonly Broken[] {
  const findings: Broken[] = [];
  if (!(STEP_OUTCOMES[step] as readonly string[]).includes(outcome)) {
    findings.push(broken('review.outcomeUnfit', 'outcome', { step, outcome }));
  }
  if (!signer.roles.includes(STEP_ROLES[step])) {
    findings.push(broken('review.wrongRole', 'step', { step, role: STEP_ROLES[step] }));
  }
  const isOwnDivision = signer.divisionId !== undefined && signer.divisionId === document.draftingDivisionId;
  if (step === 'divisionHead' && !isOwnDivision) findings.push(broken('review.wrongDivision', 'step'));
  return findings;
}

/**
 * Nobody signs two steps, and who registered the document signs no step above the drafter's. In a small office the
 * General Office or the leader may say why; the head never, and never one person as head and leader.
 */
function brokenOnSeparation({ review, step, signer, document, overrideReason }: SigningInput): readonly Broken[] {
  const own = (review?.steps ?? []).filter((signed) => signed.signerId === signer.id && signed.step !== step);
  const isRegistrar = step !== 'drafter' && document.registeredById === signer.id;
  const earlier = own.find((signed) => signed.step === 'divisionHead') ?? own[0];
  if (earlier === undefined && !isRegistrar) return [];
  const mayOverride = step === 'generalOffice' || (step === 'leaderInCharge' && earlier?.step !== 'divisionHead');
  if (mayOverride && saidLength(overrideReason) >= REASON_LENGTH) return [];
  const field = mayOverride ? 'overrideReason' : 'step';
  if (earlier === undefined) {
    return [broken(mayOverride ? 'review.signerRegistered' : 'review.registrarNever', field, { least: REASON_LENGTH })];
  }
  const params = { step: earlier.step, least: REASON_LENGTH };
  return [broken(mayOverride ? 'review.sameSigner' : 'review.sameSignerNever', field, params)];
}

function brokenOnOpinion({ outcome, opinion, basis }: SigningInput): readonly Broken[] {
  const findings: Broken[] = [];
  if (MUST_EXPLAIN.includes(outcome) && isBlank(opinion)) {
    findings.push(broken('review.opinionMissing', 'opinion', { outcome }));
  }
  if (MUST_NAME_BASIS.includes(outcome) && !basis) {
    findings.push(broken('review.basisMissing', 'basis', { outcome }));
  }
  const known = basisOf(basis);
  if (known?.isDisabled) findings.push(broken('review.stateSecret', 'basis'));
  else if (basis && !known) findings.push(broken('attribute.basisUnknown', 'basis'));
  return findings;
}

function brokenOnTicks({ ticks: given, outcome, opinion }: SigningInput): readonly Broken[] {
  const ticks = given ?? {};
  const findings: Broken[] = [];
  for (const tick of SECRECY_TICKS) {
    if (ticks[tick] === undefined) findings.push(broken('review.tickMissing', `ticks.${tick}`, { tick }));
  }
  if (ticks.stateSecret) findings.push(broken('review.stateSecret', 'ticks.stateSecret'));
  if (outcome !== 'proposeDisclosure') return findings;
  for (const tick of ['workSecret', 'threeSecuritiesOneStability'] as const) {
    if (ticks[tick]) findings.push(broken('review.tickForbidsDisclosure', 'outcome', { tick }));
  }
  // Article 15 lets these be opened when the third party agrees or the public interest prevails: say so.
  const isThirdParty = ticks.tradeSecret || ticks.personalPrivacy;
  if (isThirdParty && isBlank(opinion)) findings.push(broken('review.thirdPartyUnexplained', 'opinion'));
  return findings;
}

function brokenOnLeaderInfo({ step, outcome, document, isLeaderInfoProofread }: SigningInput): readonly Broken[] {
  const isDue = step === 'divisionHead' && document.isLeaderRelated && outcome !== 'disagree';
  return isDue && !isLeaderInfoProofread ? [broken('review.proofreadingMissing', 'isLeaderInfoProofread')] : [];
}

/** A signature has the day on which it was given: not in the future, not before the step that it rests on. */
function brokenOnSigningDay({ review, signedOn, today }: SigningInput): readonly Broken[] {
  if (signedOn === undefined) return [];
  if (today !== undefined && signedOn > today) return [broken('review.signedInFuture', 'signedOn')];
  const last = review?.steps.at(-1)?.signedOn;
  return last !== undefined && signedOn < last ? [broken('review.signedBeforeLast', 'signedOn', { day: last })] : [];
}
