import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, toDay } from '../../electron/domain/day.ts';
import {
  brokenOnNormativeFiling,
  brokenOnValidity,
  ENDED,
  hasOnlyTextInterpretation,
  type NormativeFacts,
  normativeCounts,
  VALIDITY_STATUSES,
  type ValidityChange,
  validityOn,
} from '../../electron/domain/normative.ts';

const day = toDay;
const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

function change(status: ValidityChange['status'], effectiveOn: string, enteredAt = `${effectiveOn}T01:00:00.000Z`) {
  return { status, effectiveOn: day(effectiveOn), enteredAt };
}

describe('the validity on a day', () => {
  const changes = [change('abolished', '2020-01-01', '2019-11-20T01:00:00.000Z'), change('amended', '2019-06-01')];
  test.each([
    ['2019-05-31', 'valid'],
    ['2019-06-01', 'amended'],
    ['2019-12-31', 'amended'],
    ['2020-01-01', 'abolished'],
  ])('%s: %s', (on, status) => {
    expect(validityOn(changes, day(on))).toBe(status);
  });
  test('of two entries for one day the later one puts the earlier right', () => {
    const mistaken = change('abolished', '2019-06-01', '2019-06-02T01:00:00.000Z');
    const corrected = change('valid', '2019-06-01', '2019-06-03T01:00:00.000Z');
    expect(validityOn([corrected, mistaken], day('2019-07-01'))).toBe('valid');
  });
});

describe('the counts of a year (年度报告表二)', () => {
  const documents: readonly NormativeFacts[] = [
    { issuedOn: day('2017-03-01'), changes: [] },
    { issuedOn: day('2018-05-02'), changes: [change('abolished', '2019-07-01')] },
    { issuedOn: day('2019-01-15'), changes: [] },
    { issuedOn: day('2019-02-15'), changes: [change('lapsed', '2019-12-31')] },
    { issuedOn: day('2019-03-15'), changes: [change('abolished', '2020-01-01', '2019-12-01T00:00:00.000Z')] },
    { issuedOn: day('2019-04-15'), changes: [change('amended', '2019-09-01')] },
    { issuedOn: day('2020-02-01'), changes: [] },
  ];
  test.each([
    [2018, { made: 1, abolished: 0, inForce: 2 }],
    [2019, { made: 4, abolished: 2, inForce: 4 }],
    [2020, { made: 1, abolished: 1, inForce: 4 }],
  ])('%i', (year, counts) => {
    expect(normativeCounts(documents, year)).toEqual(counts);
  });

  test('in force at the end = in force before + made − ended, whatever happened', () => {
    const days = fc.integer({ min: 0, max: 1800 }).map((days) => addDays(day('2017-01-01'), days));
    const anyChange = fc.record({
      status: fc.constantFrom(...VALIDITY_STATUSES),
      effectiveOn: days,
      enteredAt: fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0')),
    });
    const anyDocument = fc
      .record({ issuedOn: days, changes: fc.array(anyChange, { maxLength: 4 }) })
      // Nothing ends before it was made.
      .map(({ issuedOn, changes }) => ({
        issuedOn,
        changes: changes.filter(({ effectiveOn }) => effectiveOn >= issuedOn),
      }));
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 12 }), (made) => {
        for (let year = 2017; year <= 2021; year++) {
          const [before, now] = [normativeCounts(made, year - 1), normativeCounts(made, year)];
          const revived = made.filter(
            ({ issuedOn, changes }) =>
              issuedOn <= `${year - 1}-12-31` &&
              ENDED.includes(validityOn(changes, `${year - 1}-12-31` as Day)) &&
              !ENDED.includes(validityOn(changes, `${year}-12-31` as Day)),
          ).length;
          expect(now.inForce).toBe(before.inForce + now.made - now.abolished + revived);
        }
      }),
    );
  });
});

describe('a change of validity', () => {
  const facts = { isNormative: true, issuedOn: day('2019-03-01'), changes: [] };
  const input = { status: 'abolished', effectiveOn: day('2019-06-01'), basis: '辽市监发〔2019〕40号', reason: '' };
  test('needs a status, a day after issue and what it rests on', () => {
    expect(brokenOnValidity(input, facts)).toEqual([]);
    expect(codes(brokenOnValidity({ status: '', effectiveOn: null, basis: '', reason: '' }, facts))).toEqual([
      'normative.statusMissing',
      'normative.effectiveOnMissing',
    ]);
    expect(codes(brokenOnValidity({ ...input, basis: ' ', effectiveOn: day('2019-02-28') }, facts))).toEqual([
      'normative.beforeIssue',
      'normative.basisMissing',
    ]);
    expect(codes(brokenOnValidity(input, { ...facts, isNormative: false }))).toEqual(['normative.notNormative']);
    expect(codes(brokenOnValidity(input, { ...facts, successor: 'unfit' }))).toEqual(['normative.successorUnfit']);
  });
  test('changes something, and says why where a document comes to life again', () => {
    expect(codes(brokenOnValidity({ ...input, status: 'valid' }, facts))).toEqual([
      'normative.statusUnchanged',
      'normative.reasonTooShort',
    ]);
    const abolished = { ...facts, changes: [change('abolished', '2019-06-01')] };
    const revival = { ...input, status: 'valid', reason: '废止决定误登，应为另一文件' };
    expect(brokenOnValidity(revival, abolished)).toEqual([]);
  });
});

describe('filing with the government (规范性文件报备)', () => {
  const facts = {
    isNormative: true,
    publishedOn: day('2019-08-05'),
    dueOn: day('2019-08-20'),
    isCorrection: false,
    today: day('2019-09-02'),
  };
  const input = {
    reportedOn: day('2019-08-20'),
    receivingBody: '省司法厅',
    number: '辽市监备〔2019〕3号',
    receiptOn: null,
    acknowledgement: '',
    lateReason: '',
    correctionReason: '',
  };
  test('on the last day it is in time; a day later it says why', () => {
    expect(brokenOnNormativeFiling(input, facts)).toEqual([]);
    const late = { ...input, reportedOn: day('2019-08-21') };
    expect(codes(brokenOnNormativeFiling(late, facts))).toEqual(['normative.lateReasonMissing']);
    expect(brokenOnNormativeFiling({ ...late, lateReason: '报备材料退回补正' }, facts)).toEqual([]);
  });
  test('never before publication', () => {
    const early = { ...input, reportedOn: day('2019-08-04') };
    expect(codes(brokenOnNormativeFiling(early, facts))).toEqual(['normative.filedBeforePublication']);
    const unpublished = { ...facts, publishedOn: null, dueOn: undefined };
    expect(codes(brokenOnNormativeFiling(input, unpublished))).toEqual(['normative.notPublished']);
  });
  test('names all that is missing at once', () => {
    const empty = { ...input, reportedOn: null, receivingBody: '', number: ' ' };
    expect(codes(brokenOnNormativeFiling(empty, { ...facts, isCorrection: true }))).toEqual([
      'normative.receivingBodyMissing',
      'normative.filingNumberMissing',
      'normative.correctionReasonMissing',
      'normative.filedOnMissing',
    ]);
  });
  test('the receipt follows the filing', () => {
    const receipt = (receiptOn: string | null) => ({
      ...input,
      receiptOn: receiptOn === null ? null : day(receiptOn),
      acknowledgement: '备字第12号',
    });
    expect(brokenOnNormativeFiling(receipt('2019-08-28'), facts)).toEqual([]);
    expect(codes(brokenOnNormativeFiling(receipt('2019-08-19'), facts))).toEqual(['normative.receiptBeforeFiling']);
    expect(codes(brokenOnNormativeFiling(receipt('2019-09-03'), facts))).toEqual(['normative.inFuture']);
    expect(codes(brokenOnNormativeFiling(receipt(null), facts))).toEqual(['normative.receiptOnMissing']);
  });
});

test.each([
  [[], false],
  [['text'], true],
  [['text', 'questions'], true],
  [['text', 'chart'], false],
  [['video'], false],
])('interpretations %j as text alone: %s', (forms, isAlone) => {
  expect(hasOnlyTextInterpretation(forms)).toBe(isAlone);
});
