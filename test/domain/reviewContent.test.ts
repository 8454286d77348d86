import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviewState } from '../../electron/domain/review.ts';
import {
  type BOUND_FIELDS,
  boundFields,
  type CanonicalValue,
  canonicalJson,
  changedBoundFields,
  type ReviewedDocument,
} from '../../electron/domain/reviewContent.ts';
import { day, review, signature } from './facts.ts';

const reviewed: ReviewedDocument = {
  id: 'document',
  revision: 1,
  docNumber: '辽市监发〔2019〕12号',
  title: '关于开展食品安全专项检查的通知',
  draftingDivisionId: 'food',
  attribute: 'PROACTIVE',
  annexes: [{ name: '检查表', sha256: 'a'.repeat(64) }],
  channel: 'website',
  signedOn: day('2019-08-01'),
  writtenOn: day('2019-08-01'),
};

const hashOf = (document: ReviewedDocument) =>
  createHash('sha256')
    .update(canonicalJson(boundFields(document)))
    .digest('hex');

const approved = review(
  (['drafter', 'divisionHead', 'generalOffice', 'leaderInCharge'] as const).map((step) =>
    signature(step, { contentHash: hashOf(reviewed) }),
  ),
);

/** Written out here, so that a field dropped from the rule is missed. */
const MUTATIONS: Record<(typeof BOUND_FIELDS)[number], Partial<ReviewedDocument>> = {
  docNumber: { docNumber: '辽市监发〔2019〕13号' },
  title: { title: '关于开展食品安全专项检查的通报' },
  draftingDivisionId: { draftingDivisionId: 'finance' },
  attribute: { attribute: 'ON_REQUEST' },
  basis: { basis: 'tradeSecret' },
  basisLaw: { basisLaw: '统计法' },
  reason: { reason: '另有理由' },
  annexes: { annexes: [{ name: '检查表', sha256: 'b'.repeat(64) }] },
  channel: { channel: 'gazette' },
  signedOn: { signedOn: day('2019-08-02') },
  writtenOn: { writtenOn: day('2019-08-02') },
};

describe('what a signature binds', () => {
  test('the review is valid for the content signed', () => {
    expect(reviewState(approved, hashOf(reviewed)).stage).toBe('approved');
    expect(hashOf({ ...reviewed })).toBe(hashOf(reviewed));
  });

  test.each(Object.entries(MUTATIONS))('a change of %s voids the review and is named', (field, mutation) => {
    const changed = { ...reviewed, ...mutation };
    expect(reviewState(approved, hashOf(changed)).stage).toBe('lapsed');
    expect(changedBoundFields(reviewed, changed).map((change) => change.field)).toEqual([field]);
  });

  test('an annex added, renamed or put elsewhere in the list voids it too', () => {
    const second = { name: '名单', sha256: null };
    const annexes = [...reviewed.annexes, second];
    const hashes = [
      reviewed.annexes,
      annexes,
      annexes.toReversed(),
      [{ ...reviewed.annexes[0], name: '检查表（修订）' }],
      [],
    ].map((list) => hashOf({ ...reviewed, annexes: list }));
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('putting the old text back revives nothing, since the revision counts on', () => {
    const restored = { ...reviewed, revision: 3 };
    expect(changedBoundFields(reviewed, restored)).toEqual([]);
    expect(reviewState(approved, hashOf(restored)).stage).toBe('lapsed');
  });

  test('another document with the same text is another content', () => {
    expect(hashOf({ ...reviewed, id: 'other' })).not.toBe(hashOf(reviewed));
  });

  test('shelf, copies, notes and web address stay outside, and an empty field is the same as a missing one', () => {
    const withUnbound = { ...reviewed, note: '存二楼', location: 'A3', url: 'https://example.gov.cn', drafter: '王䶮' };
    expect(hashOf(withUnbound)).toBe(hashOf(reviewed));
    expect(hashOf({ ...reviewed, basis: null, basisLaw: '', reason: undefined })).toBe(hashOf(reviewed));
  });
});

describe('the canonical form', () => {
  test.each([
    [{ b: 1, a: [true, false, null, 'ä'] }, '{"a":[true,false,null,"ä"],"b":1}'],
    [{ '\u20ac': 1, '\r': 2, '1': 3, '😀': 4, ﬃ: 5 }, '{"\\r":2,"1":3,"€":1,"😀":4,"ﬃ":5}'],
    [{ text: '"\\\u0001\n/王𬭚' }, '{"text":"\\"\\\\\\u0001\\n/王𬭚"}'],
    [[-0, 9007199254740991, -5], '[0,9007199254740991,-5]'],
    [{}, '{}'],
  ] as const)('%j is written as RFC 8785 says', (value, text) => {
    expect(canonicalJson(value as CanonicalValue)).toBe(text);
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '\ud800', undefined, new Date(0), { a: undefined }])(
    '%s has no canonical spelling',
    (value) => {
      expect(() => canonicalJson(value as CanonicalValue)).toThrow(TypeError);
    },
  );

  const anyValue = fc.letrec<{ value: CanonicalValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'grapheme' }),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 3 }), tie('value'), { maxKeys: 4 }),
    ),
  })).value;

  test('it reads back as the same value, and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
        expect(canonicalJson(reordered(value))).toBe(canonicalJson(value));
      }),
    );
  });
});

function reordered(value: CanonicalValue): CanonicalValue {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reordered(member)]),
  );
}
