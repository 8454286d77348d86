/** An old ledger comes in step by step, is mended on the way, and goes out again whole while nobody has touched it. */

import fs from 'node:fs';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportMapping } from '../../electron/contract/imports.ts';
import type { ImportReport } from '../../electron/contract/ledgers.ts';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { backupFolder, checkCopy, listBackups } from '../../electron/engine/backupFiles.ts';
import { newId } from '../../electron/engine/newId.ts';
import { readTable } from '../../electron/exchange/readTable.ts';
import { type Connection, connect } from '../../electron/store/open.ts';
import { makeWorld, type World } from '../world.ts';
import { outcomeOf } from './answers.ts';

let world: World;
let clerk: EngineClient;
beforeAll(async () => {
  world = await makeWorld();
  clerk = world.as('clerk');
});
afterAll(() => world.close());

const HEADERS = [
  '序号',
  '文件标题',
  '发文字号',
  '起草处室',
  '签发人',
  '签发日期',
  '公开属性',
  '份数',
  '公开日期',
  '网址',
];
const row = (title: string, number: string, more: Partial<Record<(typeof HEADERS)[number], string>> = {}) =>
  HEADERS.map((header) => {
    const plain = { 序号: '1', 文件标题: title, 发文字号: number, 起草处室: '法规处', 签发人: '李建明' };
    const rest = { 签发日期: '2019.5.6', 公开属性: '此件公开发布', 份数: '7' };
    return more[header] ?? { ...plain, ...rest }[header as '序号'] ?? '';
  });

function ledgerFile(rows: readonly (readonly string[])[], name = '2018年台账.xlsx'): File {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['填表说明'], ['请逐栏填写']]), '说明');
  const above = [['滨海市市场监督管理局文件公开台账'], ['填报单位：办公室', '', '2019年']];
  utils.book_append_sheet(book, utils.aoa_to_sheet([...above, HEADERS, ...rows.map((cells) => [...cells])]), '台账');
  return new File([new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))], name);
}

type Steps<Result> = AsyncIterable<{ kind: 'progress' } | { kind: 'result'; result: Result }>;

async function resultOf<Result>(steps: Promise<Steps<Result>>): Promise<Result> {
  for await (const step of await steps) if (step.kind === 'result') return step.result;
  throw new Error('no result');
}

async function judged(file: File, corrections: { row: number; column: number; text: string }[] = []) {
  const opened = await resultOf(clerk.imports.open({ file }));
  const place = { fileId: opened.fileId, sheet: opened.sheet, headerRow: opened.sheets[opened.sheet]?.headerRow ?? 0 };
  const { mapping, columns } = await clerk.imports.columns({ ...place, savedId: null });
  const counts = await resultOf(clerk.imports.judge({ ...place, mapping, corrections }));
  return { ...place, opened, mapping, columns, counts };
}

function take(fileId: string, id: string, how = { isPartial: false, isKnownLeftOut: false }): Promise<ImportReport> {
  return resultOf(clerk.imports.take({ fileId, id, ...how }));
}

const total = async () =>
  (await clerk.documents.list({ filter: {}, sort: { by: 'docNumber', direction: 'asc' }, offset: 0, limit: 1 })).total;

describe('a file of two sheets with a title above its headers', () => {
  test('opens on the sheet and the header row that look like a ledger, columns named by their headers', async () => {
    const { opened, headerRow, mapping, columns } = await judged(
      ledgerFile([row('关于甲的通知', '辽市监发〔2019〕1号')]),
    );
    expect(opened.sheets.map(({ name }) => name)).toEqual(['说明', '台账']);
    expect([opened.sheet, headerRow, opened.format]).toEqual([1, 3, 'xlsx']);
    expect(opened.sheets[1]?.top[0]).toEqual({ row: 1, cells: ['滨海市市场监督管理局文件公开台账'] });
    expect(mapping.columns).toMatchObject({ title: ['文件标题'], docNumber: ['发文字号'], signedOn: ['签发日期'] });
    expect(columns[0]).toEqual({ letters: 'A', header: '序号', filled: 1, samples: ['1'] });
  });

  test('is judged row by row: what was repaired, what is refused and in which cell', async () => {
    const { fileId, counts } = await judged(
      ledgerFile([
        row('关于甲的通知', '辽市监发[2019]002号'),
        row('关于乙的通知', '辽市监发〔2019〕3号', { 签发日期: '二〇一九年五月六日' }),
        row('关于丙的通知', '辽市监发〔2019〕4号', { 签发日期: '五月初' }),
        row('关于丁的通知', '辽市监发〔2019〕5号', { 公开属性: '删减后公开' }),
      ]),
    );
    expect(counts).toMatchObject({ rows: 4, accepted: 2, repaired: 2, refused: 2, known: 0, corrected: 0 });
    const { rows } = await clerk.imports.rows({ fileId, show: 'refused', offset: 0, limit: 10 });
    expect(
      rows.map(({ row: number, problems }) => [number, problems.map(({ code, cell }) => `${code} ${cell}`)]),
    ).toEqual([
      [6, ['import.dayUnread F6', 'document.signedOnMissing F6'].slice(0, 1)],
      [7, ['import.attributeUnread G7']],
    ]);
    const accepted = await clerk.imports.rows({ fileId, show: 'repaired', offset: 0, limit: 1 });
    expect(accepted.total).toBe(2);
    expect(accepted.rows[0]?.repairs).toContainEqual({
      ...{
        field: 'docNumberRaw',
        before: '辽市监发[2019]002号',
        after: '辽市监发〔2019〕2号',
        kind: 'read',
        cell: 'C4',
      },
    });
  });

  test('is mended cell by cell, and the corrections are kept with the batch', async () => {
    const { fileId, counts } = await judged(
      ledgerFile([row('关于戊的通知', '辽市监发〔2019〕6号', { 签发日期: '2019年2月30日' })]),
    );
    expect(counts.refused).toBe(1);
    const mended = await clerk.imports.correct({ fileId, row: 4, column: 5, text: '2019-02-28' });
    expect(mended.counts).toMatchObject({ accepted: 1, refused: 0, corrected: 1 });
    expect(mended.row).toMatchObject({ row: 4, state: 'accepted', problems: [] });
    expect(mended.row.cells.find(({ column }) => column === 5)).toEqual({
      ...{ column: 5, text: '2019-02-28', isCorrected: true },
    });
    const id = newId();
    expect(await take(fileId, id)).toMatchObject({ accepted: 1, batchId: id });
    expect((await clerk.imports.batches())[0]).toMatchObject({
      id,
      sheet: '台账',
      accepted: 1,
      corrections: 1,
      touched: 0,
    });
  });
});

test('one refused row refuses the file, unless the others are taken alone; the same batch is written once', async () => {
  const file = ledgerFile([row('关于己的通知', '辽市监发〔2019〕7号'), row('', '辽市监发〔2019〕8号')]);
  const { fileId } = await judged(file);
  const before = await total();
  expect(await take(fileId, newId())).toMatchObject({ accepted: 0, batchId: null });
  expect(await total()).toBe(before);
  const id = newId();
  expect(await take(fileId, id, { isPartial: true, isKnownLeftOut: false })).toMatchObject({
    accepted: 1,
    batchId: id,
  });
  expect(await take(fileId, id, { isPartial: true, isKnownLeftOut: false })).toMatchObject({
    accepted: 1,
    batchId: id,
  });
  expect(await total()).toBe(before + 1);
});

test('the refused rows come as a workbook with their reasons, which can be mended and read again', async () => {
  const { fileId } = await judged(
    ledgerFile([row('关于庚的通知', '2O19-9'), row('关于辛的通知', '辽市监发〔2019〕9号')]),
  );
  const file = await clerk.imports.refusedFile({ fileId, language: 'zh' });
  expect(file.name).toBe('2018年台账 未导入的行.xlsx');
  const reading = await readTable(new Uint8Array(await file.arrayBuffer()));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  expect(reading.table.headers.slice(0, 4)).toEqual(['原表行号', '不能导入的原因', '序号', '文件标题']);
  expect(reading.table.rows).toHaveLength(1);
  expect(reading.table.rows[0]?.cells.slice(0, 2)).toEqual(['4', expect.stringContaining('发文字号 C4：')]);
});

describe('a document that may be known already', () => {
  test('is taken with a warning, or left out when asked', async () => {
    const first = await judged(ledgerFile([row('关于开展电梯安全专项整治的通知', '辽市监发〔2019〕20号')]));
    await take(first.fileId, newId());
    const { fileId, counts } = await judged(
      ledgerFile([
        row('另一份文件的通知', '辽市监发〔2019〕20号'),
        row('滨海市市场监督管理局关于开展电梯安全专项整治的通知。', '无'),
        row('关于开展电梯安全第二次专项整治的通知', '无'),
        row('关于全新事项的通知', '辽市监发〔2019〕21号'),
        row('关于全新事项的批复', '辽市监发〔2019〕21号'),
      ]),
    );
    expect(counts).toMatchObject({ accepted: 5, known: 3 });
    const { rows } = await clerk.imports.rows({ fileId, show: 'known', offset: 0, limit: 10 });
    expect(rows.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      ['import.sameNumber'],
      ['import.nearTitle'],
      ['import.sameNumberAsRow'],
    ]);
    expect(await take(fileId, newId(), { isPartial: true, isKnownLeftOut: true })).toMatchObject({ accepted: 2 });
  });
});

describe('a row with a secret mark', () => {
  test('shows nothing of itself, cannot be mended, and stands in no file', async () => {
    const { fileId } = await judged(ledgerFile([row('某项部署（机密★10年）', '辽市监发〔2019〕30号')]));
    const { rows } = await clerk.imports.rows({ fileId, show: 'all', offset: 0, limit: 10 });
    expect(rows[0]).toMatchObject({ isSecret: true, state: 'refused', repairs: [] });
    const refused = await clerk.imports.refusedFile({ fileId, language: 'zh' });
    const text = JSON.stringify([rows, await readTable(new Uint8Array(await refused.arrayBuffer()))]);
    expect(text).not.toMatch(/某项部署|〔2019〕30/u);
    const correction = { fileId, row: 4, column: 1, text: '绝密★' };
    expect(await outcomeOf(clerk.imports.correct(correction))).toBe('BROKEN_RULES');
  });
});

describe('a batch', () => {
  test('is withdrawn whole while nobody has had its documents in hand', async () => {
    const posted = { 公开日期: '2019-05-20', 网址: 'http://scjg.example.gov.cn/a.html' };
    const rows = [row('关于壬的通知', '辽市监发〔2019〕40号', posted), row('关于癸的通知', '辽市监发〔2019〕41号')];
    const { fileId } = await judged(ledgerFile(rows));
    const before = await total();
    const id = newId();
    await take(fileId, id);
    expect(await total()).toBe(before + 2);
    expect(await outcomeOf(resultOf(clerk.imports.withdraw({ id, reason: ' ' })))).toBe('BROKEN_RULES');
    const withdrawn = await resultOf(clerk.imports.withdraw({ id, reason: '选错了年度的台账' }));
    expect(withdrawn).toMatchObject({ id, withdrawalReason: '选错了年度的台账' });
    expect(await total()).toBe(before);
    const voided = await clerk.documents.list({
      filter: { isVoided: true, query: '关于壬的通知' },
      sort: { by: 'title', direction: 'asc' },
      offset: 0,
      limit: 5,
    });
    expect(voided.rows[0]).toMatchObject({ isVoided: true, state: 'voided' });
    // Withdrawn once: asked again it is the same, and the same ledger may come in anew.
    expect(await resultOf(clerk.imports.withdraw({ id, reason: '再次' }))).toEqual(withdrawn);
    expect((await judged(ledgerFile(rows))).counts).toMatchObject({ accepted: 2, known: 0 });
    expect((await world.as('auditor').registry.verify()).isSound).toBe(true);
  });

  test('stays once a document of it has been worked on', async () => {
    const { fileId } = await judged(
      ledgerFile([row('关于子的通知', '辽市监发〔2019〕50号'), row('关于丑的通知', '辽市监发〔2019〕51号')]),
    );
    const id = newId();
    await take(fileId, id);
    const { rows } = await clerk.documents.list({
      filter: { query: '关于子的通知' },
      sort: { by: 'title', direction: 'asc' },
      offset: 0,
      limit: 1,
    });
    const documentId = rows[0]?.id ?? '';
    await clerk.copies.move({
      ...{
        id: newId(),
        documentId,
        copyNo: 1,
        kind: 'lend',
        party: '孙丽华',
        movedOn: rows[0]?.signedOn ?? ('' as never),
      },
      ...{ dueBackOn: null, note: '' },
    });
    expect((await clerk.imports.batches()).find((batch) => batch.id === id)?.touched).toBe(1);
    const refusal = await resultOf(clerk.imports.withdraw({ id, reason: '选错了文件' })).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ data: { broken: [{ code: 'import.touchedSince', params: { count: 1 } }] } });
  });
});

test('an import that is stopped leaves nothing behind', async () => {
  const rows = Array.from({ length: 400 }, (_, at) => row(`关于第${at}项工作的通知`, `辽市监函〔2019〕${at + 1}号`));
  const { fileId } = await judged(ledgerFile(rows));
  const before = [await total(), (await clerk.imports.batches()).length];
  const controller = new AbortController();
  const asked = { fileId, id: newId(), isPartial: false, isKnownLeftOut: false };
  const stopped = (async () => {
    for await (const step of await clerk.imports.take(asked, { signal: controller.signal })) {
      if (step.kind === 'progress') controller.abort();
    }
  })();
  await expect(stopped).rejects.toThrow();
  expect([await total(), (await clerk.imports.batches()).length]).toEqual(before);
});

test('a file belongs to the seat that opened it, and is gone when it is closed', async () => {
  const { fileId } = await judged(ledgerFile([row('关于寅的通知', '辽市监发〔2019〕60号')]));
  const page = { fileId, show: 'all', offset: 0, limit: 1 } as const;
  expect(await outcomeOf(world.atSeat(world.newSeat('clerk')).imports.rows(page))).toBe('NOT_FOUND');
  await clerk.imports.close({ fileId });
  expect(await outcomeOf(clerk.imports.rows(page))).toBe('NOT_FOUND');
});

describe('a mapping saved under a name', () => {
  const mapping: ImportMapping = {
    columns: { title: ['题目'], signedOn: ['日子'] },
    noteColumns: { 经手: '经手' },
    defaults: { attribute: 'PROACTIVE', draftingDivision: '办公室' },
    ...{ isUnnumberedWhenEmpty: true, isPostedDayWrittenDay: false },
  };

  test('is proposed for a file with its columns, serves by its name, and is replaced under it', async () => {
    const id = newId();
    await clerk.imports.saveMapping({ id, name: '旧台账', mapping });
    const file = new File(['题目,日子,经手\n关于卯的通知,2019/6/3,老王\n'], '旧.csv');
    const opened = await resultOf(clerk.imports.open({ file }));
    const place = { fileId: opened.fileId, sheet: 0, headerRow: 1, savedId: null };
    expect(await clerk.imports.columns(place)).toMatchObject({ savedId: id, mapping });
    const asked = { file, mapping: null, mappingName: '旧台账', isDryRun: true, isPartial: false };
    expect(await resultOf(clerk.registry.import(asked))).toMatchObject({ accepted: 1, refused: [] });
    expect(await outcomeOf(resultOf(clerk.registry.import({ ...asked, mappingName: '新台账' })))).toBe('BROKEN_RULES');
    const next = newId();
    await clerk.imports.saveMapping({ id: next, name: '旧台账', mapping: { ...mapping, noteColumns: {} } });
    expect((await clerk.imports.mappings()).map((saved) => saved.id)).toEqual([next]);
    await clerk.imports.removeMapping({ id: next });
    expect(await clerk.imports.mappings()).toEqual([]);
  });

  test('is refused with a field we do not know, without a name, or with a secret mark', async () => {
    for (const wrong of [
      { name: '甲', mapping: { ...mapping, columns: { titel: ['题目'] } } },
      { name: ' ', mapping },
      { name: '机密★', mapping },
    ]) {
      expect(await outcomeOf(clerk.imports.saveMapping({ id: newId(), ...wrong }))).toBe('BROKEN_RULES');
    }
  });
});

describe('the copy before an import', () => {
  const titlesIn = (connection: Connection) =>
    connection.prepare('SELECT title FROM official_document ORDER BY title').pluck().all();

  test('holds the registry as it was, whole, and not a row of the import', async () => {
    const before = titlesIn(world.registry().store.reader);
    const { fileId } = await judged(ledgerFile([row('关于卯的通知', '辽市监发〔2019〕70号')]));
    expect(await take(fileId, newId())).toMatchObject({ accepted: 1 });
    expect(titlesIn(world.registry().store.reader)).toHaveLength(before.length + 1);
    const made = listBackups(world.dataFolder).find(({ occasion }) => occasion === 'import');
    const file = path.join(backupFolder(world.dataFolder), made?.name ?? '');
    expect(checkCopy(file).entries).toBeGreaterThan(0);
    const copy = connect(file, { readonly: true });
    expect(titlesIn(copy)).toEqual(before);
    copy.close();
  });

  test('that cannot be made lets no row in', async () => {
    const { fileId } = await judged(ledgerFile([row('关于辰的通知', '辽市监发〔2019〕71号')]));
    const before = titlesIn(world.registry().store.reader);
    fs.rmSync(backupFolder(world.dataFolder), { recursive: true });
    fs.writeFileSync(backupFolder(world.dataFolder), 'a file where the folder should be');
    await expect(take(fileId, newId())).rejects.toMatchObject({ code: 'FAULT' });
    expect(titlesIn(world.registry().store.reader)).toEqual(before);
    fs.rmSync(backupFolder(world.dataFolder));
    expect(await take(fileId, newId())).toMatchObject({ accepted: 1 });
  });
});
