/** Plain facts for the domain tests: a document in order, a review in order, each to be varied. */

import type { Broken } from '../../electron/domain/broken.ts';
import { type Day, toDay } from '../../electron/domain/day.ts';
import type { DocumentInput } from '../../electron/domain/issuing.ts';
import type { ReviewOutcome, ReviewRecord, ReviewStepName, ReviewStepRecord } from '../../electron/domain/review.ts';
import { REVIEW_STEPS } from '../../electron/domain/review.ts';
import type { SigningInput } from '../../electron/domain/signing.ts';
import type { Blocker, StandingFacts } from '../../electron/domain/standing.ts';
import { LANGUAGES } from '../../electron/domain/wording/catalogue.ts';
import { say } from '../../electron/domain/wording/say.ts';

export const day = (text: string): Day => toDay(text);

export const HASH = 'hash of revision 1';

export const NO_TICKS = {
  stateSecret: false,
  workSecret: false,
  tradeSecret: false,
  personalPrivacy: false,
  threeSecuritiesOneStability: false,
};

export const documentInput: DocumentInput = {
  docNumberRaw: '辽市监发〔2019〕12号',
  isUnnumbered: false,
  title: '关于开展食品安全专项检查的通知',
  docType: '通知',
  draftingDivisionId: 'food',
  drafter: '王䶮',
  signer: '李明',
  signedOn: day('2019-08-01'),
  writtenOn: day('2019-08-01'),
  printedOn: day('2019-08-02'),
  attribute: 'PROACTIVE',
  basis: null,
  basisLaw: '',
  reason: '',
  isNormative: false,
  isLeaderRelated: false,
  isJoint: false,
  leadAgency: '',
  legalityReviewNumber: '',
  legalityReviewOn: null,
  interpretationPlan: '',
  channel: 'website',
  annexes: [],
  remarkNote: '',
  note: '',
};

const PLAIN_OUTCOMES: Record<ReviewStepName, ReviewOutcome> = {
  drafter: 'proposeDisclosure',
  divisionHead: 'agree',
  generalOffice: 'mayDisclose',
  leaderInCharge: 'approve',
};

export function signature(step: ReviewStepName, changes: Partial<ReviewStepRecord> = {}): ReviewStepRecord {
  return {
    step,
    outcome: PLAIN_OUTCOMES[step],
    signerId: `signer of ${step}`,
    signerName: '张三',
    signedOn: day('2019-08-05'),
    contentHash: HASH,
    ...changes,
  };
}

export function review(steps: readonly ReviewStepRecord[], changes: Partial<ReviewRecord> = {}): ReviewRecord {
  return {
    id: 'review',
    documentId: 'document',
    startedOn: day('2019-08-02'),
    steps,
    stepsRequired: REVIEW_STEPS,
    ...changes,
  };
}

/** Signatures of all steps before this one. */
export function signedBefore(step: ReviewStepName): readonly ReviewStepRecord[] {
  return REVIEW_STEPS.slice(0, REVIEW_STEPS.indexOf(step)).map((earlier) => signature(earlier));
}

export const approvedReview = review(REVIEW_STEPS.map((step) => signature(step)));

const SIGNERS = {
  drafter: { id: 'clerk', roles: ['clerk'], divisionId: 'office' },
  divisionHead: { id: 'head', roles: ['divisionHead'], divisionId: 'food' },
  generalOffice: { id: 'reviewer', roles: ['officeReviewer'], divisionId: 'office' },
  leaderInCharge: { id: 'leader', roles: ['leaderInCharge'], divisionId: 'leaders' },
} as const;

/** A signing of this step that nothing stands in the way of. */
export function signing(step: ReviewStepName, changes: Partial<SigningInput> = {}): SigningInput {
  return {
    review: step === 'drafter' ? null : review(signedBefore(step)),
    step,
    outcome: PLAIN_OUTCOMES[step],
    opinion: '',
    ticks: step === 'drafter' ? NO_TICKS : null,
    basis: null,
    overrideReason: '',
    isLeaderInfoProofread: false,
    signer: SIGNERS[step],
    document: { draftingDivisionId: 'food', registeredById: 'clerk', isLeaderRelated: false },
    currentContentHash: HASH,
    ...changes,
  };
}

export const standingFacts: StandingFacts = {
  attribute: 'PROACTIVE',
  signedOn: day('2019-08-01'),
  writtenOn: day('2019-08-01'),
  isNormative: false,
  isLeaderRelated: false,
  isLedByOther: false,
  isVoided: false,
  attributeChanges: [],
  filings: [],
  movements: [],
  copiesWaivedOn: null,
  review: null,
  revision: 1,
  contentHash: HASH,
  proofreadings: [],
  publications: [],
  interpretations: [],
  copiesKept: [],
};

/** The codes of findings; each has to have its sentence in both languages, with no slot left open. */
export function codes(findings: readonly Broken[]): string[] {
  for (const { code, params } of findings) {
    for (const language of LANGUAGES) {
      const sentence = say(language, code, params);
      if (sentence === code || /[{}]/.test(sentence)) throw new Error(`${language} of ${code} says: ${sentence}`);
    }
  }
  return findings.map(({ code }) => code);
}

export function blockerCodes(blockers: readonly Blocker[]): string[] {
  return codes(blockers.map(({ code, params }) => ({ code: `blocker.${code}`, field: '', params }))).map((code) =>
    code.replace('blocker.', ''),
  );
}
