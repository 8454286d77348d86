import { describe, expect, test } from 'vitest';
import { addDays } from '../../electron/domain/day.ts';
import { REVIEW_STEPS, SECRECY_TICKS, STEP_OUTCOMES } from '../../electron/domain/review.ts';
import { ROLES } from '../../electron/domain/roles.ts';
import { brokenOnSigning } from '../../electron/domain/signing.ts';
import { approvedReview, codes, NO_TICKS, review, signature, signedBefore, signing } from './facts.ts';

const REASON = '本处室人手不足，经批准由一人兼任';

describe('the order of signatures', () => {
  test.each(REVIEW_STEPS)('%s signs when the steps before it have signed', (step) => {
    expect(brokenOnSigning(signing(step))).toEqual([]);
  });

  test('nobody signs before the drafter, out of turn, or in an ended review', () => {
    for (const step of REVIEW_STEPS.slice(1)) {
      expect(codes(brokenOnSigning(signing(step, { review: null })))).toEqual(['review.notStarted']);
    }
    const early = signing('leaderInCharge', { review: review(signedBefore('divisionHead')) });
    expect(brokenOnSigning(early)).toEqual([
      { code: 'review.notYourTurn', field: 'step', params: { waiting: 'divisionHead' } },
    ]);
    expect(codes(brokenOnSigning(signing('generalOffice', { review: approvedReview })))).toEqual(['review.ended']);
  });

  test('in a lapsed review nothing more is signed', () => {
    expect(codes(brokenOnSigning(signing('generalOffice', { currentContentHash: 'other' })))).toEqual([
      'review.lapsed',
    ]);
  });

  test('after a referral the General Office signs again', () => {
    const referred = review([
      ...signedBefore('generalOffice'),
      signature('generalOffice', { outcome: 'referUp', signerId: 'reviewer' }),
    ]);
    expect(brokenOnSigning(signing('generalOffice', { review: referred }))).toEqual([]);
  });
});

describe('who signs', () => {
  test('each step only by its own role', () => {
    for (const step of REVIEW_STEPS) {
      const signer = signing(step).signer;
      const right = signer.roles[0];
      for (const role of ROLES) {
        const found = codes(brokenOnSigning(signing(step, { signer: { ...signer, roles: [role] } })));
        expect(found).toEqual(role === right ? [] : ['review.wrongRole']);
      }
      expect(codes(brokenOnSigning(signing(step, { signer: { ...signer, roles: [] } })))).toEqual(['review.wrongRole']);
    }
  });

  test('the division step only by the head of the drafting division', () => {
    const signer = { id: 'head', roles: ['divisionHead'] as const };
    for (const divisionId of ['finance', undefined]) {
      const found = brokenOnSigning(signing('divisionHead', { signer: { ...signer, divisionId } }));
      expect(codes(found)).toEqual(['review.wrongDivision']);
    }
    const document = { draftingDivisionId: undefined, isLeaderRelated: false };
    const found = brokenOnSigning(signing('divisionHead', { signer: { ...signer, divisionId: undefined }, document }));
    expect(codes(found)).toEqual(['review.wrongDivision']);
  });

  test('nobody signs two steps; General Office and leader may say why, the head never', () => {
    for (const step of ['divisionHead', 'generalOffice', 'leaderInCharge'] as const) {
      const input = signing(step);
      const own = review([signature('drafter', { signerId: input.signer.id }), ...signedBefore(step).slice(1)]);
      const isHead = step === 'divisionHead';
      expect(codes(brokenOnSigning({ ...input, review: own }))).toEqual([
        isHead ? 'review.sameSignerNever' : 'review.sameSigner',
      ]);
      expect(codes(brokenOnSigning({ ...input, review: own, overrideReason: REASON }))).toEqual(
        isHead ? ['review.sameSignerNever'] : [],
      );
      expect(codes(brokenOnSigning({ ...input, review: own, overrideReason: '人手不足' }))).toHaveLength(1);
    }
  });

  test('one person is never head and leader of the same review', () => {
    const input = signing('leaderInCharge');
    const own = review([
      signature('drafter'),
      signature('divisionHead', { signerId: input.signer.id }),
      signature('generalOffice'),
    ]);
    expect(codes(brokenOnSigning({ ...input, review: own, overrideReason: REASON }))).toEqual([
      'review.sameSignerNever',
    ]);
  });

  test('who registered the document signs the self-check, and above it only with a reason', () => {
    const registeredBy = (step: 'divisionHead' | 'generalOffice' | 'leaderInCharge', overrideReason = '') => {
      const input = signing(step, { overrideReason });
      return codes(brokenOnSigning({ ...input, document: { ...input.document, registeredById: input.signer.id } }));
    };
    expect(brokenOnSigning(signing('drafter'))).toEqual([]);
    expect(registeredBy('divisionHead', REASON)).toEqual(['review.registrarNever']);
    expect(registeredBy('generalOffice')).toEqual(['review.signerRegistered']);
    expect(registeredBy('generalOffice', REASON)).toEqual([]);
    expect(registeredBy('leaderInCharge', REASON)).toEqual([]);
  });
});

describe('what a signature says', () => {
  test('an outcome of another step, or of none, does not pass', () => {
    for (const step of REVIEW_STEPS) {
      const own: readonly string[] = STEP_OUTCOMES[step];
      const others = Object.values(STEP_OUTCOMES)
        .flat()
        .filter((outcome) => !own.includes(outcome));
      for (const outcome of [...others, 'approved', '']) {
        const found = codes(brokenOnSigning(signing(step, { outcome, opinion: '意见', basis: 'tradeSecret' })));
        expect(found).toEqual(['review.outcomeUnfit']);
      }
    }
  });

  test.each([
    ['divisionHead', 'agreeAfterChange'],
    ['divisionHead', 'disagree'],
    ['generalOffice', 'referUp'],
    ['generalOffice', 'return'],
    ['leaderInCharge', 'reject'],
    ['leaderInCharge', 'return'],
  ] as const)('%s with %s writes an opinion', (step, outcome) => {
    expect(codes(brokenOnSigning(signing(step, { outcome, opinion: '  ' })))).toEqual(['review.opinionMissing']);
    expect(brokenOnSigning(signing(step, { outcome, opinion: '附件缺失' }))).toEqual([]);
  });

  test.each([
    ['drafter', 'proposePartial'],
    ['drafter', 'proposeWithholding'],
    ['generalOffice', 'discloseAfterRedaction'],
    ['generalOffice', 'withhold'],
  ] as const)('%s with %s names a basis and writes an opinion', (step, outcome) => {
    expect(codes(brokenOnSigning(signing(step, { outcome })))).toEqual([
      'review.opinionMissing',
      'review.basisMissing',
    ]);
    expect(brokenOnSigning(signing(step, { outcome, opinion: '附件含商业秘密', basis: 'tradeSecret' }))).toEqual([]);
    expect(codes(brokenOnSigning(signing(step, { outcome, opinion: '涉密', basis: 'stateSecret' })))).toEqual([
      'review.stateSecret',
    ]);
  });

  test('the drafter answers all five ticks', () => {
    for (const tick of SECRECY_TICKS) {
      const found = brokenOnSigning(signing('drafter', { ticks: { ...NO_TICKS, [tick]: undefined } }));
      expect(found).toEqual([{ code: 'review.tickMissing', field: `ticks.${tick}`, params: { tick } }]);
    }
    expect(brokenOnSigning(signing('drafter', { ticks: null }))).toHaveLength(SECRECY_TICKS.length);
  });

  test('a state secret stops the review', () => {
    const found = brokenOnSigning(signing('drafter', { ticks: { ...NO_TICKS, stateSecret: true } }));
    expect(codes(found)).toEqual(['review.stateSecret']);
  });

  test('ticks and proposal agree', () => {
    for (const tick of ['workSecret', 'threeSecuritiesOneStability'] as const) {
      const ticks = { ...NO_TICKS, [tick]: true };
      expect(codes(brokenOnSigning(signing('drafter', { ticks })))).toEqual(['review.tickForbidsDisclosure']);
      const withheld = { outcome: 'proposeWithholding', opinion: '属于工作秘密', basis: 'otherRule' };
      expect(brokenOnSigning(signing('drafter', { ticks, ...withheld }))).toEqual([]);
    }
    const ticks = { ...NO_TICKS, tradeSecret: true };
    expect(codes(brokenOnSigning(signing('drafter', { ticks })))).toEqual(['review.thirdPartyUnexplained']);
    expect(brokenOnSigning(signing('drafter', { ticks, opinion: '企业已书面同意公开' }))).toEqual([]);
  });

  test('the head proof-reads what names Party and State leaders, unless he sends it back', () => {
    const document = { draftingDivisionId: 'food', registeredById: 'clerk', isLeaderRelated: true };
    expect(codes(brokenOnSigning(signing('divisionHead', { document })))).toEqual(['review.proofreadingMissing']);
    expect(brokenOnSigning(signing('divisionHead', { document, isLeaderInfoProofread: true }))).toEqual([]);
    expect(brokenOnSigning(signing('divisionHead', { document, outcome: 'disagree', opinion: '职务有误' }))).toEqual(
      [],
    );
    expect(brokenOnSigning(signing('generalOffice', { document }))).toEqual([]);
  });

  test('all findings come at once', () => {
    const found = brokenOnSigning(
      signing('divisionHead', {
        review: null,
        outcome: 'return',
        signer: { id: 'clerk', roles: ['clerk'], divisionId: 'office' },
        document: { draftingDivisionId: 'food', registeredById: 'clerk', isLeaderRelated: true },
      }),
    );
    expect(codes(found)).toEqual([
      'review.notStarted',
      'review.outcomeUnfit',
      'review.wrongRole',
      'review.wrongDivision',
      'review.registrarNever',
      'review.opinionMissing',
      'review.proofreadingMissing',
    ]);
  });
});

describe('day of signing', () => {
  test('is neither in the future nor before the step that it rests on', () => {
    const last = signing('generalOffice').review?.steps.at(-1)?.signedOn;
    if (last === undefined) throw new Error('no step before the General Office');
    expect(brokenOnSigning(signing('generalOffice', { signedOn: last, today: last }))).toEqual([]);
    expect(codes(brokenOnSigning(signing('generalOffice', { signedOn: addDays(last, -1), today: last })))).toEqual([
      'review.signedBeforeLast',
    ]);
    expect(codes(brokenOnSigning(signing('generalOffice', { signedOn: addDays(last, 1), today: last })))).toEqual([
      'review.signedInFuture',
    ]);
  });
});
