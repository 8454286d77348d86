/** Stores one whole row by a statement that is built once: building it each time costs more than the insert. */

import { getTableColumns, getTableName } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection, Db } from './open.ts';
import { isPlain } from './plainColumn.ts';
import { connectionOf } from './selectRows.ts';

type Inserter = (connection: Connection, row: Readonly<Record<string, unknown>>) => void;

const inserters = new WeakMap<SQLiteTable, Inserter>();

export function insertRow<Table extends SQLiteTable>(db: Db, table: Table, row: Table['$inferSelect']): void {
  let insert = inserters.get(table);
  if (insert === undefined) {
    insert = inserterOf(table);
    inserters.set(table, insert);
  }
  insert(connectionOf(db), row);
}

/** A function that puts a row in the place of the one with the same key, or beside the others where there is none. */
export function upserting<Table extends SQLiteTable>(table: Table, key: keyof Table['$inferSelect'] & string) {
  const names = Object.keys(getTableColumns(table)).filter((name) => name !== key);
  const set = names.map(toSnakeCase).map((name) => `${name} = excluded.${name}`);
  const store = inserterOf(table, ` ON CONFLICT (${toSnakeCase(key)}) DO UPDATE SET ${set.join(', ')}`);
  return (db: Db, row: Table['$inferSelect']): void => store(connectionOf(db), row);
}

function inserterOf(table: SQLiteTable, onConflict = ''): Inserter {
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    encode: isPlain(column) ? undefined : (value: unknown) => column.mapToDriverValue(value),
  }));
  const names = columns.map(({ key }) => toSnakeCase(key)).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const statement = `INSERT INTO ${getTableName(table)} (${names}) VALUES (${marks})${onConflict}`;
  return (connection, row) => {
    const values = columns.map(({ key, encode }) => {
      const value = row[key] ?? null;
      return encode === undefined || value === null ? value : encode(value);
    });
    connection.prepare(statement).run(values);
  };
}
