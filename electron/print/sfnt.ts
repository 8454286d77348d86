/**
 * Font files (.ttf, .otf, .ttc) from outside: their directory and tables, measured against the file before anything else
 * reads them. OpenType specification, chapter "The OpenType Font File".
 */

import { type Broken, broken } from '../domain/broken.ts';

export type TableSpan = { readonly offset: number; readonly length: number };

/** One face of a file; a collection holds several. */
export type Sfnt = {
  readonly bytes: Uint8Array;
  readonly index: number;
  readonly tables: ReadonlyMap<string, TableSpan>;
};

export const LARGEST_FONT_BYTES = 40 * 1024 * 1024;
const MOST_FACES = 32;
const MOST_TABLES = 100;

const TRUE_TYPE = [0x00010000, 0x74727565];
const OPEN_TYPE = 0x4f54544f;
const COLLECTION = 0x74746366;
/** wOFF and wOF2 */
const WEB_FONTS = [0x774f4646, 0x774f4632];
const HEADER_LENGTH = 12;
const ENTRY_LENGTH = 16;

/** The faces of a file, or why it is none that papers could use. */
export function facesIn(bytes: Uint8Array): { readonly faces: readonly Sfnt[]; readonly broken: readonly Broken[] } {
  const refused = (code: string, params?: Broken['params']) => ({ faces: [], broken: [broken(code, 'file', params)] });
  if (bytes.length > LARGEST_FONT_BYTES) {
    return refused('typeface.tooLarge', { most: LARGEST_FONT_BYTES / 1024 / 1024 });
  }
  if (bytes.length < HEADER_LENGTH) return refused('typeface.notAFont');
  const view = viewOf(bytes);
  const kind = view.getUint32(0);
  if (WEB_FONTS.includes(kind)) return refused('typeface.webFont');
  if (kind !== COLLECTION && kind !== OPEN_TYPE && !TRUE_TYPE.includes(kind)) return refused('typeface.notAFont');
  const starts = kind === COLLECTION ? startsOf(view) : [0];
  if (starts === undefined) return refused('typeface.damaged', { part: 'ttcf' });
  const faces: Sfnt[] = [];
  for (const [index, start] of starts.entries()) {
    const tables = tablesAt(view, start);
    if (typeof tables === 'string') return refused('typeface.damaged', { part: tables });
    faces.push({ bytes, index, tables });
  }
  return { faces, broken: [] };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function startsOf(view: DataView): readonly number[] | undefined {
  const count = view.getUint32(8);
  if (count === 0 || count > MOST_FACES || HEADER_LENGTH + count * 4 > view.byteLength) return undefined;
  return Array.from({ length: count }, (_, at) => view.getUint32(HEADER_LENGTH + at * 4));
}

/** The name of the part that does not fit, where one does not. */
function tablesAt(view: DataView, start: number): ReadonlyMap<string, TableSpan> | string {
  if (start + HEADER_LENGTH > view.byteLength) return 'sfnt';
  const count = view.getUint16(start + 4);
  if (count === 0 || count > MOST_TABLES || start + HEADER_LENGTH + count * ENTRY_LENGTH > view.byteLength)
    return 'sfnt';
  const tables = new Map<string, TableSpan>();
  for (let at = 0; at < count; at++) {
    const entry = start + HEADER_LENGTH + at * ENTRY_LENGTH;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(entry + letter)));
    const [offset, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    if (offset + length > view.byteLength) return /^[!-~ ]{4}$/.test(tag) ? tag.trim() : 'sfnt';
    tables.set(tag, { offset, length });
  }
  return tables;
}

/** A view of one table alone; reading beyond it throws. */
export function tableOf({ bytes, tables }: Sfnt, tag: string): DataView | undefined {
  const span = tables.get(tag);
  return span && new DataView(bytes.buffer, bytes.byteOffset + span.offset, span.length);
}

const LEAST_LENGTHS: Readonly<Record<string, number>> = {
  head: 54,
  hhea: 36,
  maxp: 6,
  hmtx: 4,
  cmap: 12,
  post: 32,
};
const MOST_SUBTABLES = 64;
/** Formats of a map from Unicode that the writer of papers reads, and where it looks for one, in its order. */
const MAP_FORMATS = [4, 12];
const UNICODE_MAPS = ['3 10', '0 6', '0 4', '3 1', '0 3', '0 2', '0 1', '0 0'];

/** What is wrong with the tables that papers need: missing, cut off, or pointing out of themselves. */
export function brokenOnTables(face: Sfnt): readonly Broken[] {
  const damaged = (part: string) => [broken('typeface.damaged', 'file', { part: part.trim() })];
  if (!face.tables.has('CFF ') && !face.tables.has('glyf')) return [broken('typeface.noOutlines', 'file')];
  const short = Object.entries(LEAST_LENGTHS).find(([tag, least]) => (face.tables.get(tag)?.length ?? 0) < least);
  if (short) return damaged(short[0]);
  const [hhea, maxp, hmtx] = ['hhea', 'maxp', 'hmtx'].map((tag) => tableOf(face, tag) as DataView) as [
    DataView,
    DataView,
    DataView,
  ];
  const glyphs = maxp.getUint16(4);
  const metrics = hhea.getUint16(34);
  if (metrics === 0 || metrics > glyphs || metrics * 4 > hmtx.byteLength) return damaged('hmtx');
  if (!face.tables.has('CFF ') && !hasSoundPlaces(face, glyphs)) return damaged('loca');
  const map = unicodeMapOf(face);
  if (map === 'damaged') return damaged('cmap');
  return map === 'none' ? [broken('typeface.noUnicode', 'file')] : [];
}

/** Every outline lies within its table, one behind the other. */
function hasSoundPlaces(face: Sfnt, glyphs: number): boolean {
  const [head, loca, glyf] = ['head', 'loca', 'glyf'].map((tag) => tableOf(face, tag));
  if (!head || !loca || !glyf) return false;
  const isLong = head.getInt16(50) === 1;
  if (loca.byteLength < (glyphs + 1) * (isLong ? 4 : 2)) return false;
  let before = 0;
  for (let glyph = 0; glyph <= glyphs; glyph++) {
    const place = isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
    if (place < before || place > glyf.byteLength) return false;
    before = place;
  }
  return true;
}

function unicodeMapOf(face: Sfnt): 'sound' | 'none' | 'damaged' {
  const cmap = tableOf(face, 'cmap') as DataView;
  const count = cmap.getUint16(2);
  if (count > MOST_SUBTABLES || 4 + count * 8 > cmap.byteLength) return 'damaged';
  const places = new Map<string, number>();
  for (let at = 4; at < 4 + count * 8; at += 8) {
    places.set(`${cmap.getUint16(at)} ${cmap.getUint16(at + 2)}`, cmap.getUint32(at + 4));
  }
  const wanted = UNICODE_MAPS.find((map) => places.has(map));
  const place = places.get(wanted ?? '');
  if (place === undefined) return 'none';
  if (place + 16 > cmap.byteLength) return 'damaged';
  const format = cmap.getUint16(place);
  if (!MAP_FORMATS.includes(format)) return 'none';
  const length = format === 4 ? 16 + cmap.getUint16(place + 6) * 4 : 16 + cmap.getUint32(place + 12) * 12;
  return place + length > cmap.byteLength ? 'damaged' : 'sound';
}

/** What a paper needs of a font; whatever else the file holds is never read. */
const KEPT = ['OS/2', 'CFF ', 'cmap', 'cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'post', 'prep'];
/** Of `post` only the head is kept, which then says that no names of glyphs follow. */
const POST_LENGTH = 32;
const POST_WITHOUT_NAMES = 0x00030000;

/** The face as a font file of its own, with no table that papers do not need. */
export function faceAlone(face: Sfnt): Uint8Array {
  const tags = KEPT.filter((tag) => face.tables.has(tag));
  const parts = tags.map((tag) => {
    const { offset, length } = face.tables.get(tag) as TableSpan;
    return face.bytes.subarray(offset, offset + (tag === 'post' ? POST_LENGTH : length));
  });
  const isOpenType = face.tables.has('CFF ');
  let place = HEADER_LENGTH + tags.length * ENTRY_LENGTH;
  const bytes = new Uint8Array(place + parts.reduce((sum, part) => sum + padded(part.length), 0));
  const view = viewOf(bytes);
  view.setUint32(0, isOpenType ? OPEN_TYPE : 0x00010000);
  view.setUint16(4, tags.length);
  tags.forEach((tag, at) => {
    const part = parts[at] as Uint8Array;
    const entry = HEADER_LENGTH + at * ENTRY_LENGTH;
    [...tag].forEach((letter, of) => {
      view.setUint8(entry + of, letter.charCodeAt(0));
    });
    view.setUint32(entry + 8, place);
    view.setUint32(entry + 12, part.length);
    bytes.set(part, place);
    if (tag === 'post') view.setUint32(place, POST_WITHOUT_NAMES);
    place += padded(part.length);
  });
  return bytes;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
