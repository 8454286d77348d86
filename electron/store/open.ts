/** Opens the registry file: one writer, one read-only reader, with the settings that keep acknowledged writes. */

import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import * as schema from '../../drizzle/schema.ts';

/** Marks the file as ours (`GDLR`), so that a foreign database is never taken for a registry. */
export const APPLICATION_ID = 0x47444c52;

export type Connection = Database.Database;
export type Db = BetterSQLite3Database<typeof schema>;
/** A handle through which rows may only be read. */
export type ReadableDb = Pick<Db, 'select' | 'selectDistinct' | 'all' | 'get' | 'values' | '$count'>;

export type Store = {
  readonly file: string;
  readonly writer: Connection;
  readonly reader: Connection;
  readonly writable: Db;
  readonly readable: ReadableDb;
  readonly close: () => void;
};

export function connect(file: string, options: { readonly: boolean }): Connection {
  const connection = new Database(file, {
    readonly: options.readonly,
    timeout: 5000,
    ...(process.env.SQLITE_BINDING ? { nativeBinding: process.env.SQLITE_BINDING } : {}),
  });
  if (!options.readonly) connection.pragma('journal_mode = WAL');
  // The driver reopens WAL files with NORMAL, which loses acknowledged writes at a power cut.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE deletes past the triggers that forbid deleting.
  connection.pragma('recursive_triggers = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  if (!options.readonly) connection.pragma('secure_delete = ON');
  connection.pragma(`cache_size = -${PAGES_KIB}`);
  return connection;
}

const PAGES_KIB = 65_536;
const PAGES_OF_AN_IMPORT_KIB = 262_144;

/** A long import that outgrows the pages in memory writes them out again and again: a quarter of its time. */
export async function withPagesForImport<Result>({ writer }: Store, body: () => Promise<Result>): Promise<Result> {
  writer.pragma(`cache_size = -${PAGES_OF_AN_IMPORT_KIB}`);
  try {
    return await body();
  } finally {
    writer.pragma(`cache_size = -${PAGES_KIB}`);
    writer.pragma('shrink_memory');
  }
}

export function openStore(file: string): Store {
  const writer = connect(file, { readonly: false });
  const reader = connect(file, { readonly: true });
  return {
    file,
    writer,
    reader,
    writable: drizzle({ client: remembering(writer), schema, casing: 'snake_case' }),
    readable: drizzle({ client: remembering(reader), schema, casing: 'snake_case' }),
    close: () => {
      reader.close();
      writer.pragma('wal_checkpoint(TRUNCATE)');
      writer.close();
    },
  };
}

/** A reader of its own that sees the registry as it is now for as long as it is open, whatever is written meanwhile. */
export function openMoment(file: string): { readonly db: ReadableDb; readonly close: () => void } {
  const connection = connect(file, { readonly: true });
  // It walks through the registry once, slice by slice: pages that it has passed are of no more use.
  connection.pragma('cache_size = -8192');
  connection.exec('BEGIN');
  return {
    db: drizzle({ client: remembering(connection), schema, casing: 'snake_case' }),
    close: () => connection.close(),
  };
}

/** All that a body reads at once, as of one moment: each look by itself would lock and let go of the file. */
export function atOneMoment<Result>({ reader }: Store, body: () => Result): Result {
  reader.exec('BEGIN');
  try {
    return body();
  } finally {
    reader.exec('COMMIT');
  }
}

const REMEMBERED_STATEMENTS = 400;

/** The same connection, whose statements are compiled once per text: compiling costs more than most of our queries. */
function remembering(connection: Connection): Connection {
  const statements = new Map<string, Database.Statement>();
  const prepare = (source: string): Database.Statement => {
    const known = statements.get(source);
    if (known) return known;
    if (statements.size >= REMEMBERED_STATEMENTS) statements.clear();
    const statement = connection.prepare(source);
    statements.set(source, statement);
    return statement;
  };
  return new Proxy(connection, {
    get: (target, key) => {
      if (key === 'prepare') return prepare;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
