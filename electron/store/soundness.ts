/** What the file can say about itself: pages, references, and the schema that the migrations make. */

import { type Migration, migrate } from './migrate.ts';
import { type Connection, connect } from './open.ts';

export type Finding = { readonly checked: number; readonly problems: readonly string[] };

export function verifyPages(connection: Connection): Finding {
  const lines = connection.pragma('integrity_check(20)') as { integrity_check: string }[];
  const problems = lines.map((line) => line.integrity_check).filter((line) => line !== 'ok');
  const checked = connection.pragma('page_count', { simple: true }) as number;
  return { checked, problems: problems.map((problem) => `pages.damaged ${problem}`) };
}

export function verifyReferences(connection: Connection): Finding {
  const orphans = connection.pragma('foreign_key_check') as { table: string; rowid: number }[];
  const checked = connection
    .prepare(`SELECT count(*) FROM sqlite_schema AS t JOIN pragma_foreign_key_list(t.name) WHERE t.type = 'table'`)
    .pluck()
    .get() as number;
  return { checked, problems: orphans.slice(0, 20).map(({ table, rowid }) => `reference.missing ${table} ${rowid}`) };
}

/** Tables, indexes and, above all, the triggers that guard what is final: word for word as the migrations make them. */
export function verifySchema(connection: Connection, migrations: readonly Migration[]): Finding {
  const expected = schemaOf(migrations);
  const found = schemaIn(connection);
  const names = new Set([...expected.keys(), ...found.keys()]);
  const problems = [...names].filter((name) => expected.get(name) !== found.get(name));
  return { checked: expected.size, problems: problems.map((name) => `schema.differs ${name}`) };
}

function schemaOf(migrations: readonly Migration[]): ReadonlyMap<string, string> {
  const model = connect(':memory:', { readonly: false });
  try {
    migrate(model, migrations, () => undefined);
    return schemaIn(model);
  } finally {
    model.close();
  }
}

function schemaIn(connection: Connection): ReadonlyMap<string, string> {
  const rows = connection
    .prepare(
      `SELECT type || ' ' || name AS name, coalesce(sql, '') AS sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'`,
    )
    .all() as { name: string; sql: string }[];
  return new Map(rows.map(({ name, sql }) => [name, sql]));
}
