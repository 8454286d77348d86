/** Selects whole rows of one table, all or by one value, by a statement that is built once: building it costs more than the look. */

import { type Column, getTableColumns, getTableName } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection, ReadableDb } from './open.ts';
import { isPlain } from './plainColumn.ts';

/** Looks for rows by an id, in the order made of these columns. */
export type RowsBy<Table extends SQLiteTable> = (db: ReadableDb, value: string) => Table['$inferSelect'][];

type Key<Table extends SQLiteTable> = keyof Table['$inferSelect'] & string;

export function rowsBy<Table extends SQLiteTable>(
  table: Table,
  key: Key<Table>,
  order: readonly Key<Table>[] = [],
): RowsBy<Table> {
  const select = selecting(table, `WHERE ${toSnakeCase(key)} = ?`, order);
  return (db, value) => select(db, [value]);
}

/** All rows of a small table, in the order made of these columns. */
export function allRows<Table extends SQLiteTable>(
  table: Table,
  order: readonly Key<Table>[] = [],
): (db: ReadableDb) => Table['$inferSelect'][] {
  const select = selecting(table, '', order);
  return (db) => select(db, []);
}

function selecting<Table extends SQLiteTable>(table: Table, where: string, order: readonly Key<Table>[]) {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([name]) => toSnakeCase(name)).join(', ');
  const ordered = order.length === 0 ? '' : `ORDER BY ${order.map(toSnakeCase).join(', ')}`;
  const source = `SELECT ${names} FROM ${getTableName(table)} ${where} ${ordered}`;
  return (db: ReadableDb, values: readonly unknown[]): Table['$inferSelect'][] => {
    const found = connectionOf(db).prepare(source).raw(true).all(values) as unknown[][];
    return found.map((row) => rowOf(columns, row));
  };
}

/** Of the row that was added last; undefined in an empty table. */
export function newestId(db: ReadableDb, table: SQLiteTable): string | undefined {
  const source = `SELECT id FROM ${getTableName(table)} ORDER BY rowid DESC LIMIT 1`;
  return connectionOf(db).prepare(source).pluck(true).get() as string | undefined;
}

export function connectionOf(db: ReadableDb): Connection {
  return (db as ReadableDb & { readonly $client: Connection }).$client;
}

function rowOf(columns: readonly (readonly [string, Column])[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  columns.forEach(([key, column], at) => {
    const value = values[at];
    row[key] = value === null || isPlain(column) ? value : column.mapFromDriverValue(value);
  });
  return row;
}
