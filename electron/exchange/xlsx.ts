/** Excel files in: every sheet as text and days. */

import { type BookReading, bookOf, refusedFile } from './table.ts';
import { readXls } from './xls.ts';
import { formatsOf, OversizedFile, partOf, relationsOf, sharedStringsOf, workbookOf } from './xlsxParts.ts';
import { type Held, sheetRows } from './xlsxSheet.ts';
import { DamagedFile } from './xmlWalk.ts';
import { openZip, type Unpacking } from './zipDirectory.ts';

const ZIP_START = [0x50, 0x4b, 0x03, 0x04];
const OLE_START = [0xd0, 0xcf, 0x11, 0xe0];
/** Where every program puts the workbook, for files that do not say. */
const USUAL_WORKBOOK = 'xl/workbook.xml';
/** Parts by which other spreadsheets in a zip are known: .xlsb, .ods, .numbers. */
const OTHER_FORMATS = ['xl/workbook.bin', 'content.xml', 'index/document.iwa'];

export function isSpreadsheet(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP_START) || startsWith(bytes, OLE_START);
}

/** Reads .xlsx, .xls and .et; bombs, macros and encrypted files are refused before anything is unpacked. */
export async function readSpreadsheet(bytes: Uint8Array<ArrayBuffer>): Promise<BookReading> {
  if (startsWith(bytes, OLE_START)) return readXls(bytes);
  const zip = await openZip(bytes);
  if (!zip.ok) return refusedFile(zip.problem.code, zip.problem.params);
  if (OTHER_FORMATS.some((part) => zip.entries.has(part))) return refusedFile('otherFormat');
  try {
    return await readXlsx(zip.entries);
  } catch (failure) {
    if (failure instanceof OversizedFile) return refusedFile(failure.problem, failure.params);
    if (failure instanceof DamagedFile) return refusedFile('damaged');
    throw failure;
  }
}

async function readXlsx(entries: Unpacking): Promise<BookReading> {
  const top = await relationsOf(entries, '');
  const part = [...top.values()].find(({ kind }) => kind === 'officeDocument')?.target ?? USUAL_WORKBOOK;
  const { sheets, isFrom1904 } = await workbookOf(entries, part);
  const relations = await relationsOf(entries, part);
  const partOfKind = (wanted: string) => [...relations.values()].find(({ kind }) => kind === wanted)?.target;
  const [styles, shared] = [partOfKind('styles'), partOfKind('sharedStrings')];
  const formats = styles === undefined ? [] : await formatsOf(entries, styles);
  const strings = shared === undefined ? [] : await sharedStringsOf(entries, shared);
  const held: Held = { cells: 0, characters: 0 };
  const read = [];
  for (const { name, isHidden, relationId } of sheets) {
    const relation = relations.get(relationId);
    // A sheet of charts alone is listed among the others and holds no rows.
    if (relation !== undefined && relation.kind !== 'worksheet') continue;
    const rows = sheetRows(partOf(entries, relation?.target ?? ''), { strings, formats, isFrom1904, held });
    read.push({ name, isHidden, records: await rows });
  }
  return bookOf({ format: 'xlsx', encoding: '', isFrom1904 }, read);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
