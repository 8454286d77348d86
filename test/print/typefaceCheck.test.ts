/** What a font file is, told before it is kept: its licence, its names, its characters, and whether it is whole. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonCharacters } from '../../electron/print/commonCharacters.ts';
import { withOfficeFaces } from '../../electron/print/fonts.ts';
import { openOfficeFace } from '../../electron/print/officeFace.ts';
import { openPaper } from '../../electron/print/page.ts';
import { LARGEST_FONT_BYTES, viewOf } from '../../electron/print/sfnt.ts';
import { A4_PORTRAIT } from '../../electron/print/sheet.ts';
import { checkFontFile, type FaceReport } from '../../electron/print/typefaceCheck.ts';
import { type FontMake, makeCffFont, makeCollection, makeFont, OFFICE_EN, OFFICE_ZH } from './fontFiles.ts';
import { readFonts } from './fonts.ts';
import { MADE_AT } from './sampleLedger.ts';

const shipped = readFonts();
const CHARACTERS = '政务公开文件台账国家机关0123456789《》';

async function reportOn(bytes: Uint8Array): Promise<FaceReport> {
  const { faces, broken } = await checkFontFile(bytes, shipped);
  expect(broken).toEqual([]);
  return faces[0] as FaceReport;
}
const codesOf = async (bytes: Uint8Array) => {
  const { faces, broken } = await checkFontFile(bytes, shipped);
  return [...broken, ...faces.flatMap((face) => face.broken)].map(({ code }) => code);
};
const made = (make: Partial<FontMake> = {}) => makeFont({ characters: CHARACTERS, ...make });

test('the lists are those of GB/T 2312—1980', () => {
  const [level1, level2] = commonCharacters();
  expect([level1?.characters.length, level2?.characters.length]).toEqual([3755, 3008]);
  expect([level1?.characters[0], level1?.characters.at(-1)]).toEqual(['啊', '座']);
  expect([level2?.characters[0], level2?.characters.at(-1)]).toEqual(['亍', '齄']);
});

test('a sound file says its names, its licence, its outlines and what it covers', async () => {
  const report = await reportOn(made({ blanks: '局' }));
  expect(report).toMatchObject({
    ...{ familyZh: OFFICE_ZH, familyEn: OFFICE_EN, styleZh: '常规', styleEn: 'Regular', version: 'Version 5.30' },
    ...{ licence: 'installable', outlines: 'trueType', broken: [], metrics: { hanWidth: 1000 } },
  });
  const [level1, , signs] = report.coverage;
  const han = [...CHARACTERS].filter((character) => /\p{Script=Han}/u.test(character));
  expect(level1).toMatchObject({ count: 3755, covered: new Set(han).size });
  expect(level1?.missing).toMatch(/^啊阿埃/);
  expect(signs?.covered).toBe(12);
  expect(signs?.missing).not.toContain('《');
});

test('the typefaces that ship would pass, with all of GB/T 2312', async () => {
  const all = commonCharacters()
    .flatMap(({ characters }) => characters)
    .join('');
  const { coverage, broken } = await reportOn(makeFont({ characters: all }));
  expect(broken).toEqual([]);
  for (const { count, covered, missing } of coverage) expect([covered, missing]).toEqual([count, '']);
});

describe('the licence that a file states', () => {
  test.each([
    [0, 4, 'installable', []],
    [0x0002, 4, 'restricted', ['typeface.restricted']],
    [0x0004, 4, 'previewAndPrint', []],
    [0x0008, 4, 'editable', []],
    [0x0006, 4, 'restricted', ['typeface.restricted']],
    [0x0006, 2, 'previewAndPrint', []],
    [0x0100, 4, 'installable', ['typeface.noSubsetting']],
    [0x0208, 4, 'editable', ['typeface.bitmapsOnly']],
    [0x0302, 4, 'restricted', ['typeface.restricted', 'typeface.noSubsetting', 'typeface.bitmapsOnly']],
  ])('%s in version %s is %s', async (fsType, os2Version, licence, codes) => {
    const report = await reportOn(made({ fsType, os2Version }));
    expect(report.licence).toBe(licence);
    expect(report.broken.map(({ code }) => code)).toEqual(codes);
  });

  test('unsaid is not allowed', async () => {
    expect(await codesOf(made({ tables: { 'OS/2': undefined } }))).toEqual(['typeface.licenceUnsaid']);
  });
});

describe('what papers cannot be set in is refused by its reason', () => {
  const text = (words: string) => new TextEncoder().encode(words);
  test.each<[string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(0), 'typeface.notAFont'],
    ['a text', () => text('这不是字体，只是一段文字而已。'), 'typeface.notAFont'],
    ['a web font', () => text('wOF2 and whatever follows it'), 'typeface.webFont'],
    ['a variable font', () => made({ tables: { fvar: new Uint8Array(16) } }), 'typeface.variable'],
    ['bitmaps', () => made({ tables: { glyf: undefined, loca: undefined } }), 'typeface.noOutlines'],
    ['no map', () => made({ tables: { cmap: new Uint8Array(64) } }), 'typeface.noUnicode'],
    ['no character of use', () => makeFont({ characters: 'ئ' }), 'typeface.drawsNothing'],
    ['heights beyond reason', () => made({ ascent: 30000 }), 'typeface.metricsUnsound'],
    ['a missing table', () => made({ tables: { hhea: undefined } }), 'typeface.damaged'],
    ['an empty CFF table', () => makeCffFont({ tables: { 'CFF ': new Uint8Array(40) } }), 'typeface.damaged'],
    ['a collection of none', () => Uint8Array.from([...text('ttcf'), 0, 1, 0, 0, 0, 0, 0, 0]), 'typeface.damaged'],
  ])('%s', async (_, make, code) => {
    expect(await codesOf(make())).toEqual([code]);
  });

  test('a file beyond all size, before it is read', async () => {
    expect(await codesOf(new Uint8Array(LARGEST_FONT_BYTES + 1))).toEqual(['typeface.tooLarge']);
  });
});

test('the faces of a collection are told one by one', async () => {
  const file = makeCollection([made({ en: 'First' }), made({ en: 'Second', fsType: 2 })]);
  const { faces } = await checkFontFile(file, shipped);
  expect(faces.map(({ familyEn, broken }) => [familyEn, broken.length])).toEqual([
    ['First', 0],
    ['Second', 1],
  ]);
  expect((await checkFontFile(file, shipped, 1)).faces.map(({ index }) => index)).toEqual([1]);
});

describe('a hostile file', () => {
  const sound = made();
  const soundCff = makeCffFont({});

  test('cut off anywhere before the filling of its end is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: sound.length - 4 }), async (length) => {
        expect(await codesOf(sound.slice(0, length))).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('with bytes changed anywhere is told without a fault, and what passes can be drawn with', async () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(sound, soundCff), changes, async (file, changed) => {
        const bytes = Uint8Array.from(file);
        for (const [at, value] of changed) bytes[at % bytes.length] = value;
        const { faces } = await checkFontFile(bytes, shipped);
        if (faces[0]?.broken.length !== 0) return;
        const office = withOfficeFaces(shipped, { song: openOfficeFace(bytes, 0, '') });
        const facts = { title: '', subject: '', author: '', language: 'zh', madeAt: MADE_AT } as const;
        const paper = await openPaper(office, facts);
        const sheet = paper.addSheet(A4_PORTRAIT);
        sheet.text(`${CHARACTERS}ABC`, sheet.left, sheet.bottom, { face: 'song', size: 10 });
        expect((await paper.finish()).length).toBeGreaterThan(1000);
      }),
      { numRuns: 120 },
    );
  });

  test('whose glyph leads on and on is left within moments', () => {
    const bytes = Uint8Array.from(sound);
    const face = openOfficeFace(bytes, 0, '');
    const { glyf } = placesIn(bytes);
    // Every outline now says that it is put together of parts, and that more of them follow.
    for (let at = glyf.offset; at + 1 < glyf.offset + glyf.length; at += 2) viewOf(bytes).setUint16(at, 0xffff);
    const hostile = openOfficeFace(bytes, 0, '');
    const begun = performance.now();
    for (const character of CHARACTERS) expect(hostile.glyphFor(character.codePointAt(0) ?? 0)).toBe(0);
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(face.glyphFor('国'.charCodeAt(0))).toBeGreaterThan(0);
  });
});

function placesIn(bytes: Uint8Array): { readonly glyf: { readonly offset: number; readonly length: number } } {
  const view = viewOf(bytes);
  for (let entry = 12; entry < 12 + view.getUint16(4) * 16; entry += 16) {
    if (view.getUint32(entry) === 0x676c7966) {
      return { glyf: { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) } };
    }
  }
  throw new Error('no outlines');
}
