/** Content operators as the bytes they will be: a ledger has millions of them, and strings would cost memory for each. */

import { fontOf, isTwoBytes, type PackedCode } from './codes.ts';

export type Operators = {
  /** ASCII only. */
  readonly write: (text: string) => void;
  /** The codes of one font that stand side by side in a text, from a place on; answers the place after the last. */
  readonly writeRun: (text: string, from: number, codes: Uint32Array, font: number) => number;
  /** A code as one or two bytes of a string. */
  readonly writeCode: (packed: PackedCode) => void;
  /** Points, counted in tenths: short to write, finer than an office printer's dot. */
  readonly writeTenths: (tenths: number) => void;
  /** A copy of what was written; the next sheet begins with nothing. */
  readonly take: () => Uint8Array;
};

const FIRST_SIZE = 1 << 15;
/** No single piece of an operator is longer than its own text and this. */
const RESERVE = 16;
const [ZERO, POINT, MINUS] = [48, 46, 45];

export function openOperators(): Operators {
  let bytes = new Uint8Array(FIRST_SIZE);
  let length = 0;

  function reserve(count: number): void {
    if (length + count <= bytes.length) return;
    const larger = new Uint8Array(2 * (length + count));
    larger.set(bytes.subarray(0, length));
    bytes = larger;
  }

  function write(text: string): void {
    reserve(text.length);
    for (let index = 0; index < text.length; index++) bytes[length++] = text.charCodeAt(index);
  }

  function writeCode(packed: PackedCode): void {
    reserve(RESERVE);
    if (isTwoBytes(packed)) bytes[length++] = packed >> 8;
    bytes[length++] = packed;
  }

  /** Room is made once and everything stands in variables of its own, since a ledger writes a million codes. */
  function writeRun(text: string, from: number, codes: Uint32Array, font: number): number {
    reserve(2 * text.length);
    const into = bytes;
    let [place, index] = [from, length];
    for (; place < text.length; place++) {
      const packed = codes[text.charCodeAt(place)] ?? 0;
      if (packed === 0 || fontOf(packed) !== font) break;
      if (isTwoBytes(packed)) into[index++] = packed >> 8;
      into[index++] = packed;
    }
    length = index;
    return place;
  }

  function writeTenths(signed: number): void {
    reserve(RESERVE);
    let tenths = signed;
    if (tenths < 0) {
      bytes[length++] = MINUS;
      tenths = -tenths;
    }
    let unit = 10;
    while (unit * 10 <= tenths) unit *= 10;
    for (; unit >= 10; unit = Math.floor(unit / 10)) bytes[length++] = ZERO + (Math.floor(tenths / unit) % 10);
    if (tenths % 10 === 0) return;
    bytes[length++] = POINT;
    bytes[length++] = ZERO + (tenths % 10);
  }

  function take(): Uint8Array {
    const taken = bytes.slice(0, length);
    length = 0;
    return taken;
  }

  return { write, writeRun, writeCode, writeTenths, take };
}
