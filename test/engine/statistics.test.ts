/** The figures of a period are those of its documents looked at one by one; a head sees the own division's only. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentSummary } from '../../electron/contract/records.ts';
import type { TallyRecord } from '../../electron/contract/statistics.ts';
import { type Day, toDay } from '../../electron/domain/day.ts';
import { workingDaysBetween } from '../../electron/domain/deadline.ts';
import { systemActor } from '../../electron/engine/actor.ts';
import { postDocument } from '../../electron/engine/documents/publishing.ts';
import { newId } from '../../electron/engine/newId.ts';
import { readTable } from '../../electron/exchange/readTable.ts';
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
      expect(overdue.every(({ subject }) => subject.divisionId === world.divisions.food)).toBe(true);
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

describe('where a rule gives postings to another division', () => {
  const PARTS = ['inTime', 'late', 'overdue', 'notDue'] as const;
  const STATES = { inTime: 'postedInTime', late: 'postedLate', overdue: 'overdue', notDue: 'inTime' } as const;
  let before: Awaited<ReturnType<typeof figures>>;
  const figures = (divisionId: string | null = null, person: 'clerk' | 'foodHead' | 'policyHead' = 'clerk') =>
    world.as(person).statistics.figures({ ...YEAR, divisionId });
  const ofDivision = (record: typeof before, id: string) => record.divisions.find((each) => each.divisionId === id);
  const total = async (filter: object) => {
    const signed = { signedFrom: YEAR.from, signedTo: YEAR.to };
    const sort = { by: 'dueOn', direction: 'asc' } as const;
    const asked = { filter: { ...signed, ...filter }, sort, offset: 0, limit: 500 };
    return (await world.as('clerk').documents.list(asked)).total;
  };

  beforeAll(async () => {
    before = await figures();
    const rules = await world.as('administrator').rules.list();
    const row = rules.findLast(({ rule, isCurrent }) => rule === 'posting' && isCurrent);
    if (!row) throw new Error('no such rule');
    const { isBuiltIn: _, isCurrent: __, period: ___, divisionName: ____, ...rest } = row;
    const { enteredBy: _b, enteredOn: _on, enteredAt: _at, ...own } = rest;
    const given = { id: newId(), correctsId: row.id, divisionId: world.divisions.policy, reason: '由法规处统一上网' };
    await world.as('administrator').rules.amend({ ...own, ...given });
  });

  test('what is open goes to that division; what was done before stays where it was; counts stay with the drafter', async () => {
    const after = await figures();
    expect([before.isGiven, after.isGiven]).toEqual([false, true]);
    expect(after.total).toEqual(before.total);
    expect(after.months).toEqual(before.months);
    const { food, policy } = world.divisions;
    const [was, is] = [ofDivision(before, food), ofDivision(after, food)];
    expect(was).toMatchObject({ inTime: 1, late: 1, overdue: 1, notDue: 1 });
    expect(is).toMatchObject({ documents: was?.documents, copiesMissing: was?.copiesMissing, onTimeRate: 0.5 });
    expect(is).toMatchObject({ inTime: 1, late: 1, overdue: 0, notDue: 0, meanWorkingDays: was?.meanWorkingDays });
    const [had, has] = [ofDivision(before, policy), ofDivision(after, policy)];
    expect(has).toMatchObject({ documents: had?.documents, inTime: had?.inTime });
    expect(has?.overdue).toBe((had?.overdue ?? 0) + 1);
    expect(has?.notDue).toBe((had?.notDue ?? 0) + 1);
    expect(after.overdue.map(({ subject }) => subject.divisionId)).toEqual(after.overdue.map(() => policy));
  });

  test('every figure of every division opens as many rows as it counts', async () => {
    const all = await figures();
    for (const { divisionId, documents, ...tally } of all.divisions) {
      expect(await total({ divisionId })).toBe(documents);
      for (const part of PARTS) {
        expect(await total({ answeredById: divisionId, postingState: STATES[part] })).toBe(tally[part]);
      }
      const alone = await figures(divisionId);
      expect(alone.total).toMatchObject(ofDivision(all, divisionId) ? { documents, ...pick(tally) } : {});
      expect(alone.divisions.map((each) => each.divisionId)).toEqual([divisionId]);
      for (const { dueFrom, dueTo, count } of alone.backlog) {
        const due = { ...(dueFrom && { dueFrom }), dueTo };
        expect(await total({ answeredById: divisionId, postingState: 'overdue', ...due })).toBe(count);
      }
      expect(alone.overdue).toHaveLength(alone.total.overdue);
    }
  });
  const pick = (tally: object) =>
    Object.fromEntries(Object.entries(tally).filter(([key]) => (PARTS as readonly string[]).includes(key)));

  test('a head sees the own figures as the office does, and finds their rows among the duties', async () => {
    const all = await figures();
    for (const [person, id] of [
      ['policyHead', world.divisions.policy],
      ['foodHead', world.divisions.food],
    ] as const) {
      const own = await figures(null, person);
      expect(own.divisions).toMatchObject([{ ...ofDivision(all, id), place: expect.anything() }]);
      const list = async (state: 'met' | 'metLate' | 'done' | 'overdue' | 'unmet', from: Day | null = null) => {
        const asked = { on: null, state, rule: 'posting', kind: 'document', divisionId: null, from, to: null } as const;
        const signed = { from: YEAR.from, to: YEAR.to };
        return (await world.as(person).duties.list({ ...asked, signed, offset: 0, limit: 100 })).total;
      };
      const { inTime, late, overdue, notDue } = own.total;
      expect([await list('met'), await list('metLate'), await list('overdue')]).toEqual([inTime, late, overdue]);
      expect([await list('unmet', own.today), await list('done')]).toEqual([notDue, inTime + late]);
    }
  });

  test('the circular and the Excel file tell whose figures they are', async () => {
    const clerk = world.as('clerk');
    const { divisionId: _, ...period } = YEAR;
    const { paperId } = await clerk.statistics.circular({ ...period, language: 'zh' });
    expect((await clerk.ledgers.fetch({ paperId })).type).toBe('application/pdf');
    const file = await clerk.statistics.export({ ...YEAR, language: 'zh' });
    const reading = await readTable(new Uint8Array(await file.arrayBuffer()), { sheet: '按处室', headerRow: 1 });
    expect(reading).toMatchObject({ ok: true });
    if (reading.ok) {
      const heads = ['件数（起草处室）', '按期公开（负责处室）', '缺备案份数（起草处室）'];
      expect(reading.table.headers).toEqual(expect.arrayContaining(heads));
    }
  });
});
