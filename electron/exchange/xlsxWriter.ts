/**
 * Writes Excel sheets for reading, filtering and printing: real dates, text that stays text, title row on every page.
 * Written by ourselves, row by row into a compressing stream: a hundred thousand rows in seconds and without holding them.
 */

import { crc32 } from 'node:zlib';
import { deflated, deflating } from './deflating.ts';
import { LONGEST_CELL_TEXT, type Sheet, type SheetCell, type SheetColumn } from './sheet.ts';
import {
  columnName,
  contentTypes,
  escaped,
  PACKAGE_LINKS,
  STRINGS_FOOT,
  STRINGS_HEAD,
  STYLE_SHEET,
  STYLES,
  sheetFoot,
  sheetHead,
  type WrittenSheet,
  workbook,
  workbookLinks,
} from './xlsxMarkup.ts';
import { writeZip, type ZippedFile } from './zip.ts';

const FORBIDDEN_IN_SHEET_NAME = /[\\/*?:[\]]/gu;
const LONGEST_SHEET_NAME = 31;
/** Characters gathered before they go to be compressed. */
const AT_ONCE = 1 << 18;
/** Texts that come again come early; titles and numbers, which do not, would fill the memory. */
const MOST_REMEMBERED = 30_000;
/** Days from the first of Excel's to 1 January 1970. */
const EXCEL_EPOCH = 25_569;
const DAY_MS = 86_400_000;

/** The bytes of an .xlsx file. Throws a RangeError for a text longer than a cell can hold, because nothing may be cut. */
export function writeXlsx(sheet: Sheet): Promise<Uint8Array> {
  return writeBook([sheet]);
}

/** Several sheets in one file. */
export async function writeBook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const strings = shareStrings();
  const parts: ZippedFile[] = [];
  const written: WrittenSheet[] = [];
  for (const [at, sheet] of sheets.entries()) {
    const rows = deflating();
    written.push(await writeSheet(sheet, rows.write, strings));
    parts.push(await rows.end(`xl/worksheets/sheet${at + 1}.xml`));
  }
  const fixed = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', PACKAGE_LINKS],
    ['xl/workbook.xml', workbook(written)],
    ['xl/_rels/workbook.xml.rels', workbookLinks(sheets.length)],
    ['xl/styles.xml', STYLE_SHEET],
  ] as const;
  const first = await Promise.all(fixed.map(([name, text]) => deflated(name, text)));
  return writeZip([...first, ...parts, await strings.written()], crc32);
}

async function writeSheet(
  { name, columns, rows }: Sheet,
  write: (text: string) => Promise<void>,
  strings: SharedStrings,
): Promise<WrittenSheet> {
  const letters = columns.map((_, at) => columnName(at));
  const text = (place: string, style: number, value: string) =>
    `<c r="${place}" s="${style}" t="s"><v>${strings.placeOf(value)}</v></c>`;
  let count = 1;
  let gathered = `${sheetHead(columns)}<row r="1">`;
  for (const [at, { header }] of columns.entries()) gathered += text(`${letters[at]}1`, STYLES.header, header);
  gathered += '</row>';
  for await (const row of rows) {
    count += 1;
    gathered += `<row r="${count}">`;
    for (const [at, { kind }] of columns.entries()) {
      const value = cellValue(row[at] ?? null, kind);
      if (value === null) continue;
      const place = `${letters[at]}${count}`;
      const style = STYLES[kind];
      gathered +=
        typeof value === 'number' ? `<c r="${place}" s="${style}"><v>${value}</v></c>` : text(place, style, value);
    }
    gathered += '</row>';
    await strings.pass();
    if (gathered.length < AT_ONCE) continue;
    await write(gathered);
    gathered = '';
  }
  const sheet = { name: sheetName(name), columns: columns.length, rows: count };
  await write(gathered + sheetFoot(sheet));
  return sheet;
}

type SharedStrings = {
  readonly placeOf: (text: string) => number;
  /** Sends on what has been gathered since, once it is enough. */
  readonly pass: () => Promise<void>;
  readonly written: () => Promise<ZippedFile>;
};

/** A text that many cells hold once, as long as it is remembered. */
function shareStrings(): SharedStrings {
  const part = deflating();
  const places = new Map<string, number>();
  let gathered = STRINGS_HEAD;
  let count = 0;
  return {
    placeOf: (text) => {
      const known = places.get(text);
      if (known !== undefined) return known;
      if (text.length > LONGEST_CELL_TEXT) throw new RangeError(`cell text of ${text.length} characters`);
      gathered += `<si><t xml:space="preserve">${escaped(protectedMarks(text))}</t></si>`;
      if (places.size < MOST_REMEMBERED) places.set(text, count);
      count += 1;
      return count - 1;
    },
    pass: async () => {
      if (gathered.length < AT_ONCE) return;
      await part.write(gathered);
      gathered = '';
    },
    written: async () => {
      await part.write(gathered + STRINGS_FOOT);
      return part.end('xl/sharedStrings.xml');
    },
  };
}

function cellValue(cell: SheetCell, kind: SheetColumn['kind']): string | number | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number' || kind !== 'day' || !/^\d{4}-\d{2}-\d{2}$/u.test(cell)) return cell;
  return Date.parse(`${cell}T00:00:00Z`) / DAY_MS + EXCEL_EPOCH;
}

/** Characters XML cannot carry are written as _xHHHH_, and text that looks like such a mark is protected. */
function protectedMarks(text: string): string {
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
