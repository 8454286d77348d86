/** The figures of a period are those of its documents looked at one by one; a head sees the own division's only. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentSummary } from '../../electron/contract/records.ts';
import type { TallyRecord } from '../../electron/contract/statistics.ts';
import { type Day, toDay } from '../../electron/domain/day.ts';
import { workingDaysBetween } from '../../electron/domain/deadline.ts';
import { systemActor } from '../../electron/engine/actor.ts';
import { postDocument } from '../../electron/engine/documents/publishing.ts';
import { newId } from '../../electron/engine/newId.ts';
import { makeWorld, ordinaryDocument, type World } from '../world.ts';
import { outcomeOf } from './answers.ts';

let world: World;
const YEAR = { from: toDay('2019-01-01'), to: toDay('2019-12-31'), divisionId: null };

/** Signed on days of the spring by two divisions; posted in time, late, or not at all; one on request, later changed. */
beforeAll(async () => {
  world = await makeWorld({ now: '2019-09-24T01:00:00.000Z' });
  const clerk = world.as('clerk');
  const register = async (signedOn: string, special = {}) => {
    const on = toDay(signedOn);
    const input = ordinaryDocument(world, { signedOn: on, writtenOn: on, printedOn: on, ...special });
    await clerk.documents.register({ ...input, lateEntryReason: '补录旧件' });
    return input.id;
  };
  const { policy, food } = world.divisions;
  const posted = [
    [await register('2019-06-03', { draftingDivisionId: food }), '2019-06-20'],
    [await register('2019-06-04', { draftingDivisionId: food }), '2019-08-12'],
    [await register('2019-08-01', { draftingDivisionId: policy }), '2019-08-29'],
  ] as const;
  for (const day of ['2019-07-01', '2019-09-20']) await register(day, { draftingDivisionId: food });
  for (const day of ['2019-06-05', '2019-07-30', '2019-09-23']) await register(day, { draftingDivisionId: policy });
  const onRequest = { attribute: 'ON_REQUEST', reason: '只涉及特定的一家企业，不具普遍性。' };
  await register('2019-07-02', { draftingDivisionId: policy, ...onRequest });
  for (const [documentId, postedOn] of posted) await post(documentId, toDay(postedOn));
});
afterAll(() => world.close());

async function post(documentId: string, postedOn: Day): Promise<void> {
  const { id, name, login, divisionId, roles } = world.people.clerk;
  const actor = { personId: id, name, login, divisionId, roles, workstation: 'test' };
  const posting = { channel: 'website', url: 'https://example.invalid/a', lateReason: '', exceptionReason: '' };
  await world.registry().write(actor, async (work) => {
    postDocument(work, { id: newId(), documentId, postedOn, evidenceId: null, ...posting }, { isHistorical: true });
  });
}

const everything = async (person: 'clerk' | 'foodHead' = 'clerk') => {
  const sort = { by: 'signedOn', direction: 'asc' } as const;
  return (await world.as(person).documents.list({ filter: {}, sort, offset: 0, limit: 500 })).rows;
};

/** As a clerk with a pencil would count. */
function counted(rows: readonly DocumentSummary[]): Partial<TallyRecord> {
  const { calendar } = world.registry().look(systemActor('test'));
  const having = (...states: readonly string[]) =>
    rows.filter(({ posting }) => posting !== null && states.includes(posting.state));
  const posted = having('met', 'metLate');
  const days = posted.map(({ posting, postedOn }) =>
    posting && postedOn ? workingDaysBetween(posting.triggerOn, postedOn, calendar) : 0,
  );
  const due = having('met', 'metLate', 'overdue').length;
  return {
    documents: rows.length,
    proactive: rows.filter(({ attribute }) => attribute === 'PROACTIVE').length,
    onRequest: rows.filter(({ attribute }) => attribute === 'ON_REQUEST').length,
    inTime: having('met').length,
    late: having('metLate').length,
    overdue: having('overdue').length,
    notDue: having('open', 'soon', 'today').length,
    copiesMissing: rows.reduce((sum, { copiesMissing }) => sum + copiesMissing, 0),
    onTimeRate: due === 0 ? null : having('met').length / due,
    meanWorkingDays: posted.length === 0 ? null : days.reduce((sum, each) => sum + each, 0) / posted.length,
  };
}

describe('the figures of a year', () => {
  test('in all, by month and by division are what a look at every document counts', async () => {
    const rows = await everything();
    const { total, months, divisions } = await world.as('clerk').statistics.figures(YEAR);
    expect(total).toMatchObject(counted(rows));
    expect(months.map(({ month }) => month)).toEqual(['2019-06', '2019-07', '2019-08', '2019-09']);
    for (const { month, ...tally } of months) {
      expect(tally).toMatchObject(counted(rows.filter(({ signedOn }) => signedOn?.startsWith(month))));
    }
    expect(divisions.map(({ divisionName }) => divisionName).toSorted()).toEqual(['法规处', '食品安全监督管理处']);
    for (const { divisionId, ...tally } of divisions) {
      expect(tally).toMatchObject(counted(rows.filter((row) => row.divisionId === divisionId)));
    }
  });

  test('every figure opens as many rows as it counts', async () => {
    const clerk = world.as('clerk');
    const { total, backlog, overdue } = await clerk.statistics.figures(YEAR);
    const count = async (filter: object) => {
      const sort = { by: 'signedOn', direction: 'asc' } as const;
      const signed = { signedFrom: YEAR.from, signedTo: YEAR.to };
      return (await clerk.documents.list({ filter: { ...signed, ...filter }, sort, offset: 0, limit: 1 })).total;
    };
    expect(await count({ postingState: 'postedInTime' })).toBe(total.inTime);
    expect(await count({ postingState: 'postedLate' })).toBe(total.late);
    expect(await count({ postingState: 'overdue' })).toBe(total.overdue);
    expect(await count({ postingState: 'inTime' })).toBe(total.notDue);
    expect(await count({ isShortOfCopies: true })).toBe(total.shortOfCopies);
    for (const group of backlog) {
      const due = { ...(group.dueFrom && { dueFrom: group.dueFrom }), dueTo: group.dueTo };
      expect(await count({ postingState: 'overdue', ...due })).toBe(group.count);
    }
    expect(backlog.reduce((sum, group) => sum + group.count, 0)).toBe(total.overdue);
    expect(total.overdue).toBeGreaterThan(2);
    expect(overdue).toHaveLength(total.overdue);
  });

  test('of a shorter period and of one division leave the others out', async () => {
    const clerk = world.as('clerk');
    const june = await clerk.statistics.figures({ ...YEAR, from: toDay('2019-06-01'), to: toDay('2019-06-30') });
    expect(june.total.documents).toBe(3);
    const food = await clerk.statistics.figures({ ...YEAR, divisionId: world.divisions.food });
    expect([food.total.documents, food.divisions.length]).toEqual([4, 1]);
    const none = await clerk.statistics.figures({ ...YEAR, from: toDay('2018-01-01'), to: toDay('2018-12-31') });
    expect(none).toMatchObject({ months: [], divisions: [], overdue: [], total: { documents: 0, onTimeRate: null } });
  });

  test('changes of attribute are counted by direction', async () => {
    const clerk = world.as('clerk');
    const [closed] = (await everything()).filter(({ attribute }) => attribute === 'ON_REQUEST');
    const { id = '', version = 0 } = closed ?? {};
    const changedOn = toDay('2019-09-24') as Day;
    await clerk.documents.changeAttribute({
      id,
      version,
      to: 'PROACTIVE',
      basis: null,
      basisLaw: '',
      reason: '该企业同意公开，可以主动公开',
      changedOn,
    });
    const { changes } = await clerk.statistics.figures(YEAR);
    expect(changes).toEqual([{ from: 'ON_REQUEST', to: 'PROACTIVE', count: 1 }]);
    const sort = { by: 'signedOn', direction: 'asc' } as const;
    const filter = { changedFrom: YEAR.from, changedTo: YEAR.to };
    expect((await clerk.documents.list({ filter, sort, offset: 0, limit: 5 })).rows.map((row) => row.id)).toEqual([id]);
  });
});

describe('who may see what', () => {
  test('a head sees the own division, whatever is asked for, and no circular', async () => {
    const head = world.as('foodHead');
    for (const divisionId of [null, world.divisions.policy]) {
      const { total, divisions, overdue } = await head.statistics.figures({ ...YEAR, divisionId });
      expect(total.documents).toBe(4);
      expect(divisions.map((division) => division.divisionId)).toEqual([world.divisions.food]);
      expect(overdue.every((row) => row.divisionId === world.divisions.food)).toBe(true);
    }
    const { divisionId: _, ...period } = YEAR;
    expect(await outcomeOf(head.statistics.circular({ ...period, language: 'zh' }))).toBe('NOT_ALLOWED');
  });

  test('the circular is numbered in the trail and fetched as a PDF; the export leaves its entry', async () => {
    const clerk = world.as('clerk');
    const { divisionId: _, ...period } = YEAR;
    const paper = await clerk.statistics.circular({ ...period, language: 'zh' });
    expect(paper.fileName).toBe('公开时效通报 TB-2019-0001.pdf');
    expect((await clerk.ledgers.fetch({ paperId: paper.paperId })).type).toBe('application/pdf');
    expect((await clerk.statistics.circular({ ...period, language: 'en' })).fileName).toBe('circular TB-2019-0002.pdf');
    const file = await clerk.statistics.export({ ...YEAR, language: 'zh' });
    expect(file.name).toBe('公开情况统计 2019年.xlsx');
    const { entries } = await world.as('auditor').registry.trail({ act: 'statistics.export', limit: 1 });
    expect(entries[0]?.label).toBe('2019年');
  });
});
