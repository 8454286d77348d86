import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code128, drawCode128 } from '../../electron/print/code128.ts';
import { openPaper } from '../../electron/print/page.ts';
import { drawQrCode, qrCode } from '../../electron/print/qrCode.ts';
import { A4_PORTRAIT, type Sheet } from '../../electron/print/sheet.ts';
import { barsOf, modulesOf, readQr } from './codeReader.ts';
import { readFonts } from './fonts.ts';
import { rasterise } from './reading.ts';
import { MADE_AT } from './sampleLedger.ts';

const fonts = readFonts();

async function printed(draw: (sheet: Sheet) => void) {
  const paper = await openPaper(fonts, { title: 'code', subject: '', author: '', language: 'zh', madeAt: MADE_AT });
  draw(paper.addSheet(A4_PORTRAIT));
  const [picture] = rasterise(await paper.finish(), 300);
  if (!picture) throw new Error('no picture');
  return picture;
}

const drawn = (text: string) =>
  qrCode(text)
    .map((row) => row.map((isDark) => (isDark ? '#' : '.')).join(''))
    .join('\n');

describe('a QR code', () => {
  test('of one letter is version 1 as in the standard: module by module', () => {
    expect(drawn('a')).toMatchInlineSnapshot(`
      "#######..#.##.#######
      #.....#.#.##..#.....#
      #.###.#.##.#..#.###.#
      #.###.#.#.##..#.###.#
      #.###.#..#..#.#.###.#
      #.....#...##..#.....#
      #######.#.#.#.#######
      ........##...........
      #.....#.#.##.##..###.
      #..##......###.###..#
      ..#.###..##.#.##.....
      .#.#.#.##..#####.#.#.
      ##.#..####.##########
      ........##..#.....#.#
      #######..###.#..####.
      #.....#...#...#...###
      #.###.#..###.#..###..
      #.###.#..#.#####.#...
      #.###.#..#.###.###.##
      #.....#...######.#...
      #######.#.#.#..#..##."
    `);
  });

  test.each([
    ['TZ-2019-0017 9F3C71A2E04B88D1', 29],
    ['辽市监办发〔2019〕12号', 29],
    [`𠮷${'市'.repeat(40)}`, 49],
    ['x'.repeat(213), 57],
  ])('%s: printed and read from the picture, it says the same', async (text, side) => {
    const picture = await printed((sheet) => drawQrCode(sheet, text, { x: 100, y: 120, size: 120 }, text));
    const modules = modulesOf(picture);
    expect(modules).toHaveLength(side);
    expect(modules).toEqual(qrCode(text));
    expect(readQr(modules)).toBe(text);
  });

  test('holds every text of up to 213 bytes, and refuses longer ones', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 213 });
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(new TextEncoder().encode(text).length <= 213);
        expect(readQr(qrCode(text))).toBe(text.toWellFormed());
      }),
      { numRuns: 60 },
    );
    expect(() => qrCode('x'.repeat(214))).toThrow(RangeError);
  });

  test('read with one module turned is not taken for sound', () => {
    const modules = qrCode('TZ-2019-0017').map((row) => [...row]);
    const row = modules[20];
    if (row) row[20] = !row[20];
    expect(() => readQr(modules)).toThrow('damaged');
  });
});

const VALUES = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

/** The sets B and C only, as our labels use them. */
function readBars(widths: readonly number[]): string {
  const patterns = new Map<string, number>();
  for (const [value, character] of VALUES.entries()) patterns.set(code128(character).slice(6, 12).join(''), value);
  for (let pair = 0; pair < 100; pair++) {
    const digits = String(pair).padStart(2, '0');
    patterns.set(
      code128(digits + digits)
        .slice(6, 12)
        .join(''),
      pair,
    );
  }
  patterns.set(code128('0000a').slice(18, 24).join(''), 100);
  const symbols = Array.from({ length: (widths.length - 7) / 6 }, (_, index) =>
    widths.slice(index * 6, index * 6 + 6).join(''),
  );
  let isPairs = symbols[0] === '211232';
  const values = symbols.slice(1).map((symbol) => patterns.get(symbol) ?? -1);
  const check = [isPairs ? 105 : 104, ...values.slice(0, -1)].reduce(
    (sum, value, index) => sum + value * Math.max(1, index),
    0,
  );
  if (check % 103 !== values.at(-1)) throw new Error('the check does not fit');
  return values
    .slice(0, -1)
    .map((value) => {
      if (isPairs ? value === 100 : value === 99) {
        isPairs = !isPairs;
        return '';
      }
      return isPairs ? String(value).padStart(2, '0') : (VALUES[value] ?? '?');
    })
    .join('');
}

describe('Code 128', () => {
  test('has 11 modules a symbol with an even number of dark ones, all different, and 13 to stop', () => {
    const all = Array.from({ length: 100 }, (_, pair) => String(pair).padStart(2, '0')).join('');
    const widths = code128(all);
    const symbols = Array.from({ length: 102 }, (_, index) => widths.slice(index * 6, index * 6 + 6));
    for (const symbol of symbols) {
      expect(symbol.reduce((sum, width) => sum + width, 0)).toBe(11);
      expect(symbol.filter((_, index) => index % 2 === 0).reduce((sum, width) => sum + width, 0) % 2).toBe(0);
    }
    expect(new Set(symbols.slice(1, 101).map((symbol) => symbol.join(''))).size).toBe(100);
    expect(widths.slice(-7).join('')).toBe('2331112');
  });

  test('keeps to set B where fewer than four digits stand together', () => {
    expect(code128('PJJ123C').join('')).toBe('2112143131211121331121331232212232112211321313213113212331112');
  });

  test('printed and read from the picture, it says the same', async () => {
    for (const text of ['TZ-2019-0017', 'BOX 12/2019 ~a', '20191234567']) {
      const picture = await printed((sheet) =>
        drawCode128(sheet, text, { x: 80, y: 100, width: 260, height: 40 }, text),
      );
      expect(barsOf(picture)).toEqual(code128(text));
      expect(readBars(barsOf(picture))).toBe(text);
    }
  });

  test('refuses what it cannot carry', () => {
    expect(() => code128('档案')).toThrow(RangeError);
    expect(() => code128('')).toThrow(RangeError);
  });
});
