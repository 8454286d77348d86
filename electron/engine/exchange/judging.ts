/** The rows of a file as they were judged: each by itself, then beside the others and beside the registry; cells can be mended. */

import type { Broken } from '../../domain/broken.ts';
import { cellAddress } from '../../domain/cellAddress.ts';
import { secretMark } from '../../domain/secret.ts';
import { type DocumentRow, type RowFacts, readDocumentRow } from '../../exchange/documentRow.ts';
import { refuseTwins } from '../../exchange/documentRows.ts';
import type { DocumentMapping } from '../../exchange/mapping.ts';
import { type ColumnNumbers, columnNumbers } from '../../exchange/rowReader.ts';
import type { Table, TableRow } from '../../exchange/table.ts';
import { atOneMoment, type ReadableDb } from '../../store/open.ts';
import { listDivisions } from '../../store/people.ts';
import { KNOWN_CODES, knownInFile, knownInRegistry } from '../documents/knownDocuments.ts';
import { refusal, refuseBroken } from '../refusal.ts';
import type { Registry } from '../registry.ts';

export type Correction = { readonly row: number; readonly column: number; readonly text: string };
type CorrectedCell = { readonly cell: string; readonly before: string; readonly after: string };

export type Judgement = {
  readonly sheet: string;
  readonly headerRow: number;
  readonly mapping: DocumentMapping;
  readonly columns: ColumnNumbers;
  readonly headers: readonly string[];
  /** Rows of the file with their corrections; a row with a secret mark is emptied. */
  readonly sources: readonly TableRow[];
  readonly rows: readonly DocumentRow[];
  /** What the registry or the file may know already, and cells left out. */
  readonly warnings: readonly (readonly Broken[])[];
  readonly corrections: ReadonlyMap<string, CorrectedCell>;
  readonly correct: (correction: Correction) => void;
};

type Asked = {
  readonly sheet: string;
  readonly headerRow: number;
  readonly table: Table;
  readonly mapping: DocumentMapping;
  readonly corrections: readonly Correction[];
};

const ROWS_BETWEEN_REPORTS = 200;

export async function judge(
  registry: Registry,
  { table, corrections: given, ...asked }: Asked,
  report: (done: number, total: number) => Promise<void>,
): Promise<Judgement> {
  const db = registry.store.readable;
  const facts = factsFor(registry, table);
  const columns = columnNumbers(table.headers, asked.mapping);
  const sources = [...table.rows];
  const indexOf = new Map(sources.map(({ row }, index) => [row, index]));
  const corrections = new Map<string, CorrectedCell>();
  for (const correction of given) mend(correction);

  const alone: DocumentRow[] = [];
  const inRegistry: (readonly Broken[])[] = [];
  for (let from = 0; from < sources.length; from += ROWS_BETWEEN_REPORTS) {
    const to = Math.min(from + ROWS_BETWEEN_REPORTS, sources.length);
    atOneMoment(registry.store, () => look(from, to));
    await report(to, sources.length);
  }
  let settled = settle(alone, inRegistry);

  function look(from: number, to: number): void {
    const read = sources.slice(from, to).map((source) => readDocumentRow(source, columns, asked.mapping, facts));
    const known = knownInRegistry(db, read);
    for (const [at, row] of read.entries()) {
      alone[from + at] = row;
      inRegistry[from + at] = known[at] ?? [];
      if (isSecret(row)) sources[from + at] = { row: row.row, cells: [] };
    }
  }

  function mend({ row, column, text }: Correction): number {
    const index = indexOf.get(row);
    const source = index === undefined ? undefined : sources[index];
    if (index === undefined || source === undefined || column >= table.headers.length) throw refusal('NOT_FOUND');
    if (secretMark(text) !== undefined) refuseBroken('secret.marked', 'text');
    const cell = cellAddress(row, column);
    const before = corrections.get(cell)?.before ?? source.cells[column] ?? '';
    if (text === before) corrections.delete(cell);
    else corrections.set(cell, { cell, before, after: text });
    const cells = Array.from({ length: Math.max(source.cells.length, column + 1) }, (_, at) => source.cells[at] ?? '');
    sources[index] = { row, cells: cells.with(column, text) };
    return index;
  }

  return {
    ...asked,
    columns,
    headers: table.headers,
    sources,
    get rows() {
      return settled.rows;
    },
    get warnings() {
      return settled.warnings;
    },
    corrections,
    correct: (correction) => {
      const index = mend(correction);
      look(index, index + 1);
      settled = settle(alone, inRegistry);
    },
  };
}

export function isSecret(row: DocumentRow): boolean {
  return row.problems.some(({ code }) => code === 'secret.marked');
}

export function isKnown(warnings: readonly Broken[]): boolean {
  return warnings.some(({ code }) => KNOWN_CODES.includes(code));
}

function factsFor(registry: Registry, table: Table): RowFacts {
  const divisions = divisionIds(registry.store.readable);
  return {
    today: registry.today(),
    isFrom1904: table.isFrom1904 ?? false,
    divisionIdOf: (name) => divisions.get(name),
  };
}

/** By name and by short name; a division that was closed keeps its old documents. */
function divisionIds(db: ReadableDb): ReadonlyMap<string, string> {
  const divisions = listDivisions(db);
  return new Map([
    ...divisions.map(({ id, shortName }) => [shortName, id] as const),
    ...divisions.map(({ id, name }) => [name, id] as const),
  ]);
}

/** What only all rows together tell. */
function settle(alone: readonly DocumentRow[], inRegistry: readonly (readonly Broken[])[]) {
  const rows = refuseTwins(alone);
  const inFile = knownInFile(rows);
  const warnings = rows.map((row, index) =>
    row.input === null ? [] : [...row.notTaken, ...(inRegistry[index] ?? []), ...(inFile[index] ?? [])],
  );
  return { rows, warnings };
}
