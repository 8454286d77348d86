/** Reads a file of rows whatever its name says: its first bytes tell Excel from CSV. */

import { readCsvBook } from './csv.ts';
import { proposedHeaderRow, proposedSheet } from './headerRow.ts';
import { type BookReading, type Refused, refusedFile, type Table, tableBelow } from './table.ts';
import { isSpreadsheet, readSpreadsheet } from './xlsx.ts';

export async function readBook(bytes: Uint8Array<ArrayBuffer>): Promise<BookReading> {
  return isSpreadsheet(bytes) ? readSpreadsheet(bytes) : readCsvBook(bytes);
}

type LedgerReading =
  | { readonly ok: true; readonly table: Table; readonly sheet: string; readonly headerRow: number }
  | Refused;

/** One table of the file: the sheet and the header row that are named, else those that look like a ledger. */
export async function readTable(
  bytes: Uint8Array<ArrayBuffer>,
  asked: { readonly sheet?: string | undefined; readonly headerRow?: number | undefined } = {},
): Promise<LedgerReading> {
  const reading = await readBook(bytes);
  if (!reading.ok) return reading;
  const { sheets, isFrom1904 } = reading.book;
  const sheet =
    asked.sheet === undefined ? sheets[proposedSheet(sheets)] : sheets.find(({ name }) => name === asked.sheet);
  if (sheet === undefined) return refusedFile('sheetAbsent', { name: asked.sheet ?? '' });
  const headerRow = asked.headerRow ?? proposedHeaderRow(sheet);
  if (!sheet.records.some(({ row }) => row === headerRow)) return refusedFile('headerRowEmpty', { row: headerRow });
  return { ok: true, table: tableBelow(sheet, headerRow, isFrom1904), sheet: sheet.name, headerRow };
}
