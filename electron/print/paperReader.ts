/** Reads back the objects of a paper that this program wrote (ISO 32000-1, 7.5): all its updates, all its packs. */

import { inflateSync } from 'node:zlib';
import { readTrailer } from './pdfTrailer.ts';

/** The text of an object; of a stream that of its dictionary, and the bytes as they stand in the file. */
export type ReadObject = { readonly text: string; readonly stream?: Uint8Array };

export type PaperReader = {
  readonly root: number;
  readonly info: number;
  /** Throws a `RangeError` where there is none. */
  readonly object: (number: number) => ReadObject;
};

type Place = { readonly type: number; readonly first: number; readonly second: number };

const ROW = 7;
const LONGEST_HEAD = 1 << 16;

export function openPaperReader(bytes: Uint8Array): PaperReader {
  const { root, info, startXref } = readTrailer(bytes);
  const places = placesOf(bytes, startXref);
  const packs = new Map<number, readonly string[]>();

  function object(number: number): ReadObject {
    const place = places.get(number);
    if (place?.type === 1) return objectAt(bytes, place.first);
    const text = place?.type === 2 ? packOf(place.first)[place.second] : undefined;
    if (text === undefined) throw new RangeError(`no object ${number}`);
    return { text };
  }

  function packOf(number: number): readonly string[] {
    const known = packs.get(number) ?? readPack(object(number));
    packs.set(number, known);
    return known;
  }

  return { root, info, object };
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function objectAt(bytes: Uint8Array, place: number): ReadObject {
  const head = latin1(bytes.subarray(place, place + LONGEST_HEAD));
  const start = head.indexOf('\n') + 1;
  const streamAt = head.indexOf('>>stream\n', start);
  const end = head.indexOf('\nendobj', start);
  if (streamAt < 0 || (end >= 0 && end < streamAt)) return { text: wholeObject(bytes, place + start) };
  const text = head.slice(start, streamAt + 2);
  const from = place + streamAt + '>>stream\n'.length;
  return { text, stream: bytes.subarray(from, from + numberIn(text, 'Length')) };
}

/** The list of all pages may be longer than anything else. */
function wholeObject(bytes: Uint8Array, from: number): string {
  for (let length = LONGEST_HEAD; ; length *= 4) {
    const text = latin1(bytes.subarray(from, from + length));
    const end = text.indexOf('\nendobj');
    if (end >= 0) return text.slice(0, end);
    if (from + length > bytes.length) throw new RangeError('an object without end');
  }
}

export function numberIn(text: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+)`).exec(text)?.[1] ?? Number.NaN);
}

/** What the filters of a stream hide. */
export function contentOf({ text, stream = new Uint8Array() }: ReadObject): Uint8Array {
  const raw = text.includes('/FlateDecode') ? inflateSync(stream) : stream;
  return text.includes('/Predictor') ? undoDifferences(raw, numberIn(text, 'Columns')) : raw;
}

function undoDifferences(rows: Uint8Array, width: number): Uint8Array {
  const bytes = new Uint8Array((rows.length / (width + 1)) * width);
  for (let at = 0; at < bytes.length; at++) {
    const above = at < width ? 0 : (bytes[at - width] ?? 0);
    bytes[at] = (rows[at + Math.floor(at / width) + 1] ?? 0) + above;
  }
  return bytes;
}

function readPack(pack: ReadObject): readonly string[] {
  const content = latin1(contentOf(pack));
  const first = numberIn(pack.text, 'First');
  const numbers = content.slice(0, first).trim().split(/\s+/).map(Number);
  const starts = numbers.filter((_, index) => index % 2 === 1);
  return starts.map((start, index) =>
    content.slice(first + start, first + (starts[index + 1] ?? content.length)).trim(),
  );
}

/** The newest place of every object: later updates come first. */
function placesOf(bytes: Uint8Array, newest: number): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  for (let start = newest; !Number.isNaN(start); ) {
    const table = objectAt(bytes, start);
    const rows = contentOf(table);
    const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
    const index = /\/Index\[([\d ]+)\]/.exec(table.text)?.[1] ?? '';
    let row = 0;
    for (const number of numbersOf(index)) {
      const at = ROW * row++;
      const place = { type: view.getUint8(at), first: view.getUint32(at + 1), second: view.getUint16(at + 5) };
      if (!places.has(number)) places.set(number, place);
    }
    start = numberIn(table.text, 'Prev');
  }
  return places;
}

/** 3 2 9 1 = 3, 4 and 9. */
function* numbersOf(runs: string): Generator<number> {
  const numbers = runs.split(' ').map(Number);
  for (let run = 0; run < numbers.length; run += 2) {
    const [first = 0, count = 0] = numbers.slice(run);
    for (let number = first; number < first + count; number++) yield number;
  }
}
