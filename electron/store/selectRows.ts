/** Selects whole rows of one table by one value, by a statement that is built once: building it costs more than the look. */

import { type Column, getTableColumns, getTableName } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection, ReadableDb } from './open.ts';

/** Looks for rows by an id, in the order made of these columns. */
export type RowsBy<Table extends SQLiteTable> = (db: ReadableDb, value: string) => Table['$inferSelect'][];

type Key<Table extends SQLiteTable> = keyof Table['$inferSelect'] & string;

export function rowsBy<Table extends SQLiteTable>(
  table: Table,
  key: Key<Table>,
  order: readonly Key<Table>[] = [],
): RowsBy<Table> {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([name]) => toSnakeCase(name)).join(', ');
  const ordered = order.length === 0 ? '' : ` ORDER BY ${order.map(toSnakeCase).join(', ')}`;
  const source = `SELECT ${names} FROM ${getTableName(table)} WHERE ${toSnakeCase(key)} = ?${ordered}`;
  return (db, value) => {
    const statement = connectionOf(db).prepare(source).raw(true);
    return (statement.all(value) as unknown[][]).map((values) => rowOf(columns, values) as Table['$inferSelect']);
  };
}

export function connectionOf(db: ReadableDb): Connection {
  return (db as ReadableDb & { readonly $client: Connection }).$client;
}

function rowOf(columns: readonly (readonly [string, Column])[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  columns.forEach(([key, column], at) => {
    const value = values[at];
    row[key] = value === null ? null : column.mapFromDriverValue(value);
  });
  return row;
}
