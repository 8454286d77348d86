/** Registers read back from the very bytes: their rows, numbers, scope, and what the trail keeps of each. */

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFonts } from '../../build/fonts.mjs';
import type { RegisterRequest } from '../../electron/contract/printing.ts';
import { toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { listTrail } from '../../electron/store/trail.ts';
import { readPages, textOf } from '../print/reading.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type RegisterInput, type World } from '../world.ts';
import { brokenBy } from './answers.ts';

let world: World;
const ids: Record<string, string> = {};

beforeAll(async () => {
  copyFonts();
  world = await makeWorld({ now: '2019-09-30T08:20:00.000Z' });
  const clerk = world.as('clerk');
  const register = async (key: string, special: Partial<RegisterInput>) => {
    const signed = { signedOn: toDay('2019-09-10'), writtenOn: toDay('2019-09-10'), printedOn: toDay('2019-09-11') };
    const input = ordinaryDocument(world, { isUnnumbered: false, ...signed, ...special });
    ids[key] = (await clerk.documents.register(input)).document.id;
  };
  await register('first', { docNumberRaw: '滨市监发〔2019〕1号', title: '关于夏季值班的通知' });
  await register('void', { docNumberRaw: '滨市监发〔2019〕3号', title: '关于误发的通知' });
  await register('last', { docNumberRaw: '滨市监发〔2019〕7号', title: '关于食品抽检情况的通告' });
  await register('closed', {
    ...{
      docNumberRaw: '滨市监函〔2019〕2号',
      title: '关于商请提供案卷的函',
      draftingDivisionId: world.divisions.policy,
    },
    ...{ attribute: 'NOT_DISCLOSED', basis: 'enforcementFile', reason: '涉及正在办理的行政执法案件。' },
  });
  await register('asked', {
    ...{ docNumberRaw: '滨市监函〔2019〕3号', title: '关于同意延期整改的批复' },
    ...{ attribute: 'ON_REQUEST', basis: 'particularPersons', reason: '仅涉及申请企业，不具有普遍适用性。' },
  });
  const voided = await clerk.documents.get({ id: ids.void ?? '' });
  await clerk.documents.void({ id: ids.void ?? '', version: voided.summary.version, reason: '与第七号重复登记。' });
  const deliver = (deliveredOn: string, copies: number) =>
    clerk.copies.deliver({
      ...{ id: newId(), documentId: ids.first ?? '', copies, deliveredOn: toDay(deliveredOn) },
      ...{ deliveredBy: '刘洋', location: '柜二', note: '' },
    });
  await deliver('2019-08-30', 5);
  await deliver('2019-09-03', 2);
  await clerk.copies.move({
    ...{ id: newId(), documentId: ids.first ?? '', copyNo: 1, kind: 'transfer', party: '市档案馆' },
    ...{ movedOn: toDay('2019-09-20'), dueBackOn: null, note: '' },
  });
});
afterAll(() => world.close());

const SEPTEMBER = { from: toDay('2019-09-01'), to: toDay('2019-09-30') };
const REQUEST: RegisterRequest = {
  ...{ register: 'copies', language: 'zh', ...SEPTEMBER, divisionId: null, series: '' },
  ...{ recipient: 'archives', recipientName: '', copiesEach: 1 },
};

async function made(special: Partial<RegisterRequest>, person: PersonKey = 'clerk') {
  for await (const step of await world.as(person).printing.register({ ...REQUEST, ...special })) {
    if (step.kind !== 'result') continue;
    const file = await world.as(person).ledgers.fetch({ paperId: step.result.paperId });
    const content = new Uint8Array(await file.arrayBuffer());
    return { ...step.result, content, text: textOf(await readPages(content)).replace(/\s/gu, '') };
  }
  throw new Error('no register');
}

describe('the register of paper copies', () => {
  test('has a line for each delivery of the period, counting what came before it', async () => {
    const { text, rows } = await made({});
    expect(rows).toBe(1);
    expect(text).toContain('2019-09-03');
    expect(text).not.toContain('2019-08-30');
    expect(text).toContain('2累计7');
    expect(text).toContain('移交市档案馆1份；存柜二6份');
    expect((await made({ from: toDay('2019-08-01'), to: toDay('2019-08-31') })).text).toContain('缺2份2019-09-03补齐');
  });

  test('of a month without a delivery is a nil return', async () => {
    const { text, rows } = await made({ from: toDay('2019-07-01'), to: toDay('2019-07-31') });
    expect(rows).toBe(0);
    expect(text).toContain('本期无');
  });
});

test('what is not disclosed stands with basis, force and reason, what is on request in its own book', async () => {
  const closed = await made({ register: 'notDisclosed' });
  for (const words of ['滨市监函〔2019〕2号', '涉及正在办理的行政执法案件。', '可以不予公开', '共1件']) {
    expect(closed.text).toContain(words);
  }
  const asked = await made({ register: 'onRequest' });
  expect(asked.text).toContain('仅涉及申请企业，不具有普遍适用性。');
  expect(asked.text).not.toContain('滨市监函〔2019〕2号');
});

test('the summary of reviews has a line for every division, also for one without a review', async () => {
  const ticks = {
    ...{ stateSecret: false, workSecret: false, tradeSecret: false },
    ...{ personalPrivacy: false, threeSecuritiesOneStability: false },
  };
  const { contentHash } = await world.as('clerk').documents.get({ id: ids.last ?? '' });
  await world.as('clerk').reviews.sign({
    ...{ id: newId(), documentId: ids.last ?? '', step: 'drafter', outcome: 'proposeDisclosure', opinion: '', ticks },
    ...{ basis: null, onBehalfOf: '', overrideReason: '', isLeaderInfoProofread: false, contentHash },
    ...{ signedOn: toDay('2019-09-30'), password: world.people.clerk.password },
  });
  const { text, rows } = await made({ register: 'reviewSummary' });
  expect(rows).toBe(3);
  expect(text).toContain('食品安全监督管理处1000001');
  expect(text).toContain('法规处0000000—本期无');
  expect(text).toContain('审查1件：可以公开0件');
});

test('a transfer list names whom it goes to; without a posting it is a nil list', async () => {
  const { text, rows } = await made({ register: 'transfer', recipient: 'library' });
  expect(rows).toBe(0);
  expect(text).toContain('零清单');
  expect(text).toContain('接收单位（盖章）：公共图书馆');
  expect((await made({ register: 'transfer', recipientName: '滨海市图书馆' })).text).toContain('滨海市图书馆');
});

describe('the register of a number series', () => {
  test('shows what is missing and what is void, and closes with a statement', async () => {
    const { text, rows } = await made({ register: 'series', series: '滨市监发〔2019〕', from: null, to: null });
    expect(rows).toBe(5);
    expect(text).toContain('3作废关于误发的通知');
    expect(text).toContain('4—6未登记');
    expect(text).toContain('自第1号起至第7号止，其中已登记2号，作废1号，未登记4号。该序列尚在使用，字号未截止。');
    const series = await world.as('clerk').printing.series();
    expect(series.map((each) => each.series)).toEqual(['滨市监函〔2019〕', '滨市监发〔2019〕'].toSorted());
    expect(series.find((each) => each.series === '滨市监发〔2019〕')).toMatchObject({ last: 7, missing: 4, voided: 1 });
  });

  test('that nobody used is refused', async () => {
    expect(await brokenBy(made({ register: 'series', series: '某某〔2019〕' }))).toEqual(['register.seriesUnknown']);
  });
});

describe('every register', () => {
  test('has its own number, under which the trail keeps what was asked and what was printed', async () => {
    const [first, second] = [await made({}), await made({})];
    expect(Number(second.number.slice(-4))).toBe(Number(first.number.slice(-4)) + 1);
    expect(second.text).toContain(second.number);
    const [entry] = listTrail(world.registry().store.readable, { act: 'ledgers.form', limit: 1 }).entries;
    const [kept] = await world.as('clerk').ledgers.snapshots();
    expect(kept).toMatchObject({ number: second.number, preset: 'copies', rows: 1, printedBy: '陈静' });
    expect(entry).toMatchObject({ label: second.number, entity: 'register', entityId: kept?.id });
    expect(entry?.changes).toContain('"copies"');
    expect(entry?.changes).toContain(createHash('sha256').update(second.content).digest('hex'));
  });

  test('printed by two at once gets two numbers', async () => {
    const both = await Promise.all([made({}), made({}, 'officeReviewer')]);
    expect(new Set(both.map(({ number }) => number)).size).toBe(2);
  });

  test('of a division head holds the own division alone, whatever is asked for', async () => {
    expect((await made({}, 'policyHead')).rows).toBe(0);
    const own = await made({ register: 'notDisclosed', divisionId: world.divisions.food }, 'policyHead');
    expect(own.text).toContain('滨市监函〔2019〕2号');
    const numbers = await made({ register: 'series', series: '滨市监发〔2019〕' }, 'policyHead');
    expect(numbers.rows).toBe(5);
    expect(numbers.text).not.toContain('关于夏季值班的通知');
  });

  test('refuses a period that runs backwards and a recipient with a mark of secrecy', async () => {
    expect(await brokenBy(made({ from: SEPTEMBER.to, to: SEPTEMBER.from, recipientName: '机密★10年' }))).toEqual([
      'secret.marked',
      'register.periodTurned',
    ]);
  });

  test('in English says the same', async () => {
    expect((await made({ language: 'en', register: 'reviewSummary' })).text).toContain(
      'SummaryofConfidentialityReviews',
    );
  });
});
