/** Brings a registry file to this program's schema: backed up first, verified, recorded in the same transaction, or not at all. */

import fs from 'node:fs';
import path from 'node:path';
import { APPLICATION_ID, type Connection } from './open.ts';

export class MigrationRefused extends Error {
  readonly code: 'schema.newer' | 'schema.foreign' | 'schema.broken';

  constructor(code: MigrationRefused['code'], detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
  }
}

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

export function readMigrations(folder: string): readonly Migration[] {
  return fs
    .readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort()
    .map((name) => ({
      number: Number(name.slice(0, 4)),
      name,
      // Read when it is applied: a registry that is up to date needs none of them.
      get sql() {
        return fs.readFileSync(path.join(folder, name), 'utf8');
      },
    }));
}

/**
 * Applies what is missing, one transaction each. `backUp` is called before a file that already holds a registry is changed.
 * Throws MigrationRefused and leaves the file as it was when it is newer, foreign, or a step would lose rows.
 */
export function migrate(connection: Connection, migrations: readonly Migration[], backUp: () => void): number {
  const version = connection.pragma('user_version', { simple: true }) as number;
  const newest = migrations.at(-1)?.number ?? 0;
  const isEmpty = tables(connection).length === 0;
  if (!isEmpty && connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new MigrationRefused('schema.foreign', connection.name);
  }
  if (version > newest) throw new MigrationRefused('schema.newer', `${version} > ${newest}`);
  const missing = migrations.filter(({ number }) => number > version);
  if (missing.length > 0 && !isEmpty) backUp();
  for (const migration of missing) apply(connection, migration);
  return missing.length;
}

function apply(connection: Connection, migration: Migration): void {
  // Inside a transaction this pragma does nothing, and a table rebuild would then empty the child tables.
  connection.pragma('foreign_keys = OFF');
  const before = countRows(connection);
  connection.exec('BEGIN IMMEDIATE');
  try {
    connection.exec(migration.sql);
    const after = countRows(connection);
    for (const [table, rows] of before) {
      if (after.has(table) && after.get(table) !== rows) {
        throw new MigrationRefused('schema.broken', `${migration.name} changes the rows of ${table}`);
      }
    }
    const orphans = connection.pragma('foreign_key_check') as unknown[];
    if (orphans.length > 0) throw new MigrationRefused('schema.broken', `${migration.name} leaves orphans`);
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    connection.pragma(`user_version = ${migration.number}`);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}

function tables(connection: Connection): readonly string[] {
  return connection
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all() as string[];
}

function countRows(connection: Connection): ReadonlyMap<string, number> {
  return new Map(
    tables(connection).map((name) => [
      name,
      connection.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number,
    ]),
  );
}
