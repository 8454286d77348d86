/** Registry files for tests of the store: made by the real migrations, filled with one row per table. */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Connection, connect } from '../../electron/store/open.ts';
import { putEmptyRegistry } from '../emptyRegistry.ts';

/** A path in a folder that goes when the test ends. */
export function freshPath(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-store-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'registry.db');
}

export function reopen(file: string, options = { readonly: false }): Connection {
  const connection = connect(file, options);
  onTestFinished(() => {
    connection.close();
  });
  return connection;
}

export function freshRegistry(file = freshPath()): Connection {
  putEmptyRegistry(file);
  return reopen(file);
}

type Column = { readonly name: string; readonly type: string };

export function tablesOf(connection: Connection): readonly string[] {
  return connection
    .prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 1 ORDER BY name`)
    .pluck()
    .all() as string[];
}

export function columnsOf(connection: Connection, table: string): readonly Column[] {
  return connection.pragma(`table_info("${table}")`) as Column[];
}

/** The same value in every column of a type, so that all references and the trail's first link fit. */
export function insertDummy(connection: Connection, table: string, verb = 'INSERT'): void {
  const columns = columnsOf(connection, table);
  const names = columns.map(({ name }) => name).join();
  const values = columns.map(({ type }) => (type === 'INTEGER' ? '1' : type === 'BLOB' ? `x'01'` : `'x'`)).join();
  connection.exec(`${verb} INTO "${table}" (${names}) VALUES (${values})`);
}

/** The trail links to the founding; the dummy of a report is a signed one, which takes no figures any more. */
const FILLED_FIRST = ['installation', 'annual_report_figure'];

/** One row in every table; checks are off, since only what happens to rows afterwards is of interest. */
export function fillEveryTable(connection: Connection): void {
  connection.pragma('ignore_check_constraints = ON');
  connection.pragma('foreign_keys = OFF');
  for (const table of [...FILLED_FIRST, ...tablesOf(connection).filter((name) => !FILLED_FIRST.includes(name))]) {
    insertDummy(connection, table);
  }
}
