import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTRIBUTES, isBackwardMove } from '../../electron/domain/attribute.ts';
import { toDay } from '../../electron/domain/day.ts';
import { VALIDITY_STATUSES } from '../../electron/domain/normative.ts';
import {
  attributeAfter,
  brokenOnDeciding,
  brokenOnSelection,
  DECISIONS_ON,
  decisionsFor,
  OCCASIONS,
  type ReassessedFacts,
  reassessmentDueOn,
} from '../../electron/domain/reassessment.ts';
import { DEFAULT_SETTINGS } from '../../electron/domain/settings.ts';

const today = toDay('2019-11-04');
const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);
const facts: ReassessedFacts = {
  attribute: 'NOT_DISCLOSED',
  isNormative: false,
  validity: 'valid',
  formedOn: toDay('2019-05-14'),
};

describe('what may be decided', () => {
  test('an attribute is kept or moves towards openness', () => {
    expect(decisionsFor('yearly', facts)).toEqual(['keep', 'onRequest', 'proactive']);
    expect(decisionsFor('yearly', { ...facts, attribute: 'ON_REQUEST' })).toEqual(['keep', 'proactive']);
    expect(decisionsFor('yearly', { ...facts, attribute: 'PROACTIVE' })).toEqual([]);
  });
  test('the old stock ends on the day before the revised Regulation took effect', () => {
    expect(decisionsFor('stock', facts)).not.toEqual([]);
    expect(decisionsFor('stock', { ...facts, formedOn: toDay('2019-05-15') })).toEqual([]);
    expect(decisionsFor('stock', { ...facts, formedOn: null })).toEqual([]);
  });
  test('normative documents in force are reviewed, ended and other ones are not', () => {
    const normative = { ...facts, isNormative: true };
    expect(decisionsFor('cleanup', normative)).toEqual(['keep', 'amend', 'abolish', 'invalidate']);
    expect(decisionsFor('cleanup', { ...normative, validity: 'amended' })).not.toEqual([]);
    expect(decisionsFor('cleanup', { ...normative, validity: 'lapsed' })).toEqual([]);
    expect(decisionsFor('cleanup', facts)).toEqual([]);
  });
  test('never a step back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OCCASIONS),
        fc.record({
          attribute: fc.constantFrom(...ATTRIBUTES),
          isNormative: fc.boolean(),
          validity: fc.constantFrom(...VALIDITY_STATUSES),
          formedOn: fc.constantFrom(toDay('2018-01-01'), toDay('2019-06-01'), null),
        }),
        (occasion, document) => {
          for (const decision of decisionsFor(occasion, document)) {
            expect(DECISIONS_ON[occasion]).toContain(decision);
            const after = attributeAfter(decision);
            if (after) expect(isBackwardMove(document.attribute, after)).toBe(false);
          }
        },
      ),
    );
  });
});

describe('a decision over a selection', () => {
  const input = {
    occasion: 'yearly' as const,
    year: 2019,
    decision: 'keep' as const,
    reason: '仍属内部工作流程，维持不予公开',
    basisLaw: '',
    count: 3,
  };
  test('needs documents, a reason that says something, and a year that has come', () => {
    expect(brokenOnDeciding(input, today)).toEqual([]);
    expect(codes(brokenOnDeciding({ ...input, reason: '内部文件', count: 0, year: 2020 }, today))).toEqual([
      'reassessment.yearAhead',
      'reassessment.nothingChosen',
      'reassessment.reasonTooShort',
    ]);
    expect(codes(brokenOnDeciding({ ...input, decision: 'abolish' }, today))).toContain('reassessment.decisionUnfit');
  });
  test('ending normative documents names the decision that is announced', () => {
    const ending = { ...input, occasion: 'cleanup' as const, decision: 'abolish' as const };
    expect(codes(brokenOnDeciding(ending, today))).toEqual(['normative.basisMissing']);
    expect(brokenOnDeciding({ ...ending, basisLaw: '辽市监发〔2019〕88号' }, today)).toEqual([]);
  });
  test('names how many do not allow it, and one of them', () => {
    const documents = [
      { ...facts, label: '甲' },
      { ...facts, label: '乙', attribute: 'ON_REQUEST' as const },
      { ...facts, label: '丙', attribute: 'PROACTIVE' as const },
    ];
    expect(brokenOnSelection({ occasion: 'yearly', decision: 'onRequest' }, documents)).toMatchObject([
      { code: 'reassessment.notAllowed', params: { count: 2, title: '乙' } },
    ]);
    expect(brokenOnSelection({ occasion: 'yearly', decision: 'keep' }, documents.slice(0, 2))).toEqual([]);
  });
});

test('the year is done by the day that the bureau set', () => {
  expect(reassessmentDueOn(2019, DEFAULT_SETTINGS.reassessmentBy)).toBe('2019-11-30');
});
