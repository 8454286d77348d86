/** Inserts one whole row by a statement that is compiled once: building and compiling it each time costs more than the insert. */

import { getTableColumns, getTableName } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection, Db } from './open.ts';

type Inserter = (connection: Connection, row: Readonly<Record<string, unknown>>) => void;

const inserters = new WeakMap<SQLiteTable, Inserter>();

export function insertRow<Table extends SQLiteTable>(db: Db, table: Table, row: Table['$inferSelect']): void {
  let insert = inserters.get(table);
  if (insert === undefined) {
    insert = inserterOf(table);
    inserters.set(table, insert);
  }
  insert((db as Db & { readonly $client: Connection }).$client, row);
}

function inserterOf(table: SQLiteTable): Inserter {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([key]) => toSnakeCase(key)).join(', ');
  const statement = `INSERT INTO ${getTableName(table)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
  return (connection, row) => {
    const values = columns.map(([key, column]) => {
      const value = row[key];
      return value === null || value === undefined ? null : column.mapToDriverValue(value);
    });
    connection.prepare(statement).run(values);
  };
}
