/** Writes Excel sheets for reading, filtering and printing: real dates, text that stays text, title row on every page. */

import ExcelJS from 'exceljs';
import { LONGEST_CELL_TEXT, type Sheet, type SheetCell, type SheetColumn } from './sheet.ts';

/** Without a stream of ours the writer gathers its bytes in a buffer that its types do not mention. */
type WithBuffer = { readonly stream: { toBuffer(): Uint8Array } };

const FORMATS = { text: '@', day: 'yyyy-mm-dd', number: '0', amount: '0.######' } as const;
const A4 = 9;
const FORBIDDEN_IN_SHEET_NAME = /[\\/*?:[\]]/gu;
const LONGEST_SHEET_NAME = 31;

/** The bytes of an .xlsx file. Throws a RangeError for a text longer than a cell can hold, because nothing may be cut. */
export function writeXlsx(sheet: Sheet): Promise<Uint8Array> {
  return writeBook([sheet]);
}

/** Several sheets in one file. */
export async function writeBook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ useStyles: true, useSharedStrings: true });
  for (const sheet of sheets) await addSheet(book, sheet);
  await book.commit();
  return (book as unknown as WithBuffer).stream.toBuffer();
}

async function addSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, sheet: Sheet): Promise<void> {
  const page = book.addWorksheet(sheetName(sheet.name), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    headerFooter: { oddFooter: '第 &P 页 共 &N 页' },
  });
  page.columns = sheet.columns.map(({ width, kind }) => ({
    width,
    style: { numFmt: FORMATS[kind], alignment: { vertical: 'top', wrapText: kind === 'text' } },
  }));
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: sheet.columns.length } };
  const header = page.addRow(sheet.columns.map((column) => cellText(column.header)));
  header.font = { bold: true };
  header.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  header.commit();
  for await (const row of sheet.rows)
    page.addRow(sheet.columns.map((column, at) => cellValue(row[at] ?? null, column.kind))).commit();
  page.commit();
}

function cellValue(cell: SheetCell, kind: SheetColumn['kind']): string | number | Date | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return cell;
  return kind === 'day' && /^\d{4}-\d{2}-\d{2}$/u.test(cell) ? new Date(`${cell}T00:00:00Z`) : cellText(cell);
}

/** Characters XML cannot carry are written as _xHHHH_, and text that looks like such a mark is protected. */
function cellText(text: string): string {
  if (text.length > LONGEST_CELL_TEXT) throw new RangeError(`cell text of ${text.length} characters`);
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(
      /(?![\t\n])\p{Cc}|\u{FFFE}|\u{FFFF}/gu,
      (mark) => `_x${mark.charCodeAt(0).toString(16).padStart(4, '0')}_`,
    );
}

function sheetName(name: string): string {
  return name.replace(FORBIDDEN_IN_SHEET_NAME, ' ').slice(0, LONGEST_SHEET_NAME) || 'Sheet1';
}
