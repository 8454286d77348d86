/** Posting (公开发布): what has to stand before a document may be recorded as public. 实施方案三（一）、五（三）; 保密法实施条例第四十二条. */

import type { DisclosureAttribute } from './attribute.ts';
import { type Broken, broken, isBlank, REASON_LENGTH, saidLength } from './broken.ts';
import type { Day } from './day.ts';
import { isApproved, type ReviewRecord, type ReviewState } from './review.ts';
import type { RegistrySettings } from './settings.ts';

/** 公开渠道, 条例第二十三条 */
export const CHANNELS = ['website', 'gazette', 'newMedia', 'pressConference', 'board', 'other'] as const;
export type PublicationChannel = (typeof CHANNELS)[number];

/** Channels that are an address on the web. */
export const WEB_CHANNELS: readonly string[] = ['website', 'newMedia'];

/** 解读形式, 实施方案三（一）: charts, sound and film first, text second. */
export const INTERPRETATION_FORMS = ['chart', 'video', 'text', 'questions', 'pressConference', 'other'] as const;
export type InterpretationForm = (typeof INTERPRETATION_FORMS)[number];

/** One proof-reading by the head of the drafting division in person (校次). */
export type ProofreadingRound = { readonly revision: number; readonly proofreadOn: Day };

/** Rounds over this revision; the head's tick on a signature over the same text is one of them. */
export function proofreadingRounds(facts: {
  readonly rounds: readonly ProofreadingRound[];
  readonly revision: number;
  readonly review?: ReviewRecord | null | undefined;
  readonly currentContentHash: string;
}): number {
  const ticks = (facts.review?.steps ?? []).filter(
    (step) => step.isLeaderInfoProofread && step.contentHash === facts.currentContentHash,
  );
  return facts.rounds.filter(({ revision }) => revision === facts.revision).length + Math.min(ticks.length, 1);
}

export type PostingInput = {
  readonly channel: string;
  readonly url: string;
  readonly postedOn?: Day | null | undefined;
  readonly lateReason: string;
  /** Why a normative document goes out without its interpretation. */
  readonly exceptionReason: string;
};

export type PostingFacts = {
  readonly attribute?: DisclosureAttribute | null | undefined;
  readonly isVoided: boolean;
  readonly isNormative: boolean;
  readonly isLeaderRelated: boolean;
  readonly signedOn?: Day | null | undefined;
  /** Channel that the review covered; empty where none was named. */
  readonly reviewedChannel?: string | null | undefined;
  readonly review: ReviewState;
  readonly proofreadingRounds: number;
  readonly proofreadingRoundsRequired: number;
  /** Days on which interpretations went out. */
  readonly interpretedOn: readonly Day[];
  readonly today: Day;
  /** Due date of the posting duty; absent where none runs. */
  readonly dueOn?: Day | null | undefined;
};

const WEB_ADDRESS = /^https?:\/\/[^\s/?#@]+\.[^\s/?#@.]+(?:[/?#]\S*)?$/iu;

/** Whether a text is a web address with a host name; nothing is fetched. */
export function isWebAddress(text: string): boolean {
  return text.length <= 2000 && WEB_ADDRESS.test(text);
}

/** Everything that stands in the way of this posting, all at once. */
export function brokenOnPosting(input: PostingInput, facts: PostingFacts): readonly Broken[] {
  return [
    ...brokenOnPostable(facts),
    ...brokenOnReviewed(input, facts),
    ...brokenOnInterpretation(input, facts),
    ...brokenOnPlace(input),
    ...brokenOnPostingDay(input, facts),
  ];
}

function brokenOnPostable({ attribute, isVoided }: PostingFacts): readonly Broken[] {
  const findings: Broken[] = [];
  if (isVoided) findings.push(broken('publication.voided', 'documentId'));
  if (!attribute) findings.push(broken('attribute.missing', 'attribute'));
  else if (attribute !== 'PROACTIVE') findings.push(broken('publication.notProactive', 'attribute', { attribute }));
  return findings;
}

function brokenOnReviewed({ channel, postedOn }: PostingInput, facts: PostingFacts): readonly Broken[] {
  const findings: Broken[] = [];
  const { review } = facts;
  if (!isApproved(review)) findings.push(broken('publication.notReviewed', 'review', { stage: review.stage }));
  else if (postedOn && review.approvedOn && postedOn < review.approvedOn) {
    findings.push(broken('publication.beforeApproval', 'postedOn', { day: review.approvedOn }));
  }
  if (facts.reviewedChannel && facts.reviewedChannel !== channel) {
    findings.push(broken('publication.otherChannel', 'channel', { channel: facts.reviewedChannel }));
  }
  const { proofreadingRounds: done, proofreadingRoundsRequired: required } = facts;
  if (facts.isLeaderRelated && done < required) {
    findings.push(broken('publication.proofreadingMissing', 'proofreading', { done, required }));
  }
  return findings;
}

/** Document and interpretation go out together; the interpretation may be there already, never later. */
function brokenOnInterpretation(input: PostingInput, facts: PostingFacts): readonly Broken[] {
  if (!facts.isNormative || saidLength(input.exceptionReason) >= REASON_LENGTH) return [];
  const first = facts.interpretedOn.toSorted()[0];
  if (first === undefined) {
    return [broken('publication.interpretationMissing', 'exceptionReason', { least: REASON_LENGTH })];
  }
  if (!input.postedOn || first <= input.postedOn) return [];
  return [broken('publication.interpretationLater', 'postedOn', { day: first, least: REASON_LENGTH })];
}

function brokenOnPlace({ channel, url }: PostingInput): readonly Broken[] {
  if (!(CHANNELS as readonly string[]).includes(channel)) return [broken('publication.channelMissing', 'channel')];
  if (isBlank(url)) return WEB_CHANNELS.includes(channel) ? [broken('publication.urlMissing', 'url')] : [];
  return isWebAddress(url) ? [] : [broken('publication.urlBad', 'url')];
}

function brokenOnPostingDay({ postedOn, lateReason }: PostingInput, facts: PostingFacts): readonly Broken[] {
  if (!postedOn) return [broken('publication.postedOnMissing', 'postedOn')];
  const findings: Broken[] = [];
  if (postedOn > facts.today) findings.push(broken('publication.inFuture', 'postedOn', { day: postedOn }));
  if (facts.signedOn && postedOn < facts.signedOn) {
    findings.push(broken('publication.beforeSigning', 'postedOn', { day: facts.signedOn }));
  }
  if (facts.dueOn && postedOn > facts.dueOn && isBlank(lateReason)) {
    findings.push(broken('publication.lateReasonMissing', 'lateReason', { day: facts.dueOn }));
  }
  return findings;
}

/** Who records a posting is a setting (办公室, 起草处室 or either). */
export function brokenOnPostingOffice(
  setting: RegistrySettings['postingEnteredBy'],
  facts: { readonly isOfGeneralOffice: boolean; readonly isOfDraftingDivision: boolean },
): readonly Broken[] {
  const isMine =
    (setting !== 'division' && facts.isOfGeneralOffice) || (setting !== 'generalOffice' && facts.isOfDraftingDivision);
  return isMine ? [] : [broken('publication.notYours', 'documentId', { setting })];
}

export function brokenOnWithdrawal(
  input: { readonly withdrawnOn?: Day | null | undefined; readonly reason: string },
  facts: { readonly postedOn: Day; readonly withdrawnOn?: Day | null | undefined; readonly today: Day },
): readonly Broken[] {
  const findings: Broken[] = [];
  const { withdrawnOn } = input;
  if (facts.withdrawnOn) findings.push(broken('publication.withdrawnAlready', 'publicationId'));
  if (!withdrawnOn) findings.push(broken('publication.withdrawnOnMissing', 'withdrawnOn'));
  else if (withdrawnOn > facts.today) {
    findings.push(broken('publication.withdrawnInFuture', 'withdrawnOn', { day: withdrawnOn }));
  } else if (withdrawnOn < facts.postedOn) {
    findings.push(broken('publication.withdrawnBeforePosting', 'withdrawnOn', { day: facts.postedOn }));
  }
  if (saidLength(input.reason) < REASON_LENGTH) {
    findings.push(broken('publication.withdrawalReasonTooShort', 'reason', { least: REASON_LENGTH }));
  }
  return findings;
}

export function brokenOnInterpreting(
  input: {
    readonly title: string;
    readonly form: string;
    readonly url: string;
    readonly postedOn?: Day | null | undefined;
  },
  facts: { readonly isVoided: boolean; readonly today: Day },
): readonly Broken[] {
  const findings: Broken[] = [];
  if (facts.isVoided) findings.push(broken('publication.voided', 'documentId'));
  if (isBlank(input.title)) findings.push(broken('interpretation.titleMissing', 'title'));
  if (!(INTERPRETATION_FORMS as readonly string[]).includes(input.form)) {
    findings.push(broken('interpretation.formMissing', 'form'));
  }
  if (isBlank(input.url)) findings.push(broken('interpretation.urlMissing', 'url'));
  else if (!isWebAddress(input.url)) findings.push(broken('publication.urlBad', 'url'));
  if (!input.postedOn) findings.push(broken('interpretation.postedOnMissing', 'postedOn'));
  else if (input.postedOn > facts.today) {
    findings.push(broken('publication.inFuture', 'postedOn', { day: input.postedOn }));
  }
  return findings;
}
