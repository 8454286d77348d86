/** One matter of any kind (公开事项): what it owes, and what stands in the way of opening, publishing and closing it. 实施方案一、二、四、五（三）. */

import { type Broken, broken, isBlank, REASON_LENGTH, saidLength } from '../broken.ts';
import type { Day } from '../day.ts';
import { type Duty, type DutySight, dutyOf, type Owed } from '../duties.ts';
import { isWebAddress } from '../publication.ts';
import type { MatterBody, MatterValue } from './body.ts';
import { MATTER_WEB_CHANNELS } from './channels.ts';
import { commonFields, type MatterFacts, type MatterField, type MatterKind, type MatterPosting } from './kind.ts';

/** What the reviewer concluded (审查结论): nothing else lets a text out. */
export const REVIEW_RESULTS = ['open', 'openInPart'] as const;

/** What a new form proposes for every field of a kind. */
export function emptyBody({ fields }: Pick<MatterKind, 'fields'>): MatterBody {
  return Object.fromEntries(fields.map((field) => [field.key, field.initial ?? emptyValue(field)]));
}

function emptyValue({ type }: MatterField): MatterValue {
  if (type === 'day' || type === 'number' || type === 'yesNo') return null;
  return type === 'channels' ? [] : '';
}

/** A field that is neither derived nor kept for another case. */
export function isAsked(field: MatterField, body: MatterBody): boolean {
  return field.isDerived !== true && (field.when === undefined || field.when(body));
}

export function owedByMatter(kind: MatterKind, facts: MatterFacts & { readonly isVoided: boolean }): readonly Owed[] {
  if (facts.isVoided) return [];
  const owed = kind.owed(facts);
  return facts.closedOn === null ? owed : owed.filter(({ doneOn }) => doneOn !== null);
}

/** What this publication would do of the duties that are still open: by them it is in time or late. */
export function dutiesMetBy(
  kind: MatterKind,
  facts: MatterFacts,
  posting: MatterPosting,
  sight: DutySight,
): readonly Duty[] {
  return owedMetBy(kind, facts, posting).flatMap((owed) => dutyOf(owed, sight) ?? []);
}

export function owedMetBy(kind: MatterKind, facts: MatterFacts, posting: MatterPosting): readonly Owed[] {
  const postings = [...facts.postings, posting].toSorted((a, b) => (a.postedOn < b.postedOn ? -1 : 1));
  const before = kind.owed(facts);
  return kind.owed({ ...facts, postings }).filter((owed) => {
    const known = before.find(({ rule, trigger }) => rule === owed.rule && trigger.on === owed.trigger.on);
    return owed.doneOn === posting.postedOn && known?.doneOn !== owed.doneOn;
  });
}

type MatterInput = { readonly title: string; readonly divisionId: string; readonly openedOn?: Day | null | undefined };

/** Everything that has to be mended before the matter can be opened or amended, all at once. */
export function brokenOnMatter(
  kind: MatterKind,
  input: MatterInput,
  facts: MatterFacts & { readonly today: Day },
): readonly Broken[] {
  const { body, today } = facts;
  const names = commonFields(kind);
  return [
    ...(isBlank(input.title) ? [broken('matter.fieldMissing', 'title', { field: names.title })] : []),
    ...(isBlank(input.divisionId) ? [broken('matter.divisionMissing', 'divisionId')] : []),
    ...brokenOnOpenedOn(input.openedOn, names.openedOn, today),
    ...missing(kind, body, ['opening']),
    ...kind.fields.flatMap((field) => (isAsked(field, body) ? brokenOnValue(field, body[field.key], today) : [])),
    ...(kind.brokenOnBody?.(facts) ?? []),
  ];
}

function brokenOnOpenedOn(openedOn: Day | null | undefined, field: string, today: Day): readonly Broken[] {
  if (!openedOn) return [broken('matter.fieldMissing', 'openedOn', { field })];
  return openedOn > today ? [broken('matter.inFuture', 'openedOn', { field, day: openedOn })] : [];
}

function brokenOnValue(field: MatterField, value: MatterValue | undefined, today: Day): readonly Broken[] {
  const { key, type, isPast } = field;
  if (type === 'day' && isPast && typeof value === 'string' && value > today) {
    return [broken('matter.inFuture', key, { field: key, day: value })];
  }
  if (type === 'url' && typeof value === 'string' && !isBlank(value) && !isWebAddress(value.trim())) {
    return [broken('publication.urlBad', key)];
  }
  return [];
}

function missing(kind: MatterKind, body: MatterBody, stages: readonly MatterField['needed'][]): readonly Broken[] {
  return kind.fields.flatMap((field) => {
    if (field.needed === undefined || !stages.includes(field.needed) || !isAsked(field, body)) return [];
    const value = body[field.key];
    if (field.type === 'reason') {
      const said = saidLength(typeof value === 'string' ? value : '');
      return said < REASON_LENGTH
        ? [broken('matter.reasonTooShort', field.key, { field: field.key, least: REASON_LENGTH })]
        : [];
    }
    return isEmpty(value) ? [broken('matter.fieldMissing', field.key, { field: field.key })] : [];
  });
}

function isEmpty(value: MatterValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return isBlank(value);
  return Array.isArray(value) && value.length === 0;
}

export type MatterPostingInput = {
  readonly stage: string;
  readonly channel: string;
  readonly url: string;
  readonly postedOn?: Day | null | undefined;
  readonly lateReason: string;
  /** 先审查、后公开: who looked at it, when, and what came of it. */
  readonly reviewer: string;
  readonly reviewedOn?: Day | null | undefined;
  readonly reviewResult: string;
  readonly isReviewed: boolean;
};

export type MatterPostingFacts = MatterFacts & {
  readonly isVoided: boolean;
  readonly today: Day;
  /** Who publishes; another person than the reviewer. */
  readonly publisher: string;
  /** The duties that this publication does, as `dutiesMetBy` tells. */
  readonly met: readonly Pick<Duty, 'triggerOn' | 'dueOn'>[];
};

/** Everything in the way of putting it out, all at once. */
export function brokenOnMatterPosting(
  kind: MatterKind,
  input: MatterPostingInput,
  facts: MatterPostingFacts,
): readonly Broken[] {
  return [
    ...brokenOnActing(facts),
    ...missing(kind, facts.body, ['publication']),
    ...(kind.brokenOnPosting?.(facts) ?? []),
    ...brokenOnPlace(kind, input),
    ...brokenOnDays(input, facts),
    ...brokenOnReview(input, facts),
  ];
}

function brokenOnActing({ isVoided, closedOn }: Pick<MatterPostingFacts, 'isVoided' | 'closedOn'>): readonly Broken[] {
  if (isVoided) return [broken('matter.voided', 'matterId')];
  return closedOn === null ? [] : [broken('matter.closed', 'matterId', { day: closedOn })];
}

function brokenOnPlace(kind: MatterKind, { stage, channel, url }: MatterPostingInput): readonly Broken[] {
  const findings: Broken[] = [];
  if (!kind.stages.includes(stage)) findings.push(broken('matter.stageMissing', 'stage'));
  if (!kind.channels.includes(channel)) findings.push(broken('publication.channelMissing', 'channel'));
  if (isBlank(url)) {
    if (MATTER_WEB_CHANNELS.includes(channel)) findings.push(broken('publication.urlMissing', 'url'));
  } else if (!isWebAddress(url.trim())) findings.push(broken('publication.urlBad', 'url'));
  return findings;
}

function brokenOnDays({ postedOn, lateReason }: MatterPostingInput, facts: MatterPostingFacts): readonly Broken[] {
  if (!postedOn) return [broken('matter.postedOnMissing', 'postedOn')];
  if (postedOn > facts.today) return [broken('publication.inFuture', 'postedOn', { day: postedOn })];
  const early = facts.met.find(({ triggerOn }) => postedOn < triggerOn);
  if (early) return [broken('matter.postedTooEarly', 'postedOn', { day: early.triggerOn })];
  const late = facts.met.find(({ dueOn }) => postedOn > dueOn);
  return late && isBlank(lateReason)
    ? [broken('publication.lateReasonMissing', 'lateReason', { day: late.dueOn })]
    : [];
}

/** 保密法实施条例第四十二条; 实施方案五（三）. */
function brokenOnReview(input: MatterPostingInput, { publisher }: MatterPostingFacts): readonly Broken[] {
  const { reviewer, reviewedOn, postedOn, reviewResult, isReviewed } = input;
  const findings: Broken[] = [];
  if (!isReviewed) findings.push(broken('matter.notReviewed', 'isReviewed'));
  if (isBlank(reviewer)) findings.push(broken('matter.reviewerMissing', 'reviewer'));
  else if (reviewer.trim() === publisher) findings.push(broken('matter.reviewerPublishes', 'reviewer'));
  if (!(REVIEW_RESULTS as readonly string[]).includes(reviewResult)) {
    findings.push(broken('matter.reviewResultMissing', 'reviewResult'));
  }
  if (!reviewedOn) findings.push(broken('matter.reviewedOnMissing', 'reviewedOn'));
  else if (postedOn && reviewedOn > postedOn) {
    findings.push(broken('matter.reviewedLater', 'reviewedOn', { day: postedOn }));
  }
  return findings;
}

/** What is still missing before the matter is done. A column of the website ends only when it is taken down. */
export function brokenOnClosing(
  kind: MatterKind,
  input: { readonly closedOn?: Day | null | undefined },
  facts: MatterFacts & { readonly isVoided: boolean; readonly today: Day },
): readonly Broken[] {
  const { closedOn } = input;
  const field = commonFields(kind).closedOn;
  const last = facts.postings.at(-1)?.postedOn ?? facts.openedOn;
  return [
    ...brokenOnActing(facts),
    ...missing(kind, facts.body, ['opening', 'publication', 'closing']),
    ...(kind.brokenOnClosing?.(facts) ?? []),
    ...(closedOn ? [] : [broken('matter.fieldMissing', 'closedOn', { field })]),
    ...(closedOn && closedOn > facts.today ? [broken('matter.inFuture', 'closedOn', { field, day: closedOn })] : []),
    ...(closedOn && closedOn < last ? [broken('matter.closedTooEarly', 'closedOn', { day: last })] : []),
  ];
}
