/** Which row of a sheet holds the headers: titles, units and days of filling in often stand above it. */

import { fieldOfHeader } from './mapping.ts';
import type { BookSheet } from './table.ts';

const LOOKED_AT = 30;

/** The row with the most headers that we know; where none is known, the first row that holds anything. */
export function proposedHeaderRow({ records }: BookSheet): number {
  let best = { row: records[0]?.row ?? 1, known: 0 };
  for (const { row, cells } of records.slice(0, LOOKED_AT)) {
    const known = new Set(cells.flatMap((cell) => fieldOfHeader(cell) ?? [])).size;
    if (known > best.known) best = { row, known };
  }
  return best.row;
}

/** The sheet to begin with: the one in whose header row we know most, hidden ones last. */
export function proposedSheet(sheets: readonly BookSheet[]): number {
  let best = { at: 0, known: -1 };
  sheets.forEach((sheet, at) => {
    const headerRow = proposedHeaderRow(sheet);
    const cells = sheet.records.find(({ row }) => row === headerRow)?.cells ?? [];
    const known = sheet.isHidden ? -1 : new Set(cells.flatMap((cell) => fieldOfHeader(cell) ?? [])).size;
    if (known > best.known) best = { at, known };
  });
  return best.at;
}
