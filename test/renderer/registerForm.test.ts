/** What the register form makes of what is typed, before the engine is asked. */
import { expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import {
  annexesOf,
  changed,
  emptyForm,
  hasUnread,
  inputOf,
  nextForm,
  problemsOf,
  type RegisterForm,
  readDraft,
  understood,
  withNumberWrittenRight,
} from '../../renderer/parts/register/registerForm.ts';

const TODAY = toDay('2019-09-24');

function filled(): RegisterForm {
  const typed = changed(emptyForm(), {
    docNumberRaw: '辽市监发[2019]092号',
    title: '关于印发《行政规范性文件管理规定》的通知',
    draftingDivisionId: '0192f0a0-0000-7000-8000-000000000001',
    drafter: '李𬭚',
    signer: '赵㛃',
    signedOn: toDay('2019-09-23'),
    printedOn: toDay('2019-09-24'),
    attribute: 'PROACTIVE',
  });
  return { ...typed, copies: 5, deliveredBy: '孙犇', location: '存档柜 A-3' };
}

test('a repaired number stands in the field as it should be and travels as it was typed', () => {
  const form = withNumberWrittenRight(filled());
  expect(form.input.docNumberRaw).toBe('辽市监发〔2019〕92号');
  expect(inputOf(form).docNumberRaw).toBe('辽市监发[2019]092号');
});

test('a number that was typed anew after a repair is the one that travels', () => {
  const form = changed(withNumberWrittenRight(filled()), { docNumberRaw: '辽市监发〔2019〕93号' });
  expect(inputOf(form).docNumberRaw).toBe('辽市监发〔2019〕93号');
});

test('the title decides the type until the clerk chooses one', () => {
  expect(filled().input.docType).toBe('通知');
  const chosen = changed({ ...filled(), isTypeChosen: true }, { title: '关于某事的函' });
  expect(chosen.input.docType).toBe('通知');
});

test('the next document keeps division, people, days, attribute and place, and nothing of the text', () => {
  const before = filled();
  const next = nextForm(before);
  expect(next.id).not.toBe(before.id);
  expect(next.input).toMatchObject({
    docNumberRaw: '',
    title: '',
    docType: '',
    draftingDivisionId: before.input.draftingDivisionId,
    drafter: '李𬭚',
    signer: '赵㛃',
    signedOn: '2019-09-23',
    printedOn: '2019-09-24',
    attribute: 'PROACTIVE',
    isNormative: false,
  });
  expect([next.copies, next.deliveredBy, next.location, next.isCarried]).toEqual([0, '孙犇', '存档柜 A-3', true]);
});

test('opening a document after all takes back basis and reason; withholding takes back the channel', () => {
  const withheld = changed(filled(), { attribute: 'NOT_DISCLOSED' });
  expect(withheld.input.channel).toBe('');
  const explained = changed(withheld, { basis: 'internalWorkflow', reason: '属于内部工作流程信息' });
  const opened = changed(explained, { attribute: 'PROACTIVE' });
  expect(opened.input).toMatchObject({ basis: null, reason: '', channel: 'website' });
});

test('copies need someone who brought them; a change needs its reason', () => {
  const nobody = { ...filled(), deliveredBy: '' };
  expect(problemsOf(nobody, TODAY, false).map(({ field }) => field)).toEqual(['deliveredBy']);
  expect(problemsOf({ ...nobody, copies: 0 }, TODAY, false)).toEqual([]);
  expect(problemsOf(filled(), TODAY, true).map(({ code }) => code)).toEqual(['document.changeReasonMissing']);
});

test('a day that cannot be read is one problem, not two', () => {
  const form: RegisterForm = { ...changed(filled(), { signedOn: null }), unread: { signedOn: '9月' } };
  expect(problemsOf(form, TODAY, false)).toEqual([]);
});

test('a division that is not in the list stays as typed, is no second problem, and holds up the saving', () => {
  const form = understood(filled(), 'draftingDivisionId', '', '质量监督司');
  expect(form.unread).toEqual({ draftingDivisionId: '质量监督司' });
  expect(problemsOf(form, TODAY, false)).toEqual([]);
  expect(hasUnread(form)).toBe(true);
  expect(readDraft(JSON.stringify(form))).toEqual(form);
  expect(hasUnread(understood(form, 'draftingDivisionId', 'chosen', undefined))).toBe(false);
});

test('a field that goes away takes the text along that it could not read', () => {
  const withheld = changed(filled(), { attribute: 'ON_REQUEST' });
  const typed = understood(withheld, 'basis', null, '内部事物');
  expect(hasUnread(changed(typed, { reason: '尚在办理' }))).toBe(true);
  expect(hasUnread(changed(typed, { attribute: 'PROACTIVE' }))).toBe(false);
  const reviewed = understood(changed(filled(), { isNormative: true }), 'legalityReviewOn', null, '上月底');
  expect(hasUnread(changed(reviewed, { isNormative: false }))).toBe(false);
});

test('a mark of secrecy is found also in a text that could not be read', () => {
  const form = understood(filled(), 'docType', '', '机密★10年');
  expect(problemsOf(form, TODAY, false)).toEqual([{ code: 'secret.marked', field: 'docType' }]);
});

test('annexes are separated by semicolons and keep the files they have', () => {
  const form = changed(filled(), { annexes: [{ name: '实施方案', sha256: 'ab' }] });
  const annexes = annexesOf({ ...form, annexText: '实施方案；任务分工表;' });
  expect(annexes).toEqual([
    { name: '实施方案', sha256: 'ab' },
    { name: '任务分工表', sha256: null },
  ]);
});

test('a draft comes back as it was kept; one of another version is left aside', () => {
  const form = filled();
  expect(readDraft(JSON.stringify(form))).toEqual(form);
  expect(readDraft('{"title":"old"}')).toBeUndefined();
  expect(readDraft('not json')).toBeUndefined();
});
