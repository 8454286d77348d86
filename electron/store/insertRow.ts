/** Stores one whole row by a statement that is built once: building it each time costs more than the insert. */

import { getTableColumns, getTableName } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection, Db } from './open.ts';
import { isPlain } from './plainColumn.ts';
import { connectionOf } from './selectRows.ts';

type Row = Readonly<Record<string, unknown>>;
type Waiting = Map<SQLiteTable, Row[]>;
type Inserter = (connection: Connection, row: Row) => void;

const inserters = new WeakMap<SQLiteTable, Inserter>();
/** Rows that wait for the end of `insertTogether`. */
const waiting = new WeakMap<Db, Waiting>();

export function insertRow<Table extends SQLiteTable>(db: Db, table: Table, row: Table['$inferSelect']): void {
  const tables = waiting.get(db);
  if (tables === undefined) inserterFor(table)(connectionOf(db), row);
  else if (!tables.get(table)?.push(row)) tables.set(table, [row]);
}

/**
 * Stores at its end, table by table, the rows that the body inserts and does not read again: to go to and fro between the
 * tables with every row takes half as long again. Whatever rows refer to has to come in a table that came before theirs.
 */
export function insertTogether(db: Db, body: () => void): void {
  const tables: Waiting = new Map();
  waiting.set(db, tables);
  try {
    body();
  } finally {
    waiting.delete(db);
  }
  for (const [table, rows] of tables) {
    for (const row of rows) inserterFor(table)(connectionOf(db), row);
  }
}

function inserterFor(table: SQLiteTable): Inserter {
  let insert = inserters.get(table);
  if (insert === undefined) {
    insert = inserterOf(table);
    inserters.set(table, insert);
  }
  return insert;
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
