/** Font files as an office might hand them in, made of the typefaces that ship: few characters, names and licence bits as a test wants them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { copyFonts } from '../../build/fonts.mjs';
import { facesIn, viewOf } from '../../electron/print/sfnt.ts';

export type FontMake = {
  /** The typeface whose outlines it has. */
  readonly from?: 'song' | 'songBlack' | 'hei';
  readonly characters: string;
  /** Mapped to a glyph that shows nothing. */
  readonly blanks?: string;
  readonly fsType?: number;
  readonly os2Version?: number;
  readonly zh?: string;
  readonly en?: string;
  readonly ascent?: number;
  /** Whatever else a test puts in, or takes out where it is undefined. */
  readonly tables?: Readonly<Record<string, Uint8Array | undefined>>;
};

export const OFFICE_ZH = '样张仿宋_GBK';
export const OFFICE_EN = 'YZFangSong_GBK';
const TRUE_TYPE = 0x00010000;
const OPEN_TYPE = 0x4f54544f;

const folder = copyFonts();
const opened = new Map<string, Font>();

function shipped(name: string): Font {
  const known = opened.get(name);
  if (known) return known;
  const font = create(readFileSync(join(folder, `${name}.ttf`))) as Font;
  opened.set(name, font);
  return font;
}

/** A TrueType file. */
export function makeFont(make: FontMake): Uint8Array {
  const font = shipped(make.from ?? 'song');
  const subset = font.createSubset();
  const places = [...new Set(make.characters)].map((character): [number, number] => {
    const codePoint = character.codePointAt(0) ?? 0;
    return [codePoint, subset.includeGlyph(font.glyphForCodePoint(codePoint).id)];
  });
  const blank = subset.includeGlyph(font.glyphForCodePoint(0x20).id);
  for (const character of make.blanks ?? '') places.push([character.codePointAt(0) ?? 0, blank]);
  return wrapped(tablesOf(subset.encode()), places, make, TRUE_TYPE);
}

/** An OpenType file with PostScript outlines of the Latin letters; `isCid` with identifiers in the place of names. */
export function makeCffFont(make: Omit<FontMake, 'characters' | 'from'>, isCid = false): Uint8Array {
  const cff = readFileSync(
    join(import.meta.dirname, '..', '..', 'node_modules', 'pdfjs-dist', 'standard_fonts', 'FoxitSerif.pfb'),
  );
  const tables = tablesOf(makeFont({ characters: 'A' }));
  for (const tag of ['glyf', 'loca', 'cvt ', 'fpgm', 'prep']) tables.delete(tag);
  tables.set('CFF ', cff);
  const plain = create(wrapped(tables, [[0x41, 1]], {}, OPEN_TYPE)) as Font & {
    readonly 'CFF ': { getGlyphName(glyph: number): string; readonly topDict: { CharStrings: readonly unknown[] } };
  };
  const count = plain['CFF '].topDict.CharStrings.length;
  const glyphs = new Map(Array.from({ length: count }, (_, glyph) => [plain['CFF '].getGlyphName(glyph), glyph]));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
  let places = letters.map((letter): [number, number] => [letter.charCodeAt(0), glyphs.get(letter) ?? 0]);
  if (isCid) {
    setGlyphCount(tables, count);
    const whole = create(wrapped(tables, places, {}, OPEN_TYPE)) as Font;
    const subset = whole.createSubset();
    places = places.map(([codePoint, glyph]) => [codePoint, subset.includeGlyph(glyph)]);
    tables.set('CFF ', subset.encode());
    setGlyphCount(tables, letters.length + 1);
  } else setGlyphCount(tables, count);
  return wrapped(tables, places, make, OPEN_TYPE);
}

/** Every glyph half an em wide. */
function setGlyphCount(tables: Map<string, Uint8Array>, count: number): void {
  const [maxp, hhea] = [Uint8Array.from(tables.get('maxp') ?? []), Uint8Array.from(tables.get('hhea') ?? [])];
  viewOf(maxp).setUint16(4, count);
  viewOf(hhea).setUint16(34, count);
  const hmtx = new Uint8Array(count * 4);
  for (let glyph = 0; glyph < count; glyph++) viewOf(hmtx).setUint16(glyph * 4, 500);
  tables.set('maxp', maxp).set('hhea', hhea).set('hmtx', hmtx);
}

/** A file of several faces (.ttc). */
export function makeCollection(files: readonly Uint8Array[]): Uint8Array {
  const head = 12 + files.length * 4;
  const length = files.reduce((sum, file) => sum + file.length, head);
  const bytes = new Uint8Array(length);
  const view = viewOf(bytes);
  view.setUint32(0, 0x74746366);
  view.setUint32(4, 0x00010000);
  view.setUint32(8, files.length);
  let place = head;
  files.forEach((file, at) => {
    view.setUint32(12 + at * 4, place);
    bytes.set(file, place);
    for (let table = 0; table < view.getUint16(place + 4); table++) {
      const entry = place + 12 + table * 16 + 8;
      view.setUint32(entry, view.getUint32(entry) + place);
    }
    place += file.length;
  });
  return bytes;
}

function tablesOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const [face] = facesIn(bytes).faces;
  const entries = [...(face?.tables ?? [])].map(([tag, { offset, length }]): [string, Uint8Array] => [
    tag,
    bytes.slice(offset, offset + length),
  ]);
  return new Map(entries);
}

type Places = readonly (readonly [codePoint: number, glyph: number])[];
type Make = Omit<FontMake, 'characters' | 'from'>;

function wrapped(outlines: ReadonlyMap<string, Uint8Array>, places: Places, make: Make, kind: number): Uint8Array {
  const tables = new Map(outlines);
  tables.set('cmap', mapOf(places));
  tables.set('name', namesOf(make));
  tables.set('OS/2', licenceOf(make));
  tables.set(
    'post',
    Uint8Array.from({ length: 32 }, (_, at) => (at === 1 ? 3 : 0)),
  );
  if (make.ascent !== undefined) {
    const hhea = Uint8Array.from(tables.get('hhea') ?? []);
    viewOf(hhea).setInt16(4, make.ascent);
    tables.set('hhea', hhea);
  }
  for (const [tag, table] of Object.entries(make.tables ?? {})) {
    if (table) tables.set(tag, table);
    else tables.delete(tag);
  }
  return assembled(tables, kind);
}

function assembled(tables: ReadonlyMap<string, Uint8Array>, kind: number): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  let place = 12 + sorted.length * 16;
  const bytes = new Uint8Array(sorted.reduce((sum, [, table]) => sum + ((table.length + 3) & ~3), place));
  const view = viewOf(bytes);
  view.setUint32(0, kind);
  view.setUint16(4, sorted.length);
  sorted.forEach(([tag, table], at) => {
    const entry = 12 + at * 16;
    for (let letter = 0; letter < 4; letter++) view.setUint8(entry + letter, tag.charCodeAt(letter));
    view.setUint32(entry + 8, place);
    view.setUint32(entry + 12, table.length);
    bytes.set(table, place);
    place += (table.length + 3) & ~3;
  });
  return bytes;
}

/** Format 12: one group for each character. */
function mapOf(places: Places): Uint8Array {
  const sorted = places.toSorted(([a], [b]) => a - b);
  const table = new Uint8Array(12 + 16 + sorted.length * 12);
  const view = viewOf(table);
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 16 + sorted.length * 12);
  view.setUint32(24, sorted.length);
  sorted.forEach(([codePoint, glyph], at) => {
    view.setUint32(28 + at * 12, codePoint);
    view.setUint32(32 + at * 12, codePoint);
    view.setUint32(36 + at * 12, glyph);
  });
  return table;
}

function namesOf({ zh = OFFICE_ZH, en = OFFICE_EN }: Make): Uint8Array {
  const records: readonly (readonly [language: number, name: number, text: string])[] = [
    [0x0409, 0, '(c) Sample Foundry'],
    [0x0409, 1, en],
    [0x0409, 2, 'Regular'],
    [0x0409, 5, 'Version 5.30'],
    [0x0409, 6, en.replaceAll(' ', '')],
    [0x0804, 1, zh],
    [0x0804, 2, '常规'],
  ];
  const texts = records.map(([, , text]) => Buffer.from(text, 'utf16le').swap16());
  const start = 6 + records.length * 12;
  const table = new Uint8Array(start + texts.reduce((sum, { length }) => sum + length, 0));
  const view = viewOf(table);
  view.setUint16(2, records.length);
  view.setUint16(4, start);
  let place = 0;
  records.forEach(([language, name], at) => {
    const text = texts[at] ?? Buffer.alloc(0);
    [3, 1, language, name, text.length, place].forEach((value, of) => {
      view.setUint16(6 + at * 12 + of * 2, value);
    });
    table.set(text, start + place);
    place += text.length;
  });
  return table;
}

function licenceOf({ fsType = 0, os2Version = 4 }: Make): Uint8Array {
  const table = new Uint8Array(96);
  viewOf(table).setUint16(0, os2Version);
  viewOf(table).setUint16(8, fsType);
  return table;
}
