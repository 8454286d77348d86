import { describe, expect, test } from 'vitest';
import {
  brokenOnInterpreting,
  brokenOnPosting,
  brokenOnPostingOffice,
  brokenOnWithdrawal,
  isWebAddress,
  type PostingFacts,
  type PostingInput,
  proofreadingRounds,
} from '../../electron/domain/publication.ts';
import { approvedReview, codes, day, HASH, review, signature } from './facts.ts';

const input: PostingInput = {
  channel: 'website',
  url: 'https://scjg.ln.gov.cn/zfxxgk/12.html',
  postedOn: day('2019-08-20'),
  lateReason: '',
  exceptionReason: '',
};
const facts: PostingFacts = {
  attribute: 'PROACTIVE',
  isVoided: false,
  isNormative: false,
  isLeaderRelated: false,
  signedOn: day('2019-08-01'),
  reviewedChannel: 'website',
  review: { stage: 'approved', lapsed: false, approvedOn: day('2019-08-08'), conclusion: 'disclose' },
  proofreadingRounds: 0,
  proofreadingRoundsRequired: 2,
  interpretedOn: [],
  today: day('2019-08-20'),
  dueOn: day('2019-08-29'),
};
const broken = (changes: Partial<PostingInput>, known: Partial<PostingFacts> = {}) =>
  codes(brokenOnPosting({ ...input, ...changes }, { ...facts, ...known }));
const EXCEPTION = '解读尚在会签，先行公布文件以便执行';

describe('posting', () => {
  test('a reviewed 主动公开 document may be posted, in full or in part', () => {
    expect(broken({})).toEqual([]);
    expect(broken({}, { review: { ...facts.review, stage: 'approvedPartial' } })).toEqual([]);
  });

  test.each([
    'none',
    'drafter',
    'divisionHead',
    'generalOffice',
    'leaderInCharge',
    'returned',
    'referred',
    'withheld',
    'lapsed',
  ] as const)('with the review at %s it is refused', (stage) => {
    expect(broken({}, { review: { stage, lapsed: stage === 'lapsed' } })).toEqual(['publication.notReviewed']);
  });

  test.each<[Partial<PostingInput>, Partial<PostingFacts>, string]>([
    [{}, { attribute: null }, 'attribute.missing'],
    [{}, { attribute: 'ON_REQUEST' }, 'publication.notProactive'],
    [{}, { attribute: 'NOT_DISCLOSED' }, 'publication.notProactive'],
    [{}, { isVoided: true }, 'publication.voided'],
    [{ postedOn: day('2019-08-07') }, {}, 'publication.beforeApproval'],
    [{ postedOn: day('2019-08-21') }, {}, 'publication.inFuture'],
    [{ postedOn: null }, {}, 'publication.postedOnMissing'],
    [{}, { signedOn: day('2019-08-21') }, 'publication.beforeSigning'],
    [{ channel: 'newMedia' }, {}, 'publication.otherChannel'],
    [{ channel: '' }, { reviewedChannel: '' }, 'publication.channelMissing'],
    [{ url: '' }, {}, 'publication.urlMissing'],
    [{ url: 'scjg.ln.gov.cn/12.html' }, {}, 'publication.urlBad'],
    [{}, { dueOn: day('2019-08-19') }, 'publication.lateReasonMissing'],
    [{}, { isLeaderRelated: true, proofreadingRounds: 1 }, 'publication.proofreadingMissing'],
    [{}, { isNormative: true }, 'publication.interpretationMissing'],
    [{}, { isNormative: true, interpretedOn: [day('2019-08-21')] }, 'publication.interpretationLater'],
    [{ exceptionReason: '来不及' }, { isNormative: true }, 'publication.interpretationMissing'],
  ])('%j with %j is refused with %s', (changes, known, code) => {
    expect(broken(changes, known)).toEqual([code]);
  });

  test.each<[Partial<PostingInput>, Partial<PostingFacts>]>([
    [{ postedOn: day('2019-08-08') }, {}],
    [{ channel: 'board', url: '' }, { reviewedChannel: 'board' }],
    [{ channel: 'newMedia' }, { reviewedChannel: '' }],
    [{ lateReason: '网站改版' }, { dueOn: day('2019-08-19') }],
    [{}, { dueOn: day('2019-08-20') }],
    [{}, { isLeaderRelated: true, proofreadingRounds: 2 }],
    [{}, { isNormative: true, interpretedOn: [day('2019-08-25'), day('2019-08-20')] }],
    [{ exceptionReason: EXCEPTION }, { isNormative: true }],
  ])('%j with %j is possible', (changes, known) => {
    expect(broken(changes, known)).toEqual([]);
  });

  test('all findings come at once', () => {
    const found = broken(
      { url: '', postedOn: null },
      { attribute: 'ON_REQUEST', review: { stage: 'none', lapsed: false } },
    );
    expect(found).toEqual([
      'publication.notProactive',
      'publication.notReviewed',
      'publication.urlMissing',
      'publication.postedOnMissing',
    ]);
  });

  test.each([
    ['https://scjg.ln.gov.cn/zfxxgk/12.html?id=1#top', true],
    ['http://www.辽宁.中国/文件', true],
    ['HTTP://GOV.CN', true],
    ['https://gov.cn:8443/x', true],
    ['ftp://gov.cn/x', false],
    ['javascript:alert(1)//gov.cn', false],
    ['https://gov.cn/a b', false],
    ['https://user@gov.cn/', false],
    ['https://localhost/', false],
    ['https://', false],
    ['https://.cn', false],
    [`https://gov.cn/${'a'.repeat(2000)}`, false],
  ])('%s as an address: %s', (url, isFine) => {
    expect(isWebAddress(url)).toBe(isFine);
  });
});

describe('proof-reading by the head', () => {
  test('rounds over this revision count, and the tick on a signature over the same content once', () => {
    const rounds = [1, 1, 2].map((revision) => ({ revision, proofreadOn: day('2019-08-09') }));
    const ticked = review([signature('drafter'), signature('divisionHead', { isLeaderInfoProofread: true })]);
    const count = (revision: number, currentContentHash: string) =>
      proofreadingRounds({ rounds, revision, review: ticked, currentContentHash });
    expect(count(1, HASH)).toBe(3);
    expect(count(2, 'other')).toBe(1);
    expect(count(3, 'other')).toBe(0);
    expect(proofreadingRounds({ rounds, revision: 1, review: approvedReview, currentContentHash: HASH })).toBe(2);
  });
});

describe('who records a posting', () => {
  test.each([
    ['generalOffice', true, false, true],
    ['generalOffice', false, true, false],
    ['division', true, false, false],
    ['division', false, true, true],
    ['both', true, false, true],
    ['both', false, true, true],
    ['both', false, false, false],
  ] as const)('%s: office %s, division %s: %s', (setting, isOfGeneralOffice, isOfDraftingDivision, isFine) => {
    expect(brokenOnPostingOffice(setting, { isOfGeneralOffice, isOfDraftingDivision })).toHaveLength(isFine ? 0 : 1);
  });
});

describe('withdrawal and interpretation', () => {
  const posted = { postedOn: day('2019-08-12'), withdrawnOn: null, today: day('2019-08-20') };
  const withdrawal = { withdrawnOn: day('2019-08-13'), reason: '附件误含个人身份证号码' };

  test('a withdrawal has a day after posting and a reason', () => {
    expect(brokenOnWithdrawal(withdrawal, posted)).toEqual([]);
    expect(codes(brokenOnWithdrawal({ withdrawnOn: null, reason: '误发' }, posted))).toEqual([
      'publication.withdrawnOnMissing',
      'publication.withdrawalReasonTooShort',
    ]);
    expect(codes(brokenOnWithdrawal({ ...withdrawal, withdrawnOn: day('2019-08-11') }, posted))).toEqual([
      'publication.withdrawnBeforePosting',
    ]);
    expect(codes(brokenOnWithdrawal({ ...withdrawal, withdrawnOn: day('2019-08-21') }, posted))).toEqual([
      'publication.withdrawnInFuture',
    ]);
    expect(codes(brokenOnWithdrawal(withdrawal, { ...posted, withdrawnOn: day('2019-08-13') }))).toEqual([
      'publication.withdrawnAlready',
    ]);
  });

  test('an interpretation has title, form, address and day', () => {
    const known = { isVoided: false, today: day('2019-08-20') };
    const fine = { title: '一图读懂', form: 'chart', url: input.url, postedOn: day('2019-08-20') };
    expect(brokenOnInterpreting(fine, known)).toEqual([]);
    expect(codes(brokenOnInterpreting({ title: '', form: '', url: '', postedOn: null }, known))).toEqual([
      'interpretation.titleMissing',
      'interpretation.formMissing',
      'interpretation.urlMissing',
      'interpretation.postedOnMissing',
    ]);
  });
});
