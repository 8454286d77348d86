import { describe, expect, test } from 'vitest';
import { openPaper } from '../../electron/print/page.ts';
import { missingInRegister, printRegister, type RegisterSheet } from '../../electron/print/register.ts';
import { mm } from '../../electron/print/sheet.ts';
import { readFonts } from './fonts.ts';
import {
  faultsOf,
  glyphBox,
  inkIn,
  inklessCharacters,
  overlappingWords,
  overlaps,
  rasterise,
  readPages,
  textOf,
  whiteMargins,
} from './reading.ts';
import { MADE_AT } from './sampleLedger.ts';
import { REGISTER_SHEETS } from './sampleRegisters.ts';

const fonts = readFonts();
const NAMES = Object.keys(REGISTER_SHEETS) as (keyof typeof REGISTER_SHEETS)[];
const plain = (text: string) => text.replace(/\s/gu, '');

/** Whatever its rows are, a register is printed and read alike. */
function sheetOf(name: keyof typeof REGISTER_SHEETS, language: 'zh' | 'en', isNil = false): RegisterSheet<object> {
  return REGISTER_SHEETS[name](language, isNil) as unknown as RegisterSheet<object>;
}

function print(name: keyof typeof REGISTER_SHEETS, language: 'zh' | 'en', isNil = false): Promise<Uint8Array> {
  return printRegister(fonts, sheetOf(name, language, isNil), { madeAt: MADE_AT });
}

function cellsOf<Row>({ definition, rows, language }: RegisterSheet<Row>): readonly string[] {
  return rows.flatMap((row, index) => definition.columns.map(({ text }) => text(row, language, index)));
}

test.each(NAMES)('%s: the heads of its columns break between words only', async (name) => {
  const paper = await openPaper(fonts, { title: '', subject: '', author: '', language: 'en', madeAt: MADE_AT });
  const { columns } = sheetOf(name, 'en').definition;
  for (const { header, width } of columns.filter((column) => column.width > 0)) {
    const lines = paper.linesOf(header.en, { face: 'hei', size: 9.3 }, mm(width) - 6);
    expect(lines.flatMap((line) => line.trim().split(/\s+/))).toEqual(header.en.split(/\s+/));
  }
});

describe.each(['zh', 'en'] as const)('registers in %s', (language) => {
  test.each(NAMES)('%s: sound, whole, inside its margins, every cell with its ink', async (name) => {
    const bytes = await print(name, language);
    const pages = await readPages(bytes);
    const text = plain(textOf(pages));
    expect(pages).toHaveLength(1);
    expect([pages[0]?.width, pages[0]?.height].map((size) => Math.round(size ?? 0))).toEqual([842, 595]);
    expect(faultsOf(bytes)).toEqual([]);
    expect(overlaps(pages)).toEqual([]);
    expect(overlappingWords(bytes)).toEqual([]);
    expect(await inklessCharacters(bytes)).toEqual([]);
    const sheet = sheetOf(name, language);
    for (const cell of cellsOf(sheet)) expect(text).toContain(plain(cell));
    expect(text).toContain(plain(sheet.definition.totals(sheet.rows, language)));
    for (const picture of rasterise(bytes, 72)) {
      const { left, top, right, bottom } = whiteMargins(picture, 72);
      expect([left > 25, top > 11.5, right > 13, bottom > 10]).toEqual([true, true, true, true]);
    }
    expect(missingInRegister(fonts, sheet)).toEqual([]);
  });

  test.each(NAMES)('%s without a row is a nil return', async (name) => {
    const bytes = await print(name, language, true);
    const text = plain(textOf(await readPages(bytes)));
    expect(text).toContain(plain(sheetOf(name, language, true).definition.nil[language]));
    expect(overlappingWords(bytes)).toEqual([]);
  });
});

describe('a register of many pages', () => {
  const many = (name: 'copies', times: number) => {
    const sheet = REGISTER_SHEETS[name]('zh');
    return { ...sheet, rows: Array.from({ length: times }, () => sheet.rows).flat() };
  };

  test('repeats its header, numbers its pages, and ends with totals and signatures on the last', async () => {
    const bytes = await printRegister(fonts, many('copies', 20), { madeAt: MADE_AT });
    const pages = await readPages(bytes);
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, index) => {
      const text = textOf([page]);
      expect(text).toContain('收件日期');
      expect(plain(text)).toContain(`第${index + 1}页共${pages.length}页`);
      expect(text.includes('制表人：')).toBe(index === pages.length - 1);
    });
    expect(overlaps(pages)).toEqual([]);
    for (const picture of rasterise(bytes, 72)) expect(whiteMargins(picture, 72).bottom).toBeGreaterThan(10);
  });

  test('stops when it is cancelled', async () => {
    const cancel = new AbortController();
    cancel.abort(new Error('enough'));
    const printing = printRegister(fonts, many('copies', 20), { madeAt: MADE_AT, signal: cancel.signal });
    await expect(printing).rejects.toThrow('enough');
  });
});

test('the seals of both sides of a transfer list have room of their own', async () => {
  const bytes = await print('transfer', 'zh');
  const [page] = await readPages(bytes);
  const [picture] = rasterise(bytes, 72);
  if (!page || !picture) throw new Error('no page');
  const text = textOf([page]);
  for (const words of ['移送人（签字）：', '接收人（签字）：', '接收单位（盖章）：辽宁省档案馆', '一式两份'])
    expect(text).toContain(words);
  const days = page.glyphs.filter(({ character, y }) => character === '日' && y > page.height / 2).slice(-2);
  expect(days).toHaveLength(2);
  for (const day of days) {
    const { right, bottom } = glyphBox(day);
    // Where a seal straddles the day nothing stands to its right, and nothing below it for 14 mm.
    expect(inkIn(picture, { left: right + 4, right: right + 140, top: bottom - 16, bottom: bottom + 40 }, 72)).toBe(0);
  }
});

test('the closing statement of a series names numbers used, void and missing', async () => {
  const text = plain(textOf(await readPages(await print('series', 'zh'))));
  expect(text).toContain(
    '截止说明：截至2019年12月31日，辽市监发〔2019〕序列自第1号起至第12号止，其中已登记3号，作废1号，未登记8号，重号1号。该序列当年字号至此截止，下一年度自第1号另行编号。',
  );
  expect(text).toContain('5—11未登记共7号');
  expect(text).toContain('文号序列：辽市监发〔2019〕');
});
