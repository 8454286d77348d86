/** The list of all duties against the pages of all documents, by state, rule, division, day and period. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DutyListFilter } from '../../electron/contract/duties.ts';
import { addDays, toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { seededRandom } from '../../electron/exchange/syntheticDocuments.ts';
import { makeWorld, ordinaryDocument, type PersonKey, type World } from '../world.ts';

const TODAY = toDay('2019-09-24');
const EVERYTHING: DutyListFilter = {
  ...{ on: null, state: 'unmet', rule: null, kind: null, divisionId: null, from: null, to: null },
  ...{ offset: 0, limit: 1000 },
};

let world: World;
const ids: string[] = [];

/** Forty documents over a year, some of them short of copies, some complete, some void. */
beforeAll(async () => {
  world = await makeWorld({ now: `${TODAY}T01:00:00.000Z` });
  const random = seededRandom(20190924);
  const divisions = Object.values(world.divisions);
  for (let at = 0; at < 40; at += 1) {
    const signedOn = addDays(TODAY, -Math.floor(random() * 300));
    const { document } = await world.as('clerk').documents.register(
      ordinaryDocument(world, {
        ...{ signedOn, writtenOn: signedOn, printedOn: signedOn, title: `关于第${at + 1}项工作的通知` },
        draftingDivisionId: divisions[at % divisions.length] ?? '',
        delivery: { copies: Math.floor(random() * 9), deliveredBy: '刘洋', location: '' },
      }),
    );
    ids.push(document.id);
    if (at % 9 === 0) {
      await world.as('clerk').documents.void({ id: document.id, version: document.version, reason: '重复登记' });
    }
  }
});
afterAll(() => world.close());

const list = (person: PersonKey, asked: Partial<DutyListFilter> = {}) =>
  world.as(person).duties.list({ ...EVERYTHING, ...asked });
const keyOf = (id: string, rule: string, state: string) => `${id} ${rule} ${state}`;

async function onPages() {
  const pages = await Promise.all(ids.map((id) => world.as('clerk').documents.get({ id })));
  return pages.flatMap(({ summary, duties }) => duties.map((duty) => ({ id: summary.id, summary, duty })));
}

test('what is not done is exactly what the pages of all documents say', async () => {
  const expected = (await onPages()).filter(({ duty }) => duty.doneOn === null);
  const { rows, total, counts } = await list('clerk', { kind: 'document' });
  expect(rows.map(({ subject, duty }) => keyOf(subject.id, duty.rule, duty.state)).toSorted()).toEqual(
    expected.map(({ id, duty }) => keyOf(id, duty.rule, duty.state)).toSorted(),
  );
  expect(total).toBe(expected.length);
  expect(rows.map(({ duty }) => duty.dueOn)).toEqual(rows.map(({ duty }) => duty.dueOn).toSorted());
  for (const { state, count } of counts.filter((one) => !one.state.startsWith('met'))) {
    expect([state, count]).toEqual([state, expected.filter(({ duty }) => duty.state === state).length]);
  }
});

test('what is done is told of this year, or of the period asked for', async () => {
  const done = (await onPages()).filter(({ duty }) => duty.doneOn !== null);
  const ofYear = await list('clerk', { state: 'all', kind: 'document' });
  const doneOfYear = ofYear.rows.filter(({ duty }) => duty.doneOn !== null);
  expect(doneOfYear.length).toBe(done.filter(({ duty }) => duty.dueOn.startsWith('2019')).length);
  expect(doneOfYear.length).toBeGreaterThan(0);
  const period = { from: toDay('2019-03-01'), to: toDay('2019-04-30') };
  const { rows } = await list('clerk', { state: 'met', kind: 'document', ...period });
  expect(rows.map(({ subject }) => subject.id).toSorted()).toEqual(
    done
      .filter(({ duty }) => duty.state === 'met' && duty.dueOn >= period.from && duty.dueOn <= period.to)
      .map(({ id }) => id)
      .toSorted(),
  );
});

test('rule, division and pages narrow it', async () => {
  const all = await list('clerk', { kind: 'document', rule: 'copies', divisionId: world.divisions.food });
  expect(all.rows.length).toBeGreaterThan(1);
  expect(
    all.rows.every(({ subject, duty }) => subject.divisionId === world.divisions.food && duty.rule === 'copies'),
  ).toBe(true);
  const second = await list('clerk', {
    kind: 'document',
    rule: 'copies',
    divisionId: world.divisions.food,
    offset: 1,
    limit: 1,
  });
  expect(second.rows).toEqual(all.rows.slice(1, 2));
  expect(second.total).toBe(all.total);
});

test('a division head sees the own division only, also when asking for another', async () => {
  const { rows } = await list('foodHead');
  expect(new Set(rows.map(({ subject }) => subject.divisionId))).toEqual(new Set([world.divisions.food]));
  expect(await list('foodHead', { divisionId: world.divisions.policy })).toMatchObject({ total: 0, rows: [] });
});

test('seen from an earlier day, what was done since stood open', async () => {
  const id = newId();
  const day = toDay('2019-09-02');
  await world.as('clerk').documents.register({
    ...ordinaryDocument(world, { signedOn: day, writtenOn: day, printedOn: day, delivery: null }),
    id,
  });
  await world.as('clerk').copies.deliver({
    ...{ id: newId(), documentId: id, copies: 7, deliveredOn: toDay('2019-09-20'), deliveredBy: '刘洋' },
    ...{ location: '', note: '' },
  });
  const copiesOn = async (on: string | null) => {
    const { rows } = await list('clerk', { state: 'all', rule: 'copies', on: on === null ? null : toDay(on) });
    return rows.find(({ subject }) => subject.id === id)?.duty;
  };
  expect(await copiesOn(null)).toMatchObject({ state: 'metLate', dueOn: '2019-09-17', doneOn: '2019-09-20' });
  expect(await copiesOn('2019-09-17')).toMatchObject({ state: 'today', doneOn: null });
  expect(await copiesOn('2019-09-18')).toMatchObject({ state: 'overdue', overdueWorkingDays: 1 });
});
