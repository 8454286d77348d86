/** Labels: every place of the sheet is filled, nothing leaves its place or the sheet, whatever the texts are. */

import { describe, expect, test } from 'vitest';
import { LABEL_CODES, LABEL_GRIDS, LABEL_KINDS, type LabelKind } from '../../electron/domain/labels.ts';
import { type Label, type LabelSheet, printLabels } from '../../electron/print/labels.ts';
import { readFonts } from './fonts.ts';
import {
  faultsOf,
  glyphBox,
  inklessCharacters,
  overlaps,
  rasterise,
  readPages,
  textOf,
  whiteMargins,
} from './reading.ts';
import { SHELF_LABEL } from './sampleForms.ts';
import { MADE_AT } from './sampleLedger.ts';

const fonts = readFonts();
const LONG: Label = {
  stamp: ['0123456', '2019', '10062', '特种设备安全监察处', '永久', '1204'],
  heading: '辽市监特设发〔2019〕10062号',
  text: '关于转发《市场监管总局办公厅关于开展电梯质量安全追溯信息平台建设和按需维保试点工作的通知》并报送实施方案、年度总结和相关统计报表的补充通知'.repeat(
    2,
  ),
  lines: ['特种设备安全监察处　2019-08-01', '0123456-2019-永久-特种设备安全监察处-10062'],
  code: SHELF_LABEL.code,
  readable: SHELF_LABEL.readable,
};

const sheetOf = (special: Partial<LabelSheet>): LabelSheet => ({
  ...{ kind: 'shelf', code: 'qr', language: 'zh', bureau: '辽宁省市场监督管理局', startAt: 1, labels: [] },
  ...special,
});
const print = (special: Partial<LabelSheet>) => printLabels(fonts, sheetOf(special), { madeAt: MADE_AT });

/** The places of a full sheet, in points. */
function placesOf(kind: LabelKind) {
  const { columns, rows } = LABEL_GRIDS[kind];
  const mm = 72 / 25.4;
  const [width, height] = [(190 * mm) / columns, (273 * mm) / rows];
  return Array.from({ length: columns * rows }, (_, place) => {
    const [left, top] = [10 * mm + (place % columns) * width, 12 * mm + Math.floor(place / columns) * height];
    return { left, top, right: left + width, bottom: top + height };
  });
}

const KINDS = LABEL_KINDS.flatMap((kind) => LABEL_CODES.map((code) => [kind, code] as const));

describe.each(['zh', 'en'] as const)('labels in %s', (language) => {
  test.each(KINDS)('%s with %s: sound, inside the margins, each within its place', async (kind, code) => {
    const places = placesOf(kind);
    const labels = places.map((_, index) => (index % 2 === 0 ? SHELF_LABEL : LONG));
    const bytes = await print({ kind, code, language, labels });
    const pages = await readPages(bytes);
    expect(pages).toHaveLength(1);
    expect(faultsOf(bytes)).toEqual([]);
    expect(overlaps(pages)).toEqual([]);
    expect(await inklessCharacters(bytes)).toEqual([]);
    const [picture] = rasterise(bytes, 72);
    if (!picture) throw new Error('no picture');
    const { left, top, right, bottom } = whiteMargins(picture, 72);
    expect([left, top, right, bottom].map((margin) => margin >= 9)).toEqual([true, true, true, true]);
    for (const glyph of pages[0]?.glyphs ?? []) {
      const box = glyphBox(glyph);
      const isWithin = places.some(
        (place) =>
          box.left >= place.left && box.right <= place.right && box.top >= place.top && box.bottom <= place.bottom,
      );
      expect([glyph.character, isWithin]).toEqual([glyph.character, true]);
    }
  });
});

test('begin at the place asked for, go on over sheets, and say all that a box is found by', async () => {
  const bytes = await print({ kind: 'box', labels: Array.from({ length: 9 }, () => SHELF_LABEL), startAt: 3 });
  const pages = await readPages(bytes);
  expect(pages).toHaveLength(2);
  const [, , third] = placesOf('box');
  const first = pages[0]?.glyphs[0];
  expect(first && third && glyphBox(first).top > third.top && glyphBox(first).left > third.left).toBe(true);
  for (const words of [SHELF_LABEL.heading, SHELF_LABEL.text, ...SHELF_LABEL.lines, SHELF_LABEL.readable]) {
    expect(textOf(pages).replace(/\s/gu, '').split(words.replace(/\s/gu, ''))).toHaveLength(10);
  }
});
