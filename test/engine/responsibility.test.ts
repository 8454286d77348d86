/** A rule names the division that answers for its duties: that one sees them wherever they lie, and nothing else of the subject. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import type { DutyRuleId } from '../../electron/domain/dutyRules.ts';
import { kindOf } from '../../electron/domain/matters/kinds.ts';
import { emptyBody } from '../../electron/domain/matters/matter.ts';
import { newId } from '../../electron/engine/newId.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type World } from '../world.ts';
import { enteredOf } from './amending.ts';

let world: World;
let matter: string;
let document: string;
beforeAll(async () => {
  world = await makeWorld({ now: '2019-09-27T01:00:00.000Z' });
  const { food } = world.divisions;
  const signedOn = toDay('2019-08-26');
  const days = { signedOn, writtenOn: signedOn, printedOn: signedOn };
  const input = ordinaryDocument(world, {
    ...days,
    draftingDivisionId: food,
    delivery: null,
    title: '关于食品抽检的通知',
  });
  document = (await world.as('clerk').documents.register(input)).document.id;
  const body = { ...emptyBody(kindOf('inspection')), inspectedOn: '2019-08-26' };
  const opened = { id: newId(), kind: 'inspection', title: '流通领域抽查', divisionId: food, openedOn: signedOn, body };
  const client = world.as('clerk').matters;
  matter = (await client.open(opened as Parameters<typeof client.open>[0])).summary.id;
});
afterAll(() => world.close());

async function give(rule: DutyRuleId, divisionId: string | null): Promise<void> {
  const rules = await world.as('administrator').rules.list();
  const row = rules.findLast((each) => each.rule === rule && each.isCurrent);
  if (!row) throw new Error('no such rule');
  const amended = { ...enteredOf(row), id: newId(), correctsId: row.id, divisionId, reason: '由该处室牵头负责' };
  await world.as('administrator').rules.amend(amended);
}

async function listed(person: PersonKey, divisionId: string | null = null) {
  const asked = { state: 'unmet' as const, rule: null, kind: null, divisionId, on: null, from: null, to: null };
  const { rows } = await world.as(person).duties.list({ ...asked, offset: 0, limit: 200 });
  return rows.map(({ subject, duty }) => `${subject.kind} ${duty.rule} ${subject.divisionName}`).toSorted();
}

async function board(person: PersonKey) {
  const { groups, tiles } = await world.as(person).duties.board({});
  return {
    overdue: tiles.overdue.count,
    rows: groups.flatMap(({ divisionName, rows }) => rows.map((row) => ({ divisionName, ...row }))),
  };
}

describe('as long as no rule names a division', () => {
  test('duties are told to the division in hand alone', async () => {
    const own = ['document copies 食品安全监督管理处', 'document posting 食品安全监督管理处'];
    expect(await listed('foodHead')).toEqual([...own, 'matter inspectionPosting 食品安全监督管理处']);
    expect(await listed('policyHead')).toEqual([]);
    expect(await board('policyHead')).toEqual({ overdue: 0, rows: [] });
  });
});

describe('a rule that names one', () => {
  beforeAll(async () => {
    await give('inspectionPosting', world.divisions.policy);
    await give('posting', world.divisions.policy);
  });

  test('puts its duties on that division’s list and board, and leaves them with the one in hand', async () => {
    const given = ['document posting 法规处', 'matter inspectionPosting 法规处'];
    expect(await listed('policyHead')).toEqual(given);
    expect(await listed('foodHead')).toEqual(['document copies 食品安全监督管理处', ...given]);
    expect(await listed('clerk', world.divisions.policy)).toEqual(given);
    const seen = await board('policyHead');
    expect(seen.overdue).toBe(2);
    expect(seen.rows).toMatchObject([
      { divisionName: '法规处', subject: { id: document, inHand: { name: '食品安全监督管理处' } }, document: null },
      { divisionName: '法规处', subject: { id: matter }, duty: { rule: 'inspectionPosting' } },
    ]);
    expect((await board('foodHead')).rows.map(({ document: shown }) => shown?.id)).toEqual([document, undefined]);
    expect((await board('clerk')).rows.map(({ divisionName }) => divisionName)).toEqual(['法规处', '法规处']);
  });

  test('tells why the date is what it is, counts it in the calendar and in what is due, and makes its notice', async () => {
    const head = world.as('policyHead');
    const { duty } = await head.duties.explain({ kind: 'document', id: document, rule: 'posting' });
    expect(duty).toMatchObject({ dueOn: '2019-09-24', state: 'overdue' });
    const days = await head.calendar.month({ year: 2019, month: 9 });
    expect(days.find(({ day }) => day === '2019-09-24')?.due).toEqual([
      { rule: 'posting', count: 1 },
      { rule: 'inspectionPosting', count: 1 },
    ]);
    const { items } = await head.duties.due({ on: null });
    expect(items.map(({ subject, document: shown, stage }) => [subject.kind, shown, stage])).toEqual([
      ['document', null, 'overdue'],
      ['matter', null, 'overdue'],
    ]);
  });

  test('opens nothing else of the subject', async () => {
    const head = world.as('policyHead');
    await expect(head.documents.get({ id: document })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(head.matters.get({ id: matter })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(head.duties.explain({ kind: 'document', id: document, rule: 'copies' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { rows } = await head.documents.list({
      ...{ filter: {}, sort: { by: 'signedOn', direction: 'desc' }, offset: 0, limit: 50 },
    });
    expect(rows).toEqual([]);
  });

  test('given back, it is the business of the division in hand again', async () => {
    await give('posting', null);
    await give('inspectionPosting', null);
    expect(await listed('policyHead')).toEqual([]);
  });
});
