/** Papers set in faces of the office's own: right text, right pictures, right shape, whatever the file lacks. */

import { describe, expect, test } from 'vitest';
import { printFileLedger } from '../../electron/print/fileLedger.ts';
import { missingCharacters, type OfficeFaces, withOfficeFaces } from '../../electron/print/fonts.ts';
import { openOfficeFace } from '../../electron/print/officeFace.ts';
import { printReceiptSlip } from '../../electron/print/receiptSlip.ts';
import { printSpecimen } from '../../electron/print/specimen.ts';
import { makeCffFont, makeCollection, makeFont, OFFICE_EN, OFFICE_ZH } from './fontFiles.ts';
import { readFonts } from './fonts.ts';
import { shapeOf } from './pdfShape.ts';
import { faultsOf, inklessCharacters, run, withFile } from './reading.ts';
import { RECEIPT } from './sampleForms.ts';
import { MADE_AT, SAMPLE_SHEET } from './sampleLedger.ts';

const shipped = readFonts();
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const text = (bytes: Uint8Array) => withFile(bytes, (path) => run('pdftotext', '-raw', path, '-')).replace(/\s+/g, '');
const fontsIn = (bytes: Uint8Array) => withFile(bytes, (path) => run('pdffonts', path));
const withFaces = (office: OfficeFaces) => withOfficeFaces(shipped, office);
const open = (bytes: Uint8Array, index = 0) => openOfficeFace(bytes, index, 'office.ttf');

/** All that a specimen needs, but a few characters. */
const characters = [...new Set(text(await printSpecimen(shipped, 'zh', MADE_AT)))];
const LACKING = '政府䶮，7';
const body = makeFont({ from: 'hei', characters: characters.filter((each) => !LACKING.includes(each)).join('') });

const FACES: readonly (readonly [string, Uint8Array, string])[] = [
  ['a TrueType file', body, 'CID TrueType'],
  ['a file with PostScript outlines', makeCffFont({}), 'CID Type 0C'],
  ['a file with PostScript outlines by identifiers', makeCffFont({}, true), 'CID Type 0C'],
];

describe.each(FACES)('%s', (_, file, kind) => {
  test('is embedded as a subset, and reads, finds and copies as with the shipped faces', async () => {
    const office = withFaces({ song: open(file) });
    for (const language of ['zh', 'en'] as const) {
      const bytes = await printSpecimen(office, language, MADE_AT);
      const plain = text(await printSpecimen(shipped, language, MADE_AT));
      expect(text(bytes)).toBe(plain.replace(/(正文：|Text:)(?:随程序字体|shippedface)/, `$1${OFFICE_ZH}`));
      expect(fontsIn(bytes)).toMatch(new RegExp(`[A-Z]{6}\\+${OFFICE_EN} +${kind} .* yes yes yes `));
      expect(faultsOf(bytes)).toEqual([]);
      expect((await shapeOf(bytes)).faults).toEqual([]);
      expect(await inklessCharacters(bytes)).toEqual([]);
    }
  });

  test('is named in the metadata of the paper', async () => {
    const { xmp } = await shapeOf(await printSpecimen(withFaces({ song: open(file) }), 'zh', MADE_AT));
    expect(xmp).toContain(
      `<stFnt:fontName>${OFFICE_EN}</stFnt:fontName><stFnt:fontFamily>${OFFICE_ZH}</stFnt:fontFamily>`,
    );
    expect(xmp).toContain('<stFnt:fontFileName>office.ttf</stFnt:fontFileName>');
  });
});

test('a paper without one says nothing of fonts', async () => {
  const { xmp } = await shapeOf(await printSpecimen(shipped, 'zh', MADE_AT));
  expect(xmp).not.toContain('stFnt');
});

test('every role has its own face, on ledgers and forms alike', async () => {
  const office = withFaces({
    songBlack: open(makeFont({ from: 'song', characters: '政务公开文件台账备案收件回执', en: 'OfficeTitle' })),
    song: open(makeFont({ from: 'hei', characters: '市场监督管理局0123456789', en: 'OfficeBody' })),
    hei: open(makeFont({ from: 'songBlack', characters: '序号文件标题', en: 'OfficeHeads' })),
  });
  for (const print of [
    (fonts: typeof shipped) => printFileLedger(fonts, SAMPLE_SHEET, { madeAt: MADE_AT }),
    (fonts: typeof shipped) => printReceiptSlip(fonts, RECEIPT, MADE_AT),
  ]) {
    const bytes = await print(office);
    for (const name of ['OfficeTitle', 'OfficeBody', 'OfficeHeads']) expect(fontsIn(bytes)).toContain(name);
    expect(text(bytes)).toBe(text(await print(shipped)));
    expect(faultsOf(bytes)).toEqual([]);
    expect((await shapeOf(bytes)).faults).toEqual([]);
  }
});

test('what a face lacks, or maps to a glyph that shows nothing, is drawn by the shipped faces, never left blank', async () => {
  const blanks = '政务台账';
  const faces = { song: open(makeFont({ characters: '国家机关', blanks })) };
  const office = withFaces(faces);
  for (const character of blanks) expect(faces.song.glyphFor(character.codePointAt(0) ?? 0)).toBe(0);
  expect(faces.song.glyphFor('国'.charCodeAt(0))).toBeGreaterThan(0);
  expect(missingCharacters(office, [{ text: `国家${blanks}𠮷䶮`, where: 'x' }])).toEqual([]);
  expect(await inklessCharacters(await printSpecimen(office, 'zh', MADE_AT))).toEqual([]);
});

test('two characters with one glyph keep apart when they are copied, with either kind of outlines', async () => {
  for (const file of [makeFont({ characters: '一⼀土⼟' }), makeCffFont({})]) {
    const office = withFaces({ song: open(file) });
    const slip = { ...RECEIPT, remark: `一⼀土⼟ ${LETTERS}` };
    expect(text(await printReceiptSlip(office, slip, MADE_AT))).toContain(`一⼀土⼟${LETTERS}`);
  }
});

test('of a collection the face that was chosen', async () => {
  const file = makeCollection([
    makeFont({ characters: '政务', en: 'FirstFace' }),
    makeFont({ characters: '公开', en: 'SecondFace' }),
  ]);
  const bytes = await printSpecimen(withFaces({ song: open(file, 1) }), 'zh', MADE_AT);
  expect(fontsIn(bytes)).toContain('SecondFace');
  expect(fontsIn(bytes)).not.toContain('FirstFace');
  expect(() => open(file, 2)).toThrow('no such face');
});

test('the same paper in the same faces is the same, byte by byte, opened anew or not', async () => {
  const make = () => printReceiptSlip(withFaces({ song: open(body) }), RECEIPT, MADE_AT);
  expect(Buffer.from(await make()).equals(await make())).toBe(true);
});
