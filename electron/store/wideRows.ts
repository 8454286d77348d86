/**
 * Rows of two joined tables, decoded column by column. The builder's own mapping of such wide rows takes as long as the
 * query itself, and lists ask for a hundred of them at a time.
 */

import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ReadableDb } from './open.ts';
import { isPlain } from './plainColumn.ts';

type Row = Record<string, unknown>;
type Decode = (row: Row, value: unknown) => void;

export type PairReader<First extends SQLiteTable, Second extends SQLiteTable> = (
  db: ReadableDb,
  /** From FROM on. */
  rest: SQL,
) => readonly (readonly [First['$inferSelect'], Second['$inferSelect']])[];

export function pairReader<First extends SQLiteTable, Second extends SQLiteTable>(
  first: First,
  second: Second,
): PairReader<First, Second> {
  const columns = [...Object.values(getTableColumns(first)), ...Object.values(getTableColumns(second))];
  const selected = sql.join(columns, sql`, `);
  const [ofFirst, ofSecond] = [decoders(first), decoders(second)];
  return (db, rest) =>
    db.values<unknown[]>(sql`SELECT ${selected} ${rest}`).map((values) => {
      const [row, other]: [Row, Row] = [{}, {}];
      let at = 0;
      for (const decode of ofFirst) decode(row, values[at++]);
      for (const decode of ofSecond) decode(other, values[at++]);
      return [row, other];
    });
}

function decoders(table: SQLiteTable): readonly Decode[] {
  return Object.entries(getTableColumns(table)).map(([key, column]): Decode => {
    if (isPlain(column)) {
      return (row, value) => {
        row[key] = value;
      };
    }
    return (row, value) => {
      row[key] = value === null ? null : column.mapFromDriverValue(value);
    };
  });
}
