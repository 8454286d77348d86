import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../electron/exchange/csv.ts';
import { readTable } from '../../electron/exchange/readTable.ts';
import { LONGEST_CELL_TEXT } from '../../electron/exchange/sheet.ts';
import type { Table } from '../../electron/exchange/table.ts';
import { writeXlsx } from '../../electron/exchange/xlsxWriter.ts';

const encoder = new TextEncoder();
const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(`../fixtures/${file}`, import.meta.url)));

async function tableOf(bytes: Uint8Array<ArrayBuffer>): Promise<Table> {
  const reading = await readTable(bytes);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.table;
}

async function rareNames(): Promise<string[]> {
  const table = await tableOf(bytesOf('rare_names.csv'));
  return table.rows.map(({ cells }) => cells[table.headers.indexOf('value')] ?? '');
}

const FORMULAS = [
  '=1+1',
  '+86',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  "'=1",
  "''=1",
  '＝1',
  '＋1',
  '－1',
  '＠x',
  "=cmd|' /C calc'!A0",
  '\n+1',
  "'",
  "'abc",
];

describe('CSV', () => {
  test('gives back every rare name and every string that looks like a formula', async () => {
    const values = [...(await rareNames()), ...FORMULAS, '', ' ', '\r\n', 'a"b', '"', ',', ';', '第一行\n第二行'];
    expect(values.length).toBeGreaterThan(179);
    const bytes = new Uint8Array(
      writeCsv(
        ['值', '序号'],
        values.map((value, at) => [value, String(at)]),
      ),
    );
    const table = await tableOf(bytes);
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(values);
  });

  test('any cells at all come back as they were written', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      fc.constantFrom(...FORMULAS, '\r', '\n', '"', "'", ',', '\u{FEFF}'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const reading = readCsv(
          writeCsv(
            ['甲', '乙', '丙'],
            rows.map((row) => [...row, 'x']),
          ),
        );
        expect(reading.ok && reading.table.rows.map(({ cells }) => cells.slice(0, 2))).toEqual(rows);
      }),
      { numRuns: 2000 },
    );
  });

  test('no cell that we write starts with a sign of a formula, so that a spreadsheet only shows it', () => {
    const text = new TextDecoder().decode(
      writeCsv(
        ['标题'],
        FORMULAS.map((formula) => [formula]),
      ),
    );
    expect(text.split('\r\n').filter((line) => /^"?\s*[=+\-@＝＋－＠]/u.test(line.replace(/^\u{FEFF}/u, '')))).toEqual(
      [],
    );
  });

  test('is written for Excel: byte order mark, CRLF, quotes doubled', () => {
    const bytes = writeCsv(['标题', '备注'], [['甲"乙', '']]);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('标题,备注\r\n"甲""乙",""\r\n');
  });

  test('reads UTF-8 with and without mark, UTF-16 as Excel saves it, and GB 18030', async () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array(Array.from('标题\t文号\r\n通知\t1号', (c) => c.charCodeAt(0))).buffer),
    ]);
    // 标题,文号 / 关于䶮的通知,辽市监发〔2019〕1号 in GB 18030, the rare character in four bytes
    const gb = new Uint8Array([
      0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xce, 0xc4, 0xba, 0xc5, 0x0d, 0x0a, 0xb9, 0xd8, 0xd3, 0xda, 0x82, 0x35, 0x87, 0x38,
      0xb5, 0xc4, 0x2c, 0xa1, 0xb2, 0x32, 0x30, 0x31, 0x39, 0xa1, 0xb3, 0xba, 0xc5,
    ]);
    const gbRow = (await tableOf(gb)).rows[0]?.cells;
    expect(gbRow?.[1]).toBe('〔2019〕号');
    expect(gbRow?.[0]).toMatch(/^关于.的$/u);
    expect((await tableOf(utf16)).rows[0]?.cells).toEqual(['通知', '1号']);
    expect((await tableOf(new Uint8Array(encoder.encode('\u{FEFF}标题\n通知')))).headers).toEqual(['标题']);
    expect((await tableOf(new Uint8Array(encoder.encode('标题;文号\n通知;1号')))).headers).toEqual(['标题', '文号']);
  });

  test('knows UTF-16 without its mark, in either order of bytes', async () => {
    for (const isLittle of [true, false]) {
      for (const mark of ['', '\u{FEFF}']) {
        const text = `${mark}标题,文号\r\n关于𠀀一事的通知,1号`;
        const bytes = new Uint8Array(text.length * 2);
        const view = new DataView(bytes.buffer);
        for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
        expect((await tableOf(bytes)).rows[0]?.cells).toEqual(['关于𠀀一事的通知', '1号']);
      }
    }
    // A zero where no text has one, or half a character at the end.
    for (const bytes of [
      [0x41, 0, 0, 0x41],
      [0x41, 0, 0x42],
      [0, 0],
      [0x41, 0, 0x00, 0xd8],
    ]) {
      expect(readCsv(new Uint8Array(bytes))).toMatchObject({ ok: false, problems: [{ code: 'file.notText' }] });
    }
  });

  test('reads every character that GB 18030 writes in four bytes beyond the basic plane', async () => {
    const names = (await rareNames()).join('');
    const rare = [...new Set(Array.from(names))].filter((sign) => (sign.codePointAt(0) ?? 0) > 0xffff);
    expect(rare.length).toBeGreaterThan(5);
    const fourBytes = (sign: string) => {
      const nth = (sign.codePointAt(0) ?? 0) - 0x10000;
      const [high, low] = [Math.floor(nth / 1260), nth % 1260];
      return [0x90 + Math.floor(high / 10), 0x30 + (high % 10), 0x81 + Math.floor(low / 10), 0x30 + (low % 10)];
    };
    const title = [0xb1, 0xea, 0xcc, 0xe2];
    const bytes = new Uint8Array([...title, 0x2c, ...title, ...rare.flatMap((sign) => [0x0a, ...fourBytes(sign)])]);
    expect((await tableOf(bytes)).rows.map(({ cells }) => cells[0])).toEqual(rare);
  });

  test('numbers rows as Excel shows them, blank rows counted', async () => {
    const table = await tableOf(new Uint8Array(encoder.encode('标题,文号\r\n甲,1\r\n\r\n,\r\n"乙\n丙",2')));
    expect(table.rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [2, '甲'],
      [5, '乙\n丙'],
    ]);
  });

  test('of more rows than can be taken in is refused while it is read', async () => {
    const bytes = new Uint8Array(encoder.encode('标题\n'.repeat(400_000)));
    expect(await readTable(bytes)).toMatchObject({
      problems: [{ code: 'file.tooManyRows', params: { rows: 400_000, maximum: 200_000 } }],
    });
  });

  test('refuses what is no text, has no row or an open quote', async () => {
    expect(await readTable(new Uint8Array([0xff, 0xff, 0x00, 0x81]))).toMatchObject({
      problems: [{ code: 'file.notText' }],
    });
    expect(await readTable(new Uint8Array())).toMatchObject({ problems: [{ code: 'file.empty' }] });
    expect(await readTable(new Uint8Array(encoder.encode('标题\n"甲')))).toMatchObject({
      problems: [{ code: 'file.openQuote' }],
    });
  });
});

describe('Excel', () => {
  const columns = [
    { header: '标题', width: 40, kind: 'text' },
    { header: '签发日期', width: 12, kind: 'day' },
    { header: '份数', width: 8, kind: 'number' },
  ] as const;

  test('gives back every rare name, formulas and marks as text, days as days, numbers as numbers', async () => {
    const values = [
      ...(await rareNames()),
      ...FORMULAS,
      '_x000D_',
      '_x000D_x000D_',
      'a\rb',
      'a\0b',
      ' 两端 ',
      '0012',
      '210102190001010014',
    ];
    const bytes = await writeXlsx({
      name: '文件公开台账',
      columns,
      rows: values.map((value) => [value, '2019-07-15', 7]),
    });
    const table = await tableOf(new Uint8Array(bytes));
    expect(table.headers).toEqual(['标题', '签发日期', '份数']);
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(values);
    expect(new Set(table.rows.map(({ cells }) => cells.slice(1).join()))).toEqual(new Set(['2019-07-15,7']));
  });

  test('is ready to print and to filter: header frozen and repeated, A4 across, widths, filter, no formula', async () => {
    const bytes = await writeXlsx({
      name: '台账',
      columns,
      rows: FORMULAS.map((formula) => [formula, '2019-08-29', 7]),
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer as unknown as Parameters<typeof book.xlsx.load>[0]);
    const page = book.getWorksheet('台账');
    expect(page?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(page?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      printTitlesRow: '1:1',
      fitToWidth: 1,
    });
    expect(page?.autoFilter).toBe(`A1:C${FORMULAS.length + 1}`);
    expect(page?.headerFooter.oddFooter).toBe('第 &P 页 共 &N 页');
    expect(page?.getCell('A1').font.bold).toBe(true);
    expect(page?.getColumn(1).width).toBe(40);
    page?.eachRow((row) => {
      row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula));
    });
    expect(page?.getCell('A2').numFmt).toBe('@');
    expect(page?.getCell('B2').value).toEqual(new Date('2019-08-29T00:00:00Z'));
    expect(page?.getCell('B2').numFmt).toMatch(/^yyyy.*mm.*dd$/);
    expect(page?.getCell('C2').value).toBe(7);
  });

  test('keeps every text, also once there are more different ones than it remembers', async () => {
    const rows = Array.from({ length: 35_000 }, (_, at) => [
      `关于第${at}项工作的通知`,
      '2019-07-15',
      at % 2 ? '办公室' : '晚来',
    ]);
    // What comes again after the memory is full: one text from before, one from after.
    rows.push(...[0, 34_999, 34_999].map((at) => [`关于第${at}项工作的通知`, '2019-07-15', '办公室']));
    const texts = [columns[0], columns[1], { header: '处室', width: 10, kind: 'text' as const }];
    const table = await tableOf(new Uint8Array(await writeXlsx({ name: '台账', columns: texts, rows })));
    expect(table.rows.map(({ cells }) => cells)).toEqual(rows);
  });

  test('cuts nothing: a text too long for a cell is refused', async () => {
    const rows = [['长'.repeat(LONGEST_CELL_TEXT + 1), null, null]];
    await expect(writeXlsx({ name: '台账', columns, rows })).rejects.toThrow(RangeError);
  });

  test('reads the old format too, dates and leading zeros as shown', async () => {
    const sheet = utils.aoa_to_sheet(
      [
        ['标题', '签发日期', '编号'],
        ['通知', new Date(Date.UTC(2019, 6, 15)), { t: 'n', v: 12, z: '0000' }],
      ],
      { UTC: true },
    );
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([]), '空表');
    utils.book_append_sheet(book, sheet, '台账');
    const written = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
    const table = await tableOf(written);
    expect(table.rows[0]?.cells).toEqual(['通知', '2019-07-15', '0012']);
  });
});
