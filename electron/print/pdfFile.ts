/** The bytes of a PDF file, written object by object: of what is finished only the compressed bytes are kept. */

import { createHash } from 'node:crypto';
import { compress } from './compressor.ts';
import { differences, type NumberedText, type PackWriter, writeLikePack, writePack } from './objectPack.ts';
import { readTrailer } from './pdfTrailer.ts';

export type StreamOptions = {
  /** A number that was reserved before. */
  readonly number?: number;
  /** Written as it is: to be read in the file itself, or compressed before. */
  readonly isPlain?: boolean;
};

/** Objects are named by their numbers; every text handed in is what will stand in the file. */
export type PdfFile = {
  readonly reserve: () => number;
  /** Packed and compressed together with others. */
  readonly object: (text: string, number?: number) => number;
  /** A plain object that can be found in the file without reading anything else. */
  readonly bareObject: (text: string, number: number) => void;
  /** The number of one of very many objects of a kind: they count on without gaps, which takes less room to say. */
  readonly reserveLike: (kind: string) => number;
  /** One of very many objects of a kind, such as those of the structure tree: packed with its like only. */
  readonly likeObject: (kind: string, text: string, number: number) => void;
  readonly stream: (entries: string, contents: Uint8Array | string, options?: StreamOptions) => number;
  /** Whole file; of an update the file it was laid upon and the update. */
  readonly finish: (catalog: Catalog) => Promise<Uint8Array>;
  /** When everything handed in so far is written. */
  readonly written: () => Promise<void>;
};

export type Catalog = { readonly root: number; readonly info: number };

const OBJECTS_A_PACK = 200;
const LIKE_OBJECTS_A_PACK = 2000;
const NUMBERS_A_BLOCK = 100;
const XREF_WIDTHS = [1, 4, 2] as const;
const XREF_ROW = 7;
const HEADER = new Uint8Array(
  [...'%PDF-1.7\n%'].map((sign) => sign.charCodeAt(0)).concat([0xe2, 0xe3, 0xcf, 0xd3, 10]),
);

export function ref(number: number): string {
  return `${number} 0 R`;
}

/** A new file, or an update that is laid upon a finished one without touching it (ISO 32000-1, 7.5.6). */
export function openPdfFile(base?: Uint8Array): PdfFile {
  const before = base && readTrailer(base);
  const encoder = new TextEncoder();
  const hash = createHash('sha256');
  const chunks: Uint8Array[] = [];
  const places = openPlaces();
  const blocks = new Map<string, { next: number; readonly end: number }>();
  let length = base?.length ?? 0;
  let next = before?.size ?? 1;

  /** The parts are written one after the other, however many are being compressed. */
  let written: Promise<void> = Promise.resolve();

  function append(...parts: readonly (Uint8Array | string)[]): void {
    const bytes = joined(parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part)));
    hash.update(bytes);
    chunks.push(bytes);
    length += bytes.length;
  }

  const reserve = (): number => next++;

  function reserveLike(kind: string): number {
    const block = blocks.get(kind);
    if (block && block.next < block.end) return block.next++;
    const first = next;
    next += NUMBERS_A_BLOCK;
    blocks.set(kind, { next: first + 1, end: next });
    return first;
  }

  function stream(entries: string, contents: Uint8Array | string, options: StreamOptions = {}): number {
    const { number = reserve(), isPlain = false } = options;
    const bytes = typeof contents === 'string' ? encoder.encode(contents) : contents;
    return writeStream(entries, bytes, number, { isPlain });
  }

  function writeStream(entries: string, raw: Uint8Array, number: number, { isPlain = false } = {}): number {
    const filter = isPlain ? '' : '/Filter/FlateDecode';
    const compressed = isPlain ? raw : compress(raw);
    written = written.then(async () => {
      const bytes = await compressed;
      places.set(number, 1, length, 0);
      append(`${number} 0 obj\n<<${entries}${filter}/Length ${bytes.length}>>stream\n`, bytes, '\nendstream\nendobj\n');
    });
    return number;
  }

  const pack = openPack(OBJECTS_A_PACK);
  const likePacks = new Map<string, ReturnType<typeof openPack>>();

  function openPack(most: number, write: PackWriter = writePack) {
    let objects: NumberedText[] = [];
    const close = (): void => {
      if (objects.length === 0) return;
      const number = reserve();
      objects.sort((a, b) => a.number - b.number);
      objects.forEach((each, index) => {
        places.set(each.number, 2, number, index);
      });
      const { bytes, first, entries = '' } = write(objects);
      writeStream(`/Type/ObjStm/N ${objects.length}/First ${first}${entries}`, bytes, number);
      objects = [];
    };
    return {
      close,
      add: (number: number, text: string): void => {
        if (objects.push({ number, text }) === most) close();
      },
    };
  }

  function object(text: string, number = reserve()): number {
    pack.add(number, text);
    return number;
  }

  function bareObject(text: string, number: number): void {
    written = written.then(() => {
      places.set(number, 1, length, 0);
      append(`${number} 0 obj\n${text}\nendobj\n`);
    });
  }

  function likeObject(kind: string, text: string, number: number): void {
    const kindPack = likePacks.get(kind) ?? openPack(LIKE_OBJECTS_A_PACK, writeLikePack);
    likePacks.set(kind, kindPack);
    kindPack.add(number, text);
  }

  async function finish({ root, info }: Catalog): Promise<Uint8Array> {
    pack.close();
    for (const each of likePacks.values()) each.close();
    await written;
    const number = reserve();
    const start = length;
    places.set(number, 1, start, 0);
    const id = hash.copy().digest('hex').slice(0, 32);
    const { rows, index } = crossReferences(places, before === undefined);
    const compressed = await compress(rows);
    append(
      `${number} 0 obj\n<</Type/XRef/Size ${next}/Root ${ref(root)}/Info ${ref(info)}/ID[<${before?.id ?? id}><${id}>]` +
        `${before ? `/Prev ${before.startXref}` : ''}/Index[${index}]/W[${XREF_WIDTHS.join(' ')}]` +
        `/DecodeParms<</Predictor 12/Columns ${XREF_ROW}>>/Filter/FlateDecode/Length ${compressed.length}>>stream\n`,
      compressed,
      `\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`,
    );
    return joined(base ? [base, ...chunks] : chunks);
  }

  if (!before) append(HEADER);
  return {
    reserve,
    reserveLike,
    bareObject,
    object,
    likeObject,
    stream,
    finish,
    written: () => written,
  };
}

type Place = { readonly type: number; readonly first: number; readonly second: number };

/** By object: where it begins, or in which pack it stands at which place; one number each, as there may be a million. */
function openPlaces() {
  const places: number[] = [];
  return {
    set: (number: number, type: 1 | 2, first: number, second: number) => {
      places[number] = (first * 65536 + second) * 4 + type;
    },
    at: (number: number): Place => {
      const place = places[number];
      if (place === undefined) return { type: 0, first: 0, second: 65535 };
      const both = Math.floor(place / 4);
      return { type: place % 4, first: Math.floor(both / 65536), second: both % 65536 };
    },
    /** Of all objects there are, in order. */
    numbers: () => {
      const numbers: number[] = [];
      places.forEach((_, number) => {
        numbers.push(number);
      });
      return numbers;
    },
  };
}

type Places = ReturnType<typeof openPlaces>;

/** One row for each object, in runs of consecutive numbers. */
function crossReferences(places: Places, isNew: boolean): { readonly rows: Uint8Array; readonly index: string } {
  const numbers = places.numbers();
  if (isNew) numbers.unshift(0);
  const rows = new Uint8Array(numbers.length * XREF_ROW);
  const view = new DataView(rows.buffer);
  const runs: [first: number, count: number][] = [];
  numbers.forEach((number, row) => {
    const { type, first, second } = places.at(number);
    const at = row * XREF_ROW;
    rows[at] = type;
    view.setUint32(at + 1, first);
    view.setUint16(at + 5, second);
    const run = runs[runs.length - 1];
    if (run && run[0] + run[1] === number) run[1] += 1;
    else runs.push([number, 1]);
  });
  return { rows: differences(rows, XREF_ROW), index: runs.flat().join(' ') };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
