/** Normative documents after issue: gate, filing with its clock, validity, counts, and whose they are. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Day, toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { historyOf } from '../../electron/store/trail.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type RegisterInput, type World } from '../world.ts';
import { brokenBy, outcomeOf } from './answers.ts';
import { approve, post, seat as seatIn } from './approving.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const seat = (person: PersonKey) => seatIn(world, person);

const NORMATIVE = {
  title: '食品小作坊登记管理办法',
  docType: '办法',
  isNormative: true,
  legalityReviewNumber: '合审〔2019〕7号',
  legalityReviewOn: toDay('2019-06-03'),
  interpretationPlan: '图解一篇，与文件同日发布',
} as const;

async function register(special: Partial<RegisterInput> = {}): Promise<string> {
  const input = ordinaryDocument(world, { ...NORMATIVE, ...special });
  return (await seat('clerk').documents.register(input)).document.id;
}

const filing = (documentId: string, special: object = {}) => ({
  ...{
    id: newId(),
    documentId,
    reportedOn: toDay('2019-06-12'),
    receivingBody: '省司法厅',
    number: '滨市监备〔2019〕1号',
  },
  ...{ receiptOn: null, acknowledgement: '', lateReason: '', correctsId: null, correctionReason: '' },
  ...special,
});

const ending = (documentId: string, special: object = {}) => ({
  ...{ id: newId(), documentId, status: 'abolished' as const, effectiveOn: toDay('2019-06-12') },
  ...{ basis: '滨市监发〔2019〕30号', reason: '', successorId: null as string | null },
  ...special,
});

describe('issue', () => {
  test.each([
    ['document.legalityNumberMissing', { legalityReviewNumber: '' }],
    ['document.legalityOnMissing', { legalityReviewOn: null }],
    ['document.legalityAfterSigning', { legalityReviewOn: toDay('2019-06-11') }],
    ['document.interpretationPlanMissing', { interpretationPlan: '' }],
  ])('%s', async (code, special) => {
    expect(await brokenBy(register(special))).toEqual([code]);
  });
  test('the legality review may end on the day of signing', async () => {
    expect(await outcomeOf(register({ legalityReviewOn: toDay('2019-06-10') }))).toBe('answered');
  });
});

describe('filing with the government', () => {
  let id: string;
  beforeAll(async () => {
    id = await register();
  });

  test('has no clock and is refused before publication', async () => {
    expect(await brokenBy(seat('clerk').normative.file(filing(id)))).toEqual(['normative.notPublished']);
    const { duties } = await seat('clerk').documents.get({ id });
    expect(duties.map(({ rule }) => rule)).not.toContain('normativeFiling');
  });

  test('is due 15 calendar days after publication, the strict day even where it is a Sunday', async () => {
    world.setNow('2019-06-15T01:00:00.000Z');
    await approve(world, id);
    await post(world, id, '解读视频制作延期，文件先行公布');
    const duty = (await seat('clerk').documents.get({ id })).duties.find(({ rule }) => rule === 'normativeFiling');
    expect(duty).toMatchObject({ triggerOn: '2019-06-15', dueOn: '2019-06-30', unit: 'CD', days: 15, doneOn: null });
  });

  test('a late one says why; one day is one entry', async () => {
    world.setNow('2019-07-01T01:00:00.000Z');
    const late = filing(id, { reportedOn: toDay('2019-07-01') });
    expect(await brokenBy(seat('clerk').normative.file(late))).toEqual(['normative.lateReasonMissing']);
    const filed = await seat('foodHead').normative.file(filing(id, { reportedOn: toDay('2019-06-30') }));
    expect(filed.normativeFilings).toMatchObject([{ reportedOn: '2019-06-30', receiptOn: null }]);
    expect(filed.duties.find(({ rule }) => rule === 'normativeFiling')).toMatchObject({
      doneOn: '2019-06-30',
      state: 'met',
    });
    const second = filing(id, { reportedOn: toDay('2019-06-30') });
    expect(await brokenBy(seat('clerk').normative.file(second))).toEqual(['normative.filedAlready']);
  });

  test('the receipt completes the entry; both stay', async () => {
    const { normativeFilings } = await seat('clerk').documents.get({ id });
    const completion = filing(id, {
      ...{ reportedOn: toDay('2019-06-30'), receiptOn: toDay('2019-07-01'), acknowledgement: '备案〔2019〕55号' },
      ...{ correctsId: normativeFilings[0]?.id, correctionReason: '补录回执' },
    });
    const first = await seat('clerk').normative.file(completion);
    expect(await seat('clerk').normative.file(completion)).toMatchObject({
      normativeFilings: first.normativeFilings,
    });
    expect(first.normativeFilings).toHaveLength(2);
    const again = { ...completion, id: newId() };
    expect(await brokenBy(seat('clerk').normative.file(again))).toEqual(['normative.correctedAlready']);
  });

  test('is not there for the head of another division', async () => {
    expect(await outcomeOf(seat('policyHead').normative.file(filing(id)))).toBe('NOT_FOUND');
  });
});

describe('validity', () => {
  let id: string;
  let successor: string;
  beforeAll(async () => {
    id = await register({ title: '食品摊贩备案管理办法' });
    successor = await register({ title: '食品摊贩备案管理办法（修订）' });
  });
  const found = async (validity: 'valid' | 'abolished') => {
    const page = { sort: { by: 'title', direction: 'asc' }, offset: 0, limit: 100 } as const;
    const { rows, total } = await seat('clerk').documents.list({ filter: { validity }, ...page });
    expect(total).toBe(rows.length);
    return rows.map((row) => row.id);
  };

  test('an ended document names its decision and the one that takes its place; lists find it by its validity', async () => {
    const { normative } = seat('clerk');
    expect(await found('valid')).toContain(id);
    expect(await brokenBy(normative.changeValidity(ending(id, { successorId: newId() })))).toEqual([
      'normative.successorUnfit',
    ]);
    expect(await brokenBy(normative.changeValidity(ending(id, { basis: '' })))).toEqual(['normative.basisMissing']);
    const ended = await normative.changeValidity(ending(id, { successorId: successor }));
    expect(ended).toMatchObject({
      summary: { validity: 'abolished' },
      validityChanges: [{ status: 'abolished', successor: { id: successor } }],
    });
    expect((await seat('clerk').documents.get({ id: successor })).replaces).toMatchObject([{ id }]);
    expect(await found('abolished')).toEqual([id]);
    expect(await found('valid')).not.toContain(id);
    expect(historyOf(world.registry().store.readable, id)[0]).toMatchObject({ act: 'normative.changeValidity' });
  });

  test('an end that is announced for a day ahead comes on that day', async () => {
    const ahead = await register({ title: '有期限的办法' });
    await world
      .as('clerk')
      .normative.changeValidity(
        ending(ahead, { status: 'lapsed', effectiveOn: toDay('2019-08-01'), basis: '本办法有效期至2019年7月31日' }),
      );
    const validity = async () => (await seat('clerk').documents.get({ id: ahead })).summary.validity;
    expect(await validity()).toBe('valid');
    world.setNow('2019-08-01T01:00:00.000Z');
    expect(await validity()).toBe('lapsed');
  });

  test('only normative documents have one', async () => {
    const plain = (await seat('clerk').documents.register(ordinaryDocument(world))).document;
    expect(plain.validity).toBeNull();
    expect(await brokenBy(seat('clerk').normative.changeValidity(ending(plain.id)))).toEqual([
      'normative.notNormative',
    ]);
  });

  test('the year is counted for the annual report', async () => {
    const before = await seat('auditor').normative.counts({ year: 2019 });
    await register({ title: '又一办法' });
    const after = await seat('auditor').normative.counts({ year: 2019 });
    expect(after).toEqual({ ...before, made: before.made + 1, inForce: before.inForce + 1 });
    expect(before.made - before.inForce).toBe(2);
    expect(before.abolished).toBe(2);
  });
});

test('the review of normative documents is due 24 months after issue, then after the last review', async () => {
  const later = await makeWorld({ now: '2021-06-07T01:00:00.000Z' });
  const clerk = later.as('clerk');
  const signed = { signedOn: toDay('2019-06-10'), writtenOn: toDay('2019-06-10'), printedOn: toDay('2019-06-11') };
  const { document } = await clerk.documents.register(ordinaryDocument(later, { ...NORMATIVE, ...signed }));
  const duty = async () =>
    (await clerk.documents.get({ id: document.id })).duties.find(({ rule }) => rule === 'normativeCleanup');
  expect(await duty()).toMatchObject({ triggerOn: '2019-06-11', dueOn: '2021-06-11', unit: 'M', days: 24 });
  const items = [{ documentId: document.id, version: document.version }];
  await clerk.reassessments.decide({
    ...{ id: newId(), occasion: 'cleanup', year: 2021, items, decision: 'keep', basis: null, basisLaw: '' },
    reason: '与上位法一致，继续有效',
  });
  expect(await duty()).toMatchObject({ triggerOn: '2021-06-07' as Day, dueOn: '2023-06-07' });
  await clerk.normative.changeValidity(ending(document.id, { effectiveOn: toDay('2021-06-07') }));
  expect(await duty()).toBeUndefined();
  later.close();
});
