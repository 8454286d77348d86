/** Our reader of .xlsx beside the package that reads .xls: both tell the same of the same sheet. */

import { utils, type WorkBook, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBook } from '../../electron/exchange/readTable.ts';
import type { BookSheet } from '../../electron/exchange/table.ts';
import { attributeOf, walkXml, type XmlVisitor } from '../../electron/exchange/xmlWalk.ts';

async function sheetsOf(book: WorkBook, bookType: 'xlsx' | 'biff8', bookSST: boolean): Promise<readonly BookSheet[]> {
  const reading = await readBook(new Uint8Array(write(book, { type: 'array', bookType, bookSST })));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.book.sheets;
}

const FORMATS = ['General', '0', '0000', '0.00', '#,##0.00', '0%', '0.00E+00', '@', '"第"0"号"'];
const DAY_FORMATS = ['yyyy-mm-dd', 'm/d/yy', 'yyyy"年"m"月"d"日"', 'yyyy/m/d h:mm'];

const cell = fc.oneof(
  fc.record({
    t: fc.constant('s' as const),
    v: fc.constantFrom('标题', ' 前后 ', 'a&b<c>"d"', "'e'", '𬭚', '1', '\n换行'),
  }),
  fc.record({ t: fc.constant('n' as const), v: fc.integer({ min: -9, max: 99_999 }), z: fc.constantFrom(...FORMATS) }),
  fc.record({
    t: fc.constant('n' as const),
    v: fc.constantFrom(0.5, 3.25, 1e6, 12.125),
    z: fc.constantFrom('General', '0.00'),
  }),
  fc.record({
    t: fc.constant('n' as const),
    v: fc.integer({ min: 61, max: 60_000 }),
    z: fc.constantFrom(...DAY_FORMATS),
  }),
  fc.record({ t: fc.constant('n' as const), v: fc.constant(43_678.75), z: fc.constantFrom(...DAY_FORMATS) }),
  fc.record({ t: fc.constant('b' as const), v: fc.boolean() }),
  fc.record({ t: fc.constant('e' as const), v: fc.constantFrom(0x07, 0x17, 0x2a) }),
  fc.constant(undefined),
);

describe('a workbook', () => {
  test('reads the same as .xlsx, by our reader, and as .xls', async () => {
    const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(grid, fc.boolean(), async (rows, bookSST) => {
        const sheet = utils.aoa_to_sheet([['标题'], ...rows.map((row) => row.map((one) => one ?? null))]);
        const book = utils.book_new();
        utils.book_append_sheet(book, sheet, '台账');
        book.Workbook = { Sheets: [{ Hidden: 1 }] };
        expect(await sheetsOf(book, 'xlsx', bookSST)).toEqual(await sheetsOf(book, 'biff8', bookSST));
      }),
      { numRuns: 60 },
    );
  });
});

async function walked(text: string, pieceLength: number): Promise<readonly string[]> {
  const told: string[] = [];
  let words = '';
  const tell = (what: string) => {
    if (words !== '') told.push(JSON.stringify(words));
    words = '';
    told.push(what);
  };
  const visitor: XmlVisitor = {
    open: (name, attributes) => tell(`<${name} ${attributeOf(attributes, 'a') ?? '—'}`),
    close: (name) => tell(`>${name}`),
    text: (piece) => {
      words += piece;
    },
  };
  const bytes = new TextEncoder().encode(text);
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
  };
  await walkXml(pieces(), visitor);
  return told;
}

describe('a walk through XML', () => {
  const text = `\uFEFF<?xml version="1.0"?><!-- <no> --><x:r a='1>2' xmlns:x="u">一&amp;二&#x4e09;&#22235;<b p:a="&quot;"/>
<![CDATA[<&amp;>]]><c   a = "5"\n>&unknown; & ]]</c></x:r>\n`;
  const found = [...['<r 1>2', '"一&二三四"', '<b "', '>b', '"\\n<&amp;>"', '<c 5', '"&unknown; & ]]"', '>c', '>r']];

  test('meets the same whatever pieces it comes in', async () => {
    for (let length = 1; length <= 40; length += 1) expect(await walked(text, length), `by ${length}`).toEqual(found);
    expect(await walked(text, 10_000)).toEqual(found);
  });

  test.each(['', '<a>', '<a></b>', '<a/><b/>', '<a/>words', '</a>', '<a b="</a>', '<!DOCTYPE a><a/>', '< a/>'])(
    '%j is no document',
    async (broken) => {
      await expect(walked(broken, 3)).rejects.toThrow();
    },
  );
});
