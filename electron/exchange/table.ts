/** A sheet of text, the common form of CSV and Excel files, and the refusals of files that cannot become one. */

import type { Broken } from '../domain/broken.ts';

export type TableRow = {
  /** Number of the row as Excel shows it; the header is row 1 unless blank rows stand before it. */
  readonly row: number;
  readonly cells: readonly string[];
};

export type Table = { readonly headers: readonly string[]; readonly rows: readonly TableRow[] };

export type TableReading =
  | { readonly ok: true; readonly table: Table; readonly format: string }
  | { readonly ok: false; readonly problems: readonly Broken[] };

export const MAXIMUM_FILE_BYTES = 64 * 1024 * 1024;
export const MAXIMUM_ROWS = 200_000;
const MAXIMUM_COLUMNS = 200;

/** A refusal of a whole file: its code stands under `file.` in the wording. */
export function refusedFile(problem: string, params?: Broken['params']): TableReading {
  return { ok: false, problems: [{ code: `file.${problem}`, field: 'file', ...(params && { params }) }] };
}

/** The first row that holds anything becomes the header; rows without any text are left out, the others keep their number. */
export function tableOf(records: readonly TableRow[], format: string): TableReading {
  const filled = records.filter((record) => record.cells.some((cell) => cell.trim() !== ''));
  const [header, ...rows] = filled;
  if (header === undefined) return refusedFile('empty');
  if (rows.length > MAXIMUM_ROWS) return refusedFile('tooManyRows', { rows: rows.length, maximum: MAXIMUM_ROWS });
  const columns = filled.reduce((widest, record) => Math.max(widest, record.cells.length), 0);
  if (columns > MAXIMUM_COLUMNS) return refusedFile('tooManyColumns', { columns, maximum: MAXIMUM_COLUMNS });
  return { ok: true, table: { headers: header.cells, rows }, format };
}
