import { describe, expect, test } from 'vitest';
import { printFileLedger } from '../../electron/print/fileLedger.ts';
import { isInvisible } from '../../electron/print/fonts.ts';
import { openPaper } from '../../electron/print/page.ts';
import { A4_LANDSCAPE } from '../../electron/print/sheet.ts';
import { drawTable } from '../../electron/print/table.ts';
import { fixture } from '../domain/seed.ts';
import { readFonts } from './fonts.ts';
import { inklessCharacters, readPages, run, textOf, withFile } from './reading.ts';
import { MADE_AT, SAMPLE_ROWS, SAMPLE_SHEET } from './sampleLedger.ts';

const fonts = readFonts();
const names = fixture('rare_names.csv').map(({ value = '' }) => value);

/** Line breaks end a line on paper and are not characters there. */
const asWritten = (text: string) => text.replace(/\r\n|[\n\r\v\f\u2028\u2029]/gu, '');

async function nameTable(): Promise<Uint8Array> {
  const paper = await openPaper(fonts, { title: 'names', subject: '', author: '', language: 'zh', madeAt: MADE_AT });
  const table = {
    columns: [
      { header: 'No', width: 40, align: 'center' },
      { header: 'Name', width: 180, align: 'left' },
    ],
    rowCount: names.length,
    cellsOf: (row: number) => [`#${row + 1}`, names[row] ?? ''],
    nil: '',
    totals: { label: 'T', labelColumns: 1, text: 'E' },
  } as const;
  const frame = {
    format: A4_LANDSCAPE,
    style: { face: 'song', size: 9.3 },
    headerStyle: { face: 'hei', size: 9.3 },
    leading: 12.6,
    headHeight: { first: 0, later: 0 },
    drawHead: () => undefined,
    footHeight: 0,
    drawFoot: () => undefined,
    drawCount: () => undefined,
    tailHeight: 0,
    drawTail: () => undefined,
  } as const;
  await drawTable(paper, table, frame, {});
  return paper.finish();
}

describe('every hostile string comes through the cells of a table', () => {
  test('extracted exactly as entered, spaces, invisible and private-use characters included', async () => {
    const text = textOf(await readPages(await nameTable())).replaceAll('NoName', '');
    const cells = names.map((name, index) => `#${index + 1}${asWritten(name)}`).join('');
    expect(text).toBe(`${cells}TE`);
  });

  test('with ink for every character that has a picture', async () => {
    expect(await inklessCharacters(await nameTable())).toEqual([]);
  });

  test('in poppler too, which keeps all but spaces and invisible characters', async () => {
    const text = withFile(await nameTable(), (path) => run('pdftotext', '-raw', path, '-'));
    const bare = (each: string) => [...each].filter((sign) => !isInvisible(sign) && !/^\s$/u.test(sign)).join('');
    const read = bare(text);
    expect(names.map(bare).filter((name) => !read.includes(name))).toEqual([]);
  });

  test('and through every text column of both ledgers', async () => {
    const rows = names.map((name) => {
      const row = SAMPLE_ROWS[0] as (typeof SAMPLE_ROWS)[number];
      return { ...row, docNumber: name, title: name, signer: name, handler: name, remark: name, overdueReason: name };
    });
    for (const preset of ['brief', 'full'] as const) {
      const bytes = await printFileLedger(fonts, { ...SAMPLE_SHEET, preset, rows }, { madeAt: MADE_AT });
      const text = textOf(await readPages(bytes));
      expect(names.filter((name) => !text.includes(asWritten(name)))).toEqual([]);
      expect(await inklessCharacters(bytes, 96)).toEqual([]);
    }
  });
});
