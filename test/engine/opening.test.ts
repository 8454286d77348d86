/** A registry that cannot be opened says why, and nothing is put in its place. */

import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tryToOpen } from '../../electron/engine/opening.ts';
import { makeWorld, ordinaryDocument, RESOURCES, type World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
  await world.as('clerk').documents.register(ordinaryDocument(world));
  await world.as('administrator').registry.backUp();
  world.engine.close();
});
afterEach(() => world.close());

const file = () => path.join(world.dataFolder, 'registry.db');

function open(resources = RESOURCES) {
  const opening = tryToOpen({ dataFolder: world.dataFolder, resources });
  if ('problem' in opening) return opening.problem;
  const { registry } = opening.engine;
  const documents = registry?.store.reader.prepare('SELECT count(*) FROM official_document').pluck().get();
  opening.engine.close();
  return documents === undefined ? 'no registry' : `${documents} documents`;
}

function inside(statements: string): void {
  const connection = new Database(file());
  connection.exec(statements);
  connection.close();
}

test('a sound one opens', () => {
  expect(open()).toBe('1 documents');
});

test('one whose standings were told in an older form has them told again, once', () => {
  const due = () => {
    const connection = new Database(file(), { readonly: true });
    const days = connection.prepare('SELECT posting_due_on FROM document_standing').pluck().all();
    connection.close();
    return days;
  };
  const before = due();
  expect(before).toEqual([expect.stringMatching(/^2019-/)]);
  inside('UPDATE document_standing SET posting_due_on = NULL; UPDATE installation SET standing_form = 0');
  expect(open()).toBe('1 documents');
  expect(due()).toEqual(before);
  inside('UPDATE document_standing SET posting_due_on = NULL');
  expect(open()).toBe('1 documents');
  expect(due()).toEqual([null]);
});

test('an empty folder has none, and none is made', () => {
  fs.rmSync(world.dataFolder, { recursive: true });
  expect(open()).toBe('no registry');
  expect(fs.existsSync(file())).toBe(false);
});

test('one whose file is gone, though there are copies of it', () => {
  fs.rmSync(file());
  expect(open()).toBe('registry.lost');
  expect(fs.existsSync(file())).toBe(false);
});

test('one whose file is empty, though there are copies of it', () => {
  fs.truncateSync(file(), 0);
  expect(open()).toBe('registry.lost');
  expect(fs.statSync(file()).size).toBe(0);
});

test('one whose file is gone, though its log is there', () => {
  fs.rmSync(path.join(world.dataFolder, 'backups'), { recursive: true });
  fs.renameSync(file(), `${file()}-wal`);
  expect(open()).toBe('registry.lost');
});

test('one whose file is something else', () => {
  fs.writeFileSync(file(), 'Dear Sir or Madam, '.repeat(1000));
  expect(open()).toBe('registry.damaged');
  expect(fs.readFileSync(file(), 'utf8')).toContain('Dear Sir');
});

test('one of another program', () => {
  inside('PRAGMA application_id = 7');
  expect(open()).toBe('schema.foreign');
});

test('one of a newer program', () => {
  inside('PRAGMA user_version = 9999');
  expect(open()).toBe('schema.newer');
});

test('one that another program holds', () => {
  const holder = new Database(file());
  holder.pragma('locking_mode = EXCLUSIVE');
  holder.exec('BEGIN EXCLUSIVE');
  expect(open()).toBe('registry.inUse');
  holder.close();
});

test('one whose folder is no folder', () => {
  fs.rmSync(world.dataFolder, { recursive: true });
  fs.writeFileSync(world.dataFolder, '');
  expect(open()).toBe('registry.unreadable');
});

test('one that an upgrade cannot take over stays as it was, with a copy beside it', () => {
  const migrations = fs.mkdtempSync(`${world.dataFolder}-migrations-`);
  fs.cpSync(RESOURCES.migrations, migrations, { recursive: true });
  const losing = `DROP TRIGGER role_grant_kept; DELETE FROM role_grant;`;
  fs.writeFileSync(path.join(migrations, '0999_losing.sql'), losing);
  expect(open({ ...RESOURCES, migrations })).toBe('schema.broken');
  expect(fs.readdirSync(path.join(world.dataFolder, 'backups')).some((name) => name.endsWith('-migration.db'))).toBe(
    true,
  );
  fs.rmSync(migrations, { recursive: true });
  expect(open()).toBe('1 documents');
});
