/** All rows of a foreign ledger in the order of the file, and those that tell of the same document twice. */

import { broken } from '../domain/broken.ts';
import { type DocumentRow, type RowFacts, readDocumentRow, refusedRow } from './documentRow.ts';
import type { DocumentMapping } from './mapping.ts';
import { columnNumbers } from './rowReader.ts';
import type { Table } from './table.ts';

/** One answer for each row, each looked at by itself; the caller stops or goes on as it likes. */
export function* readRows(table: Table, mapping: DocumentMapping, facts: RowFacts): Generator<DocumentRow> {
  const columns = columnNumbers(table.headers, mapping);
  for (const row of table.rows) yield readDocumentRow(row, columns, mapping, facts);
}

/** Of rows that tell of the same document the first is taken, the others are refused. */
export function refuseTwins(rows: readonly DocumentRow[]): readonly DocumentRow[] {
  const first = new Map<string, number>();
  return rows.map((row) => {
    if (row.key === null) return row;
    const before = first.get(row.key);
    if (before !== undefined) return refusedRow(row, [broken('import.sameAsRow', 'title', { row: before })]);
    first.set(row.key, row.row);
    return row;
  });
}

export function rowsToDocuments(table: Table, mapping: DocumentMapping, facts: RowFacts): readonly DocumentRow[] {
  return refuseTwins([...readRows(table, mapping, facts)]);
}
