import { describe, expect, test } from 'vitest';
import { say } from '../../electron/domain/wording/say.ts';
import { printFileLedger, verificationCode } from '../../electron/print/fileLedger.ts';
import type { LedgerSheet } from '../../electron/print/ledgerSheet.ts';
import { readFonts } from './fonts.ts';
import {
  faultsOf,
  inklessCharacters,
  overlaps,
  rasterise,
  readPages,
  run,
  textOf,
  whiteMargins,
  withFile,
} from './reading.ts';
import { longLedger, MADE_AT, SAMPLE_ROWS, SAMPLE_SHEET } from './sampleLedger.ts';

const fonts = readFonts();
const print = (sheet: LedgerSheet) => printFileLedger(fonts, sheet, { madeAt: MADE_AT });
const info = (bytes: Uint8Array) => withFile(bytes, (path) => run('pdfinfo', path));

describe('the disclosure ledger on paper', () => {
  test('of a quarter with eight documents is one A4 page with signatures, seal and code', async () => {
    const bytes = await print(SAMPLE_SHEET);
    const text = textOf(await readPages(bytes));
    expect(info(bytes)).toMatch(/Title: +政务公开文件台账 TZ-2019-0017[\s\S]*Author: +辽宁省市场监督管理局办公室/);
    expect(info(bytes)).toMatch(/Pages: +1\n[\s\S]*\(A4\)/);
    for (const words of [
      '填报单位（盖章）：辽宁省市场监督管理局办公室',
      '统计期间：2019年第三季度',
      '填报日期：2019年9月30日',
      '单位：件',
      '合计共 8 件：主动公开 6 件（已上网 5 件，未上网 1 件），依申请公开 1 件，不予公开 1 件；逾期 2 件；缺备案 2 份。',
      '制表人：',
      '审核人：',
      '负责人（签字）：',
      '联系电话：',
      '台账编号 TZ-2019-0017　首次打印　打印人 王䶮　2019-09-30 16:20',
      '筛选：签发日期 2019-07-01 至 2019-09-30　工作日历 2019-03-22/a41c07',
      '操作日志第 12,345 条　核验 9F3C 71A2 E04B 88D1',
      '第 1 页 共 1 页',
    ]) {
      expect(text).toContain(words);
    }
  });

  test.each([
    ['A4', 'zh', ['docNumber', 'title', 'attribute', 'dueOn', 'postedOn', 'deadline', 'postedUrl']],
    ['A3', 'en', ['docNumber', 'title', 'basis', 'legality', 'review', 'heldBy', 'enteredAt', 'note', 'postedUrl']],
    ['A4', 'en', ['docNumber', 'attribute', 'copies', 'interpretedOn', 'state']],
  ] as const)(
    'with own columns on %s in %s fills the sheet, nothing laps over anything',
    async (size, language, columns) => {
      const long = { heldBy: '等待分管领导签署审查意见', note: '经与起草处室核对，印发后另行补齐备案份数。' };
      const rows = SAMPLE_ROWS.map((row) => ({
        ...row,
        ...long,
        enteredAt: '2019-09-20 09:12:33',
        state: 'in effect',
      }));
      const bytes = await print({ ...SAMPLE_SHEET, language, size, columns, rows });
      const pages = await readPages(bytes);
      expect(info(bytes)).toContain(`(${size})`);
      expect(overlaps(pages)).toEqual([]);
      expect(faultsOf(bytes)).toEqual([]);
      expect(await inklessCharacters(bytes)).toEqual([]);
      for (const picture of rasterise(bytes, 72)) {
        const { left, right } = whiteMargins(picture, 72);
        expect(left).toBeCloseTo(26, 0);
        expect(right).toBeCloseTo(14, 0);
      }
      const text = textOf(pages);
      for (const name of columns) expect(text).toContain(say(language, `ledgerColumn.${name}`));
    },
  );

  test.each([
    { preset: 'brief' },
    { preset: 'full' },
    { preset: 'report' },
    { columns: ['title', 'attribute', 'normative'] },
  ] as const)('breaks no English word of the attribute or its head: %o', async (form) => {
    const rows = SAMPLE_ROWS.map((row) => ({ ...row, attribute: 'Proactively disclosed' }));
    const bytes = await print({ ...SAMPLE_SHEET, language: 'en', rows, ...form });
    const words = withFile(bytes, (path) => run('pdftotext', '-layout', path, '-'));
    expect(words).toContain('Proactively');
    expect(words).not.toMatch(/Proactivel\s/);
    if ('columns' in form) expect(words).toContain('Normative');
  });

  test('says in words who is late, who is in time and what need not be posted', async () => {
    const text = textOf(await readPages(await print(SAMPLE_SHEET)));
    expect(text).toContain('审查中2019-09-18未上网已逾期9个工作日');
    expect(text).toContain('2019-09-202019-09-25逾期3个工作日');
    expect(text).toContain('2019-08-292019-08-12按期');
    expect(text).toContain('08-29 不公开———');
    const [row] = SAMPLE_ROWS;
    if (!row) throw new Error('no sample row');
    const open = { ...row, postedOn: null, isProvisional: true };
    expect(textOf(await readPages(await print({ ...SAMPLE_SHEET, rows: [open] })))).toContain(
      '2019-08-29（暂定）未上网未到期',
    );
  });

  test('without documents is a nil return, signed like any other', async () => {
    const totals = { ...SAMPLE_SHEET.totals, documents: 0 };
    const zh = textOf(await readPages(await print({ ...SAMPLE_SHEET, rows: [], totals })));
    expect(zh).toContain('逾期情况本期无合计共 0 件。制表人：');
    const en = textOf(await readPages(await print({ ...SAMPLE_SHEET, language: 'en', rows: [], totals })));
    expect(en).toContain('Nil return: no documents in this periodTotal0 documents.Prepared by:');
  });

  test.each(['brief', 'full', 'report'] as const)(
    '%s: every page has the header, every row is whole and stands once',
    async (preset) => {
      const sheet = { ...longLedger(150), preset };
      const pages = await readPages(await print(sheet));
      expect(pages.length).toBeGreaterThan(3);
      const texts = pages.map((page) => textOf([page]));
      texts.forEach((text, index) => {
        expect(text).toContain('序号发文字号文件标题');
        expect(text).toContain(`第 ${index + 1} 页 共 ${pages.length} 页`);
        expect(text.includes('合计共 150 件')).toBe(index === pages.length - 1);
        expect(text.includes('政务公开文件台账（续）')).toBe(index > 0);
      });
      const found = texts.flatMap((text) =>
        [...text.matchAll(/〔2019〕(\d+)号(?:关于|辽宁)/g)].map(([, seq]) => Number(seq)),
      );
      expect(found).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
      for (const { title } of sheet.rows) expect(texts.join('')).toContain(title);
    },
  );

  test('keeps the signatures with rows, whatever the number of rows', async () => {
    for (let rows = 1; rows <= 34; rows++) {
      const pages = await readPages(await print(longLedger(rows)));
      const last = textOf(pages.slice(-1));
      expect(last).toContain(`合计共 ${rows} 件`);
      expect(last).toContain('负责人（签字）：');
      expect(last).toContain(`〔2019〕${rows}号`);
    }
  });

  test('a row taller than a page goes on over pages and loses nothing', async () => {
    const title = Array.from({ length: 300 }, (_, index) => `第${index}㙍内容`).join('，');
    const rows = SAMPLE_ROWS.map((row, index) => (index === 1 ? { ...row, title } : row));
    const bytes = await print({ ...SAMPLE_SHEET, rows });
    const pages = await readPages(bytes);
    // The sign stands nowhere else, and page heads may come between it and its number.
    expect(textOf(pages).split('㙍')).toHaveLength(301);
    expect(overlaps(pages)).toEqual([]);
    for (const picture of rasterise(bytes, 60)) expect(whiteMargins(picture, 60).bottom).toBeGreaterThan(9);
  });

  test.each([
    ['brief', 'zh', /\(A4\)/],
    ['brief', 'en', /\(A4\)/],
    ['full', 'zh', /\(A3\)/],
    ['full', 'en', /\(A3\)/],
    ['report', 'zh', /\(A4\)/],
    ['report', 'en', /\(A4\)/],
  ] as const)(
    '%s in %s: sound file, no ink in the margins, no character on another, none without ink',
    async (preset, language, size) => {
      const bytes = await print({ ...longLedger(40), preset, language });
      expect(faultsOf(bytes)).toEqual([]);
      expect(info(bytes)).toMatch(size);
      expect(overlaps(await readPages(bytes))).toEqual([]);
      expect(await inklessCharacters(bytes)).toEqual([]);
      for (const picture of rasterise(bytes, 72)) {
        const { left, top, right, bottom } = whiteMargins(picture, 72);
        expect([left > 25, top > 12, right > 12, bottom > 9]).toEqual([true, true, true, true]);
      }
    },
  );

  test('goes on larger sheets where its columns find room on either, and only there', async () => {
    expect(info(await print({ ...SAMPLE_SHEET, preset: 'report', size: 'A3' }))).toMatch(/\(A3\)/);
    expect(info(await print({ ...SAMPLE_SHEET, preset: 'full', size: 'A4' }))).toMatch(/\(A3\)/);
  });

  test('printed twice from the same snapshot is the same file, byte for byte', async () => {
    expect(Buffer.compare(await print(SAMPLE_SHEET), await print(SAMPLE_SHEET))).toBe(0);
  });

  test('the code is the beginning of the trail’s head', () => {
    expect(verificationCode('00ff00ff00ff00ffaaaa')).toBe('00FF 00FF 00FF 00FF');
  });
});

describe('a long ledger', () => {
  test('tells its progress, lets others work, and ends at the whole', async () => {
    const told: number[] = [];
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await printFileLedger(fonts, longLedger(3000), {
      madeAt: MADE_AT,
      onProgress: (done, total) => told.push(done / total),
    });
    clearInterval(timer);
    expect(told.length).toBeGreaterThan(20);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect([told[0], told.at(-1)]).toEqual([0, 1]);
    expect(turns).toBeGreaterThan(10);
  });

  test('stops at once when it is cancelled', async () => {
    const controller = new AbortController();
    const printing = printFileLedger(fonts, longLedger(3000), {
      madeAt: MADE_AT,
      signal: controller.signal,
      onProgress: (done) => {
        if (done > 1600) controller.abort(new Error('cancelled by the clerk'));
      },
    });
    await expect(printing).rejects.toThrow('cancelled by the clerk');
  });
});
