/** The parts of an .xlsx file that its sheets refer to: the list of sheets, relations, formats, shared strings. ECMA-376 part 1 */

import { type NumberFormat, numberFormatOf } from './cellFormat.ts';
import { MAXIMUM_CELLS } from './table.ts';
import { attributeOf, DamagedFile, walkXml } from './xmlWalk.ts';
import type { Unpacking } from './zipDirectory.ts';

/** A file that holds more than can be taken in; `problem` has its words under `file.`. */
export class OversizedFile extends Error {
  readonly problem: string;
  readonly params: Readonly<Record<string, number>>;

  constructor(problem: string, params: Readonly<Record<string, number>> = {}) {
    super(problem);
    this.problem = problem;
    this.params = params;
  }
}

/** No cell of a sound file holds more (32,767); what is longer is not worth its memory. */
const LONGEST_STRING = 100_000;

export async function* partOf(entries: Unpacking, name: string): AsyncIterable<Uint8Array> {
  const open = entries.get(name.toLowerCase());
  if (open === undefined) throw new DamagedFile(`no ${name}`);
  yield* open();
}

type Relation = { readonly target: string; readonly kind: string };

/** Relations of a part by their ids, with targets as names of parts; none where the file has no list of them. */
export async function relationsOf(entries: Unpacking, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const list = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  if (!entries.has(list.toLowerCase())) return relations;
  await walkXml(partOf(entries, list), {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      const kind = (attributeOf(attributes, 'Type') ?? '').replace(/^.*\//u, '');
      relations.set(attributeOf(attributes, 'Id') ?? '', { target: resolved(folder, target), kind });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

export type ListedSheet = { readonly name: string; readonly relationId: string; readonly isHidden: boolean };
export type Workbook = { readonly sheets: readonly ListedSheet[]; readonly isFrom1904: boolean };

export async function workbookOf(entries: Unpacking, part: string): Promise<Workbook> {
  const sheets: ListedSheet[] = [];
  let isFrom1904 = false;
  await walkXml(partOf(entries, part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') isFrom1904 = isTrue(attributeOf(attributes, 'date1904'));
      if (name !== 'sheet') return;
      sheets.push({
        name: attributeOf(attributes, 'name') ?? '',
        relationId: attributeOf(attributes, 'id') ?? '',
        isHidden: (attributeOf(attributes, 'state') ?? 'visible') !== 'visible',
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, isFrom1904 };
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** The number format of each style that a cell can name. */
export async function formatsOf(entries: Unpacking, part: string): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isInCellStyles = false;
  await walkXml(partOf(entries, part), {
    open: (name, attributes) => {
      if (name === 'cellXfs') isInCellStyles = true;
      else if (name === 'xf' && isInCellStyles) ids.push(Number(attributeOf(attributes, 'numFmtId') ?? 0));
      else if (name === 'numFmt') {
        codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '');
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInCellStyles = false;
    },
    text: () => undefined,
  });
  return ids.map((id) => numberFormatOf(id, codes.get(id)));
}

export async function sharedStringsOf(entries: Unpacking, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const reader = openString();
  await walkXml(partOf(entries, part), {
    open: (name) => {
      if (name === 'si') reader.start();
      else reader.open(name);
    },
    close: (name) => {
      reader.close(name);
      if (name !== 'si') return;
      strings.push(reader.text());
      if (strings.length > MAXIMUM_CELLS) {
        throw new OversizedFile('tooManyCells', { cells: strings.length, maximum: MAXIMUM_CELLS });
      }
    },
    text: reader.take,
  });
  return strings;
}

/** Gathers the text of a string: its runs joined, without the readings that stand above them (rPh). */
export function openString() {
  let text = '';
  let isText = false;
  let isReading = false;
  return {
    start: (): void => {
      text = '';
      isText = false;
      isReading = false;
    },
    open: (name: string): void => {
      if (name === 't') isText = !isReading;
      else if (name === 'rPh') isReading = true;
    },
    close: (name: string): void => {
      if (name === 't') isText = false;
      else if (name === 'rPh') isReading = false;
    },
    take: (piece: string): void => {
      if (!isText) return;
      text += piece;
      if (text.length > LONGEST_STRING) throw new OversizedFile('bomb');
    },
    text: (): string => unmarked(text),
  };
}

/** Signs that XML cannot carry stand as _xHHHH_; half of a sign is none. */
export function unmarked(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return plain.isWellFormed() ? plain : plain.toWellFormed();
}
