/** CSV in and out (RFC 4180): UTF-8, UTF-16 and GB 18030 are read; what is written opens in Excel and runs no formula. */

import { decodeText } from './decodeText.ts';
import {
  type BookReading,
  bookOf,
  MAXIMUM_FILE_BYTES,
  MAXIMUM_ROWS,
  refusedFile,
  type TableReading,
  type TableRow,
  tableBelow,
} from './table.ts';

/** Text that a spreadsheet would take for a formula, behind any number of spaces and apostrophes. */
const FORMULA_LIKE = /^['\s\p{Cc}]*(?:[=+\-@＝＋－＠﹢﹣﹦﹫]|[\t\r\n])/u;
const NEEDS_QUOTES = /[",;\t\r\n]|^[\s']|\s$/u;

/** The rows of a file whose first row holds the headers. */
export function readCsv(bytes: Uint8Array): TableReading {
  const reading = readCsvBook(bytes);
  const sheet = reading.ok ? reading.book.sheets[0] : undefined;
  if (!reading.ok) return reading;
  return sheet === undefined
    ? refusedFile('empty')
    : { ok: true, table: tableBelow(sheet, sheet.records[0]?.row ?? 1) };
}

/** Reads a file of rows; the delimiter (comma, semicolon or tab) is the one the header row uses most. */
export function readCsvBook(bytes: Uint8Array): BookReading {
  if (bytes.length > MAXIMUM_FILE_BYTES) {
    return refusedFile('tooLarge', { megabytes: MAXIMUM_FILE_BYTES / 1024 / 1024 });
  }
  const decoded = decodeText(bytes);
  if (decoded === null) return refusedFile('notText');
  const records = parseRecords(decoded.text, delimiterOf(decoded.text));
  if (records === null) return refusedFile('openQuote');
  if (records.length > MAXIMUM_ROWS + 1) {
    return refusedFile('tooManyRows', { rows: linesIn(decoded.text), maximum: MAXIMUM_ROWS });
  }
  const about = { format: 'csv', encoding: decoded.encoding, isFrom1904: false } as const;
  return bookOf(about, [{ name: '', isHidden: false, records }]);
}

/** Writes rows as UTF-8 with a byte order mark and CRLF; `readCsv` gives every string back unchanged. */
export function writeCsv(headers: readonly string[], rows: Iterable<readonly string[]>): Uint8Array {
  return csvPart([headers, ...rows], true);
}

/** The bytes of some records of a long file; the first part carries the byte order mark. */
export function csvPart(records: readonly (readonly string[])[], isFirst: boolean): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${isFirst ? '\u{FEFF}' : ''}${records.map(recordLine).join('')}`);
}

function recordLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  const text = guarded(cell);
  return cell === '' || NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function guarded(cell: string): string {
  return FORMULA_LIKE.test(cell) ? `'${cell}` : cell;
}

/** Undoes `guarded`: an apostrophe is taken off only where `guarded` would have put one. */
function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA_LIKE.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function delimiterOf(text: string): string {
  const counts = new Map([',', ';', '\t'].map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '\n' || character === '\r') break;
    else if (counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** The records with their numbers, none further than can be taken in; `null` when a quoted cell never ends. Text behind a closing quote stays in its cell, as in Excel. */
function parseRecords(text: string, delimiter: string): TableRow[] | null {
  const records: TableRow[] = [];
  let cells: string[] = [];
  let at = 0;
  while ((at < text.length || cells.length > 0) && records.length <= MAXIMUM_ROWS + 1) {
    const quote = text[at] === '"' ? quotedText(text, at) : { text: '', end: at };
    if (quote === null) return null;
    const end = endOfCell(text, quote.end, delimiter);
    cells.push(unguarded(quote.text + text.slice(quote.end, end)));
    at = end + 1;
    if (text[end] === delimiter) continue;
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    records.push({ row: records.length + 1, cells });
    cells = [];
  }
  return records;
}

function endOfCell(text: string, start: number, delimiter: string): number {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** What stands between quotes, doubled quotes undone. */
function quotedText(text: string, start: number): { readonly text: string; readonly end: number } | null {
  let value = '';
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { text: value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}
