/** A migration happens whole or not at all, never loses a row unseen, and a copy is made before it. */

import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Migration, MigrationRefused, migrate } from '../../electron/store/migrate.ts';
import type { Connection } from '../../electron/store/open.ts';
import { verifySchema } from '../../electron/store/soundness.ts';
import { MIGRATIONS } from '../emptyRegistry.ts';
import { fillEveryTable, freshPath, freshRegistry, reopen, tablesOf } from './files.ts';

const NEWEST = MIGRATIONS.at(-1)?.number ?? 0;

function next(sql: string): readonly Migration[] {
  return [...MIGRATIONS, { number: NEWEST + 1, name: 'next.sql', sql }];
}

function contentOf(registry: Connection): unknown {
  const tables = tablesOf(registry).map((table) => [table, registry.prepare(`SELECT * FROM "${table}"`).all()]);
  return [registry.pragma('user_version', { simple: true }), Object.fromEntries(tables)];
}

function refusalCode(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof MigrationRefused ? error.code : 'another error';
  }
  return 'no error';
}

const noCopy = () => undefined;

describe('from every earlier version', () => {
  test.each(MIGRATIONS.map(({ number }) => number))('up to %i and then to the newest', (number) => {
    const registry = reopen(freshPath());
    migrate(
      registry,
      MIGRATIONS.filter((migration) => migration.number <= number),
      noCopy,
    );
    expect(registry.pragma('user_version', { simple: true })).toBe(number);
    migrate(registry, MIGRATIONS, noCopy);
    expect(registry.pragma('user_version', { simple: true })).toBe(NEWEST);
    expect(verifySchema(registry, MIGRATIONS).problems).toEqual([]);
  });
  test('a registry of this version is left alone', () => {
    const registry = freshRegistry();
    let copies = 0;
    expect(migrate(registry, MIGRATIONS, () => copies++)).toBe(0);
    expect(copies).toBe(0);
  });
});

describe('a copy is made first', () => {
  test('before a registry is changed, and it sees the old one', () => {
    const registry = freshRegistry();
    const seen: unknown[] = [];
    migrate(registry, next('CREATE TABLE later (id TEXT PRIMARY KEY) STRICT'), () =>
      seen.push(registry.pragma('user_version', { simple: true })),
    );
    expect(seen).toEqual([NEWEST]);
  });
  test('and where it fails nothing is changed', () => {
    const registry = freshRegistry();
    const before = contentOf(registry);
    const full = () => {
      throw new Error('disk full');
    };
    expect(() => migrate(registry, next('CREATE TABLE later (id TEXT PRIMARY KEY) STRICT'), full)).toThrow('disk full');
    expect(contentOf(registry)).toEqual(before);
  });
});

describe('a step that fails leaves the registry as it was', () => {
  test.each([
    ['at its first statement', 'NONSENSE; CREATE TABLE later (id TEXT PRIMARY KEY) STRICT'],
    ['at its last statement', 'CREATE TABLE later (id TEXT PRIMARY KEY) STRICT; DROP TABLE draft; NONSENSE'],
    ['on what a guard forbids', 'CREATE TABLE later (id TEXT) STRICT; DELETE FROM audit_entry'],
  ])('%s', (_, sql) => {
    const registry = freshRegistry();
    fillEveryTable(registry);
    const before = contentOf(registry);
    expect(() => migrate(registry, next(sql), noCopy)).toThrow();
    expect(registry.inTransaction).toBe(false);
    expect(contentOf(registry)).toEqual(before);
    expect(registry.pragma('foreign_keys', { simple: true })).toBe(1);
  });
  test('and of several steps the sound ones stay, each with its number', () => {
    const registry = freshRegistry();
    const sound = { number: NEWEST + 1, name: 'sound.sql', sql: 'CREATE TABLE later (id TEXT PRIMARY KEY) STRICT' };
    const broken = { number: NEWEST + 2, name: 'broken.sql', sql: 'NONSENSE' };
    expect(() => migrate(registry, [...MIGRATIONS, sound, broken], noCopy)).toThrow();
    expect(registry.pragma('user_version', { simple: true })).toBe(NEWEST + 1);
    expect(tablesOf(registry)).toContain('later');
  });
  test('one that would lose rows is refused', () => {
    const registry = freshRegistry();
    registry.exec(`INSERT INTO setting VALUES ('a', '1'), ('b', '2')`);
    expect(refusalCode(() => migrate(registry, next(`DELETE FROM setting WHERE key = 'a'`), noCopy))).toBe(
      'schema.broken',
    );
    expect(registry.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(2);
  });
});

describe('a parent table is rebuilt', () => {
  const TWO_TABLES = `CREATE TABLE parent (id TEXT PRIMARY KEY NOT NULL) STRICT;
    CREATE TABLE child (id TEXT PRIMARY KEY NOT NULL, parent_id TEXT REFERENCES parent (id) ON DELETE CASCADE) STRICT;
    INSERT INTO parent VALUES ('p'); INSERT INTO child VALUES ('a', 'p'), ('b', 'p'), ('c', 'p');`;
  const REBUILD = `CREATE TABLE rebuilt (id TEXT PRIMARY KEY NOT NULL, note TEXT) STRICT;
    INSERT INTO rebuilt (id) SELECT id FROM parent; DROP TABLE parent; ALTER TABLE rebuilt RENAME TO parent;`;
  const countChildren = (registry: Connection) => registry.prepare('SELECT count(*) FROM child').pluck().get();

  function registryWithChildren(): Connection {
    const registry = freshRegistry();
    registry.exec(TWO_TABLES);
    return registry;
  }

  test('and its children stay', () => {
    const registry = registryWithChildren();
    migrate(registry, next(REBUILD), noCopy);
    expect(countChildren(registry)).toBe(3);
  });
  test('where references stayed on, they would be gone without an error', () => {
    const registry = registryWithChildren();
    registry.transaction(() => registry.exec(`PRAGMA foreign_keys = OFF; ${REBUILD}`))();
    expect(countChildren(registry)).toBe(0);
    expect(registry.pragma('foreign_key_check')).toEqual([]);
  });
  test('one that orphans them is refused', () => {
    const registry = registryWithChildren();
    const orphaning = REBUILD.replace('SELECT id FROM parent', `SELECT id || '2' FROM parent`);
    expect(refusalCode(() => migrate(registry, next(orphaning), noCopy))).toBe('schema.broken');
    expect(countChildren(registry)).toBe(3);
    expect(registry.prepare('SELECT id FROM parent').pluck().all()).toEqual(['p']);
  });
});

describe('a file that is not ours is left alone', () => {
  test('one of a newer program', () => {
    const registry = freshRegistry();
    registry.pragma(`user_version = ${NEWEST + 1}`);
    expect(refusalCode(() => migrate(registry, MIGRATIONS, noCopy))).toBe('schema.newer');
  });
  test('one of another program', () => {
    const other = reopen(freshPath());
    other.exec('CREATE TABLE invoices (id INTEGER)');
    expect(refusalCode(() => migrate(other, MIGRATIONS, noCopy))).toBe('schema.foreign');
    expect(other.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['invoices']);
  });
  test('one that is no database', () => {
    const file = freshPath();
    fs.writeFileSync(file, 'Dear Sir or Madam, '.repeat(400));
    expect(() => reopen(file)).toThrow('not a database');
    expect(fs.readFileSync(file, 'utf8')).toContain('Dear Sir');
  });
});

test('a guard that was taken away, or a table that was altered by hand, is seen', () => {
  const registry = freshRegistry();
  registry.exec('DROP TRIGGER audit_entry_kept; ALTER TABLE setting ADD COLUMN extra TEXT');
  expect(verifySchema(registry, MIGRATIONS).problems).toEqual([
    'schema.differs table setting',
    'schema.differs trigger audit_entry_kept',
  ]);
});
