/** Reorganised divisions: names of their time, successors, and what a successor's head sees and does. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { makeWorld, ordinaryDocument, type RegisterInput, type World } from '../world.ts';
import { brokenBy, outcomeOf } from './answers.ts';
import { approve, post } from './approving.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

type Amendment = Parameters<ReturnType<World['as']>['people']['amendDivision']>[0];

async function amend(id: string, change: Partial<Amendment>) {
  const { people } = world.as('administrator');
  const known = (await people.divisions()).find((division) => division.id === id);
  if (!known) throw new Error('no such division');
  const { version, name, shortName, closedOn, successorId } = known;
  return people.amendDivision({ id, version, name, shortName, closedOn, successorId, renamedOn: null, ...change });
}

async function addDivision(name: string): Promise<string> {
  return (await world.as('administrator').people.addDivision({ id: newId(), name, shortName: '' })).id;
}

const register = async (special: Partial<RegisterInput>) =>
  (await world.as('clerk').documents.register(ordinaryDocument(world, special))).document.id;
const nameOf = async (id: string) => (await world.as('clerk').documents.get({ id })).summary.divisionName;
const signedOn = (day: string) => ({ signedOn: toDay(day), writtenOn: toDay(day), printedOn: toDay(day) });

describe('a renamed division', () => {
  test('is called in each document as it was called then, in lists and in print alike', async () => {
    const division = await addDivision('价格监督检查局');
    const before = await register({ draftingDivisionId: division, ...signedOn('2019-05-31') });
    const after = await register({ draftingDivisionId: division, ...signedOn('2019-06-03') });
    const renamed = await amend(division, {
      name: '反不正当竞争处',
      shortName: '竞争',
      renamedOn: toDay('2019-06-03'),
    });
    expect(renamed).toMatchObject({
      name: '反不正当竞争处',
      formerNames: [{ name: '价格监督检查局', replacedOn: '2019-06-03' }],
    });
    expect(await nameOf(before)).toBe('价格监督检查局');
    expect(await nameOf(after)).toBe('反不正当竞争处');
    const { rows } = await world.as('clerk').documents.list({
      filter: { divisionId: division },
      ...{ sort: { by: 'signedOn', direction: 'asc' }, offset: 0, limit: 10 },
    });
    expect(rows.map(({ divisionName }) => divisionName)).toEqual(['价格监督检查局', '反不正当竞争处']);
  });

  test('a slip that is put right leaves no history', async () => {
    const division = await addDivision('特种设备安全监查处');
    const document = await register({ draftingDivisionId: division });
    expect(await amend(division, { name: '特种设备安全监察处' })).toMatchObject({ formerNames: [] });
    expect(await nameOf(document)).toBe('特种设备安全监察处');
  });

  test('a new name does not begin before the last one, nor ahead', async () => {
    const division = await addDivision('网络交易处');
    await amend(division, { name: '网络监管处', renamedOn: toDay('2019-06-03') });
    const again = (day: string) => amend(division, { name: '网络交易监督管理处', renamedOn: toDay(day) });
    expect(await brokenBy(again('2019-06-03'))).toEqual(['division.renamedBefore']);
    expect(await brokenBy(again('2019-06-13'))).toEqual(['division.renamedInFuture']);
  });
});

describe('a closed division', () => {
  let old: string;
  let inherited: string;
  beforeAll(async () => {
    old = await addDivision('餐饮服务监管处');
    inherited = await register({ draftingDivisionId: old, title: '关于餐饮服务的通知' });
  });
  const head = () => world.as('foodHead');
  const listed = async () => {
    const page = { sort: { by: 'signedOn', direction: 'asc' }, offset: 0, limit: 100 } as const;
    return (await head().documents.list({ filter: {}, ...page })).rows.map(({ id }) => id);
  };

  test('its documents are not there for another head before', async () => {
    expect(await outcomeOf(head().documents.get({ id: inherited }))).toBe('NOT_FOUND');
    expect(await listed()).not.toContain(inherited);
  });

  test('is not closed into a circle, ahead, or without being closed', async () => {
    const to = (successorId: string, closedOn: string | null) =>
      brokenBy(amend(old, { successorId, closedOn: closedOn === null ? null : toDay(closedOn) }));
    expect(await to(old, '2019-06-12')).toEqual(['division.successorInCircle']);
    expect(await to(world.divisions.food, '2019-07-01')).toEqual(['division.closedInFuture']);
    expect(await to(world.divisions.food, null)).toEqual(['division.successorThoughOpen']);
    const { office } = world.divisions;
    expect(await brokenBy(amend(office, { closedOn: toDay('2019-06-12') }))).toEqual(['division.generalOfficeStays']);
  });

  test('its open work goes to the successor, whose head sees, signs and posts; the document keeps its division', async () => {
    await amend(old, { closedOn: toDay('2019-06-12'), successorId: world.divisions.food });
    expect(await listed()).toContain(inherited);
    const { summary } = await head().documents.get({ id: inherited });
    expect(summary).toMatchObject({
      ...{ divisionId: old, divisionName: '餐饮服务监管处' },
      ...{ presentDivisionId: world.divisions.food, presentDivisionName: '食品安全监督管理处' },
    });
    const { groups } = await head().duties.board({ tile: 'copies' });
    expect(groups.map(({ divisionId }) => divisionId)).toEqual([world.divisions.food]);
    expect(groups[0]?.rows.map(({ subject }) => subject.id)).toContain(inherited);
    await approve(world, inherited, 'foodHead');
    await post(world, inherited);
    expect((await head().documents.get({ id: inherited })).summary.state).toBe('posted');
    expect(await outcomeOf(world.as('policyHead').documents.get({ id: inherited }))).toBe('NOT_FOUND');
  });

  test('the ledger shows it under its own name, or with all that came to the successor', async () => {
    const page = { sort: { by: 'signedOn', direction: 'asc' }, offset: 0, limit: 100 } as const;
    const list = async (filter: object) =>
      (await world.as('clerk').documents.list({ filter, ...page })).rows.map(({ id }) => id);
    expect(await list({ divisionId: old })).toEqual([inherited]);
    expect(await list({ divisionId: world.divisions.food })).not.toContain(inherited);
    expect(await list({ divisionId: world.divisions.food, withPredecessors: true })).toContain(inherited);
    expect((await head().documents.list({ filter: { divisionId: old }, ...page })).total).toBe(1);
  });

  test('drafts nothing from that day on', async () => {
    expect(await brokenBy(register({ draftingDivisionId: old, ...signedOn('2019-06-12') }))).toEqual([
      'document.divisionClosed',
    ]);
    expect(await outcomeOf(register({ draftingDivisionId: old, ...signedOn('2019-06-11') }))).toBe('answered');
  });

  test('the successor cannot be closed back into it', async () => {
    const back = { closedOn: toDay('2019-06-12'), successorId: old };
    expect(await brokenBy(amend(world.divisions.food, back))).toEqual(['division.successorInCircle']);
  });
});

test('a request in the hands of a closed division is its successor’s, whose head finds it among the duties', async () => {
  const closing = await addDivision('保健食品监管处');
  const clerk = world.as('clerk').requests;
  const registered = await clerk.register({
    id: newId(),
    ...{ applicantKind: 'naturalPerson', applicantName: '张三', contact: '13800000000', address: '滨海市海河路1号' },
    ...{ subject: '保健食品抽检名单', content: '全部批次', wantedForm: 'paper', channel: 'inPerson' },
    ...{ arrivedOn: toDay('2019-06-03'), confirmedOn: null, externalNumber: '', documentId: null, note: '' },
  });
  const { id, version } = registered.summary;
  await clerk.assign({ id: newId(), requestId: id, version, on: toDay('2019-06-05'), divisionId: closing });
  const head = world.as('foodHead');
  expect(await outcomeOf(head.requests.get({ id }))).toBe('NOT_FOUND');
  await amend(closing, { closedOn: toDay('2019-06-12'), successorId: world.divisions.food });
  expect((await head.requests.get({ id })).summary.id).toBe(id);
  expect(await outcomeOf(world.as('policyHead').requests.get({ id }))).toBe('NOT_FOUND');
  world.setNow('2019-07-01T01:00:00.000Z');
  const later = world.atSeat(world.newSeat('foodHead'));
  const { groups } = await later.duties.board({});
  const inherited = groups.flatMap(({ divisionId, rows }) => rows.map(({ subject }) => [divisionId, subject.id]));
  expect(inherited).toContainEqual([world.divisions.food, id]);
});
