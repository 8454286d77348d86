/** Files in a zip: papers as they are, for they are compressed within themselves; parts of a workbook deflated. APPNOTE.TXT 4.3 */

export type ZippedFile = {
  readonly name: string;
  readonly content: Uint8Array;
  /** Of the content before it was deflated; absent where it is stored as it is. */
  readonly deflated?: { readonly crc32: number; readonly size: number };
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the first day a zip can name: the papers themselves say when they were made. */
const DOS_DAY = 0x21;
const MOST_FILES = 0xffff;
const STORED = 0;
const DEFLATED = 8;

type Field = readonly [bytes: 2 | 4, value: number];

function record(fields: readonly Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/** `crc32` is the platform's, which is faster than any of ours. */
export function writeZip(files: readonly ZippedFile[], crc32: (content: Uint8Array) => number): Uint8Array {
  if (files.length > MOST_FILES) throw new RangeError('too many files for one zip');
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, deflated } of files) {
    const encoded = new TextEncoder().encode(name);
    const described: readonly Field[] = [
      [2, VERSION],
      [2, FLAGS],
      [2, deflated ? DEFLATED : STORED],
      [2, 0],
      [2, DOS_DAY],
      [4, deflated?.crc32 ?? crc32(content)],
      [4, content.length],
      [4, deflated?.size ?? content.length],
      [2, encoded.length],
      [2, 0],
    ];
    const head = record([[4, LOCAL], ...described]);
    directory.push(
      record([[4, CENTRAL], [2, VERSION], ...described, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]),
      encoded,
    );
    parts.push(head, encoded, content);
    offset += head.length + encoded.length + content.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count: readonly Field[] = [
    [2, files.length],
    [2, files.length],
  ];
  const end = record([[4, END], [2, 0], [2, 0], ...count, [4, size], [4, offset], [2, 0]]);
  return joined([...parts, ...directory, end]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
