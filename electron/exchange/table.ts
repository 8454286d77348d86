/** Sheets of text, the common form of CSV and Excel files, and the refusals of files that cannot become one. */

import type { Broken } from '../domain/broken.ts';
import { columnLetters } from '../domain/cellAddress.ts';

export type TableRow = {
  /** Number of the row as Excel shows it. */
  readonly row: number;
  readonly cells: readonly string[];
};

/** One sheet: its rows that hold anything, each with its number. */
export type BookSheet = { readonly name: string; readonly isHidden: boolean; readonly records: readonly TableRow[] };

export type Book = {
  /** What the bytes are, whatever the name of the file says. */
  readonly format: 'xlsx' | 'xls' | 'csv';
  /** Of a text file. */
  readonly encoding: string;
  /** Whether day numbers of this file count from 1904, as old Macintosh files do. */
  readonly isFrom1904: boolean;
  /** Sheets that hold anything. */
  readonly sheets: readonly BookSheet[];
};

export type BookReading =
  | { readonly ok: true; readonly book: Book }
  | { readonly ok: false; readonly problems: readonly Broken[] };

export type Table = {
  /** One of each kind: the second 备注 is called 备注（F）. */
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly isFrom1904?: boolean;
};

export type TableReading =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly problems: readonly Broken[] };

export const MAXIMUM_FILE_BYTES = 64 * 1024 * 1024;
export const MAXIMUM_ROWS = 200_000;
export const MAXIMUM_COLUMNS = 200;
/** Of all sheets together; the memory that a file takes grows with them. */
export const MAXIMUM_CELLS = 800_000;

export type Refused = { readonly ok: false; readonly problems: readonly Broken[] };

/** A refusal of a whole file: its code stands under `file.` in the wording. */
export function refusedFile(problem: string, params?: Broken['params']): Refused {
  return { ok: false, problems: [{ code: `file.${problem}`, field: 'file', ...(params && { params }) }] };
}

/** A book of the sheets that hold anything, within what can be taken in at once. */
export function bookOf(
  about: Omit<Book, 'sheets'>,
  sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly records: readonly TableRow[] }[],
): BookReading {
  const filled = sheets
    .map((sheet) => ({ ...sheet, records: sheet.records.filter(isFilled) }))
    .filter(({ records }) => records.length > 0);
  if (filled.length === 0) return refusedFile('empty');
  for (const { records } of filled) {
    if (records.length > MAXIMUM_ROWS) {
      return refusedFile('tooManyRows', { rows: records.length, maximum: MAXIMUM_ROWS });
    }
    const columns = records.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
    if (columns > MAXIMUM_COLUMNS) return refusedFile('tooManyColumns', { columns, maximum: MAXIMUM_COLUMNS });
  }
  return { ok: true, book: { ...about, sheets: filled } };
}

function isFilled({ cells }: TableRow): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

/** The rows below the header; what stands above it (a title, a date of filling in) is left out. */
export function tableBelow(sheet: BookSheet, headerRow: number, isFrom1904 = false): Table {
  const header = sheet.records.find(({ row }) => row === headerRow);
  const rows = sheet.records.filter(({ row }) => row > headerRow);
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), header?.cells.length ?? 0);
  return { headers: distinct(header?.cells ?? [], widest), rows, isFrom1904 };
}

/** Every column has a name of its own, so that a mapping can point at it. */
function distinct(cells: readonly string[], columns: number): readonly string[] {
  const names = Array.from({ length: columns }, (_, column) => (cells[column] ?? '').trim());
  return names.map((name, column) => {
    const isFirst = name !== '' && names.indexOf(name) === column;
    return isFirst ? name : `${name}（${columnLetters(column)}）`;
  });
}
