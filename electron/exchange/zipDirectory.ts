/** The directory of a zip file, read and weighed before anything is unpacked; bombs, macros and secrets are refused here. */

import { MAXIMUM_FILE_BYTES } from './table.ts';

export const MAXIMUM_ENTRIES = 2_000;
export const MAXIMUM_UNPACKED_BYTES = 200 * 1024 * 1024;
export const MAXIMUM_RATIO = 100;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

export type ZipEntry = {
  readonly name: string;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly offset: number;
};

export type ZipProblem =
  | 'tooLarge'
  | 'damaged'
  | 'tooManyEntries'
  | 'bomb'
  | 'encrypted'
  | 'macros'
  | 'nestedArchive'
  | 'unsafePath';

/** Why the file must not be unpacked, or `null`. Sizes are first believed, then each entry is counted as it really unpacks. */
export async function zipProblem(bytes: Uint8Array<ArrayBuffer>): Promise<ZipProblem | null> {
  if (bytes.length > MAXIMUM_FILE_BYTES) return 'tooLarge';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return 'damaged';
  const count = view.getUint16(end + 10, true);
  if (count > MAXIMUM_ENTRIES) return 'tooManyEntries';
  const entries = directoryEntries(bytes, view, view.getUint32(end + 16, true), count);
  if (entries === null) return 'damaged';
  return declaredProblem(entries, bytes.length) ?? (await realProblem(bytes, view, entries));
}

function declaredProblem(entries: readonly ZipEntry[], fileBytes: number): ZipProblem | null {
  if (entries.some((entry) => entry.isEncrypted)) return 'encrypted';
  if (entries.some((entry) => /(^|\/)(vbaProject[^/]*\.bin|macrosheets\/.*|dialogsheets\/.*)$/iu.test(entry.name)))
    return 'macros';
  if (entries.some((entry) => /\.(zip|7z|rar|gz|xz|bz2|xlsx|xlsm|docx)$/iu.test(entry.name))) return 'nestedArchive';
  if (entries.some((entry) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|:/u.test(entry.name))) return 'unsafePath';
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > MAXIMUM_UNPACKED_BYTES || unpacked > fileBytes * MAXIMUM_RATIO) return 'bomb';
  return null;
}

/** Unpacks entry by entry, counting and keeping nothing: a directory that lies about a size is refused at that size. */
async function realProblem(
  bytes: Uint8Array<ArrayBuffer>,
  view: DataView,
  entries: readonly ZipEntry[],
): Promise<ZipProblem | null> {
  for (const entry of entries) {
    const packed = packedBytes(bytes, view, entry);
    if (packed === null || (entry.method !== STORED && entry.method !== DEFLATED)) return 'damaged';
    const unpacked = entry.method === STORED ? packed.length : await inflatedLength(packed, entry.unpackedBytes);
    if (unpacked === null || unpacked < entry.unpackedBytes) return 'damaged';
    if (unpacked > entry.unpackedBytes) return 'bomb';
  }
  return null;
}

/** How many bytes come out, counted no further than past `ceiling`; `null` when the data is broken. */
async function inflatedLength(packed: Uint8Array<ArrayBuffer>, ceiling: number): Promise<number | null> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return length;
      length += value.length;
      if (length > ceiling) {
        await reader.cancel();
        return length;
      }
    }
  } catch {
    return null;
  }
}

function packedBytes(bytes: Uint8Array<ArrayBuffer>, view: DataView, entry: ZipEntry): Uint8Array<ArrayBuffer> | null {
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_ENTRY) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const end = start + entry.packedBytes;
  return end > bytes.length ? null : bytes.subarray(start, end);
}

function directoryEntries(
  bytes: Uint8Array<ArrayBuffer>,
  view: DataView,
  start: number,
  count: number,
): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}
