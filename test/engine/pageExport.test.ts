/** Lists of requests, matters, duties and re-assessments leave the registry as their pages show them. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { toDay } from '../../electron/domain/day.ts';
import { kindOf } from '../../electron/domain/matters/kinds.ts';
import { emptyBody } from '../../electron/domain/matters/matter.ts';
import { newId } from '../../electron/engine/newId.ts';
import { readTable } from '../../electron/exchange/readTable.ts';
import type { Table } from '../../electron/exchange/table.ts';
import { indexOlderSubjects } from '../../electron/store/subjectSearch.ts';
import { makeWorld, ordinaryDocument, type World } from '../world.ts';
import { outcomeOf } from './answers.ts';

const FORMULA = '=HYPERLINK("http://a.example","要点")';
const APPLICANT = '欧阳修远';
type Request = Parameters<EngineClient['requests']['register']>[0];
type Opening = Parameters<EngineClient['matters']['open']>[0];

let world: World;
let client: EngineClient;

const zh = { language: 'zh' } as const;

async function tableOf(file: File): Promise<Table> {
  const reading = await readTable(new Uint8Array(await file.arrayBuffer()));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.table;
}

function column({ headers, rows }: Table, header: string): readonly string[] {
  expect(headers).toContain(header);
  return rows.map(({ cells }) => cells[headers.indexOf(header)] ?? '');
}

function request(subject: string, arrivedOn: string): Request {
  return {
    ...{ id: newId(), applicantKind: 'naturalPerson', applicantName: APPLICANT, contact: '13800000000', address: '' },
    ...{ subject, content: '请提供该文件全文', wantedForm: 'paper', channel: 'inPerson', arrivedOn: toDay(arrivedOn) },
    ...{ confirmedOn: null, externalNumber: '', documentId: null, note: '' },
  };
}

function budget(title: string, divisionId: string): Opening {
  const empty = emptyBody(kindOf('budget')) as Opening['body'];
  const body = { ...empty, fiscalYear: 2018, approvedOn: '2019-09-14', approvalNumber: '辽财预〔2019〕1号' };
  return { id: newId(), kind: 'budget', title, divisionId, openedOn: toDay('2019-09-16'), body };
}

beforeAll(async () => {
  world = await makeWorld({ now: '2019-09-24T01:00:00.000Z' });
  client = world.as('clerk');
  await client.requests.register(request('２０１９年餐饮抽检结果', '2019-09-02'));
  await client.requests.register(request(FORMULA, '2019-09-03'));
  const { policy, food } = world.divisions;
  await client.matters.open(budget('2018年部门决算', policy));
  await client.matters.open(budget(FORMULA, food));
  await client.documents.register(ordinaryDocument(world, { draftingDivisionId: policy }));
  await client.documents.register(
    ordinaryDocument(world, { draftingDivisionId: food, title: '关于食品抽检工作的通知' }),
  );
});
afterAll(() => world.close());

describe.each(['xlsx', 'csv'] as const)('as %s', (format) => {
  test('the register of requests has the columns of its page, days as days, and no formula', async () => {
    const table = await tableOf(await client.requests.export({ filter: { state: 'open' }, format, ...zh }));
    expect(table.headers).toEqual([
      '登记编号',
      '申请人',
      '所需信息',
      '收到日期',
      '承办处室',
      '办理状态',
      '答复期限',
      '期限',
    ]);
    expect(column(table, '所需信息')).toEqual(['２０１９年餐饮抽检结果', FORMULA]);
    expect(column(table, '收到日期')).toEqual(['2019-09-02', '2019-09-03']);
    expect(column(table, '申请人')).toEqual([APPLICANT, APPLICANT]);
    const { rows } = await client.requests.list({ filter: { state: 'open' }, offset: 0, limit: 10 });
    expect(column(table, '答复期限')).toEqual(rows.map(({ dueOn }) => dueOn));
  });

  test('a filter holds, and what is found by a name is not named in the trail', async () => {
    const table = await tableOf(
      await client.requests.export({ filter: { query: APPLICANT, year: 2018 }, format, ...zh }),
    );
    expect(table.rows).toEqual([]);
    const { entries } = await world.as('auditor').registry.trail({ act: 'requests.export', limit: 1 });
    expect(entries[0]?.label).toBe('{"year":2018,"query":"*"}');
    expect(entries[0]?.changes).toEqual([{ field: 'rows', before: '', after: '0' }]);
  });

  test('applicants are masked for whoever may not see them', async () => {
    const table = await tableOf(await world.as('auditor').requests.export({ filter: {}, format, ...zh }));
    for (const name of column(table, '申请人')) expect(name).not.toContain(APPLICANT);
  });

  test('a kind of matter goes out with its own columns', async () => {
    const asked = { kind: 'budget', show: 'open', format, ...zh } as const;
    const table = await tableOf(await client.matters.export(asked));
    const rows = await client.matters.list({ kind: 'budget', isOpen: true });
    expect(column(table, '标题')).toEqual(rows.map(({ title }) => title));
    expect(column(table, '标题')).toContain(FORMULA);
    expect(column(table, '到期')).toEqual(rows.map(({ duty }) => duty?.dueOn));
    expect(column(table, '批复日期')).toEqual(['2019-09-14', '2019-09-14']);
    const stale = await tableOf(await client.matters.export({ ...asked, kind: 'siteColumn', show: 'stale' }));
    expect(stale.rows).toEqual([]);
  });

  test('duties go out as they are listed', async () => {
    const asked = { on: null, state: 'all', rule: null, kind: null, divisionId: null, from: null, to: null } as const;
    const { rows } = await client.duties.list({ ...asked, offset: 0, limit: 1000 });
    expect(rows.length).toBeGreaterThan(3);
    const table = await tableOf(await client.duties.export({ ...asked, format, ...zh }));
    expect(column(table, '文件或事项')).toEqual(rows.map(({ subject }) => subject.title));
    expect(column(table, '到期')).toEqual(rows.map(({ duty }) => duty.dueOn));
  });

  test('a re-assessment goes out as it is listed', async () => {
    const why = '属于内部工作流程信息，依规不予公开';
    const closed = { attribute: 'NOT_DISCLOSED', basis: 'internalWorkflow', reason: why } as const;
    await client.documents.register(ordinaryDocument(world, closed));
    const asked = { occasion: 'yearly', year: 2019, isDecided: false } as const;
    const { rows } = await client.reassessments.list({ ...asked, offset: 0, limit: 500 });
    expect(rows.length).toBeGreaterThan(0);
    const table = await tableOf(await client.reassessments.export({ ...asked, format, ...zh }));
    expect(column(table, '文件标题')).toEqual(rows.map(({ title }) => title));
    expect(column(table, '签发日期')).toEqual(rows.map(({ formedOn }) => formedOn));
  });
});

test('the headers speak the language asked for', async () => {
  const file = await client.requests.export({ filter: {}, format: 'csv', language: 'en' });
  expect((await tableOf(file)).headers[0]).toBe('Number');
});

test('a division head takes no lists out', async () => {
  const head = world.as('policyHead');
  expect(await outcomeOf(head.requests.export({ filter: {}, format: 'csv', ...zh }))).toBe('NOT_ALLOWED');
  expect(await outcomeOf(head.matters.export({ kind: 'siteColumn', show: 'all', format: 'csv', ...zh }))).toBe(
    'NOT_ALLOWED',
  );
});

describe('the search box', () => {
  const subjects = async (as: EngineClient, query: string) =>
    (await as.requests.find({ query, limit: 4 })).map(({ subject }) => subject);
  const titles = async (as: EngineClient, query: string) =>
    (await as.matters.find({ query, limit: 4 })).map(({ title }) => title);
  const CATERING = '２０１９年餐饮抽检结果';

  test.each(['餐', '抽检', '餐饮抽检结果', '２０１９年', '结果  餐饮', `${APPLICANT} 抽检`])(
    'finds a request by “%s”',
    async (query) => expect(await subjects(client, query)).toEqual([CATERING]),
  );
  test.each(['算', '决算', '部门决算 2018', '辽财预 决算'])('finds a matter by “%s”', async (query) =>
    expect(await titles(client, query)).toEqual(['2018年部门决算']),
  );
  test.each(['', ' ', '\u200b', '没有这样的事', '%', '_', 'approvalNumber'])('finds nothing by “%s”', async (query) => {
    expect(await subjects(client, query)).toEqual([]);
    expect(await titles(client, query)).toEqual([]);
  });
  test('shows the newest first, and no more than asked for', async () => {
    expect((await client.requests.find({ query: '1', limit: 1 })).length).toBe(1);
    expect(await titles(client, '辽财预')).toEqual([FORMULA, '2018年部门决算']);
  });
  test('finds for a division head only what the own division has in hand', async () => {
    const head = world.as('policyHead');
    expect(await titles(head, '辽财预')).toEqual(['2018年部门决算']);
    expect(await subjects(head, '抽检')).toEqual([]);
    const [found] = await client.requests.find({ query: '抽检', limit: 1 });
    const { summary } = await client.requests.get({ id: found?.id ?? '' });
    const taken = { id: newId(), requestId: summary.id, version: summary.version, on: toDay('2019-09-03') };
    await client.requests.assign({ ...taken, divisionId: world.divisions.policy });
    expect(await subjects(head, '抽检')).toEqual([CATERING]);
    expect(await subjects(head, APPLICANT)).toEqual([CATERING]);
  });
  test('finds nobody by name for those who may not see applicants', async () => {
    expect(await subjects(world.as('auditor'), APPLICANT)).toEqual([]);
    expect(await subjects(world.as('auditor'), '抽检')).toEqual([CATERING]);
  });
});

test('what an older version entered is indexed when the registry is opened', async () => {
  const { store } = world.registry();
  store.writer.exec(
    "DELETE FROM subject_search_row; INSERT INTO subject_search (subject_search) VALUES ('delete-all')",
  );
  const look = () => client.matters.find({ query: '部门决算', limit: 4 });
  expect(await look()).toEqual([]);
  indexOlderSubjects(store);
  expect(await look()).toMatchObject([{ title: '2018年部门决算', number: '辽财预〔2019〕1号' }]);
  expect((await client.requests.find({ query: APPLICANT, limit: 4 })).length).toBe(2);
});
