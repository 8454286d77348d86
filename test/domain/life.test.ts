import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ATTRIBUTES, brokenOnAttributeChange, type DisclosureAttribute } from '../../electron/domain/attribute.ts';
import { addDays, type Day } from '../../electron/domain/day.ts';
import { brokenOnPosting, brokenOnWithdrawal, proofreadingRounds } from '../../electron/domain/publication.ts';
import {
  isApproved,
  needsNewReview,
  REVIEW_STEPS,
  type ReviewOutcome,
  type ReviewRecord,
  type ReviewStepName,
  reviewState,
  STEP_OUTCOMES,
} from '../../electron/domain/review.ts';
import { boundFields, canonicalJson, changedBoundFields } from '../../electron/domain/reviewContent.ts';
import { DEFAULT_SETTINGS } from '../../electron/domain/settings.ts';
import { brokenOnSigning } from '../../electron/domain/signing.ts';
import { type StandingFacts, standingOf } from '../../electron/domain/standing.ts';
import { codes, day, NO_TICKS, review, signature, standingFacts } from './facts.ts';

/** One document as the engine would keep it: facts, and the content that signatures bind. */
type Life = {
  readonly facts: StandingFacts;
  readonly title: string;
  readonly channel: string;
  readonly today: Day;
  /** Attribute of the document at each posting, and the content that was approved then. */
  readonly postings: readonly { readonly attribute: DisclosureAttribute | null; readonly isApproved: boolean }[];
};

const PEOPLE = ['clerk', 'head', 'reviewer', 'leader', 'everything'] as const;
const ROLES_OF = {
  clerk: ['clerk'],
  head: ['divisionHead'],
  reviewer: ['officeReviewer'],
  leader: ['leaderInCharge'],
  everything: ['clerk', 'divisionHead', 'officeReviewer', 'leaderInCharge'],
} as const;

type Act =
  | { readonly kind: 'retitle'; readonly title: string }
  | { readonly kind: 'rechannel'; readonly channel: string }
  | { readonly kind: 'reattribute'; readonly to: DisclosureAttribute }
  | { readonly kind: 'void' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'proofread' }
  | { readonly kind: 'next' }
  | {
      readonly kind: 'sign';
      readonly step: ReviewStepName;
      readonly outcome: ReviewOutcome;
      readonly person: (typeof PEOPLE)[number];
    }
  | { readonly kind: 'post'; readonly ago: number }
  | { readonly kind: 'withdraw' };

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('retitle'), title: fc.constantFrom('通知甲', '通知乙') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rechannel'), channel: fc.constantFrom('website', 'board') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reattribute'), to: fc.constantFrom(...ATTRIBUTES) }) },
  { weight: 2, arbitrary: fc.constantFrom<Act>({ kind: 'wait' }, { kind: 'proofread' }) },
  { weight: 1, arbitrary: fc.constantFrom<Act>({ kind: 'withdraw' }, { kind: 'wait' }, { kind: 'void' }) },
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant('next'), isKind: fc.boolean().map((hard) => !hard || true) }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...REVIEW_STEPS).chain((step) =>
      fc.record({
        kind: fc.constant('sign'),
        step: fc.constant(step),
        outcome: fc.constantFrom<ReviewOutcome>(...STEP_OUTCOMES[step]),
        person: fc.constantFrom(...PEOPLE),
      }),
    ),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('post'), ago: fc.constantFrom(0, 0, 0, 1, 3) }) },
) as fc.Arbitrary<Act>;

function contentOf({ facts, title, channel }: Life) {
  const { attribute, signedOn, writtenOn, revision } = facts;
  return { id: 'document', revision, title, attribute, channel, signedOn, writtenOn, annexes: [] };
}

function hashOf(life: Life): string {
  return canonicalJson(boundFields(contentOf(life)));
}

/** As the engine amends: a change of a bound field counts the revision on. */
function amended(before: Life, after: Life): Life {
  const revision = before.facts.revision + (changedBoundFields(contentOf(before), contentOf(after)).length > 0 ? 1 : 0);
  const counted = { ...after, facts: { ...after.facts, revision } };
  return { ...counted, facts: { ...counted.facts, contentHash: hashOf(counted) } };
}

function signed(life: Life, step: ReviewStepName, outcome: ReviewOutcome, person: (typeof PEOPLE)[number]): Life {
  const { facts, today } = life;
  const state = reviewState(facts.review, facts.contentHash);
  const opensNew = step === 'drafter' && (needsNewReview(state) || state.stage === 'withheld' || isApproved(state));
  const current: ReviewRecord | null = opensNew ? null : facts.review;
  const findings = brokenOnSigning({
    review: current,
    step,
    outcome,
    opinion: '意见',
    ticks: NO_TICKS,
    basis: 'tradeSecret',
    isLeaderInfoProofread: true,
    signer: { id: person, roles: ROLES_OF[person], divisionId: 'food' },
    document: { draftingDivisionId: 'food', registeredById: 'registrar', isLeaderRelated: facts.isLeaderRelated },
    currentContentHash: facts.contentHash,
  });
  codes(findings);
  if (findings.length > 0) return life;
  const entry = signature(step, {
    outcome,
    signerId: person,
    signedOn: today,
    contentHash: facts.contentHash,
    isLeaderInfoProofread: step === 'divisionHead',
  });
  return { ...life, facts: { ...facts, review: review([...(current?.steps ?? []), entry], { startedOn: today }) } };
}

const STEP_PEOPLE = {
  drafter: 'clerk',
  divisionHead: 'head',
  generalOffice: 'reviewer',
  leaderInCharge: 'leader',
} as const;
const KIND_OUTCOMES = {
  drafter: 'proposeDisclosure',
  divisionHead: 'agree',
  generalOffice: 'mayDisclose',
  leaderInCharge: 'approve',
} as const;

/** The step that is due, signed by the right person: so that many lives come to a posting. */
function nextStep(life: Life): Life {
  const state = reviewState(life.facts.review, life.facts.contentHash);
  if (isApproved(state)) return life;
  const step = REVIEW_STEPS.find((name) => name === state.stage) ?? 'drafter';
  return signed(life, step, KIND_OUTCOMES[step], STEP_PEOPLE[step]);
}

function posted(life: Life, ago: number): Life {
  const { facts, today, channel } = life;
  const postedOn = addDays(today, -ago);
  const state = reviewState(facts.review, facts.contentHash);
  const findings = brokenOnPosting(
    { channel, url: 'https://example.gov.cn/1', postedOn, lateReason: '', exceptionReason: '' },
    {
      attribute: facts.attribute,
      isVoided: facts.isVoided,
      isNormative: facts.isNormative,
      isLeaderRelated: facts.isLeaderRelated,
      signedOn: facts.signedOn,
      reviewedChannel: channel,
      review: state,
      proofreadingRounds: proofreadingRounds({
        rounds: facts.proofreadings,
        revision: facts.revision,
        review: facts.review,
        currentContentHash: facts.contentHash,
      }),
      proofreadingRoundsRequired: 2,
      interpretedOn: [],
      today,
    },
  );
  codes(findings);
  if (findings.length > 0) return life;
  const publications = [...facts.publications, { postedOn, withdrawnOn: null, exceptionReason: '' }];
  const approval = facts.review?.steps.filter(({ contentHash }) => contentHash === facts.contentHash) ?? [];
  const isFullyApproved =
    approval.length === facts.review?.steps.length &&
    approval.at(-1)?.step === 'leaderInCharge' &&
    approval.every(({ signedOn }) => signedOn <= postedOn) &&
    new Set(approval.map(({ signerId }) => signerId)).size >= REVIEW_STEPS.length &&
    (!facts.isLeaderRelated || facts.proofreadings.some(({ revision }) => revision === facts.revision));
  const postings = [...life.postings, { attribute: facts.attribute, isApproved: isFullyApproved }];
  return { ...life, facts: { ...facts, publications }, postings };
}

function withdrawn(life: Life): Life {
  const { facts, today } = life;
  const at = facts.publications.findIndex(({ withdrawnOn }) => withdrawnOn === null);
  const publication = facts.publications[at];
  if (publication === undefined) return life;
  const input = { withdrawnOn: today, reason: '附件误含个人身份证号码' };
  if (brokenOnWithdrawal(input, { ...publication, today }).length > 0) return life;
  const publications = facts.publications.with(at, { ...publication, withdrawnOn: today });
  return { ...life, facts: { ...facts, publications } };
}

function reattributed(life: Life, to: DisclosureAttribute): Life {
  const { facts, today } = life;
  const isPosted = facts.publications.some(({ withdrawnOn }) => withdrawnOn === null);
  const input = { attribute: to, basis: to === 'NOT_DISCLOSED' ? 'tradeSecret' : null, changedOn: today };
  const reason = '经复核调整本件的公开属性';
  if (brokenOnAttributeChange({ ...input, reason }, { from: facts.attribute, isPosted, today }).length > 0) return life;
  const attributeChanges = [...facts.attributeChanges, { from: facts.attribute, to, changedOn: today }];
  return amended(life, { ...life, facts: { ...facts, attribute: to, attributeChanges } });
}

function after(life: Life, act: Act): Life {
  switch (act.kind) {
    case 'retitle':
      return amended(life, { ...life, title: act.title });
    case 'rechannel':
      return amended(life, { ...life, channel: act.channel });
    case 'reattribute':
      return reattributed(life, act.to);
    case 'void': {
      const isPosted = life.facts.publications.some(({ withdrawnOn }) => withdrawnOn === null);
      return isPosted ? life : { ...life, facts: { ...life.facts, isVoided: true } };
    }
    case 'wait':
      return { ...life, today: addDays(life.today, 1) };
    case 'proofread': {
      const round = { revision: life.facts.revision, proofreadOn: life.today };
      return { ...life, facts: { ...life.facts, proofreadings: [...life.facts.proofreadings, round] } };
    }
    case 'next':
      return nextStep(life);
    case 'sign':
      return signed(life, act.step, act.outcome, act.person);
    case 'post':
      return posted(life, act.ago);
    case 'withdraw':
      return withdrawn(life);
  }
}

test('no path leads to the web without 主动公开 and a whole review of the very content, by as many people as steps', () => {
  let postings = 0;
  let lapses = 0;
  fc.assert(
    fc.property(
      fc.array(anyAct, { minLength: 15, maxLength: 50, size: 'max' }),
      fc.boolean(),
      fc.constantFrom(null, 'PROACTIVE', ...ATTRIBUTES),
      (acts, isLeaderRelated, attribute) => {
        const born: Life = {
          facts: { ...standingFacts, attribute, isLeaderRelated, signedOn: day('2019-08-01') },
          title: '通知甲',
          channel: 'website',
          today: day('2019-08-01'),
          postings: [],
        };
        let life: Life = { ...born, facts: { ...born.facts, contentHash: hashOf(born) } };
        for (const act of acts) {
          life = after(life, act);
          const standing = standingOf(life.facts, DEFAULT_SETTINGS);
          if (standing.isReviewLapsed) lapses += 1;
          const isOnTheWeb = standing.postedOn !== null;
          if (isOnTheWeb) expect(life.facts.attribute).toBe('PROACTIVE');
          expect(isOnTheWeb).toBe(standing.state === 'posted');
          const { isVoided } = life.facts;
          expect(standing.copiesMissing).toBe(isVoided ? 0 : 7);
          expect(standing.heldBy === 'none').toBe(isVoided);
          expect(standing.clockOn === null).toBe(isVoided || life.facts.attribute !== 'PROACTIVE');
        }
        postings += life.postings.length;
        expect(life.postings.filter((posting) => posting.attribute !== 'PROACTIVE' || !posting.isApproved)).toEqual([]);
      },
    ),
    { numRuns: 1500 },
  );
  expect(postings).toBeGreaterThan(200);
  expect(lapses).toBeGreaterThan(200);
});
