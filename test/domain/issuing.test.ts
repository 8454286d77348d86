import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  brokenOnRegistering,
  brokenOnSecrets,
  type DocumentInput,
  warningsOnRegistering,
} from '../../electron/domain/issuing.ts';
import { codes, day, documentInput } from './facts.ts';

const today = day('2019-08-05');
const broken = (changes: Partial<DocumentInput>, isImported = false) =>
  codes(brokenOnRegistering({ ...documentInput, ...changes }, { today, isImported }));
const warned = (changes: Partial<DocumentInput>) => codes(warningsOnRegistering({ ...documentInput, ...changes }));

describe('registering a document', () => {
  test('one in order has no finding and no warning', () => {
    expect(broken({})).toEqual([]);
    expect(warned({})).toEqual([]);
  });

  test.each<[Partial<DocumentInput>, string]>([
    [{ attribute: null }, 'attribute.missing'],
    [{ title: ' 　' }, 'document.titleMissing'],
    [{ title: '关'.repeat(501) }, 'document.titleTooLong'],
    [{ docNumberRaw: '' }, 'document.numberMissing'],
    [{ docNumberRaw: '辽市监发〔19〕12号' }, 'docNumber.twoDigitYear'],
    [{ docNumberRaw: '辽市监发〔2O19〕12号' }, 'docNumber.letterO'],
    [{ isUnnumbered: true }, 'document.numberThoughUnnumbered'],
    [{ draftingDivisionId: '' }, 'document.divisionMissing'],
    [{ signer: '' }, 'document.signerMissing'],
    [{ signedOn: null }, 'document.signedOnMissing'],
    [{ signedOn: day('2019-08-06') }, 'document.dayInFuture'],
    [{ writtenOn: day('2019-08-06') }, 'document.dayInFuture'],
    [{ printedOn: day('2019-08-06') }, 'document.dayInFuture'],
    [{ isJoint: true }, 'document.leadAgencyMissing'],
    [{ annexes: [{ name: ' ' }] }, 'document.annexNameMissing'],
  ])('%j is refused with %s', (changes, code) => {
    expect(broken(changes)).toEqual([code]);
  });

  test('a joint document with its lead, and one without a number, are possible', () => {
    expect(broken({ isJoint: true, leadAgency: '辽宁省公安厅' })).toEqual([]);
    expect(broken({ isUnnumbered: true, docNumberRaw: '' })).toEqual([]);
  });

  test('a normative document needs legality review and plan for its interpretation', () => {
    expect(broken({ isNormative: true })).toEqual([
      'document.legalityNumberMissing',
      'document.legalityOnMissing',
      'document.interpretationPlanMissing',
    ]);
    const legality = { legalityReviewNumber: '辽市监法审〔2019〕3号', legalityReviewOn: day('2019-07-30') };
    expect(broken({ isNormative: true, ...legality, interpretationPlan: '图解一张，同日上网' })).toEqual([]);
  });

  test('an old ledger need not know signer, signing day or legality review, yet attribute and some day', () => {
    const old = { signer: '', signedOn: null, isNormative: true };
    expect(broken(old, true)).toEqual([]);
    expect(broken({ ...old, writtenOn: null }, true)).toEqual(['document.signedOnMissing']);
    expect(broken({ ...old, attribute: null }, true)).toEqual(['attribute.missing']);
  });

  test('an empty form gets all its findings at once, each beside a field of the form', () => {
    const empty = Object.fromEntries(
      Object.entries(documentInput).map(([key, value]) => [key, emptied(value)]),
    ) as DocumentInput;
    const findings = brokenOnRegistering(empty, { today });
    expect(codes(findings)).toEqual([
      'document.numberMissing',
      'document.titleMissing',
      'attribute.missing',
      'document.divisionMissing',
      'document.signerMissing',
      'document.signedOnMissing',
    ]);
    for (const { field } of findings) expect(Object.keys(documentInput)).toContain(field);
  });

  test.each<[Partial<DocumentInput>, string]>([
    [{ title: '机密★5年 关于某事的通知' }, 'title'],
    [{ note: '密级：秘密' }, 'note'],
    [{ remarkNote: '绝密★长期' }, 'remarkNote'],
    [{ annexes: [{ name: '【机密】名单.docx' }] }, 'annexes'],
  ])('a mark of secrecy in %j is the only thing said', (changes, field) => {
    const input = { ...documentInput, attribute: null, ...changes };
    expect(brokenOnRegistering(input, { today })).toEqual([{ code: 'secret.marked', field }]);
  });

  test('no finding ever repeats the text in which a mark of secrecy stands', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (text) => {
        const input = { ...documentInput, title: `${text}机密★10年` };
        fc.pre(text.trim() !== '');
        expect(brokenOnSecrets(input)).toEqual([{ code: 'secret.marked', field: 'title' }]);
      }),
    );
  });

  test('to speak of trade secrets or of confidentiality review is no mark', () => {
    expect(broken({ title: '关于加强商业秘密保护工作的通知', note: '已通过保密审查' })).toEqual([]);
  });
});

describe('what is unusual is shown and does not stand in the way', () => {
  test.each<[Partial<DocumentInput>, string]>([
    [{ writtenOn: day('2019-07-31') }, 'document.writtenNotSigned'],
    [{ printedOn: day('2019-07-31') }, 'document.printedBeforeWritten'],
    [{ legalityReviewOn: day('2019-08-02') }, 'document.legalityAfterSigning'],
    [{ docNumberRaw: '辽市监发〔2018〕12号' }, 'document.yearDiffers'],
    [{ title: '关于开展食品安全专项检查', docType: '' }, 'document.titleWithoutType'],
    [{ docType: '函' }, 'document.typeDiffers'],
    [{ remarkNote: '（此件依申请公开）' }, 'document.noteDiffers'],
  ])('%j is warned about with %s', (changes, code) => {
    expect(warned(changes)).toEqual([code]);
    expect(broken(changes)).toEqual([]);
  });

  test('the note on the paper that agrees with the attribute is not warned about', () => {
    expect(warned({ remarkNote: '（此件公开发布）' })).toEqual([]);
    expect(warned({ remarkNote: '联系人：张三' })).toEqual([]);
  });
});

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value === 'boolean') return false;
  return typeof value === 'string' && !/^\d{4}-|^PROACTIVE$/.test(value) ? '' : null;
}
