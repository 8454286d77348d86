/** Re-assessment: who is on the list, what follows from a decision, one reason for many, and whose documents they are. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import type { Occasion } from '../../electron/domain/reassessment.ts';
import { newId } from '../../electron/engine/newId.ts';
import { historyOf } from '../../electron/store/trail.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type RegisterInput, type World } from '../world.ts';
import { brokenBy, outcomeOf } from './answers.ts';
import { approve, seat as seatIn } from './approving.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ now: '2019-11-04T01:00:00.000Z' });
});
afterAll(() => world.close());

const seat = (person: PersonKey) => seatIn(world, person);

const CLOSED = {
  attribute: 'NOT_DISCLOSED',
  basis: 'internalWorkflow',
  reason: '属于内部工作流程信息，依规不予公开',
} as const;
const WHY = '所涉事项已经办结，公开不再影响工作';

async function register(special: Partial<RegisterInput> = {}) {
  const { document } = await seat('clerk').documents.register(ordinaryDocument(world, { ...CLOSED, ...special }));
  return { documentId: document.id, version: document.version };
}

const list = (occasion: Occasion, { isDecided = false, year = 2019, person = 'clerk' as PersonKey } = {}) =>
  seat(person).reassessments.list({ occasion, year, isDecided, offset: 0, limit: 500 });
const idsOn = async (...asked: Parameters<typeof list>) => (await list(...asked)).rows.map((row) => row.documentId);

type Judging = Parameters<ReturnType<World['as']>['reassessments']['decide']>[0];
const judging = (items: Judging['items'], special: Partial<Judging> = {}): Judging => ({
  ...{ id: newId(), occasion: 'yearly', year: 2019, items, decision: 'keep', basis: null, basisLaw: '', reason: WHY },
  ...special,
});
const decide = (items: Judging['items'], special: Partial<Judging> = {}) =>
  seat('clerk').reassessments.decide(judging(items, special));
const acts = (id: string) => historyOf(world.registry().store.readable, id).map(({ act }) => act);

describe('the yearly list', () => {
  test('holds what is not open and was formed by the end of the year, until it is decided', async () => {
    const closed = await register();
    const open = (await seat('clerk').documents.register(ordinaryDocument(world))).document.id;
    const ids = await idsOn('yearly');
    expect(ids).toContain(closed.documentId);
    expect(ids).not.toContain(open);
    expect(await idsOn('yearly', { year: 2018 })).not.toContain(closed.documentId);
    const before = await list('yearly');
    await decide([closed]);
    const after = await list('yearly');
    expect([after.open, after.done]).toEqual([before.open - 1, before.done + 1]);
    expect(after.dueOn).toBe('2019-11-30');
    const [row] = (await list('yearly', { isDecided: true })).rows.filter(
      ({ documentId }) => documentId === closed.documentId,
    );
    expect(row).toMatchObject({
      decided: { decision: 'keep', from: 'NOT_DISCLOSED', to: 'NOT_DISCLOSED', reason: WHY },
    });
    // The next year asks again.
    world.setNow('2020-03-02T01:00:00.000Z');
    expect(await idsOn('yearly', { year: 2020 })).toContain(closed.documentId);
    world.setNow('2019-11-04T01:00:00.000Z');
  });

  test('a void document is on no list', async () => {
    const { documentId, version } = await register();
    await seat('clerk').documents.void({ id: documentId, version, reason: '重复登记' });
    expect(await idsOn('yearly')).not.toContain(documentId);
  });
});

describe('a decision to open', () => {
  test('starts the new attribute, a new review and a new clock', async () => {
    const item = await register();
    await approve(world, item.documentId);
    await decide([item], { decision: 'proactive' });
    const detail = await seat('clerk').documents.get({ id: item.documentId });
    expect(detail.summary).toMatchObject({
      attribute: 'PROACTIVE',
      posting: { triggerOn: '2019-11-04', dueOn: '2019-12-02', triggerSource: 'attributeChange' },
    });
    expect(detail.reviews[0]).toMatchObject({ isLapsed: true });
    expect(detail.attributeChanges.at(-1)).toMatchObject({ from: 'NOT_DISCLOSED', to: 'PROACTIVE', reason: WHY });
    expect(detail.reassessments).toMatchObject([{ kind: 'decision', decision: 'proactive', year: 2019 }]);
    expect(acts(item.documentId).slice(0, 2)).toEqual(['reassessments.decide', 'documents.changeAttribute']);
  });

  test('of one that is opened on request already goes only all the way', async () => {
    const item = await register({ attribute: 'ON_REQUEST', basis: 'caseByCase' });
    expect(await brokenBy(decide([item], { decision: 'onRequest' }))).toEqual(['reassessment.notAllowed']);
    expect(await outcomeOf(decide([item], { decision: 'proactive' }))).toBe('answered');
    expect(await brokenBy(decide([{ ...item, version: 2 }]))).toEqual(['reassessment.notAllowed']);
  });
});

describe('a selection', () => {
  test('is decided with one reason, all of it or nothing', async () => {
    const [one, two] = [await register(), await register()];
    const stale = { ...two, version: two.version + 1 };
    expect(await outcomeOf(decide([one, stale]))).toBe('STALE');
    expect(await idsOn('yearly')).toEqual(expect.arrayContaining([one.documentId, two.documentId]));
    expect(await decide([one, two])).toEqual({ count: 2 });
    const ids = await idsOn('yearly');
    expect(ids).not.toContain(one.documentId);
    expect(ids).not.toContain(two.documentId);
  });

  test('repeated is the same decision', async () => {
    const item = await register();
    const same = judging([item], { decision: 'onRequest', basis: 'caseByCase' });
    await seat('clerk').reassessments.decide(same);
    expect(await seat('clerk').reassessments.decide(same)).toEqual({ count: 1 });
    expect((await seat('clerk').documents.get({ id: item.documentId })).reassessments).toHaveLength(1);
  });

  test('says what is missing, and keeps no secret mark', async () => {
    expect(await brokenBy(decide([], { reason: '内部文件' }))).toEqual([
      'reassessment.nothingChosen',
      'reassessment.reasonTooShort',
    ]);
    expect(await brokenBy(decide([await register()], { reason: '机密★10年，仍不予公开，维持原来的认定' }))).toContain(
      'secret.marked',
    );
  });
});

test('the old stock is what was signed before 15 May 2019; deciding it counts for the year', async () => {
  const days = { signedOn: toDay('2019-05-14'), writtenOn: toDay('2019-05-14'), printedOn: toDay('2019-05-14') };
  const later = { signedOn: toDay('2019-05-15'), writtenOn: toDay('2019-05-15'), printedOn: toDay('2019-05-15') };
  const [old, young] = [await register(days), await register(later)];
  const ids = await idsOn('stock');
  expect(ids).toContain(old.documentId);
  expect(ids).not.toContain(young.documentId);
  expect(await brokenBy(decide([young], { occasion: 'stock' }))).toEqual(['reassessment.notAllowed']);
  await decide([old], { occasion: 'stock' });
  expect(await idsOn('stock')).not.toContain(old.documentId);
  expect(await idsOn('yearly')).not.toContain(old.documentId);
});

describe('the clean-up of normative documents', () => {
  const DAYS = { signedOn: toDay('2017-03-01'), writtenOn: toDay('2017-03-01'), printedOn: toDay('2017-03-02') };
  const NORMATIVE: Partial<RegisterInput> = {
    ...{ attribute: 'PROACTIVE' as const, basis: null, reason: '', isNormative: true, title: '食品小作坊登记管理办法' },
    ...{ legalityReviewNumber: '合审〔2017〕2号', legalityReviewOn: toDay('2017-02-20'), interpretationPlan: '图解' },
  };

  test('takes in what was not reviewed for two years by the end of the year', async () => {
    const old = await register({ ...NORMATIVE, ...DAYS });
    const young = await register({ ...NORMATIVE, ...DAYS, printedOn: toDay('2018-01-02') });
    const ids = await idsOn('cleanup');
    expect(ids).toContain(old.documentId);
    expect(ids).not.toContain(young.documentId);
  });

  test('ends what is abolished, with the decision it rests on', async () => {
    const item = await register({ ...NORMATIVE, ...DAYS });
    const abolish = { occasion: 'cleanup', decision: 'abolish' } as const;
    expect(await brokenBy(decide([item], abolish))).toEqual(['normative.basisMissing']);
    await decide([item], { ...abolish, basisLaw: '滨市监发〔2019〕60号' });
    const { summary, validityChanges } = await seat('clerk').documents.get({ id: item.documentId });
    expect(summary.validity).toBe('abolished');
    expect(validityChanges).toMatchObject([
      { status: 'abolished', basis: '滨市监发〔2019〕60号', effectiveOn: '2019-11-04' },
    ]);
    expect(await idsOn('cleanup')).not.toContain(item.documentId);
    expect(await idsOn('cleanup', { isDecided: true })).toContain(item.documentId);
    expect(await brokenBy(decide([item], { occasion: 'cleanup' }))).toEqual(['reassessment.notAllowed']);
  });
});

describe('division heads', () => {
  test('see and propose for their own division only; the General Office decides', async () => {
    const own = await register();
    const foreign = await register({ draftingDivisionId: world.divisions.policy });
    const seen = await list('yearly', { person: 'foodHead' });
    expect(new Set(seen.rows.map(({ divisionId }) => divisionId))).toEqual(new Set([world.divisions.food]));
    const asked = { occasion: 'yearly', year: 2019, isDecided: false, offset: 0, limit: 10 } as const;
    const others = { ...asked, divisionId: world.divisions.policy };
    expect(await seat('foodHead').reassessments.list(others)).toMatchObject({ rows: [], open: 0, done: 0 });
    const head = seat('foodHead').reassessments;
    expect(await outcomeOf(head.propose(judging([own, foreign])))).toBe('NOT_FOUND');
    expect(await outcomeOf(head.decide(judging([own])))).toBe('NOT_ALLOWED');
    await head.propose(judging([own], { decision: 'proactive' }));
    const [row] = (await list('yearly')).rows.filter(({ documentId }) => documentId === own.documentId);
    expect(row).toMatchObject({
      attribute: 'NOT_DISCLOSED',
      proposal: { decision: 'proactive', byName: world.people.foodHead.name },
    });
    await decide([own]);
    expect((await seat('clerk').documents.get({ id: own.documentId })).reassessments).toMatchObject([
      { kind: 'proposal', decision: 'proactive' },
      { kind: 'decision', decision: 'keep' },
    ]);
  });
});
