/** Object streams (ISO 32000-1, 7.5.7): many small objects compressed as one. */

export type NumberedText = { readonly number: number; readonly text: string };

/** What stands in the stream, where its first object begins, and what its dictionary says besides. */
export type Pack = {
  readonly bytes: Uint8Array;
  readonly first: number;
  readonly entries?: string;
};
export type PackWriter = (objects: readonly NumberedText[]) => Pack;

export function writePack(objects: readonly NumberedText[]): Pack {
  let [head, body] = ['', ''];
  for (const { number, text } of objects) {
    head += `${number} ${body.length} `;
    body += `${text}\n`;
  }
  return { bytes: new TextEncoder().encode(head + body), first: head.length };
}

/** Longer objects are lists of references; each of these is padded to one column. */
const LONGEST_ROW = 96;
export const REFERENCE_COLUMNS = 12;
const [SPACE, ZERO] = [32, 48];
const DIGITS = 10;

/**
 * Objects of one kind differ in a few digits that count on. Laid out in rows of one width, of which each is written as
 * the difference from the row above, they take a fifth of the room.
 */
export function writeLikePack(objects: readonly NumberedText[]): Pack {
  const longest = objects.reduce((most, { text }) => Math.max(most, text.length + 1), 2 * DIGITS + 2);
  const width = longest > LONGEST_ROW ? REFERENCE_COLUMNS : longest;
  const lengthOf = (length: number) => Math.ceil(length / width) * width;
  const headLength = lengthOf(2 * DIGITS + 2);
  const first = objects.length * headLength;
  const bodyLength = objects.reduce((sum, { text }) => sum + lengthOf(text.length + 1), 0);
  const bytes = Buffer.alloc(first + bodyLength, SPACE);
  let [row, at] = [0, 0];
  for (const { number, text } of objects) {
    writeNumber(bytes, row + DIGITS, number);
    writeNumber(bytes, row + 2 * DIGITS + 1, at);
    bytes.write(text, first + at, 'latin1');
    row += headLength;
    at += lengthOf(text.length + 1);
  }
  const entries = `/DecodeParms<</Predictor 12/Columns ${width}>>`;
  return { bytes: differences(bytes, width), first, entries };
}

/** In digits that end before a place. */
function writeNumber(bytes: Uint8Array, end: number, number: number): void {
  let [place, rest] = [end, number];
  do {
    place -= 1;
    bytes[place] = ZERO + (rest % 10);
    rest = Math.floor(rest / 10);
  } while (rest > 0);
}

const ROW_ABOVE = 2;

/** Each row as its difference from the row above (PNG predictor Up). */
export function differences(bytes: Uint8Array, width: number): Uint8Array {
  const rows = Math.ceil(bytes.length / width);
  const written = new Uint8Array(rows * (width + 1));
  let to = 0;
  for (let row = 0; row < rows; row++) {
    written[to++] = ROW_ABOVE;
    const from = row * width;
    for (let at = from; at < from + width; at++) {
      written[to++] = (bytes[at] ?? 0) - (row === 0 ? 0 : (bytes[at - width] ?? 0));
    }
  }
  return written;
}
