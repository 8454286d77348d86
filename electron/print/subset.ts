/**
 * A TrueType file with some glyphs of another, as papers embed it (ISO 32000-1, 9.9): outlines are taken over byte for
 * byte, none is decoded, so that a paper with thousands of characters is ready at once.
 */

import type { Font } from 'fontkit';
import { outlinesOf } from './faceFile.ts';
import { tableOf } from './faceTables.ts';

export type Subset = {
  /** The number that the glyph has in the subset: 1, 2, … in the order of asking; 0 is the sign for none. */
  readonly include: (glyph: number) => number;
  readonly encode: () => Uint8Array;
};

const [VERSION, DIRECTORY_HEAD, DIRECTORY_ROW] = [0x00010000, 12, 16];
/** Places of fields within tables (OpenType: head, hhea, maxp). */
const [CHECKSUM_ADJUSTMENT, LOCA_FORMAT, METRICS_COUNT, GLYPH_COUNT] = [8, 50, 34, 4];
const LONG_OFFSETS = 1;
/** Taken over as they are where the face has them. */
const HINTING = ['cvt ', 'fpgm', 'prep'] as const;

/** Of a face with PostScript outlines, whose parts are not so simply told apart, a CFF table as fontkit makes it. */
export function openSubset(font: Font): Subset {
  if (!('CFF ' in font.directory.tables)) return openTrueType(font);
  const subset = font.createSubset();
  return { include: (glyph) => subset.includeGlyph(glyph), encode: () => subset.encode() };
}

function openTrueType(font: Font): Subset {
  const glyphs = [0];
  const numbers = new Map([[0, 0]]);

  function include(glyph: number): number {
    const before = numbers.get(glyph);
    if (before !== undefined) return before;
    const number = glyphs.push(glyph) - 1;
    numbers.set(glyph, number);
    return number;
  }

  function encode(): Uint8Array {
    const source = openSource(font);
    const outlines: Uint8Array[] = [];
    // Glyphs that others are composed of join the list while it is gone through.
    for (let index = 0; index < glyphs.length; index++) outlines.push(outlineOf(source, glyphs[index] ?? 0, include));
    const tables = new Map<string, Uint8Array>();
    for (const name of HINTING) {
      const table = source.table(name);
      if (table.length > 0) tables.set(name, table);
    }
    const head = withUint16(source.table('head'), LOCA_FORMAT, LONG_OFFSETS);
    new DataView(head.buffer).setUint32(CHECKSUM_ADJUSTMENT, 0);
    tables.set('head', head);
    tables.set('hhea', withUint16(source.table('hhea'), METRICS_COUNT, glyphs.length));
    tables.set('maxp', withUint16(source.table('maxp'), GLYPH_COUNT, glyphs.length));
    tables.set('hmtx', metricsOf(source, glyphs));
    tables.set('loca', locationsOf(outlines));
    tables.set('glyf', joined(outlines));
    return fileOf(tables);
  }

  return { include, encode };
}

type Source = {
  /** Empty where the face has no such table. */
  readonly table: (name: string) => Uint8Array;
  readonly outline: (glyph: number) => Uint8Array;
};

function openSource(font: Font): Source {
  const table = (name: string) => bytesOf(tableOf(font, name));
  const loca = tableOf(font, 'loca');
  const outlines = outlinesOf(font);
  const isLong = tableOf(font, 'head').getInt16(LOCA_FORMAT) === LONG_OFFSETS;
  const placeOf = (glyph: number) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  return { table, outline: (glyph) => outlines(placeOf(glyph), placeOf(glyph + 1)) };
}

function bytesOf({ buffer, byteOffset, byteLength }: DataView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function withUint16(table: Uint8Array, place: number, value: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(table);
  new DataView(copy.buffer).setUint16(place, value);
  return copy;
}

/** Flags of a component (OpenType: glyf). */
const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX] = [0x1, 0x8, 0x20, 0x40, 0x80];
const COMPONENTS = 10;

/** Those of a composed glyph name its parts by their numbers in the subset. */
function outlineOf(source: Source, glyph: number, include: (glyph: number) => number): Uint8Array {
  const outline = source.outline(glyph);
  if (outline.length === 0 || viewOf(outline).getInt16(0) >= 0) return outline;
  const copy = new Uint8Array(outline);
  const view = new DataView(copy.buffer);
  let flags = MORE;
  for (let place = COMPONENTS; (flags & MORE) !== 0; ) {
    flags = view.getUint16(place);
    view.setUint16(place + 2, include(view.getUint16(place + 2)));
    place += 4 + ((flags & WORDS) !== 0 ? 4 : 2);
    if ((flags & SCALE) !== 0) place += 2;
    else if ((flags & TWO_SCALES) !== 0) place += 4;
    else if ((flags & MATRIX) !== 0) place += 8;
  }
  return copy;
}

/** The last glyphs of a face may share one advance; here each has its own. */
function metricsOf(source: Source, glyphs: readonly number[]): Uint8Array {
  const metrics = viewOf(source.table('hmtx'));
  const count = viewOf(source.table('hhea')).getUint16(METRICS_COUNT);
  const taken = new DataView(new ArrayBuffer(4 * glyphs.length));
  glyphs.forEach((glyph, index) => {
    const bearing = glyph < count ? 4 * glyph + 2 : 4 * count + 2 * (glyph - count);
    taken.setUint16(4 * index, metrics.getUint16(4 * Math.min(glyph, count - 1)));
    taken.setInt16(4 * index + 2, metrics.getInt16(bearing));
  });
  return new Uint8Array(taken.buffer);
}

function locationsOf(outlines: readonly Uint8Array[]): Uint8Array {
  const places = new DataView(new ArrayBuffer(4 * (outlines.length + 1)));
  let place = 0;
  outlines.forEach(({ length }, index) => {
    place += length;
    places.setUint32(4 * (index + 1), place);
  });
  return new Uint8Array(places.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Tables in the order of their names, each beginning at a multiple of four. */
function fileOf(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const padded = sorted.map(([name, table]) => {
    const whole = new Uint8Array(Math.ceil(table.length / 4) * 4);
    whole.set(table);
    return { name, length: table.length, whole };
  });
  const directory = new DataView(new ArrayBuffer(DIRECTORY_HEAD + DIRECTORY_ROW * padded.length));
  const power = Math.floor(Math.log2(padded.length));
  directory.setUint32(0, VERSION);
  [padded.length, 16 * 2 ** power, power, 16 * (padded.length - 2 ** power)].forEach((value, index) => {
    directory.setUint16(4 + 2 * index, value);
  });
  let place = directory.byteLength;
  padded.forEach(({ name, length, whole }, index) => {
    const row = DIRECTORY_HEAD + DIRECTORY_ROW * index;
    for (const [at, sign] of [...name].entries()) directory.setUint8(row + at, sign.charCodeAt(0));
    directory.setUint32(row + 4, checksumOf(whole));
    directory.setUint32(row + 8, place);
    directory.setUint32(row + 12, length);
    place += whole.length;
  });
  return joined([new Uint8Array(directory.buffer), ...padded.map(({ whole }) => whole)]);
}

function checksumOf(table: Uint8Array): number {
  const view = viewOf(table);
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
