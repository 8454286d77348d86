/** Old Excel and WPS files (.xls, .et), whose binary form a package reads: small ones only, because it holds all of a file at once. */

import { type CellObject, type DenseWorkSheet, read, type WorkBook } from '@e965/xlsx';
import { dateText } from './cellFormat.ts';
import { type BookReading, bookOf, MAXIMUM_ROWS, refusedFile, type TableRow } from './table.ts';

/** Some thousand rows of a ledger. The package takes a kilobyte for a cell, of which there may be one in six bytes. */
const MAXIMUM_XLS_BYTES = 2 * 1024 * 1024;
/** Names of OLE streams, which stand in the file as UTF-16. */
const OLE_MACROS = ['_VBA_PROJECT', 'Macros'];
const OLE_ENCRYPTED = ['EncryptedPackage', 'EncryptionInfo'];

/** Macros and encrypted files are refused before anything is read. */
export function readXls(bytes: Uint8Array): BookReading {
  const problem = oleProblem(bytes);
  if (problem !== null) return refusedFile(problem, { megabytes: MAXIMUM_XLS_BYTES / 1024 / 1024 });
  let book: WorkBook;
  try {
    book = read(bytes, {
      type: 'array',
      cellDates: true,
      UTC: true,
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      sheetRows: MAXIMUM_ROWS + 2,
    });
  } catch (failure) {
    return refusedFile(
      failure instanceof Error && /password|encrypt/iu.test(failure.message) ? 'encrypted' : 'damaged',
    );
  }
  const isFrom1904 = book.Workbook?.WBProps?.date1904 ?? false;
  const sheets = book.SheetNames.map((name, at) => {
    const sheet = book.Sheets[name];
    const isHidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0;
    return { name, isHidden, records: sheet === undefined ? [] : recordsOf(sheet as DenseWorkSheet) };
  });
  return bookOf({ format: 'xls', encoding: '', isFrom1904 }, sheets);
}

function recordsOf(sheet: DenseWorkSheet): TableRow[] {
  const records: TableRow[] = [];
  (sheet['!data'] ?? []).forEach((cells, index) => {
    const texts = Array.from(cells ?? [], cellText);
    if (texts.some((text) => text !== '')) records.push({ row: index + 1, cells: texts });
  });
  return records;
}

/** Text as typed; a day as YYYY-MM-DD; a number as shown when it has a format of its own (0012), else in full. */
function cellText(cell: CellObject | undefined): string {
  if (cell?.v === undefined || cell.v === null) return '';
  // A serial that is no day (1e999) is shown as the file shows it, and its row is refused by that text.
  if (cell.v instanceof Date) return Number.isNaN(cell.v.getTime()) ? (cell.w ?? '?') : dateText(cell.v);
  if (cell.t === 'n')
    return cell.z === undefined || cell.z === 'General' ? String(cell.v) : (cell.w ?? String(cell.v)).trim();
  if (cell.t === 'e') return cell.w ?? '';
  return String(cell.v).toWellFormed();
}

function oleProblem(bytes: Uint8Array): 'xlsTooLarge' | 'encrypted' | 'macros' | null {
  if (bytes.length > MAXIMUM_XLS_BYTES) return 'xlsTooLarge';
  const text = new TextDecoder('latin1').decode(bytes);
  if (OLE_ENCRYPTED.some((name) => text.includes(wide(name)))) return 'encrypted';
  return OLE_MACROS.some((name) => text.includes(wide(name))) ? 'macros' : null;
}

function wide(name: string): string {
  return Array.from(name, (letter) => `${letter}\0`).join('');
}
