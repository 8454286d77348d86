/** Which column of a foreign table is which field of our documents: proposed from the headers, or read from a mapping file. */

import { ATTRIBUTES, type DisclosureAttribute } from '../domain/attribute.ts';
import { type Broken, broken } from '../domain/broken.ts';
import { IMPORT_FIELDS, type ImportField } from '../domain/importFields.ts';
import { CHANNELS, type PublicationChannel } from '../domain/publication.ts';
import { HEADERS } from './headers.ts';

export type DocumentMapping = {
  readonly name: string;
  /** Headers of each field; where several are named, the first filled cell counts. */
  readonly columns: { readonly [F in ImportField]?: readonly string[] };
  /** Columns kept in the note as 「label：value」. */
  readonly noteColumns: Readonly<Record<string, string>>;
  /** Taken where the cell is empty; each use is listed as a repair, so nothing is filled in silently. */
  readonly defaults: {
    readonly attribute?: DisclosureAttribute;
    readonly reason?: string;
    readonly draftingDivision?: string;
    readonly channel?: PublicationChannel;
  };
  /** Whether an empty number means 无文号; otherwise the row is refused. */
  readonly isUnnumberedWhenEmpty: boolean;
  /** Whether a document whose written day is unknown is entered under the day it was posted, and says so in its note. */
  readonly isPostedDayWrittenDay: boolean;
};

export type MappingReading =
  | { readonly ok: true; readonly mapping: DocumentMapping }
  | { readonly ok: false; readonly problems: readonly Broken[] };

const PLAIN: Omit<DocumentMapping, 'name' | 'columns'> = {
  noteColumns: {},
  defaults: {},
  isUnnumberedWhenEmpty: false,
  isPostedDayWrittenDay: false,
};

/** A mapping by the usual headers; columns that nobody knows are left out and listed. */
export function proposeMapping(headers: readonly string[]): {
  readonly mapping: DocumentMapping;
  readonly unknown: readonly string[];
} {
  const columns: { [F in ImportField]?: string[] } = {};
  const unknown: string[] = [];
  for (const header of headers) {
    const field = fieldOfHeader(header);
    if (field === undefined) unknown.push(header);
    else columns[field] = [...(columns[field] ?? []), header];
  }
  return { mapping: { name: 'headers', columns, ...PLAIN }, unknown };
}

/** The first saved mapping whose every column is there, else the proposal. */
export function chooseMapping(headers: readonly string[], saved: readonly DocumentMapping[]): DocumentMapping {
  return saved.find((mapping) => absentColumns(headers, mapping).length === 0) ?? proposeMapping(headers).mapping;
}

/** What keeps a mapping from fitting a table: no title column, or columns that the table does not have. */
export function brokenOnMapping(headers: readonly string[], mapping: DocumentMapping): readonly Broken[] {
  const absent = absentColumns(headers, mapping).map((column) => broken('mapping.columnAbsent', 'mapping', { column }));
  return mapping.columns.title === undefined ? [broken('mapping.titleMissing', 'mapping'), ...absent] : absent;
}

function absentColumns(headers: readonly string[], mapping: DocumentMapping): string[] {
  const named = [...Object.values(mapping.columns).flat(), ...Object.keys(mapping.noteColumns)];
  return named.filter((column) => !headers.includes(column));
}

/** The field that usually stands under this header. */
export function fieldOfHeader(header: string): ImportField | undefined {
  const plain = plainHeader(header);
  const bare = plainHeader(header.normalize('NFKC').replace(/\(.*?\)/gu, ''));
  return (
    IMPORT_FIELDS.find((field) => HEADERS[field].includes(plain)) ??
    IMPORT_FIELDS.find((field) => HEADERS[field].includes(bare))
  );
}

/** Headers are compared without white space, marks, width and case. */
function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}_()[\]:*“”"'-]/gu, '');
}

/** Reads a mapping file; a field or value that we do not know is refused, because it was meant to do something. */
export function readMapping(json: string): MappingReading {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { ok: false, problems: [broken('mapping.notJson', 'mapping')] };
  }
  if (!isRecord(value)) return { ok: false, problems: [broken('mapping.notJson', 'mapping')] };
  const { columns, noteColumns = {}, defaults = {}, ...rest } = value;
  const problems = [
    ...brokenOnColumns(columns),
    ...(isTextRecord(noteColumns) ? [] : [broken('mapping.badValue', 'mapping', { key: 'noteColumns' })]),
    ...brokenOnDefaults(defaults),
    ...brokenOnRest(rest),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const lists = Object.entries(columns as Record<string, string | string[]>).map(([field, column]) => [
    field,
    [column].flat(),
  ]);
  return {
    ok: true,
    mapping: {
      name: '',
      ...PLAIN,
      ...rest,
      columns: Object.fromEntries(lists),
      noteColumns,
      defaults,
    } as DocumentMapping,
  };
}

function brokenOnColumns(columns: unknown): Broken[] {
  if (!isRecord(columns)) return [broken('mapping.badValue', 'mapping', { key: 'columns' })];
  return Object.entries(columns).flatMap(([key, column]) => {
    if (!(IMPORT_FIELDS as readonly string[]).includes(key))
      return [broken('mapping.unknownField', 'mapping', { key })];
    const names = [column].flat();
    return names.length > 0 && names.every((name) => typeof name === 'string')
      ? []
      : [broken('mapping.badValue', 'mapping', { key })];
  });
}

function brokenOnDefaults(defaults: unknown): Broken[] {
  if (!isTextRecord(defaults)) return [broken('mapping.badValue', 'mapping', { key: 'defaults' })];
  return Object.entries(defaults).flatMap(([key, value]) => {
    if (!['attribute', 'reason', 'draftingDivision', 'channel'].includes(key)) {
      return [broken('mapping.unknownField', 'mapping', { key })];
    }
    const choices: readonly string[] | undefined = { attribute: ATTRIBUTES, channel: CHANNELS }[key];
    return choices === undefined || choices.includes(value) ? [] : [broken('mapping.badValue', 'mapping', { key })];
  });
}

function brokenOnRest(rest: Readonly<Record<string, unknown>>): Broken[] {
  const kinds: Readonly<Record<string, string>> = {
    name: 'string',
    origin: 'string',
    isUnnumberedWhenEmpty: 'boolean',
    isPostedDayWrittenDay: 'boolean',
  };
  return Object.entries(rest).flatMap(([key, value]) => {
    if (!Object.hasOwn(kinds, key)) return [broken('mapping.unknownField', 'mapping', { key })];
    return typeof value === kinds[key] ? [] : [broken('mapping.badValue', 'mapping', { key })];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextRecord(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every((entry) => typeof entry === 'string');
}
