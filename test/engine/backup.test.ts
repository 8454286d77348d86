/** A copy is whole or does not count, and what is restored is the registry as it was. */

import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type BackupFile,
  backUpFile,
  backupFolder,
  listBackups,
  thinOutBackups,
} from '../../electron/engine/backupFiles.ts';
import { openEngine, SYSTEM } from '../../electron/engine/engine.ts';
import { restoreFrom } from '../../electron/engine/restoring.ts';
import { startUpkeep } from '../../electron/engine/upkeep.ts';
import { type Connection, connect } from '../../electron/store/open.ts';
import { makeWorld, ordinaryDocument, PASSWORD, RESOURCES, type World } from '../world.ts';
import { brokenBy, outcomeOf } from './answers.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(() => world.close());

const register = (title: string) => world.as('clerk').documents.register(ordinaryDocument(world, { title }));
const backUp = () => world.as('administrator').registry.backUp();
const restore = ({ name }: Pick<BackupFile, 'name'>, password = PASSWORD) =>
  world.as('administrator').registry.restore({ name, password });
const placeOf = ({ name }: Pick<BackupFile, 'name'>) => path.join(backupFolder(world.dataFolder), name);

/** Every row of every table that holds registry data. */
function contentOf(connection: Connection): Record<string, unknown[]> {
  const tables = connection
    .prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 1 AND name NOT IN ('session')`)
    .pluck()
    .all() as string[];
  return Object.fromEntries(tables.map((table) => [table, connection.prepare(`SELECT * FROM "${table}"`).all()]));
}

function titles(connection = world.registry().store.reader): unknown[] {
  return connection.prepare('SELECT title FROM official_document ORDER BY title').pluck().all();
}

function readCopy<Result>(backup: Pick<BackupFile, 'name'>, look: (copy: Connection) => Result): Result {
  const copy = connect(placeOf(backup), { readonly: true });
  try {
    return look(copy);
  } finally {
    copy.close();
  }
}

describe('a copy', () => {
  test('holds every row as it stands, can be read again and is listed', async () => {
    await register('关于甲的通知');
    const before = contentOf(world.registry().store.reader);
    const made = await backUp();
    expect(readCopy(made, contentOf)).toEqual(before);
    expect(await world.as('administrator').registry.backups()).toEqual([made]);
  });
  test('holds only what was saved, even in the middle of a write', async () => {
    const { store, jot } = world.registry();
    const made = await jot(async () => {
      store.writer.exec(`INSERT INTO setting VALUES ('unsaved', '1')`);
      return backUpFile(store.reader, world.dataFolder, 'asked', world.engine.clock());
    });
    expect(readCopy(made, (copy) => copy.prepare('SELECT key FROM setting').pluck().all())).toEqual([]);
  });
  test('that could not be finished leaves nothing that counts', async () => {
    fs.writeFileSync(backupFolder(world.dataFolder), 'a file where the folder should be');
    expect(await outcomeOf(backUp())).toBe('FAULT');
    fs.rmSync(backupFolder(world.dataFolder));
    const made = await backUp();
    fs.writeFileSync(`${placeOf(made)}.unfinished`, 'half a copy');
    expect(listBackups(world.dataFolder).map(({ name }) => name)).toEqual([made.name]);
  });
  test('asked for stays; of the others the newest thirty stay', async () => {
    const asked = await backUp();
    const source = placeOf(asked);
    for (let day = 1; day <= 40; day++) {
      const stamp = `2018${String(1 + Math.floor(day / 28)).padStart(2, '0')}${String(1 + (day % 28)).padStart(2, '0')}`;
      fs.copyFileSync(source, placeOf({ name: `registry-${stamp}T080000Z-daily.db` }));
    }
    const newest = listBackups(world.dataFolder)
      .filter(({ occasion }) => occasion === 'daily')
      .slice(0, 30);
    thinOutBackups(world.dataFolder);
    expect(listBackups(world.dataFolder).map(({ name }) => name)).toEqual([
      asked.name,
      ...newest.map(({ name }) => name),
    ]);
  });
});

describe('at the end of the day', () => {
  async function closeProgram(): Promise<void> {
    await startUpkeep(world.engine, () => undefined).close();
    world.reopen();
  }
  const dailyCopies = () => listBackups(world.dataFolder).filter(({ occasion }) => occasion === 'daily');

  test('closing makes a copy, once a day', async () => {
    await register('关于甲的通知');
    await closeProgram();
    expect(dailyCopies()).toHaveLength(1);
    expect(readCopy(dailyCopies()[0] as BackupFile, titles)).toEqual(['关于甲的通知']);
    await closeProgram();
    expect(dailyCopies()).toHaveLength(1);
    world.setNow('2019-06-12T18:00:00.000Z');
    await closeProgram();
    expect(dailyCopies(), 'after midnight in Beijing').toHaveLength(2);
  });
});

describe('restoring', () => {
  test('brings back every row of the copy and keeps what was replaced', async () => {
    const { document } = await register('关于甲的通知');
    const made = await backUp();
    const then = await world.as('clerk').documents.get({ id: document.id });
    const copied = readCopy(made, contentOf);
    await register('关于乙的通知');
    await restore(made);

    const restored = contentOf(world.registry().store.reader);
    const { audit_entry: trail = [], ...rows } = restored;
    const { audit_entry: trailThen = [], ...rowsThen } = copied;
    expect(rows).toEqual(rowsThen);
    expect(trail.slice(0, trailThen.length)).toEqual(trailThen);
    world.setNow('2019-06-12T01:00:01.000Z');
    expect(await makeClerkLook(document.id)).toEqual(then);

    const safety = listBackups(world.dataFolder).find(({ occasion }) => occasion === 'restore') as BackupFile;
    expect(readCopy(safety, titles)).toEqual(['关于乙的通知', '关于甲的通知']);
    expect(fs.readdirSync(world.dataFolder).filter((name) => name.includes('.replaced-'))).toHaveLength(1);
  });

  async function makeClerkLook(id: string) {
    return world.atSeat(world.newSeat('clerk')).documents.get({ id });
  }

  test('is noted in the restored trail with both heads', async () => {
    await register('关于甲的通知');
    const made = await backUp();
    await register('关于乙的通知');
    const headOf = (connection: Connection) =>
      connection.prepare(`SELECT seq || ' ' || hash FROM audit_entry ORDER BY seq DESC LIMIT 1`).pluck().get();
    const copied = readCopy(made, headOf);
    await restore(made);
    const safety = listBackups(world.dataFolder).find(({ occasion }) => occasion === 'restore') as BackupFile;
    const auditor = world.atSeat(world.newSeat('auditor'));
    const [entry] = (await auditor.registry.trail({ limit: 1 })).entries;
    expect(entry).toMatchObject({
      act: 'registry.restore',
      actorName: world.people.administrator.name,
      label: made.name,
      changes: [{ field: 'trailHead', before: readCopy(safety, headOf), after: copied }],
    });
    expect((await auditor.registry.verify()).isSound).toBe(true);
  });

  test('ends every session, also those that were open when the copy was made', async () => {
    const seat = world.seatOf('clerk');
    const made = await backUp();
    await world.as('clerk').people.signOut();
    await restore(made);
    expect(await outcomeOf(world.atSeat(seat).people.list())).toBe('SIGN_IN');
    expect(await outcomeOf(world.as('administrator').people.list())).toBe('SIGN_IN');
  });

  test('asks for the password again, and counts wrong ones', async () => {
    const made = await backUp();
    for (let guess = 0; guess < 5; guess++)
      expect(await outcomeOf(restore(made, 'Wrong-One-123'))).toBe('WRONG_PASSWORD');
    expect(await outcomeOf(restore(made))).toBe('THROTTLED');
  });

  test.each(['registry-20190101T000000Z-asked.db', '../registry.db', '/etc/passwd', ''])(
    'of something that is no copy of ours (%s) is refused',
    async (name) => {
      await backUp();
      expect(await brokenBy(restore({ name }))).toEqual(['backup.unknown']);
    },
  );

  test('is refused while another program has the registry open, since that one would write on into the old file', async () => {
    const made = await backUp();
    await register('关于甲的通知');
    const other = connect(path.join(world.dataFolder, 'registry.db'), { readonly: false });
    other.prepare('SELECT count(*) FROM person').get();
    expect(await brokenBy(restore(made))).toEqual(['registry.inUse']);
    expect(titles()).toEqual(['关于甲的通知']);
    expect(await outcomeOf(register('关于乙的通知'))).toBe('answered');
    other.close();
    await restore(made);
    expect(titles()).toEqual([]);
  });

  test('waits for the writes that are under way', async () => {
    const made = await backUp();
    const writes = Array.from({ length: 5 }, (_, at) => register(`关于第${at}件事的通知`));
    await restore(made);
    await Promise.all(writes);
    expect(titles()).toEqual([]);
    expect((await world.atSeat(world.newSeat('auditor')).registry.verify()).isSound).toBe(true);
  });
});

describe('a damaged copy is refused, and the registry stays as it is', () => {
  type Damage = readonly [string, (file: string) => void];

  function inside(file: string, statements: string): void {
    const copy = new Database(file);
    copy.pragma('foreign_keys = OFF');
    copy.exec(statements);
    copy.close();
  }

  const DAMAGES: readonly Damage[] = [
    ['cut in half', (file) => fs.truncateSync(file, fs.statSync(file).size / 2)],
    ['cut by one page', (file) => fs.truncateSync(file, fs.statSync(file).size - 4096)],
    ['empty', (file) => fs.truncateSync(file, 0)],
    ['another kind of file', (file) => fs.writeFileSync(file, 'no database at all. '.repeat(500))],
    ['with a page of zeros', (file) => overwrite(file, Buffer.alloc(4096), 8 * 4096)],
    ['with its first page overwritten', (file) => overwrite(file, Buffer.alloc(4096, 0x5a), 0)],
    ['of another program', (file) => replaceByOther(file)],
    ['of a newer program', (file) => inside(file, 'PRAGMA user_version = 9999')],
    [
      'with an edited trail',
      (file) => inside(file, `DROP TRIGGER audit_entry_unchanged; UPDATE audit_entry SET label = '改' WHERE seq = 3`),
    ],
    [
      'with a shortened trail',
      (file) => inside(file, 'DROP TRIGGER audit_entry_kept; DELETE FROM audit_entry WHERE seq = 3'),
    ],
    [
      'with a missing person',
      (file) => inside(file, `DROP TRIGGER person_kept; DELETE FROM person WHERE login = 'clerk'`),
    ],
    ['without a founding', (file) => inside(file, 'DROP TRIGGER installation_kept; DELETE FROM installation')],
  ];

  function overwrite(file: string, bytes: Buffer, at: number): void {
    const descriptor = fs.openSync(file, 'r+');
    fs.writeSync(descriptor, bytes, 0, bytes.length, at);
    fs.closeSync(descriptor);
  }

  function replaceByOther(file: string): void {
    fs.rmSync(file);
    inside(file, 'CREATE TABLE invoices (id INTEGER); INSERT INTO invoices VALUES (1)');
  }

  test.each(DAMAGES)('%s', async (_, damage) => {
    await register('关于甲的通知');
    const made = await backUp();
    damage(placeOf(made));
    const before = contentOf(world.registry().store.reader);
    expect(await brokenBy(restore(made))).toEqual(['backup.unsound']);
    expect(contentOf(world.registry().store.reader)).toEqual(before);
    expect(await outcomeOf(register('关于乙的通知'))).toBe('answered');
    expect(fs.readdirSync(world.dataFolder).filter((name) => /restoring|incoming|replaced/.test(name))).toEqual([]);
  });
});

test('a copy of an older version is brought up to date before it takes the place', async () => {
  await register('关于甲的通知');
  const made = await backUp();
  world.engine.close();
  const migrations = path.join(world.dataFolder, 'migrations');
  fs.cpSync(RESOURCES.migrations, migrations, { recursive: true });
  fs.writeFileSync(
    path.join(migrations, '0999_later.sql'),
    'CREATE TABLE later (id TEXT PRIMARY KEY NOT NULL) STRICT;',
  );
  const newer = openEngine({ dataFolder: world.dataFolder, resources: { ...RESOURCES, migrations } });
  await restoreFrom(newer, SYSTEM, placeOf(made));
  expect(newer.registry?.store.reader.pragma('user_version', { simple: true })).toBe(999);
  expect(titles(newer.registry?.store.reader)).toEqual(['关于甲的通知']);
  expect(listBackups(world.dataFolder).map(({ occasion }) => occasion)).toContain('migration');
  newer.close();
  fs.rmSync(migrations, { recursive: true });
  fs.copyFileSync(placeOf(made), path.join(world.dataFolder, 'registry.db'));
  world.reopen();
});
