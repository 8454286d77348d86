import { describe, expect, test } from 'vitest';
import { missingInLedger } from '../../electron/print/fileLedger.ts';
import { missingCharacters, openFonts, textsOf } from '../../electron/print/fonts.ts';
import { fixture } from '../domain/seed.ts';
import { readFonts } from './fonts.ts';
import { RECEIPT } from './sampleForms.ts';
import { SAMPLE_ROWS, SAMPLE_SHEET } from './sampleLedger.ts';

const fonts = readFonts();
const names = fixture('rare_names.csv').map(({ value = '' }) => value);

describe('characters that no typeface has', () => {
  test('of the rare names only the private-use signs of old files are missing', () => {
    const missing = missingCharacters(
      fonts,
      names.map((text, index) => ({ text, where: `row ${index + 1}` })),
    );
    expect(missing.map(({ code }) => code)).toEqual(['U+E010', 'U+E003', 'U+E004']);
  });

  test('𠮷, 𰻝 and characters of Extensions A to G have a face, or are named', () => {
    const texts = [{ text: '𠮷𰻝䶮㛃𫖯𬱖𬍛𣲗𫄧鿍﨑葛󠄀☑☐', where: 'names' }];
    expect(missingCharacters(fonts, texts)).toEqual([]);
    const rarer = missingCharacters(fonts, [{ text: '王𠀀𪜶', where: '第 1 行' }]);
    expect(rarer.every(({ where }) => where[0] === '第 1 行')).toBe(true);
  });

  test('are named before printing with row and column, each place once', () => {
    const rows = SAMPLE_ROWS.map((row, index) => (index === 2 ? { ...row, title: '05\ue010m\ue010～1m' } : row));
    expect(missingInLedger(fonts, { ...SAMPLE_SHEET, rows })).toEqual([
      { character: '\ue010', code: 'U+E010', where: ['3 文件标题'] },
    ]);
    expect(missingInLedger(fonts, SAMPLE_SHEET)).toEqual([]);
    expect(missingCharacters(fonts, textsOf({ ...RECEIPT, remark: '\ue003' }))).toEqual([
      { character: '\ue003', code: 'U+E003', where: ['remark'] },
    ]);
  });

  test('emoji and scripts without a face are named too, lone halves of a pair do no harm', () => {
    const missing = missingCharacters(fonts, [{ text: '😀ئ\ud842', where: 'x' }]);
    expect(missing.map(({ code }) => code)).toEqual(['U+1F600', 'U+0626', 'U+D842']);
  });
});

test('a file that is no typeface, or whose outlines cannot be embedded, is refused', () => {
  expect(() => openFonts({ song: new Uint8Array(64), songBlack: new Uint8Array(0), hei: new Uint8Array(0) })).toThrow();
});
