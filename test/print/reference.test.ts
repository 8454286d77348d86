/** Every form still looks as it did when it was looked at and approved. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DOTS_AN_INCH, EVERY_FORM, REFERENCE } from './everyForm.ts';
import { readFonts } from './fonts.ts';
import { differingBlocks, readPng } from './picture.ts';
import { faultsOf, inklessCharacters, overlappingWords, overlaps, rasterise, readPages } from './reading.ts';

const fonts = readFonts();
/** Of all blocks of a page. */
const TOLERATED = 0.004;

describe.each(EVERY_FORM)('%s', (name, print) => {
  test('looks as it did when it was approved', async () => {
    const [page] = rasterise(await print(fonts), DOTS_AN_INCH);
    if (!page) throw new Error('no page');
    expect(differingBlocks(page, readPng(readFileSync(join(REFERENCE, `${name}.png`))))).toBeLessThan(TOLERATED);
  });

  test('is sound, and no words stand on each other', async () => {
    const bytes = await print(fonts);
    expect(faultsOf(bytes)).toEqual([]);
    expect(overlaps(await readPages(bytes))).toEqual([]);
    expect(overlappingWords(bytes)).toEqual([]);
    expect(await inklessCharacters(bytes)).toEqual([]);
  });
});

test('a tick that is gone is seen', async () => {
  const [, print] = EVERY_FORM.find(([name]) => name === 'return') ?? [];
  const [page] = print ? rasterise(await print(fonts), DOTS_AN_INCH) : [];
  if (!page) throw new Error('no page');
  const blanked = { ...page, pixels: page.pixels.map((dot, at) => (Math.floor(at / page.width) < 90 ? 255 : dot)) };
  expect(differingBlocks(page, blanked)).toBeGreaterThan(TOLERATED);
});
