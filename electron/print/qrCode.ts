/** QR codes (ISO/IEC 18004): texts in UTF-8 bytes, error correction M, versions 1 to 10, which hold up to 213 bytes. */

import { errorBytes, QR_BLOCKS, type QrBlocks } from './qrBlocks.ts';
import type { Sheet } from './sheet.ts';

/** Rows of modules, true = dark; without the quiet zone of four modules. */
export type QrModules = readonly (readonly boolean[])[];

type Grid = { readonly side: number; readonly dark: Uint8Array; readonly isFixed: Uint8Array };

/** Throws a `RangeError` for a text that version 10 does not hold. */
export function qrCode(text: string): QrModules {
  const bytes = new TextEncoder().encode(text);
  const version = QR_BLOCKS.findIndex(({ data }, index) => bytes.length + (index < 9 ? 2 : 3) <= total(data)) + 1;
  const blocks = QR_BLOCKS[version - 1];
  if (!blocks) throw new RangeError('too long for a QR code of version 10');
  const grid = fixedPatterns(version, blocks);
  place(grid, interleaved(dataBytes(bytes, version, total(blocks.data)), blocks));
  const masked = MASKS.map((_, mask) => maskedBy(grid, mask));
  const best = masked.toSorted((a, b) => penalty(a) - penalty(b))[0] ?? grid;
  return Array.from({ length: grid.side }, (_, y) =>
    Array.from({ length: grid.side }, (__, x) => best.dark[y * grid.side + x] === 1),
  );
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Mode, length, bytes, end, and the two filling bytes by turns. */
function dataBytes(bytes: Uint8Array, version: number, capacity: number): readonly number[] {
  const bits: number[] = [];
  const push = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
  };
  push(0b0100, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, capacity * 8 - bits.length));
  while (bits.length % 8 > 0) bits.push(0);
  const data = Array.from({ length: bits.length / 8 }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  );
  for (let filler = 0; data.length < capacity; filler++) data.push(filler % 2 === 0 ? 0xec : 0x11);
  return data;
}

function interleaved(data: readonly number[], { data: counts, errors }: QrBlocks): readonly number[] {
  let at = 0;
  const blocks = counts.map((count) => {
    at += count;
    return data.slice(at - count, at);
  });
  const taken = (lists: readonly (readonly number[])[], most: number) =>
    Array.from({ length: most }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
  const corrections = blocks.map((block) => errorBytes(block, errors));
  return [...taken(blocks, Math.max(...counts)), ...taken(corrections, errors)];
}

function fixedPatterns(version: number, { alignment }: QrBlocks): Grid {
  const side = 17 + 4 * version;
  const grid = { side, dark: new Uint8Array(side * side), isFixed: new Uint8Array(side * side) };
  for (let at = 0; at < side; at++) {
    set(grid, 6, at, at % 2 === 0);
    set(grid, at, 6, at % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [side - 4, 3],
    [3, side - 4],
  ] as const) {
    square(grid, x, y, 4, (distance) => distance !== 2 && distance !== 4);
  }
  for (const x of alignment) {
    for (const y of alignment) {
      const isFinder = (x === 6 && y === 6) || (x === 6 && y === side - 7) || (x === side - 7 && y === 6);
      if (!isFinder) square(grid, x, y, 2, (distance) => distance !== 1);
    }
  }
  writeFormat(grid, 0);
  if (version >= 7) writeVersion(grid, version);
  return grid;
}

function set({ side, dark, isFixed }: Grid, x: number, y: number, isDark: boolean): void {
  if (x < 0 || y < 0 || x >= side || y >= side) return;
  dark[y * side + x] = isDark ? 1 : 0;
  isFixed[y * side + x] = 1;
}

function square(grid: Grid, x: number, y: number, reach: number, isDark: (distance: number) => boolean): void {
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      set(grid, x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  }
}

/** What a number leaves when it is divided by a generator of binary coefficients. */
function remainder(value: number, generator: number, bits: number): number {
  let rest = value << bits;
  const top = 31 - Math.clz32(generator);
  while (31 - Math.clz32(rest) >= top && rest !== 0) rest ^= generator << (31 - Math.clz32(rest) - top);
  return rest;
}

/** Level M is 00, so that the five bits are those of the mask. */
function writeFormat(grid: Grid, mask: number): void {
  const { side } = grid;
  const bits = ((mask << 10) | remainder(mask, 0x537, 10)) ^ 0x5412;
  const isSet = (bit: number) => ((bits >> bit) & 1) === 1;
  for (let bit = 0; bit < 6; bit++) set(grid, 8, bit, isSet(bit));
  set(grid, 8, 7, isSet(6));
  set(grid, 8, 8, isSet(7));
  set(grid, 7, 8, isSet(8));
  for (let bit = 9; bit < 15; bit++) set(grid, 14 - bit, 8, isSet(bit));
  for (let bit = 0; bit < 8; bit++) set(grid, side - 1 - bit, 8, isSet(bit));
  for (let bit = 8; bit < 15; bit++) set(grid, 8, side - 15 + bit, isSet(bit));
  set(grid, 8, side - 8, true);
}

function writeVersion(grid: Grid, version: number): void {
  const bits = (version << 12) | remainder(version, 0x1f25, 12);
  for (let bit = 0; bit < 18; bit++) {
    const isSet = ((bits >> bit) & 1) === 1;
    const [near, far] = [Math.floor(bit / 3), grid.side - 11 + (bit % 3)];
    set(grid, far, near, isSet);
    set(grid, near, far, isSet);
  }
}

/** Two columns at a time from the right, up and down by turns, past the upright timing pattern. */
function place({ side, dark, isFixed }: Grid, codewords: readonly number[]): void {
  let bit = 0;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    const isUp = ((right + 1) & 2) === 0;
    for (let step = 0; step < side; step++) {
      const y = isUp ? side - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (isFixed[y * side + x] === 1) continue;
        dark[y * side + x] = ((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
        bit += 1;
      }
    }
  }
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function maskedBy({ side, dark, isFixed }: Grid, mask: number): Grid {
  const isFlipped = MASKS[mask] ?? (() => false);
  const flipped = dark.map((module, at) =>
    isFixed[at] === 0 && isFlipped(at % side, Math.floor(at / side)) ? 1 - module : module,
  );
  const grid = { side, dark: flipped, isFixed };
  const own = { ...grid, isFixed: isFixed.slice() };
  writeFormat(own, mask);
  return own;
}

/** The four features that make a code hard to find or read. */
function penalty({ side, dark }: Grid): number {
  const at = (x: number, y: number) => dark[y * side + x] ?? 0;
  let sum = 0;
  for (let line = 0; line < side; line++) {
    sum += linePenalty(Array.from({ length: side }, (_, x) => at(x, line)).join(''));
    sum += linePenalty(Array.from({ length: side }, (_, y) => at(line, y)).join(''));
  }
  for (let y = 1; y < side; y++) {
    for (let x = 1; x < side; x++) {
      const four = at(x, y) + at(x - 1, y) + at(x, y - 1) + at(x - 1, y - 1);
      if (four === 0 || four === 4) sum += 3;
    }
  }
  const share = dark.reduce((count, module) => count + module, 0) / (side * side);
  return sum + 10 * Math.floor(Math.abs(share * 20 - 10));
}

function linePenalty(line: string): number {
  const runs = [...line.matchAll(/0{5,}|1{5,}/g)].reduce((sum, [run]) => sum + run.length - 2, 0);
  return runs + 40 * [...line.matchAll(/(?=0000(?=1011101)|1011101(?=0000))/g)].length;
}

/** Tenths of a point: what the operators of a sheet can say, so that modules meet without a gap. */
const TENTHS = 10;

export type CodePlace = { readonly x: number; readonly y: number; readonly size: number };

/** Draws a code within a square of `size` points, its upper left corner at `x`, `y`, and answers the side it has. */
export function drawQrCode(sheet: Sheet, text: string, place: CodePlace, alternative: string): number {
  const modules = qrCode(text);
  const module = Math.floor((place.size / modules.length) * TENTHS) / TENTHS;
  const [left, top] = [Math.round(place.x * TENTHS) / TENTHS, Math.round(place.y * TENTHS) / TENTHS];
  const boxes = modules.flatMap((row, y) =>
    [
      ...row
        .map((isDark) => (isDark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: run, index }) => ({
      x: left + index * module,
      y: top + y * module,
      width: run.length * module,
      height: module,
    })),
  );
  sheet.tag('Figure', () => sheet.fill(boxes), { alternative });
  return modules.length * module;
}
