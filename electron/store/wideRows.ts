/**
 * Rows of two joined tables, decoded column by column. The builder's own mapping of such wide rows takes as long as the
 * query itself, and lists ask for a hundred of them at a time.
 */

import { type Column, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ReadableDb } from './open.ts';
import { isPlain } from './plainColumn.ts';

type Row = Record<string, unknown>;
type Decode = (row: Row, value: unknown) => void;
type Key<Table extends SQLiteTable> = keyof Table['$inferSelect'] & string;

/** Columns of a table: all of them, or those that are named. */
type Columns<Table extends SQLiteTable, Keys extends Key<Table>> = {
  readonly table: Table;
  readonly keys?: readonly Keys[];
};

export type PairReader<First, Second> = (
  db: ReadableDb,
  /** From FROM on. */
  rest: SQL,
) => readonly (readonly [First, Second])[];

export function pairReader<
  First extends SQLiteTable,
  Second extends SQLiteTable,
  FirstKeys extends Key<First> = Key<First>,
  SecondKeys extends Key<Second> = Key<Second>,
>(
  first: Columns<First, FirstKeys>,
  second: Columns<Second, SecondKeys>,
): PairReader<Pick<First['$inferSelect'], FirstKeys>, Pick<Second['$inferSelect'], SecondKeys>> {
  const [columnsOfFirst, columnsOfSecond] = [columnsOf(first), columnsOf(second)];
  const columns = [...columnsOfFirst, ...columnsOfSecond].map(([, column]) => column);
  const selected = sql.join(columns, sql`, `);
  const [ofFirst, ofSecond] = [columnsOfFirst.map(decoder), columnsOfSecond.map(decoder)];
  return (db, rest) =>
    db.values<unknown[]>(sql`SELECT ${selected} ${rest}`).map((values) => {
      const [row, other]: [Row, Row] = [{}, {}];
      let at = 0;
      for (const decode of ofFirst) decode(row, values[at++]);
      for (const decode of ofSecond) decode(other, values[at++]);
      return [row as Pick<First['$inferSelect'], FirstKeys>, other as Pick<Second['$inferSelect'], SecondKeys>];
    });
}

function columnsOf<Table extends SQLiteTable, Keys extends Key<Table>>({ table, keys }: Columns<Table, Keys>) {
  const all = Object.entries(getTableColumns(table));
  return keys === undefined ? all : all.filter(([key]) => (keys as readonly string[]).includes(key));
}

function decoder([key, column]: readonly [string, Column]): Decode {
  if (isPlain(column)) {
    return (row, value) => {
      row[key] = value;
    };
  }
  return (row, value) => {
    row[key] = value === null ? null : column.mapFromDriverValue(value);
  };
}
