/** Some pages of a paper: they look and read the same, and the paper that they make is as sound as the whole. */

import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../electron/print/excerpt.ts';
import { printFileLedger } from '../../electron/print/fileLedger.ts';
import { pageCount } from '../../electron/print/pageCount.ts';
import { printReceiptSlip } from '../../electron/print/receiptSlip.ts';
import { markReprint } from '../../electron/print/reprint.ts';
import { A4_LANDSCAPE } from '../../electron/print/sheet.ts';
import { readFonts } from './fonts.ts';
import { shapeOf } from './pdfShape.ts';
import { faultsOf, rasterise, run, withFile } from './reading.ts';
import { RECEIPT } from './sampleForms.ts';
import { longLedger, MADE_AT } from './sampleLedger.ts';

const fonts = readFonts();
const LATER = '2019-10-08T01:12:00.000Z';
const ledger = (rows: number) => printFileLedger(fonts, longLedger(rows), { madeAt: MADE_AT });

function textOfPages(bytes: Uint8Array, pages: readonly number[]): readonly string[] {
  return withFile(bytes, (path) =>
    pages.map((page) => run('pdftotext', '-f', String(page), '-l', String(page), '-layout', path, '-')),
  );
}

const WHOLE = {
  'a ledger with a tag on every cell': { print: () => ledger(150), pages: [2, 3, 5] },
  'a ledger too long for a tag on every cell': { print: () => ledger(2000), pages: [1, 60] },
  'a reprinted ledger': {
    print: async () => {
      const mark = { text: '第 1 次重印　2019-10-08 09:12　打印人 王䶮', format: A4_LANDSCAPE };
      return markReprint(fonts, await ledger(150), mark);
    },
    pages: [1, 4],
  },
  'a receipt': { print: () => printReceiptSlip(fonts, RECEIPT, MADE_AT), pages: [1] },
};

describe.each(Object.entries(WHOLE))('of %s', (_, { print, pages }) => {
  test('the pages say the same, are tagged, and stand in a sound paper under the same title', async () => {
    const whole = await print();
    const part = await excerptOf(whole, pages, LATER);
    const [before, after] = [await shapeOf(whole), await shapeOf(part)];
    expect(after.faults).toEqual([]);
    expect(faultsOf(part)).toEqual([]);
    expect(pageCount(part)).toBe(pages.length);
    expect(
      textOfPages(
        part,
        [...pages.keys()].map((page) => page + 1),
      ),
    ).toEqual(textOfPages(whole, pages));
    expect(after.kinds).toEqual(expect.arrayContaining(['Document', 'Table', 'TR', 'TD']));
    expect(after.information).toMatchObject({ Title: before.information.Title, Author: before.information.Author });
    expect(after.language).toBe(before.language);
    const places = before.outline.flatMap(([title, page]) => {
      const at = pages.indexOf(page + 1);
      return at < 0 ? [] : [[title, at]];
    });
    expect(after.outline).toEqual(places.length > 1 ? places : []);
    expect(await excerptOf(whole, pages, LATER)).toEqual(part);
  });
});

test('an excerpt looks as the page of the whole, holds no tags of other pages, and can be excerpted again', async () => {
  const whole = await ledger(150);
  const part = await excerptOf(whole, [3, 4], LATER);
  const page = await excerptOf(part, [1], LATER);
  expect(rasterise(page, 60)).toEqual([rasterise(whole, 60)[2]]);
  const rowsOf = async (bytes: Uint8Array) => (await shapeOf(bytes)).kinds.filter((kind) => kind === 'TR').length;
  expect(await rowsOf(page)).toBeLessThan(await rowsOf(part));
  expect((await shapeOf(page)).faults).toEqual([]);
});

test('a file of another program is refused', async () => {
  await expect(excerptOf(new TextEncoder().encode('%PDF-1.4\n'), [1], LATER)).rejects.toThrow(RangeError);
});
