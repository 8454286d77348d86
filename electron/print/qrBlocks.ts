/** How the bytes of a QR code of error correction M are divided into blocks, and the bytes that correct errors in them. */

export type QrBlocks = {
  /** Bytes of data in each block. */
  readonly data: readonly number[];
  /** Bytes of correction in each block. */
  readonly errors: number;
  /** Middles of the alignment patterns. */
  readonly alignment: readonly number[];
};

/** Versions 1 to 10 (ISO/IEC 18004:2015, tables 9 and E.1). */
export const QR_BLOCKS: readonly QrBlocks[] = [
  { data: [16], errors: 10, alignment: [] },
  { data: [28], errors: 16, alignment: [6, 18] },
  { data: [44], errors: 26, alignment: [6, 22] },
  { data: [32, 32], errors: 18, alignment: [6, 26] },
  { data: [43, 43], errors: 24, alignment: [6, 30] },
  { data: [27, 27, 27, 27], errors: 16, alignment: [6, 34] },
  { data: [31, 31, 31, 31], errors: 18, alignment: [6, 22, 38] },
  { data: [38, 38, 39, 39], errors: 22, alignment: [6, 24, 42] },
  { data: [36, 36, 36, 37, 37], errors: 22, alignment: [6, 26, 46] },
  { data: [43, 43, 43, 43, 44], errors: 26, alignment: [6, 28, 50] },
];

/** Powers of 2 in the field of 256 elements over x⁸ + x⁴ + x³ + x² + 1. */
const POWERS = new Uint8Array(255);
const LOGARITHMS = new Uint8Array(256);
for (let exponent = 0, value = 1; exponent < 255; exponent++) {
  POWERS[exponent] = value;
  LOGARITHMS[value] = exponent;
  value = value < 128 ? value * 2 : (value * 2) ^ 0x11d;
}

function times(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return POWERS[((LOGARITHMS[a] ?? 0) + (LOGARITHMS[b] ?? 0)) % 255] ?? 0;
}

/** The remainder of Reed and Solomon. */
export function errorBytes(data: readonly number[], count: number): readonly number[] {
  let generator = [1];
  for (let root = 0; root < count; root++) {
    const grown = [...generator, 0];
    generator.forEach((coefficient, index) => {
      grown[index + 1] = (grown[index + 1] ?? 0) ^ times(coefficient, POWERS[root] ?? 0);
    });
    generator = grown;
  }
  const rest = new Array<number>(count).fill(0);
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    generator.slice(1).forEach((coefficient, index) => {
      rest[index] = (rest[index] ?? 0) ^ times(coefficient, factor);
    });
  }
  return rest;
}
