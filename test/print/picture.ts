/** Grey PNG files of eight bits a dot, written and read back, and how far two pictures differ. */

import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Picture } from './reading.ts';

export function readPng(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (view.getUint8(24) !== 8 || view.getUint8(25) !== 0) throw new Error('not a grey picture of eight bits');
  const parts: Uint8Array[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = view.getUint32(at);
    const kind = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8));
    if (kind === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(parts)), width, height) };
}

/** Our own files use no filter: each row is a zero and its dots. */
function unfiltered(rows: Uint8Array, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = y * (width + 1);
    if (rows[start] !== 0) throw new Error('a picture of another program');
    pixels.set(rows.subarray(start + 1, start + 1 + width), y * width);
  }
  return pixels;
}

export function writePng({ width, height, pixels }: Picture): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  head.setUint8(8, 8);
  const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [
    chunk('IHDR', new Uint8Array(head.buffer)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ];
  return Buffer.concat([signature, ...chunks]);
}

function chunk(kind: string, content: Uint8Array): Uint8Array {
  const body = Buffer.concat([new TextEncoder().encode(kind), content]);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, content.length);
  frame.setUint32(4, crc32(body));
  const bytes = new Uint8Array(frame.buffer);
  return Buffer.concat([bytes.subarray(0, 4), body, bytes.subarray(4)]);
}

const BLOCK = 6;

/**
 * Share of blocks of 6 × 6 dots whose mean grey differs by more than a quarter of the scale: strokes smoothed otherwise
 * by another version of poppler stay below, a line, a word or a tick that moved or is gone does not.
 */
export function differingBlocks(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let [blocks, differing] = [0, 0];
  for (let top = 0; top + BLOCK <= one.height; top += BLOCK) {
    for (let left = 0; left + BLOCK <= one.width; left += BLOCK) {
      blocks += 1;
      if (Math.abs(meanOf(one, left, top) - meanOf(other, left, top)) > 64) differing += 1;
    }
  }
  return differing / blocks;
}

function meanOf({ width, pixels }: Picture, left: number, top: number): number {
  let sum = 0;
  for (let y = top; y < top + BLOCK; y++) {
    for (let x = left; x < left + BLOCK; x++) sum += pixels[y * width + x] ?? 255;
  }
  return sum / (BLOCK * BLOCK);
}
