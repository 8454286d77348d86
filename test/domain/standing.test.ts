import { describe, expect, test } from 'vitest';
import { REVIEW_STEPS } from '../../electron/domain/review.ts';
import { DEFAULT_SETTINGS, type RegistrySettings } from '../../electron/domain/settings.ts';
import { copiesRequiredOf, isLedByOther, type StandingFacts, standingOf } from '../../electron/domain/standing.ts';
import { approvedReview, blockerCodes, day, review, signature, signedBefore, standingFacts } from './facts.ts';

const standing = (changes: Partial<StandingFacts> = {}, settings: Partial<RegistrySettings> = {}) =>
  standingOf({ ...standingFacts, ...changes }, { ...DEFAULT_SETTINGS, ...settings });
const sevenCopies = [{ id: 'a', copies: 7, deliveredOn: day('2019-08-05'), correctsId: null }];
const posting = (postedOn: string, withdrawnOn: string | null = null, exceptionReason = '') => ({
  postedOn: day(postedOn),
  withdrawnOn: withdrawnOn === null ? null : day(withdrawnOn),
  exceptionReason,
});

describe('the clock of posting', () => {
  test('starts on the day of signing, or of the document where no signing day is known', () => {
    expect(standing()).toMatchObject({ clockOn: '2019-08-01', clockSource: 'signedOn' });
    expect(standing({ signedOn: null })).toMatchObject({ clockOn: '2019-08-01', clockSource: 'writtenOn' });
    expect(standing({ signedOn: null, writtenOn: null }).clockOn).toBeNull();
  });

  test('starts anew on the day of the latest change to 主动公开', () => {
    const attributeChanges = [
      { from: null, to: 'PROACTIVE', changedOn: day('2019-08-01') },
      { from: 'PROACTIVE', to: 'ON_REQUEST', changedOn: day('2019-09-01') },
      { from: 'ON_REQUEST', to: 'PROACTIVE', changedOn: day('2020-01-06') },
    ] as const;
    expect(standing({ attributeChanges })).toMatchObject({ clockOn: '2020-01-06', clockSource: 'attributeChange' });
    expect(standing({ attributeChanges: attributeChanges.slice(0, 1) }).clockSource).toBe('signedOn');
  });

  test('an attribute first set, or confirmed, long after signing starts no new clock', () => {
    const late = day('2019-10-10');
    for (const from of [null, 'PROACTIVE'] as const) {
      const attributeChanges = [{ from, to: 'PROACTIVE', changedOn: late }] as const;
      expect(standing({ attributeChanges })).toMatchObject({ clockOn: '2019-08-01', clockSource: 'signedOn' });
    }
  });

  test('a change before signing does not start it early', () => {
    const attributeChanges = [{ from: 'ON_REQUEST', to: 'PROACTIVE', changedOn: day('2019-07-01') }] as const;
    expect(standing({ attributeChanges })).toMatchObject({ clockOn: '2019-08-01', clockSource: 'signedOn' });
  });

  test('does not run for other attributes, void documents, or where another agency leads', () => {
    for (const changes of [
      { attribute: 'ON_REQUEST' },
      { attribute: null },
      { isVoided: true },
      { isLedByOther: true },
    ] as const) {
      expect(standing(changes).clockOn).toBeNull();
    }
  });
});

describe('who holds the document and what it lacks', () => {
  test.each<[string, Partial<StandingFacts>, string, string[]]>([
    ['no attribute', { attribute: null }, 'division', ['attributeMissing', 'copiesMissing']],
    ['no day', { signedOn: null, writtenOn: null }, 'division', ['signedOnMissing', 'copiesMissing']],
    ['not reviewed', {}, 'division', ['reviewNotStarted', 'copiesMissing']],
    ['approved', { review: approvedReview }, 'division', ['notPosted', 'copiesMissing']],
    ['posted', { review: approvedReview, publications: [posting('2019-08-20')] }, 'division', ['copiesMissing']],
    [
      'posted and filed',
      { review: approvedReview, publications: [posting('2019-08-20')], filings: sevenCopies },
      'none',
      [],
    ],
    ['not for posting', { attribute: 'NOT_DISCLOSED', filings: sevenCopies }, 'none', []],
    ['led by another agency', { isLedByOther: true, filings: sevenCopies }, 'none', []],
    ['void', { isVoided: true }, 'none', []],
    [
      'normative',
      { isNormative: true, review: approvedReview },
      'division',
      ['notPosted', 'interpretationMissing', 'copiesMissing'],
    ],
    [
      'names leaders',
      { isLeaderRelated: true, review: approvedReview },
      'division',
      ['proofreadingMissing', 'copiesMissing'],
    ],
  ])('%s', (_, changes, heldBy, blockers) => {
    const found = standing(changes);
    expect(found.heldBy).toBe(heldBy);
    expect(blockerCodes(found.blockers)).toEqual(blockers);
  });

  test.each([
    ['divisionHead', 'division', 'waitsForDivisionHead'],
    ['generalOffice', 'generalOffice', 'waitsForGeneralOffice'],
    ['leaderInCharge', 'leader', 'waitsForLeader'],
  ] as const)('waiting for %s, it lies with %s', (step, heldBy, blocker) => {
    const found = standing({ review: review(signedBefore(step)), filings: sevenCopies });
    expect(found).toMatchObject({ heldBy, blockers: [{ code: blocker }], reviewStage: step, state: 'inReview' });
    expect(found.reviewWaitingSince).toBe('2019-08-05');
  });

  test('sent back, lapsed and withheld lie with the division again', () => {
    const returned = review([signature('drafter'), signature('divisionHead', { outcome: 'disagree' })]);
    expect(standing({ review: returned })).toMatchObject({ heldBy: 'division', state: 'returned' });
    const lapsed = standing({ review: approvedReview, contentHash: 'changed' });
    expect(lapsed).toMatchObject({
      heldBy: 'division',
      state: 'reReview',
      isReviewLapsed: true,
      reviewApprovedOn: null,
    });
    const withheld = review([...signedBefore('generalOffice'), signature('generalOffice', { outcome: 'withhold' })]);
    expect(standing({ review: withheld })).toMatchObject({ heldBy: 'division', state: 'withheld' });
  });

  test('proof-reading counts the rounds over this revision', () => {
    const proofreadings = [1, 1].map((revision) => ({ revision, proofreadOn: day('2019-08-09') }));
    const named = { isLeaderRelated: true, review: approvedReview, filings: sevenCopies, proofreadings };
    expect(blockerCodes(standing(named).blockers)).toEqual(['notPosted']);
    expect(standing({ ...named, revision: 2 }).blockers).toEqual([
      { code: 'proofreadingMissing', params: { done: 0, required: 2 } },
    ]);
    expect(blockerCodes(standing({ ...named, revision: 2 }, { proofreadingRounds: 1 }).blockers)).toEqual([
      'proofreadingMissing',
    ]);
  });

  test('the copies still missing are named with their number', () => {
    const filings = [{ id: 'a', copies: 5, deliveredOn: day('2019-08-05'), correctsId: null }];
    expect(standing({ filings }).blockers.at(-1)).toEqual({ code: 'copiesMissing', params: { missing: 2 } });
    expect(standing({ filings, copiesWaivedOn: day('2019-08-06') })).toMatchObject({
      copiesMissing: 0,
      copiesCompleteOn: '2019-08-06',
    });
  });

  test('which documents owe copies is a setting', () => {
    const owed = (attribute: StandingFacts['attribute'], copiesApplyTo: RegistrySettings['copiesApplyTo']) =>
      copiesRequiredOf({ attribute, isVoided: false }, { ...DEFAULT_SETTINGS, copiesApplyTo });
    const table = (['all', 'opened', 'proactive'] as const).map((apply) =>
      (['PROACTIVE', 'ON_REQUEST', 'NOT_DISCLOSED'] as const).map((attribute) => owed(attribute, apply)),
    );
    expect(table).toEqual([
      [7, 7, 7],
      [7, 7, 0],
      [7, 0, 0],
    ]);
    expect(standing({ isVoided: true }).copiesRequired).toBe(0);
  });
});

describe('posting, withdrawal, interpretation', () => {
  test('the first posting that still stands counts; a withdrawn one does not', () => {
    expect(standing({ publications: [posting('2019-08-22'), posting('2019-08-20')] }).postedOn).toBe('2019-08-20');
    const again = standing({ publications: [posting('2019-08-20', '2019-08-21'), posting('2019-08-26')] });
    expect(again).toMatchObject({ postedOn: '2019-08-26', withdrawnOn: null, state: 'posted' });
    const gone = standing({ publications: [posting('2019-08-20', '2019-08-21')] });
    expect(gone).toMatchObject({ postedOn: null, withdrawnOn: '2019-08-21', state: 'withdrawn' });
  });

  test('a normative document needs its interpretation unless the posting states an exception', () => {
    const normative = { isNormative: true, review: approvedReview, filings: sevenCopies };
    expect(standing({ ...normative, publications: [posting('2019-08-20')] }).needsInterpretation).toBe(true);
    const excused = standing({ ...normative, publications: [posting('2019-08-20', null, '解读尚在会签')] });
    expect(excused).toMatchObject({ needsInterpretation: false, state: 'posted', heldBy: 'none' });
    const interpretations = [{ postedOn: day('2019-08-20') }];
    const done = standing({ ...normative, publications: [posting('2019-08-20')], interpretations });
    expect(done).toMatchObject({ needsInterpretation: false, interpretedOn: '2019-08-20', state: 'interpreted' });
  });

  test.each<[Partial<StandingFacts>, string]>([
    [{ attribute: null, signedOn: null, writtenOn: null }, 'draft'],
    [{ signedOn: null, writtenOn: null }, 'attributed'],
    [{}, 'issued'],
    [{ filings: sevenCopies }, 'filed'],
    [{ review: review([signature('drafter')]) }, 'inReview'],
    [{ review: approvedReview }, 'approved'],
    [{ attribute: 'ON_REQUEST' }, 'exempt'],
    [{ isVoided: true, publications: [posting('2019-08-20')] }, 'voided'],
  ])('%j is in state %s', (changes, state) => {
    expect(standing(changes).state).toBe(state);
  });

  test('every step of the review moves the document on', () => {
    const states = REVIEW_STEPS.map(
      (_, i) => standing({ review: review(REVIEW_STEPS.slice(0, i + 1).map((step) => signature(step))) }).state,
    );
    expect(states).toEqual(['inReview', 'inReview', 'inReview', 'approved']);
  });
});

test('a joint document is led by another agency when it names one that is not ours', () => {
  const bureau = '辽宁省市场监督管理局';
  expect(isLedByOther({ isJoint: true, leadAgency: '辽宁省公安厅' }, bureau)).toBe(true);
  expect(isLedByOther({ isJoint: true, leadAgency: ` ${bureau} ` }, bureau)).toBe(false);
  expect(isLedByOther({ isJoint: false, leadAgency: '辽宁省公安厅' }, bureau)).toBe(false);
  expect(isLedByOther({ isJoint: true, leadAgency: '' }, bureau)).toBe(false);
});
