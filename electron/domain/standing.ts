/** Where a document stands (文件状态): computed from all its facts inside each write, without asking what day it is. domain practice: 状态机. */

import type { DisclosureAttribute } from './attribute.ts';
import type { BrokenParams } from './broken.ts';
import { type CopiesFacts, type CopyHoldings, copyHoldings } from './copies.ts';
import type { Day } from './day.ts';
import { type ProofreadingRound, proofreadingRounds } from './publication.ts';
import { isApproved, type ReviewRecord, type ReviewStage, type ReviewState, reviewState } from './review.ts';
import type { RegistrySettings } from './settings.ts';

export type StandingFacts = {
  readonly attribute: DisclosureAttribute | null;
  readonly signedOn: Day | null;
  readonly writtenOn: Day | null;
  readonly isNormative: boolean;
  readonly isLeaderRelated: boolean;
  /** A joint document that another agency leads: the leader opens it (条例第十条), we only watch. */
  readonly isLedByOther: boolean;
  readonly isVoided: boolean;
  readonly attributeChanges: readonly {
    readonly from: DisclosureAttribute | null;
    readonly to: DisclosureAttribute;
    readonly changedOn: Day;
  }[];
  readonly filings: CopiesFacts['filings'];
  readonly movements: CopiesFacts['movements'];
  /** Day on which missing copies were waived. */
  readonly copiesWaivedOn: Day | null;
  /** Copies that were complete when another number was asked for, and the day on which they were. */
  readonly copiesKept: readonly { readonly required: number; readonly doneOn: Day }[];
  /** The latest review. */
  readonly review: ReviewRecord | null;
  readonly revision: number;
  readonly contentHash: string;
  readonly proofreadings: readonly ProofreadingRound[];
  readonly publications: readonly {
    readonly postedOn: Day;
    readonly withdrawnOn: Day | null;
    readonly exceptionReason: string;
  }[];
  readonly interpretations: readonly { readonly postedOn: Day }[];
};

/** 草拟, 属性已定, 已签发, 已备案, 审查中, 审查通过, 已公开, 已解读; aside: 退回, 待重新审查, 不宜公开, 免公开, 已撤回, 作废 */
export const DOCUMENT_STATES = [
  'draft',
  'attributed',
  'issued',
  'filed',
  'inReview',
  'approved',
  'posted',
  'interpreted',
  'returned',
  'reReview',
  'withheld',
  'exempt',
  'withdrawn',
  'voided',
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** Who has to act next (卡在). */
export const HOLDERS = ['division', 'generalOffice', 'leader', 'none'] as const;
export type Holder = (typeof HOLDERS)[number];

export const BLOCKERS = [
  'attributeMissing',
  'signedOnMissing',
  'reviewNotStarted',
  'reviewReturned',
  'reviewLapsed',
  'waitsForDrafter',
  'waitsForDivisionHead',
  'waitsForGeneralOffice',
  'waitsForReferral',
  'waitsForLeader',
  'withheld',
  'proofreadingMissing',
  'notPosted',
  'interpretationMissing',
  'copiesMissing',
] as const;
export type Blocker = { readonly code: (typeof BLOCKERS)[number]; readonly params?: BrokenParams };

export const TRIGGER_SOURCES = [
  'signedOn',
  'writtenOn',
  'printedOn',
  'attributeChange',
  'postedOn',
  'reviewStep',
] as const;
/** Which day set a clock going. */
export type TriggerSource = (typeof TRIGGER_SOURCES)[number];

export type DocumentStanding = {
  /** Trigger of the posting clock; null where nothing has to be posted. */
  readonly clockOn: Day | null;
  readonly clockSource: TriggerSource | null;
  readonly copiesRequired: number;
  readonly copiesReceived: number;
  readonly copiesMissing: number;
  /** Day the last copy due came in or was waived. */
  readonly copiesCompleteOn: Day | null;
  readonly reviewStage: ReviewStage;
  readonly reviewApprovedOn: Day | null;
  readonly reviewWaitingSince: Day | null;
  readonly isReviewLapsed: boolean;
  /** First posting since the clock started that still stands. */
  readonly postedOn: Day | null;
  /** Day of the last withdrawal, where nothing is posted any more. */
  readonly withdrawnOn: Day | null;
  readonly interpretedOn: Day | null;
  /** A normative document to be posted whose interpretation is neither out nor excused. */
  readonly needsInterpretation: boolean;
  readonly heldBy: Holder;
  readonly blockers: readonly Blocker[];
  readonly state: DocumentState;
};

export type StandingSettings = Pick<RegistrySettings, 'copiesRequired' | 'copiesApplyTo' | 'proofreadingRounds'>;

/** Joint document led by another agency; the lead agency is named in full. */
export function isLedByOther(
  document: { readonly isJoint: boolean; readonly leadAgency: string },
  bureauName: string,
): boolean {
  const lead = document.leadAgency.trim();
  return document.isJoint && lead !== '' && lead !== bureauName.trim();
}

/** 应送份数 under the settings; voided documents owe none. */
export function copiesRequiredOf(
  document: { readonly attribute: DisclosureAttribute | null; readonly isVoided: boolean },
  settings: StandingSettings,
): number {
  const { copiesApplyTo, copiesRequired } = settings;
  if (document.isVoided) return 0;
  if (copiesApplyTo === 'proactive' && document.attribute !== 'PROACTIVE') return 0;
  return copiesApplyTo === 'opened' && document.attribute === 'NOT_DISCLOSED' ? 0 : copiesRequired;
}

/** The day of signing, or the later day on which the document became 主动公开 (「形成或者变更」, 条例第二十六条). */
function postingClock(facts: StandingFacts): { readonly on: Day; readonly source: TriggerSource } | null {
  if (facts.attribute !== 'PROACTIVE' || facts.isLedByOther || facts.isVoided) return null;
  const formed = facts.signedOn ?? facts.writtenOn;
  if (formed === null) return null;
  const changedOn = facts.attributeChanges
    .filter(({ from, to }) => from !== null && from !== to && to === 'PROACTIVE')
    .map((change) => change.changedOn)
    .toSorted()
    .at(-1);
  if (changedOn !== undefined && changedOn > formed) return { on: changedOn, source: 'attributeChange' };
  return { on: formed, source: facts.signedOn ? 'signedOn' : 'writtenOn' };
}

function firstDay(days: readonly Day[]): Day | null {
  return days.toSorted()[0] ?? null;
}

function postings(facts: StandingFacts) {
  const standing = facts.publications.filter(({ withdrawnOn }) => withdrawnOn === null);
  const postedOn = firstDay(standing.map((publication) => publication.postedOn));
  const withdrawals = facts.publications.flatMap(({ withdrawnOn }) => withdrawnOn ?? []);
  const interpretedOn = firstDay(facts.interpretations.map((interpretation) => interpretation.postedOn));
  const isExcused = standing.some(({ exceptionReason }) => exceptionReason.trim() !== '');
  return {
    postedOn,
    withdrawnOn: postedOn === null ? (withdrawals.toSorted().at(-1) ?? null) : null,
    interpretedOn,
    needsInterpretation:
      facts.isNormative && facts.attribute === 'PROACTIVE' && !facts.isVoided && interpretedOn === null && !isExcused,
  };
}

/** Copies once complete stay so, whatever number is asked for later. */
function copiesHeld(facts: StandingFacts, settings: StandingSettings): CopyHoldings {
  const { filings, movements, copiesWaivedOn: waivedOn } = facts;
  const held = (required: number) => copyHoldings({ required, filings, movements, waivedOn });
  const kept = facts.isVoided ? [] : facts.copiesKept.toReversed();
  for (const { required, doneOn } of kept) {
    const then = held(required);
    if (then.completeOn === doneOn) return then;
  }
  return held(copiesRequiredOf(facts, settings));
}

export function standingOf(facts: StandingFacts, settings: StandingSettings): DocumentStanding {
  const review = reviewState(facts.review, facts.contentHash);
  const holdings = copiesHeld(facts, settings);
  const clock = postingClock(facts);
  const known = {
    clockOn: clock?.on ?? null,
    clockSource: clock?.source ?? null,
    copiesRequired: holdings.required,
    copiesReceived: holdings.received,
    copiesMissing: holdings.missing,
    copiesCompleteOn: holdings.completeOn ?? null,
    reviewStage: review.stage,
    reviewApprovedOn: review.approvedOn ?? null,
    reviewWaitingSince: review.waitingSince ?? null,
    isReviewLapsed: review.lapsed,
    ...postings(facts),
  };
  const posting = postingBlockers(facts, review, known.postedOn, settings);
  const blockers = facts.isVoided ? [] : [...posting, ...otherBlockers(known)];
  return { ...known, heldBy: holderOf(blockers), blockers, state: documentState(facts, review, known) };
}

const STAGE_BLOCKERS: Readonly<Partial<Record<ReviewStage, Blocker['code']>>> = {
  none: 'reviewNotStarted',
  returned: 'reviewReturned',
  lapsed: 'reviewLapsed',
  drafter: 'waitsForDrafter',
  divisionHead: 'waitsForDivisionHead',
  generalOffice: 'waitsForGeneralOffice',
  referred: 'waitsForReferral',
  leaderInCharge: 'waitsForLeader',
  withheld: 'withheld',
};

/** What keeps the document off the web, the nearest obstacle first. */
function postingBlockers(
  facts: StandingFacts,
  review: ReviewState,
  postedOn: Day | null,
  settings: StandingSettings,
): readonly Blocker[] {
  if (facts.attribute === null) return [{ code: 'attributeMissing' }];
  if (facts.signedOn === null && facts.writtenOn === null) return [{ code: 'signedOnMissing' }];
  if (facts.attribute !== 'PROACTIVE' || facts.isLedByOther || postedOn !== null) return [];
  const blockers: Blocker[] = [];
  const waiting = STAGE_BLOCKERS[review.stage];
  if (waiting !== undefined) blockers.push({ code: waiting });
  const required = settings.proofreadingRounds;
  const done = proofreadingRounds({
    rounds: facts.proofreadings,
    revision: facts.revision,
    review: facts.review,
    currentContentHash: facts.contentHash,
  });
  if (facts.isLeaderRelated && isApproved(review) && done < required) {
    blockers.push({ code: 'proofreadingMissing', params: { done, required } });
  }
  if (blockers.length === 0) blockers.push({ code: 'notPosted' });
  return blockers;
}

function otherBlockers(known: Pick<DocumentStanding, 'needsInterpretation' | 'copiesMissing'>): readonly Blocker[] {
  const blockers: Blocker[] = [];
  if (known.needsInterpretation) blockers.push({ code: 'interpretationMissing' });
  if (known.copiesMissing > 0) blockers.push({ code: 'copiesMissing', params: { missing: known.copiesMissing } });
  return blockers;
}

function holderOf(blockers: readonly Blocker[]): Holder {
  const first = blockers[0]?.code;
  if (first === undefined) return 'none';
  if (first === 'waitsForGeneralOffice' || first === 'waitsForReferral') return 'generalOffice';
  return first === 'waitsForLeader' ? 'leader' : 'division';
}

function documentState(
  facts: StandingFacts,
  review: ReviewState,
  known: Pick<DocumentStanding, 'postedOn' | 'withdrawnOn' | 'interpretedOn' | 'copiesMissing'>,
): DocumentState {
  if (facts.isVoided) return 'voided';
  if (known.postedOn !== null) return facts.isNormative && known.interpretedOn !== null ? 'interpreted' : 'posted';
  if (known.withdrawnOn !== null) return 'withdrawn';
  if (facts.attribute === null) return 'draft';
  const isIssued = facts.signedOn !== null || facts.writtenOn !== null;
  if (facts.attribute !== 'PROACTIVE') return isIssued ? 'exempt' : 'attributed';
  if (isApproved(review)) return 'approved';
  if (review.stage === 'returned' || review.stage === 'withheld') return review.stage;
  if (review.stage === 'lapsed') return 'reReview';
  if (review.stage !== 'none') return 'inReview';
  if (!isIssued) return 'attributed';
  return known.copiesMissing === 0 ? 'filed' : 'issued';
}
