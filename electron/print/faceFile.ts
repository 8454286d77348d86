/** A face that stays in its file: its tables are read when it is opened, outlines when a paper embeds them. */

import type { Font } from 'fontkit';
import { tableOf } from './faceTables.ts';

export type FaceFile = {
  /** In bytes. */
  readonly size: number;
  readonly read: (from: number, length: number) => Uint8Array;
};

/** OpenType specification, chapter "The OpenType Font File": the directory of tables. */
const [HEAD, ROW, COUNT, OFFSET, LENGTH] = [12, 16, 4, 8, 12];
const OUTLINES = 'glyf';

const files = new WeakMap<Font, FaceFile>();

/** The file with nothing where its outlines are: what nobody writes to takes no memory, and they are nearly all of it. */
export function bytesWithoutOutlines({ size, read }: FaceFile): Uint8Array {
  const bytes = new Uint8Array(size);
  const load = (from: number, length: number) => bytes.set(read(from, length), from);
  load(0, HEAD);
  const view = new DataView(bytes.buffer);
  const count = view.getUint16(COUNT);
  load(HEAD, ROW * count);
  for (let row = HEAD; row < HEAD + ROW * count; row += ROW) {
    const tag = String.fromCharCode(...bytes.subarray(row, row + OUTLINES.length));
    if (tag !== OUTLINES) load(view.getUint32(row + OFFSET), view.getUint32(row + LENGTH));
  }
  return bytes;
}

export function keepFile(font: Font, file: FaceFile): void {
  files.set(font, file);
}

/** The bytes of an outline by its place among them. */
export function outlinesOf(font: Font): (from: number, to: number) => Uint8Array {
  const { buffer, byteOffset, byteLength } = tableOf(font, OUTLINES);
  const file = files.get(font);
  if (!file) return (from, to) => new Uint8Array(buffer, byteOffset, byteLength).subarray(from, to);
  const start = font.directory.tables[OUTLINES]?.offset ?? 0;
  return (from, to) => file.read(start + from, Math.max(0, to - from));
}
