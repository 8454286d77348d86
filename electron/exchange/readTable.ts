/** Reads a file of rows whatever its name says: its first bytes tell Excel from CSV. */

import { readCsv } from './csv.ts';
import type { TableReading } from './table.ts';
import { isSpreadsheet, readSpreadsheet } from './xlsx.ts';

export async function readTable(bytes: Uint8Array<ArrayBuffer>): Promise<TableReading> {
  return isSpreadsheet(bytes) ? readSpreadsheet(bytes) : readCsv(bytes);
}
