/** The directory of a zip file, read and weighed before anything is unpacked; bombs, macros and secrets are refused here. */

import { MAXIMUM_FILE_BYTES } from './table.ts';
import { unpacked, weighed } from './zipWeighing.ts';

const MAXIMUM_ENTRIES = 2_000;
const MAXIMUM_UNPACKED_BYTES = 200 * 1024 * 1024;
const MAXIMUM_RATIO = 100;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const LOCAL_LENGTH = 30;
const DESCRIPTOR = 0x08074b50;
const DESCRIPTOR_LENGTH = 16;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
/** Flag of an entry whose own header leaves its sizes to a record behind the data. */
const SIZES_BEHIND_DATA = 8;

type ZipEntry = {
  readonly name: string;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly method: number;
  readonly crc: number;
  readonly flags: number;
  readonly offset: number;
};

/** `code` has its words under `file.`. */
export type ZipProblem = {
  readonly code:
    | 'tooLarge'
    | 'damaged'
    | 'tooManyEntries'
    | 'bomb'
    | 'encrypted'
    | 'macros'
    | 'nestedArchive'
    | 'unsafePath';
  readonly params?: Readonly<Record<string, number>>;
};

const DAMAGED: ZipProblem = { code: 'damaged' };
const BOMB: ZipProblem = { code: 'bomb' };
const TOO_LARGE: ZipProblem = { code: 'tooLarge', params: { megabytes: MAXIMUM_FILE_BYTES / 1024 / 1024 } };

/** The entries of a sound file by their names in small letters, each unpacked when it is asked for. */
export type Unpacking = ReadonlyMap<string, () => AsyncIterable<Uint8Array>>;

type ZipReading =
  | { readonly ok: true; readonly entries: Unpacking }
  | { readonly ok: false; readonly problem: ZipProblem };

/** Opens a file that may be unpacked. Sizes are first believed, then each entry is counted as it really unpacks. */
export async function openZip(bytes: Uint8Array<ArrayBuffer>): Promise<ZipReading> {
  if (bytes.length > MAXIMUM_FILE_BYTES) return { ok: false, problem: TOO_LARGE };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(bytes, view);
  if (!Array.isArray(entries)) return { ok: false, problem: entries };
  const problem = declaredProblem(entries, bytes.length) ?? (await realProblem(bytes, view, entries));
  if (problem !== null) return { ok: false, problem };
  const opened = entries.map((entry) => {
    const packed = packedBytes(bytes, view, entry) ?? new Uint8Array();
    return [entry.name.toLowerCase(), () => unpacked({ bytes: packed, method: entry.method })] as const;
  });
  return { ok: true, entries: new Map(opened) };
}

function directoryOf(bytes: Uint8Array<ArrayBuffer>, view: DataView): ZipEntry[] | ZipProblem {
  const end = endOfDirectory(view);
  if (end === null) return DAMAGED;
  const count = view.getUint16(end + 10, true);
  // Both counts: readers differ in which of them they believe.
  if (count !== view.getUint16(end + 8, true)) return DAMAGED;
  if (count > MAXIMUM_ENTRIES) return { code: 'tooManyEntries' };
  return directoryEntries(bytes, view, view.getUint32(end + 16, true), count) ?? DAMAGED;
}

function declaredProblem(entries: readonly ZipEntry[], fileBytes: number): ZipProblem | null {
  const names = entries.map(({ name }) => name);
  if (entries.some((entry) => (entry.flags & ENCRYPTED) !== 0)) return { code: 'encrypted' };
  if (names.some((name) => /(^|\/)(vbaProject[^/]*\.bin|macrosheets\/.*|dialogsheets\/.*)$/iu.test(name)))
    return { code: 'macros' };
  if (names.some((name) => /\.(zip|7z|rar|gz|xz|bz2|xlsx|xlsm|docx)$/iu.test(name))) return { code: 'nestedArchive' };
  if (names.some((name) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|:/u.test(name))) return { code: 'unsafePath' };
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  return unpacked > MAXIMUM_UNPACKED_BYTES || unpacked > fileBytes * MAXIMUM_RATIO ? BOMB : null;
}

/** Unpacks entry by entry, counting and keeping nothing: a directory that lies about a size is refused at that size. */
async function realProblem(
  bytes: Uint8Array<ArrayBuffer>,
  view: DataView,
  entries: readonly ZipEntry[],
): Promise<ZipProblem | null> {
  for (const entry of entries) {
    const packed = packedBytes(bytes, view, entry);
    const weight = packed && (await weighed({ bytes: packed, method: entry.method }, entry.unpackedBytes));
    if (weight === null || weight.length < entry.unpackedBytes) return DAMAGED;
    if (weight.length > entry.unpackedBytes) return BOMB;
    if (weight.crc !== entry.crc) return DAMAGED;
  }
  return null;
}

/**
 * The packed bytes of an entry, or `null` where its own header or the record behind its data says anything else than the
 * directory: readers of zip files believe one or the other.
 */
function packedBytes(bytes: Uint8Array<ArrayBuffer>, view: DataView, entry: ZipEntry): Uint8Array<ArrayBuffer> | null {
  const { offset } = entry;
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL_ENTRY) return null;
  const nameEnd = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true);
  const start = nameEnd + view.getUint16(offset + 28, true);
  const end = start + entry.packedBytes;
  const hasSizesBehind = (entry.flags & SIZES_BEHIND_DATA) !== 0;
  if (end + (hasSizesBehind ? DESCRIPTOR_LENGTH : 0) > bytes.length) return null;
  const isSame =
    nameOf(bytes, offset + LOCAL_LENGTH, nameEnd) === entry.name &&
    view.getUint16(offset + 6, true) === entry.flags &&
    view.getUint16(offset + 8, true) === entry.method &&
    saysTheSame(view, hasSizesBehind ? behind(view, end) : offset + 14, entry);
  return isSame ? bytes.subarray(start, end) : null;
}

/** Checksum and both sizes, which stand in this order in both places. */
function saysTheSame(view: DataView, at: number, entry: ZipEntry): boolean {
  return (
    view.getUint32(at, true) === entry.crc &&
    view.getUint32(at + 4, true) === entry.packedBytes &&
    view.getUint32(at + 8, true) === entry.unpackedBytes
  );
}

/** The record behind the data starts with a mark or, in old files, without. */
function behind(view: DataView, end: number): number {
  return view.getUint32(end, true) === DESCRIPTOR ? end + 4 : end;
}

function nameOf(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder().decode(bytes.subarray(start, end));
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
      name: nameOf(bytes, at + 46, at + 46 + nameLength),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      flags: view.getUint16(at + 8, true),
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
