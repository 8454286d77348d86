import { describe, expect, test } from 'vitest';
import {
  ATTRIBUTES,
  allowedMoves,
  BASES,
  BASIS_CODES,
  basesFor,
  brokenOnAttribute,
  brokenOnAttributeChange,
  isBackwardMove,
  readAttributeLabel,
} from '../../electron/domain/attribute.ts';
import { codes, day } from './facts.ts';

describe('what an attribute demands', () => {
  test('without an attribute a document must not be issued', () => {
    expect(brokenOnAttribute({ attribute: null })).toEqual([{ code: 'attribute.missing', field: 'attribute' }]);
    expect(codes(brokenOnAttribute({}))).toEqual(['attribute.missing']);
  });

  test('主动公开 needs neither basis nor reason', () => {
    expect(brokenOnAttribute({ attribute: 'PROACTIVE' })).toEqual([]);
  });

  test('不予公开 needs basis and reason, and both findings come at once', () => {
    expect(codes(brokenOnAttribute({ attribute: 'NOT_DISCLOSED' }))).toEqual([
      'attribute.basisMissing',
      'attribute.reasonTooShort',
    ]);
  });

  test('依申请公开 needs a reason, and a basis only where the clerk names one', () => {
    expect(codes(brokenOnAttribute({ attribute: 'ON_REQUEST' }))).toEqual(['attribute.reasonTooShort']);
    const reason = '仅涉及个别企业，不具有普遍适用性';
    expect(brokenOnAttribute({ attribute: 'ON_REQUEST', reason })).toEqual([]);
    expect(brokenOnAttribute({ attribute: 'ON_REQUEST', basis: 'caseByCase', reason })).toEqual([]);
  });

  test.each([
    ['一二三四五六七八九', 9, false],
    ['一二三四五六七八九十', 10, true],
    ['一 二 三 四 五 六 七 八 九　　　', 9, false],
    ['𬭚𬭚𬭚𬭚𬭚', 5, false],
  ])('the reason %j says %i characters, blanks and code units not counted', (reason, said, isEnough) => {
    const findings = brokenOnAttribute({ attribute: 'ON_REQUEST', reason });
    expect(findings).toEqual(
      isEnough ? [] : [{ code: 'attribute.reasonTooShort', field: 'reason', params: { least: 10, said } }],
    );
  });

  test('a basis of one attribute does not fit another, and unknown ones do not pass', () => {
    const reason = '属于内部工作流程，不对外产生效力';
    expect(codes(brokenOnAttribute({ attribute: 'ON_REQUEST', basis: 'internalWorkflow', reason }))).toEqual([
      'attribute.basisUnfit',
    ]);
    expect(codes(brokenOnAttribute({ attribute: 'PROACTIVE', basis: 'tradeSecret' }))).toEqual([
      'attribute.basisUnfit',
    ]);
    expect(codes(brokenOnAttribute({ attribute: 'NOT_DISCLOSED', basis: 'toString', reason }))).toEqual([
      'attribute.basisUnknown',
    ]);
  });

  test('the law is named where a law forbids disclosure', () => {
    const input = {
      attribute: 'NOT_DISCLOSED',
      basis: 'forbiddenByLaw',
      reason: '统计法禁止公开单个对象资料',
    } as const;
    expect(codes(brokenOnAttribute(input))).toEqual(['attribute.lawMissing']);
    expect(brokenOnAttribute({ ...input, basisLaw: '统计法第二十五条' })).toEqual([]);
  });

  test('a state secret is no basis here: the document does not belong into this registry', () => {
    const input = { attribute: 'NOT_DISCLOSED', basis: 'stateSecret', reason: '涉及国家秘密所以不予公开' } as const;
    expect(codes(brokenOnAttribute(input))).toEqual(['attribute.stateSecret']);
  });

  test('every basis has one place in the picker, and articles 14, 15 and 16 their own force', () => {
    expect(BASES.map(({ code }) => code)).toEqual(BASIS_CODES);
    const forces = new Map(BASES.map(({ article, force }) => [article, force]));
    expect(Object.fromEntries(forces)).toEqual({
      13: undefined,
      14: 'shallNot',
      15: 'mustNot',
      '16.1': 'may',
      '16.2': 'may',
      other: 'may',
    });
    expect(basesFor('PROACTIVE')).toEqual([]);
    expect(basesFor('NOT_DISCLOSED').length + basesFor('ON_REQUEST').length).toBe(BASES.length);
  });
});

describe('labels of the attribute on paper', () => {
  test.each([
    ['主动公开', 'PROACTIVE'],
    ['（此件公开发布）', 'PROACTIVE'],
    ['(此件主动公开)', 'PROACTIVE'],
    ['信息公开属性：主动公开', 'PROACTIVE'],
    ['公开方式: 主动公开', 'PROACTIVE'],
    ['此件依申请公开', 'ON_REQUEST'],
    ['依申请 公开', 'ON_REQUEST'],
    ['免予公开', 'NOT_DISCLOSED'],
    ['不公开', 'NOT_DISCLOSED'],
    ['此件不公开', 'NOT_DISCLOSED'],
    ['不予主动公开', 'NOT_DISCLOSED'],
    ['NOT_DISCLOSED', 'NOT_DISCLOSED'],
    ['proactive', 'PROACTIVE'],
  ])('%s is read as %s', (label, attribute) => {
    expect(readAttributeLabel(label)).toBe(attribute);
  });

  test.each(['', '删减后公开', '主动公开或依申请公开', '待定', '公开属性', 'constructor', '不主动'])(
    '%j is not guessed',
    (label) => {
      expect(readAttributeLabel(label)).toBeUndefined();
    },
  );
});

describe('changes of the attribute', () => {
  test('the yearly re-assessment moves towards more openness only', () => {
    expect(allowedMoves('NOT_DISCLOSED')).toEqual(['PROACTIVE', 'ON_REQUEST']);
    expect(allowedMoves('ON_REQUEST')).toEqual(['PROACTIVE']);
    expect(allowedMoves('PROACTIVE')).toEqual([]);
    expect(allowedMoves(null)).toEqual(ATTRIBUTES);
  });

  test('every move is either forward, backward, or none', () => {
    for (const from of ATTRIBUTES) {
      for (const to of ATTRIBUTES) {
        const kinds = [from === to, allowedMoves(from).includes(to), isBackwardMove(from, to)];
        expect(kinds.filter(Boolean)).toHaveLength(1);
      }
    }
    expect(isBackwardMove(null, 'NOT_DISCLOSED')).toBe(false);
  });

  const today = day('2026-02-13');
  const facts = { from: 'ON_REQUEST', isPosted: false, today } as const;

  test('a change to 主动公开 says why and from when', () => {
    expect(codes(brokenOnAttributeChange({ attribute: 'PROACTIVE' }, facts))).toEqual([
      'attribute.reasonTooShort',
      'attribute.changedOnMissing',
    ]);
    const input = { attribute: 'PROACTIVE', reason: '情况变化，已可以对社会公开', changedOn: today } as const;
    expect(brokenOnAttributeChange(input, facts)).toEqual([]);
    expect(codes(brokenOnAttributeChange({ ...input, changedOn: day('2026-02-14') }, facts))).toEqual([
      'attribute.changedInFuture',
    ]);
    expect(codes(brokenOnAttributeChange(input, { ...facts, from: 'PROACTIVE' }))).toEqual(['attribute.unchanged']);
  });

  test('an empty form of change lacks the new attribute, a reason and a day', () => {
    expect(codes(brokenOnAttributeChange({}, { from: 'PROACTIVE', isPosted: false, today }))).toEqual([
      'attribute.targetMissing',
      'attribute.reasonTooShort',
      'attribute.changedOnMissing',
    ]);
  });

  test('what is still on the web is withdrawn before it is closed', () => {
    const input = {
      attribute: 'NOT_DISCLOSED',
      basis: 'personalPrivacy',
      reason: '附件含有个人身份证件号码',
      changedOn: today,
    } as const;
    expect(codes(brokenOnAttributeChange(input, { from: 'PROACTIVE', isPosted: true, today }))).toEqual([
      'attribute.stillPosted',
    ]);
    expect(brokenOnAttributeChange(input, { from: 'PROACTIVE', isPosted: false, today })).toEqual([]);
  });
});
