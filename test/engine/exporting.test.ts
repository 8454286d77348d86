/** What goes out comes in again: export into a file, import into an empty registry, the same records. */

import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentSort } from '../../electron/contract/documents.ts';
import type { ImportReport } from '../../electron/contract/ledgers.ts';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { readCsv } from '../../electron/exchange/csv.ts';
import { readTable } from '../../electron/exchange/readTable.ts';
import { makeWorld, ordinaryDocument, type World } from '../world.ts';

const NOW = '2026-11-24T02:00:00.000Z';
const SORT: DocumentSort = { by: 'docNumber', direction: 'asc' };
const fixture = (name: string) =>
  new Uint8Array(fs.readFileSync(path.resolve(import.meta.dirname, '../fixtures', name)));

async function take(client: EngineClient, file: File, isPartial: boolean): Promise<ImportReport> {
  for await (const step of await client.registry.import({ file, mapping: null, isDryRun: false, isPartial })) {
    if (step.kind === 'result') return step.result;
  }
  throw new Error('no result');
}

/** Everything the registry holds of its documents, but ids, the moment of entering, and how a number was first typed. */
function allOf(world: World): readonly string[] {
  const { reader } = world.registry().store;
  const rows = reader
    .prepare(
      `SELECT d.*, v.name AS division, s.*,
        (SELECT json_group_array(json_array(copies, delivered_on, delivered_by)) FROM paper_filing WHERE document_id = d.id) AS filings,
        (SELECT json_group_array(json_array(channel, url, posted_on, overdue_working_days)) FROM publication WHERE document_id = d.id) AS postings,
        (SELECT json_group_array(json_array(url, posted_on)) FROM policy_interpretation WHERE document_id = d.id) AS interpretations,
        (SELECT json_group_array(json_array(to_attribute, basis, basis_law, reason, changed_on)) FROM attribute_change WHERE document_id = d.id) AS changes
      FROM official_document d JOIN division v ON v.id = d.drafting_division_id JOIN document_standing s ON s.document_id = d.id`,
    )
    .all() as Record<string, unknown>[];
  const others = ['id', 'document_id', 'doc_number_raw', 'drafting_division_id', 'import_batch_id', 'registered_by_id'];
  const derived = ['content_hash', 'entered_at'];
  return rows
    .map((row) => Object.entries(row).filter(([name]) => ![...others, ...derived].includes(name)))
    .map((fields) => JSON.stringify(fields))
    .sort();
}

describe('the shared real documents', () => {
  let first: World;
  let before: readonly string[];
  beforeAll(async () => {
    first = await makeWorld({ now: NOW });
    const report = await take(first.as('clerk'), new File([fixture('documents.csv')], 'documents.csv'), true);
    expect(report.accepted).toBe(2644);
    before = allOf(first);
  }, 120_000);
  afterAll(() => first.close());

  test.each([
    ['xlsx', 'zh'],
    ['csv', 'en'],
  ] as const)(
    'are equal after export to %s in %s and import into an empty registry',
    async (format, language) => {
      const file = await first.as('clerk').documents.export({ filter: {}, sort: SORT, format, language });
      const second = await makeWorld({ now: NOW });
      try {
        expect(await take(second.as('clerk'), file, false)).toMatchObject({ accepted: 2644, refused: [] });
        const after = allOf(second);
        expect(after.length).toBe(before.length);
        const known = new Set(before);
        expect(after.filter((record) => !known.has(record))).toEqual([]);
      } finally {
        second.close();
      }
    },
    120_000,
  );
});

describe('an export', () => {
  let world: World;
  let clerk: EngineClient;
  const names: string[] = [];
  beforeAll(async () => {
    world = await makeWorld();
    clerk = world.as('clerk');
    const rare = readCsv(fixture('rare_names.csv'));
    if (!rare.ok) throw new Error('no rare names');
    const at = rare.table.headers.indexOf('value');
    for (const { cells } of rare.table.rows) {
      // A name that is a whole text or blank is no name of a drafter.
      const name = cells[at] ?? '';
      if (name.length <= 100 && name.trim() !== '') names.push(name);
    }
    for (const drafter of names) await clerk.documents.register(ordinaryDocument(world, { id: newId(), drafter }));
    await clerk.documents.register(
      ordinaryDocument(world, {
        ...{ title: '=HYPERLINK("http://a")关于公式的通知', drafter: '+1', signer: '@甲', note: '-2+3' },
        ...{ docNumberRaw: '滨市监发〔2019〕1号', isUnnumbered: false, attribute: 'NOT_DISCLOSED' },
        ...{ basis: 'internalWorkflow', reason: '内部流程，公开后可能影响工作的正常开展', isNormative: false },
      }),
    );
  }, 120_000);
  afterAll(() => world.close());

  test.each(['xlsx', 'csv'] as const)('to %s gives back every rare name, and no cell is a formula', async (format) => {
    const file = await clerk.documents.export({ filter: {}, sort: SORT, format, language: 'zh' });
    const reading = await readTable(new Uint8Array(await file.arrayBuffer()));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const at = reading.table.headers.indexOf('拟稿人');
    const drafters = reading.table.rows.map(({ cells }) => cells[at] ?? '');
    expect(drafters.toSorted()).toEqual([...names, '+1'].toSorted());
    expect(reading.table.rows.some(({ cells }) => cells.includes('=HYPERLINK("http://a")关于公式的通知'))).toBe(true);
  });

  test('has the columns that are shown, in their order, filtered and ordered as the list', async () => {
    const columns = ['signedOn', 'title', 'copies', 'attribute'];
    const asked = { filter: { attribute: 'NOT_DISCLOSED' as const }, sort: SORT, language: 'zh' as const };
    const file = await clerk.documents.export({ ...asked, format: 'xlsx', columns });
    const reading = await readTable(new Uint8Array(await file.arrayBuffer()));
    expect(reading.ok && reading.table).toMatchObject({
      headers: ['签发日期', '文件标题', '应送份数', '实收份数', '公开属性'],
      rows: [{ row: 2, cells: ['2019-06-10', '=HYPERLINK("http://a")关于公式的通知', '7', '0', '不予公开'] }],
    });
  });

  test('to iCalendar tells the open deadlines, each under the same name every time', async () => {
    const read = async () => {
      const asked = { filter: {}, sort: SORT, format: 'ics', language: 'zh' } as const;
      return (await (await clerk.documents.export(asked)).text()).replaceAll('\r\n ', '').split('\r\n');
    };
    const lines = await read();
    const uids = lines.filter((line) => line.startsWith('UID:'));
    expect(new Set(uids).size).toBe(uids.length);
    expect(uids.filter((uid) => uid.includes('-posting@'))).toHaveLength(names.length);
    // 20 working days from 10 June 2019.
    expect(lines).toContain('DTSTART;VALUE=DATE:20190708');
    world.setNow('2019-06-12T03:00:00.000Z');
    expect((await read()).filter((line) => line.startsWith('UID:'))).toEqual(uids);
  });

  test('of the list of duties is a calendar of every subject, within what the person may see', async () => {
    const all = { on: null, state: 'unmet', rule: null, kind: null, divisionId: null, from: null, to: null } as const;
    const count = async (person: 'clerk' | 'policyHead') => {
      const file = await world.as(person).duties.calendarFile({ ...all, language: 'en' });
      return (await file.text()).split('BEGIN:VEVENT').length - 1;
    };
    const { total } = await clerk.duties.list({ ...all, offset: 0, limit: 1 });
    expect(await count('clerk')).toBe(total);
    expect(await count('policyHead')).toBe(0);
  });

  test('is told in the trail before the file exists', async () => {
    await clerk.documents.export({
      filter: { signedFrom: toDay('2019-06-01') },
      sort: SORT,
      format: 'csv',
      language: 'zh',
    });
    const { entries } = await world.as('auditor').registry.trail({ act: 'documents.export', limit: 1 });
    expect(entries[0]).toMatchObject({
      label: '{"signedFrom":"2019-06-01"}',
      changes: [{ field: 'rows', before: '' }],
    });
  });
});
