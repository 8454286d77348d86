/** Reads printed codes back from a picture of the paper, from the bounding box of the ink alone. */

import { errorBytes, QR_BLOCKS } from '../../electron/print/qrBlocks.ts';
import type { QrModules } from '../../electron/print/qrCode.ts';
import type { Box, Picture } from './reading.ts';

type Ink = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

function inkOf({ width, height, pixels }: Picture): Ink {
  const ink = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((pixels[y * width + x] ?? 255) > 127) continue;
      ink.left = Math.min(ink.left, x);
      ink.right = Math.max(ink.right, x + 1);
      ink.top = Math.min(ink.top, y);
      ink.bottom = Math.max(ink.bottom, y + 1);
    }
  }
  return ink;
}

const isDark = ({ width, pixels }: Picture, x: number, y: number): boolean =>
  (pixels[Math.floor(y) * width + Math.floor(x)] ?? 255) < 128;

/** A code amid other ink, by a box in points. */
export function modulesIn(picture: Picture, box: Box, dotsAnInch: number): QrModules {
  const dots = (points: number) => Math.round((points * dotsAnInch) / 72);
  const [left, top] = [dots(box.left), dots(box.top)];
  const [width, height] = [dots(box.right) - left, dots(box.bottom) - top];
  const pixels = Uint8Array.from(
    { length: width * height },
    (_, index) => picture.pixels[(top + Math.floor(index / width)) * picture.width + left + (index % width)] ?? 255,
  );
  return modulesOf({ width, height, pixels });
}

/** The upper edge of the finder pattern is seven modules long: that tells the size of one. */
export function modulesOf(picture: Picture): QrModules {
  const { left, top, right, bottom } = inkOf(picture);
  let finder = 0;
  while (isDark(picture, left + finder, top + 1)) finder += 1;
  const side = Math.round((right - left) / (finder / 7));
  const [dx, dy] = [(right - left) / side, (bottom - top) / side];
  return Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (__, x) => isDark(picture, left + (x + 0.5) * dx, top + (y + 0.5) * dy)),
  );
}

const MASKS: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Throws where a block does not carry the correction of its data. */
export function readQr(modules: QrModules): string {
  const side = modules.length;
  const version = (side - 17) / 4;
  const blocks = QR_BLOCKS[version - 1];
  if (!blocks) throw new Error(`no version has ${side} modules`);
  const at = (x: number, y: number) => modules[y]?.[x] === true;
  const level = [at(0, 8), at(1, 8)];
  // The mask pattern of the format itself is 101010000010010.
  if (level[0] !== true || level[1] !== false) throw new Error('not of level M');
  const masking = [at(2, 8), at(3, 8), at(4, 8)].reduce((bits, dark) => bits * 2 + Number(dark), 0) ^ 0b101;
  const isFlipped = MASKS[masking];
  if (!isFlipped) throw new Error('no mask');
  const reserved = reservedModules(version, blocks.alignment);
  const bits: number[] = [];
  for (let right = side - 1, isUp = true; right > 0; right -= 2, isUp = !isUp) {
    if (right === 6) right = 5;
    for (let step = 0; step < side; step++) {
      const y = isUp ? side - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!reserved(x, y)) bits.push(Number(at(x, y)) ^ (isFlipped(x, y) === 0 ? 1 : 0));
      }
    }
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  );
  const data = dataOf(words, blocks.data, blocks.errors);
  const count = version < 10 ? [4, 8] : [4, 16];
  const all = data.flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (byte >> bit) & 1));
  const number = (from: number, length: number) =>
    all.slice(from, from + length).reduce((value, bit) => value * 2 + bit, 0);
  if (number(0, 4) !== 4) throw new Error('not in bytes');
  const [mode = 4, lengthBits = 8] = count;
  const length = number(mode, lengthBits);
  return new TextDecoder().decode(Uint8Array.from({ length }, (_, index) => number(mode + lengthBits + 8 * index, 8)));
}

function reservedModules(version: number, alignment: readonly number[]) {
  const side = 17 + 4 * version;
  return (x: number, y: number): boolean => {
    if (x === 6 || y === 6) return true;
    if ((x < 9 && y < 9) || (x >= side - 8 && y < 9) || (x < 9 && y >= side - 8)) return true;
    if (version >= 7 && ((x >= side - 11 && y < 6) || (y >= side - 11 && x < 6))) return true;
    return alignment.some((middleX) =>
      alignment.some((middleY) => {
        const atFinder =
          (middleX === 6 && middleY === 6) ||
          (middleX === 6 && middleY === side - 7) ||
          (middleX === side - 7 && middleY === 6);
        return !atFinder && Math.abs(x - middleX) <= 2 && Math.abs(y - middleY) <= 2;
      }),
    );
  };
}

function dataOf(words: readonly number[], counts: readonly number[], errors: number): readonly number[] {
  const blocks: number[][] = counts.map(() => []);
  let at = 0;
  for (let index = 0; index < Math.max(...counts); index++) {
    blocks.forEach((block, number) => {
      if (index < (counts[number] ?? 0)) block.push(words[at++] ?? 0);
    });
  }
  const corrections: number[][] = counts.map(() => []);
  for (let index = 0; index < errors; index++) for (const block of corrections) block.push(words[at++] ?? 0);
  blocks.forEach((block, number) => {
    if (errorBytes(block, errors).join() !== corrections[number]?.join()) throw new Error(`block ${number} is damaged`);
  });
  return blocks.flat();
}

/** Runs of ink and paper across the middle of the only bars on a page, in modules. */
export function barsOf(picture: Picture): readonly number[] {
  const { left, top, right, bottom } = inkOf(picture);
  const middle = (top + bottom) / 2;
  const runs: number[] = [];
  let before: boolean | undefined;
  for (let x = left; x < right; x++) {
    const dark = isDark(picture, x, middle);
    if (dark === before) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(1);
    before = dark;
  }
  // The stop of Code 128 is 13 modules wide and ends with a bar of two.
  const module = runs.slice(-7).reduce((sum, run) => sum + run, 0) / 13;
  return runs.map((run) => Math.round(run / module));
}
