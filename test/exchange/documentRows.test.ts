import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toDay } from '../../electron/domain/day.ts';
import type { DocumentRow } from '../../electron/exchange/documentRow.ts';
import { rowsToDocuments } from '../../electron/exchange/documentRows.ts';
import {
  brokenOnMapping,
  chooseMapping,
  type DocumentMapping,
  proposeMapping,
  readMapping,
} from '../../electron/exchange/mapping.ts';
import { readTable } from '../../electron/exchange/readTable.ts';
import type { Table } from '../../electron/exchange/table.ts';
import { writeXlsx } from '../../electron/exchange/xlsxWriter.ts';

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));

async function fixture(name: string): Promise<Table> {
  const reading = await readTable(new Uint8Array(file(`test/fixtures/${name}`)));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.table;
}

function mappingFile(): DocumentMapping {
  const reading = readMapping(file('drizzle/seed/documents.mapping.json').toString('utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.mapping;
}

const facts = {
  today: toDay('2026-11-24'),
  divisionIdOf: (name: string) => ({ 办公室: 'office', 政策法规处: 'legal', 法规处: 'legal' })[name],
};

/** One row under these headers, the usual mapping. */
function rowOf(cells: Readonly<Record<string, string>>): DocumentRow {
  const headers = Object.keys(cells);
  const table = { headers, rows: [{ row: 2, cells: Object.values(cells) }] };
  const [row] = [...rowsToDocuments(table, proposeMapping(headers).mapping, facts)];
  if (row === undefined) throw new Error('no row');
  return row;
}

const GOOD = {
  文件标题: '关于开展电梯安全专项整治的通知',
  发文字号: '辽市监发[2019]012号',
  起草处室: '法规处',
  签发人: '郑怀远',
  签发日期: '2019年8月1日',
  公开属性: '此件公开发布',
};
const codes = (row: DocumentRow) => row.problems.map(({ code }) => code);

describe('2,911 real documents', async () => {
  const table = await fixture('documents.csv');
  const rows = [...rowsToDocuments(table, mappingFile(), facts)];
  const refused = rows.filter(({ input }) => input === null);

  test('are all judged: each taken whole or refused with its reasons', () => {
    expect(rows).toHaveLength(2911);
    expect(rows.length - refused.length).toBe(2644);
    expect(refused.every(({ problems }) => problems.length > 0)).toBe(true);
    expect(rows.every(({ input, problems }) => input === null || problems.length === 0)).toBe(true);
    expect(new Set(rows.map(({ row }) => row)).size).toBe(2911);
  });

  test('are refused for want of any day, for a number that cannot be read, or because they contradict themselves', () => {
    const counts: Record<string, number> = {};
    for (const { problems } of refused) for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
    expect(counts).toEqual({
      'document.signedOnMissing': 261,
      'docNumber.agencyTooShort': 1,
      'docNumber.bracketMissing': 1,
      'docNumber.sequenceMissing': 1,
      'docNumber.trailingText': 1,
      'attribute.reasonTooShort': 1,
      'publication.notProactive': 1,
      'publication.beforeSigning': 2,
    });
  });

  test('say of every value that the file did not hold that it was taken from the mapping', () => {
    for (const { input, repairs } of rows) {
      if (input === null) continue;
      expect(repairs).toContainEqual({ field: 'draftingDivisionId', before: '', after: '办公室', kind: 'defaulted' });
    }
    const standIns = rows.filter(({ input }) => input?.note.includes('原件未载成文日期'));
    expect(standIns).toHaveLength(1005);
    expect(standIns.every(({ input, posting }) => input?.writtenOn === posting?.postedOn)).toBe(true);
    expect(
      rows.filter(({ repairs }) => repairs.some(({ field, kind }) => field === 'docNumberRaw' && kind === 'read'))
        .length,
    ).toBe(618);
  });

  test('keep title, day and address as they stand in the file', () => {
    const at = (header: string) => table.headers.indexOf(header);
    rows.forEach(({ input, posting }, index) => {
      const cells = table.rows[index]?.cells ?? [];
      if (input === null) return;
      expect(input.title).toBe(cells[at('title')]);
      expect(posting?.postedOn ?? '').toBe(cells[at('published_date')]);
      if (cells[at('written_date')] !== '') expect(input.writtenOn).toBe(cells[at('written_date')]);
    });
  });

  test('are mapped without being told when their columns are there', () => {
    expect(chooseMapping(table.headers, [mappingFile()]).name).toBe('documents.csv');
    expect(chooseMapping(['标题', '文号'], [mappingFile()]).columns).toEqual({ title: ['标题'], docNumber: ['文号'] });
  });
});

describe('a row of an office ledger', () => {
  test('is read with its usual headers, each repair listed', () => {
    const row = rowOf({
      ...GOOD,
      实收份数: '５份',
      备案日期: '2019.8.5',
      实际公开日期: '2019/8/12',
      网址: 'http://scjg.ln.gov.cn/a.html',
      备注: '补录',
    });
    expect(row.problems).toEqual([]);
    expect(row.input).toMatchObject({
      docNumberRaw: '辽市监发[2019]012号',
      draftingDivisionId: 'legal',
      signedOn: '2019-08-01',
      attribute: 'PROACTIVE',
      docType: '通知',
      note: '补录',
    });
    expect(row.filing).toEqual({ copies: 5, filedOn: '2019-08-05', deliveredBy: '' });
    expect(row.posting).toEqual({ postedOn: '2019-08-12', url: 'http://scjg.ln.gov.cn/a.html', channel: 'website' });
    expect(row.repairs).toContainEqual({
      field: 'docNumberRaw',
      before: '辽市监发[2019]012号',
      after: '辽市监发〔2019〕12号',
      kind: 'read',
    });
    expect(row.repairs).toContainEqual({
      field: 'signedOn',
      before: '2019年8月1日',
      after: '2019-08-01',
      kind: 'read',
    });
    expect(row.repairs).toContainEqual({ field: 'docType', before: '', after: '通知', kind: 'derived' });
  });

  test('is refused with every reason at once', () => {
    const row = rowOf({
      ...GOOD,
      文件标题: ' ',
      发文字号: '2O19-12',
      签发日期: '2019年2月29日',
      起草处室: '外星处',
      公开属性: '删减后公开',
    });
    expect(row.input).toBeNull();
    expect(codes(row).toSorted()).toEqual(
      [
        'document.titleMissing',
        'docNumber.letterO',
        'import.attributeUnread',
        'import.dayUnread',
        'import.divisionUnknown',
      ].toSorted(),
    );
  });

  test('without a number is refused, unless it says that there is none', () => {
    expect(codes(rowOf({ ...GOOD, 发文字号: '' }))).toEqual(['document.numberMissing']);
    expect(rowOf({ ...GOOD, 发文字号: '无' }).input).toMatchObject({ isUnnumbered: true, docNumberRaw: '' });
  });

  test('with a secret mark in any cell leaves nothing behind', () => {
    for (const marked of [
      { ...GOOD, 备注: '机密★10年' },
      { ...GOOD, 密级: '秘密' },
      { ...GOOD, 别的列: '绝密★' },
    ]) {
      const row = rowOf(marked);
      expect(codes(row)).toEqual(['secret.marked']);
      expect(JSON.stringify(row)).not.toMatch(/电梯|郑怀远|[机秘绝]密/u);
    }
    expect(rowOf({ ...GOOD, 密级: '无' }).input).not.toBeNull();
  });

  test('keeps in its note what has no field, and says so', () => {
    const row = rowOf({ ...GOOD, 网址: '内网发布', 公开日期: '2019-08-12', 份数: '若干', 公开渠道: '局微信公众号' });
    expect(row.notTaken.map(({ code }) => code).toSorted()).toEqual(['import.addressUnread', 'import.countUnread']);
    expect(row.input?.note).toBe('网址：内网发布；份数：若干');
    expect(row.posting?.channel).toBe('newMedia');
  });

  test('that stands in the file twice is taken once', () => {
    const headers = Object.keys(GOOD);
    const cells = Object.values(GOOD);
    const table = {
      headers,
      rows: [
        { row: 2, cells },
        { row: 3, cells },
      ],
    };
    const rows = [...rowsToDocuments(table, proposeMapping(headers).mapping, facts)];
    expect(rows.map(({ input }) => input === null)).toEqual([false, true]);
    expect(rows[1]?.problems).toEqual([{ code: 'import.sameAsRow', field: 'title', params: { row: 2 } }]);
  });

  test('comes back unchanged from an Excel file with any rare name in its title', async () => {
    const names = await fixture('rare_names.csv');
    const titles = names.rows.map(({ cells }) => `关于${cells[names.headers.indexOf('value')]}的通知`);
    const columns = [...Object.keys(GOOD)].map((header) => ({
      header,
      width: 20,
      kind: header === '签发日期' ? ('day' as const) : ('text' as const),
    }));
    const rows = titles.map((title, at) => [
      title,
      `辽市监发〔2019〕${at + 1}号`,
      '办公室',
      '冯韡',
      '2019-08-01',
      '主动公开',
    ]);
    const reading = await readTable(new Uint8Array(await writeXlsx({ name: '台账', columns, rows })));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const read = [...rowsToDocuments(reading.table, proposeMapping(reading.table.headers).mapping, facts)];
    expect(read.map(({ input }) => input?.title)).toEqual(titles.map((title) => title.replace(/[\r\n\t]+/gu, ' ')));
  });
});

describe('a mapping file', () => {
  test('is refused where it names what we do not know', () => {
    const problems = (value: unknown) => {
      const reading = readMapping(JSON.stringify(value));
      return reading.ok ? [] : reading.problems.map(({ code, params }) => `${code} ${params?.key ?? ''}`);
    };
    expect(problems({ columns: { titel: '标题' } })).toEqual(['mapping.unknownField titel']);
    expect(problems({ columns: { title: 1 } })).toEqual(['mapping.badValue title']);
    expect(problems({ columns: { title: 'a' }, defaults: { attribute: 'OPEN' } })).toEqual([
      'mapping.badValue attribute',
    ]);
    expect(problems({ columns: { title: 'a' }, isPostedDayWrittenDay: 'yes' })).toEqual([
      'mapping.badValue isPostedDayWrittenDay',
    ]);
    expect(problems([])).toEqual(['mapping.notJson ']);
    expect(readMapping('{').ok).toBe(false);
  });

  test('has to fit the table', () => {
    const { mapping } = proposeMapping(['发文字号']);
    expect(brokenOnMapping(['发文字号'], mapping).map(({ code }) => code)).toEqual(['mapping.titleMissing']);
    expect(brokenOnMapping(['标题'], mappingFile()).length).toBeGreaterThan(5);
  });

  test('is proposed from headers in both languages, with marks and brackets', () => {
    const proposal = proposeMapping([
      '序号',
      '文件标题',
      '签发日期(年月日)',
      'Drafting division',
      '认定依据/理由',
      '备　注',
    ]);
    expect(proposal.mapping.columns).toEqual({
      title: ['文件标题'],
      signedOn: ['签发日期(年月日)'],
      draftingDivision: ['Drafting division'],
      reason: ['认定依据/理由'],
      note: ['备　注'],
    });
    expect(proposal.unknown).toEqual(['序号']);
  });
});
