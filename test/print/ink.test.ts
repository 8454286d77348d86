import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Font } from 'fontkit';
import { type PDFContext, PDFDocument, PDFName, type PDFRef, PDFString } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { copyFonts } from '../../build/fonts.mjs';
import { SUBJECTS } from '../../electron/domain/wording/say.ts';
import { tableOf } from '../../electron/print/faceTables.ts';
import { type FaceName, type FontSet, isDrawn, isInvisible } from '../../electron/print/fonts.ts';
import { LEDGER_WORDS } from '../../electron/print/ledgerWords.ts';
import { openPaper } from '../../electron/print/page.ts';
import type { SheetFormat } from '../../electron/print/sheet.ts';
import { fixture } from '../domain/seed.ts';
import { readFonts } from './fonts.ts';
import { inkIn, inklessCharacters, rasterise } from './reading.ts';
import { MADE_AT } from './sampleLedger.ts';

const DOTS = 108;
const CELL = 20;
const PER_ROW = 40;
const SIZE = 14;
const SHEET: SheetFormat = { width: 300, height: 500, margin: { top: 5, right: 5, bottom: 5, left: 5 } };
const FACTS = { title: 'proof', subject: '', author: '', language: 'zh', madeAt: MADE_AT } as const;

/** Every character that stands in the rare names, in the words of the program and on a keyboard. */
const characters = [
  ...new Set(
    [
      ...fixture('rare_names.csv').map(({ value = '' }) => value),
      ...SUBJECTS.flatMap(({ zh }) => Object.values(zh)),
      JSON.stringify(LEDGER_WORDS),
      ...Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)),
    ].join(''),
  ),
].filter((character) => !isInvisible(character) && !/^[\s\ue000-\uf8ff]$/u.test(character) && !isDrawn(character));

const place = (index: number) => ({
  x: 20 + (index % PER_ROW) * CELL,
  y: 40 + Math.floor(index / PER_ROW) * CELL,
});

async function proofSheet(fonts: FontSet, face: FaceName): Promise<Uint8Array> {
  const paper = await openPaper(fonts, FACTS);
  const sheet = paper.addSheet(SHEET);
  characters.forEach((character, index) => {
    const { x, y } = place(index);
    sheet.text(character, x, y, { face, size: SIZE });
  });
  return paper.finish();
}

/** The same sheet by another way: whole fonts as they are, each character by its glyph number in a string of its own. */
async function referenceSheet(fonts: FontSet, face: FaceName): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const height = (SHEET.height * 72) / 25.4;
  const page = pdf.addPage([(SHEET.width * 72) / 25.4, height]);
  const names = [...new Set([face, 'song', 'fallbackTc', 'fallbackJp', 'hei'])];
  for (const name of names) page.node.setFontDictionary(PDFName.of(name), wholeFont(pdf.context, name));
  const texts = characters.map((character, index) => {
    const name = names.find((each) => faceOf(fonts, each).glyphForCodePoint(codePointOf(character)).id !== 0);
    if (!name) throw new Error(`no face has ${character}`);
    const glyph = faceOf(fonts, name).glyphForCodePoint(codePointOf(character)).id;
    const { x, y } = place(index);
    const code = glyph.toString(16).padStart(4, '0');
    return `BT /${name} ${SIZE} Tf 1 0 0 1 ${x} ${(height - y).toFixed(1)} Tm <${code}> Tj ET`;
  });
  page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream(texts.join('\n'))));
  return pdf.save();
}

function wholeFont(context: PDFContext, name: string): PDFRef {
  const bytes = readFileSync(join(copyFonts(), `${name}.ttf`));
  const descriptor = {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: [-1000, -1000, 2000, 2000],
    ItalicAngle: 0,
    Ascent: 880,
    Descent: -120,
    StemV: 80,
    FontFile2: context.register(context.stream(bytes)),
  };
  const descendant = {
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    CIDToGIDMap: 'Identity',
    FontDescriptor: context.register(context.obj(descriptor)),
  };
  const font = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(context.obj(descendant))],
  };
  return context.register(context.obj(font));
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function faceOf({ song, songBlack, hei, fallbacks }: FontSet, name: string): Font {
  const [fallbackTc = song, fallbackJp = song] = fallbacks;
  const faces: Readonly<Record<string, FontSet['song']>> = { song, songBlack, hei, fallbackTc, fallbackJp };
  return (faces[name] ?? song)();
}

/** Characters whose pictures differ by more than a twentieth of their ink, or that left no ink at all. */
function differing(paper: Uint8Array, reference: Uint8Array): readonly string[] {
  const [mine, other] = [rasterise(paper, DOTS)[0], rasterise(reference, DOTS)[0]];
  if (!mine || !other) throw new Error('no picture');
  const difference = {
    ...mine,
    pixels: mine.pixels.map((dot, index) => 255 - Math.abs(dot - (other.pixels[index] ?? 0))),
  };
  return characters.filter((_, index) => {
    const { x, y } = place(index);
    const box = { left: x - 1, right: x + CELL - 3, top: y - 15, bottom: y + 4 };
    const ink = inkIn(other, box, DOTS);
    return ink < 0.5 || inkIn(difference, box, DOTS) > 0.05 * ink;
  });
}

describe('every character has its ink', () => {
  test.each(['song', 'songBlack', 'hei'] as const)('in %s as in the whole font, dot by dot', async (face) => {
    const fonts = readFonts();
    expect(characters.length).toBeGreaterThan(900);
    expect(differing(await proofSheet(fonts, face), await referenceSheet(fonts, face))).toEqual([]);
    expect(await inklessCharacters(await proofSheet(fonts, face))).toEqual([]);
  });

  test('a blanked glyph and a wrong glyph are found by their names', async () => {
    const reference = await referenceSheet(readFonts(), 'song');
    const blanked = await proofSheet(plant('公', ' '), 'song');
    expect(differing(blanked, reference)).toEqual(['公']);
    expect(await inklessCharacters(blanked)).toEqual(['公']);
    expect(differing(await proofSheet(plant('公', '一'), 'song'), reference)).toEqual(['公']);
  });
});

/** Fonts in which the picture of one character is that of another, simpler one. */
function plant(character: string, instead: string): FontSet {
  const fonts = readFonts();
  const song = fonts.song();
  const [glyf, loca] = [tableOf(song, 'glyf'), tableOf(song, 'loca')];
  const outlineOf = (text: string) => {
    const glyph = song.glyphForCodePoint(codePointOf(text)).id;
    const [start, end] = [loca.getUint32(4 * glyph), loca.getUint32(4 * glyph + 4)];
    return new Uint8Array(glyf.buffer, glyf.byteOffset + start, end - start);
  };
  // The outline of a space has no bytes at all; one of no contours is drawn alike.
  outlineOf(character).fill(0);
  outlineOf(character).set(outlineOf(instead));
  return fonts;
}
