import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isApproved,
  mayReturn,
  needsNewReview,
  REVIEW_STEPS,
  type ReviewOutcome,
  reviewState,
  STEP_OUTCOMES,
  waitingStep,
} from '../../electron/domain/review.ts';
import { approvedReview, day, HASH, review, signature, signedBefore } from './facts.ts';

describe('the state of a review', () => {
  test('without a review, or with a withdrawn one, there is none', () => {
    expect(reviewState(undefined, HASH)).toEqual({ stage: 'none', lapsed: false });
    expect(reviewState(null, HASH).stage).toBe('none');
    expect(reviewState(review([signature('drafter')], { withdrawnOn: day('2019-08-03') }), HASH).stage).toBe('none');
  });

  test.each(REVIEW_STEPS)('after the steps before it, %s is waited for', (step) => {
    const state = reviewState(review(signedBefore(step)), HASH);
    expect(state.stage).toBe(step);
    expect(waitingStep(state)).toBe(step);
    expect(isApproved(state)).toBe(false);
  });

  test('all steps in order approve on the day of the last signature', () => {
    const steps = REVIEW_STEPS.map((step, i) => signature(step, { signedOn: day(`2019-08-0${5 + i}`) }));
    expect(reviewState(review(steps), HASH)).toEqual({
      stage: 'approved',
      lapsed: false,
      approvedOn: '2019-08-08',
      conclusion: 'disclose',
    });
  });

  test('steps that the settings leave out are not waited for', () => {
    const stepsRequired = ['drafter', 'divisionHead'] as const;
    const signed = [signature('drafter'), signature('divisionHead')];
    expect(reviewState(review(signed, { stepsRequired }), HASH).stage).toBe('approved');
    expect(reviewState(review(signed), HASH).stage).toBe('generalOffice');
  });

  test.each([
    ['divisionHead', 'disagree'],
    ['generalOffice', 'return'],
    ['leaderInCharge', 'return'],
  ] as const)('%s may send back, with the reason kept', (step, outcome) => {
    const returned = review([...signedBefore(step), signature(step, { outcome, opinion: '附件缺失' })]);
    const state = reviewState(returned, HASH);
    expect(state).toMatchObject({ stage: 'returned', returnedBy: step, returnReason: '附件缺失' });
    expect(waitingStep(state)).toBeUndefined();
    expect(needsNewReview(state)).toBe(true);
    expect(mayReturn(step)).toBe(true);
  });

  test('the drafter cannot send back', () => {
    expect(mayReturn('drafter')).toBe(false);
  });

  test('what is referred up waits for the General Office to enter the answer', () => {
    const referred = [...signedBefore('generalOffice'), signature('generalOffice', { outcome: 'referUp' })];
    const state = reviewState(review(referred), HASH);
    expect(state.stage).toBe('referred');
    expect(waitingStep(state)).toBe('generalOffice');
    expect(reviewState(review([...referred, signature('generalOffice')]), HASH).stage).toBe('leaderInCharge');
  });

  test.each([
    [['proposePartial', 'agree', 'mayDisclose', 'approve'], 'approved', 'disclose'],
    [['proposeDisclosure', 'agree', 'discloseAfterRedaction', 'approve'], 'approvedPartial', 'disclosePart'],
    [['proposePartial', 'agreeAfterChange'], 'generalOffice', undefined],
    [['proposeDisclosure', 'agree', 'withhold'], 'withheld', 'withhold'],
    [['proposeDisclosure', 'agree', 'mayDisclose', 'reject'], 'withheld', 'withhold'],
  ] as const)('%j ends as %s', (outcomes, stage, conclusion) => {
    const steps = outcomes.map((outcome, i) => signature(REVIEW_STEPS[i] ?? 'drafter', { outcome }));
    expect(reviewState(review(steps), HASH)).toMatchObject({ stage, ...(conclusion && { conclusion }) });
  });

  test('a proposal to withhold that everyone agrees to never becomes an approval', () => {
    const stepsRequired = ['drafter', 'divisionHead'] as const;
    const steps = [signature('drafter', { outcome: 'proposeWithholding' }), signature('divisionHead')];
    const state = reviewState(review(steps, { stepsRequired }), HASH);
    expect(state.stage).toBe('withheld');
    expect(isApproved(state)).toBe(false);
  });
});

describe('signatures lapse', () => {
  test('when the content changes, however far the review went', () => {
    for (const step of REVIEW_STEPS.slice(1)) {
      expect(reviewState(review(signedBefore(step)), 'hash of revision 2')).toMatchObject({
        stage: 'lapsed',
        lapsed: true,
      });
    }
    const state = reviewState(approvedReview, 'hash of revision 2');
    expect(state).toMatchObject({ stage: 'lapsed', lapsed: true });
    expect(state.approvedOn).toBeUndefined();
    expect(isApproved(state)).toBe(false);
    expect(needsNewReview(state)).toBe(true);
  });

  test('one early signature over another content is enough', () => {
    const steps = REVIEW_STEPS.map((step) => signature(step, step === 'drafter' ? { contentHash: 'other' } : {}));
    expect(reviewState(review(steps), HASH).stage).toBe('lapsed');
  });

  test('no order of outcomes is approved unless every required step agreed over the present content', () => {
    const anyStep = fc.constantFrom(...REVIEW_STEPS).chain((step) =>
      fc.record({
        step: fc.constant(step),
        outcome: fc.constantFrom<ReviewOutcome>(...STEP_OUTCOMES[step]),
        contentHash: fc.constantFrom(HASH, HASH, HASH, 'other'),
      }),
    );
    const good: readonly ReviewOutcome[] = [
      'agree',
      'agreeAfterChange',
      'mayDisclose',
      'discloseAfterRedaction',
      'approve',
    ];
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 6 }), (signed) => {
        const steps = signed.map(({ step, ...rest }) => signature(step, rest));
        const state = reviewState(review(steps), HASH);
        if (!isApproved(state)) return;
        expect(steps.every(({ contentHash }) => contentHash === HASH)).toBe(true);
        expect(steps.at(-1)?.step).toBe('leaderInCharge');
        expect(good).toContain(steps.at(-1)?.outcome);
      }),
      { numRuns: 3000 },
    );
  });
});
