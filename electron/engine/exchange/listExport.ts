/** Any list of the registry as a table file: what a page shows, with its columns and in its order. Callers give slices of rows. */

import type { Language } from '../../domain/wording/catalogue.ts';
import { csvPart } from '../../exchange/csv.ts';
import type { SheetCell, SheetColumn } from '../../exchange/sheet.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type List = {
  /** Of file and sheet. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly slices: AsyncIterable<readonly (readonly SheetCell[])[]>;
};

/** The file's name ends with the day and the kind. Texts stay texts, days are days, nothing is a formula. */
export async function listFile(
  { name, columns, slices }: List,
  { format, today }: { readonly format: 'xlsx' | 'csv'; readonly language: Language; readonly today: string },
): Promise<File> {
  const fileName = `${name}-${today}.${format}`;
  if (format === 'csv') return csvFile(fileName, columns, slices);
  // Loaded when it is needed: the window must not wait for it at every start.
  const { writeXlsx } = await import('../../exchange/xlsxWriter.ts');
  return fileOf(await writeXlsx({ name, columns, rows: rowsOf(slices) }), fileName, XLSX_TYPE);
}

async function csvFile(name: string, columns: readonly SheetColumn[], slices: List['slices']): Promise<File> {
  const parts = [csvPart([columns.map(({ header }) => header)], true)];
  for await (const rows of slices) {
    parts.push(
      csvPart(
        rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
        false,
      ),
    );
  }
  return new File(parts, name, { type: 'text/csv' });
}

async function* rowsOf(slices: List['slices']): AsyncGenerator<readonly SheetCell[]> {
  for await (const rows of slices) yield* rows;
}

export function fileOf(bytes: Uint8Array, name: string, type: string): File {
  // A file copies them itself.
  return new File([bytes as Uint8Array<ArrayBuffer>], name, { type });
}
