/** Puts a copy of the registry in the place of the registry: rehearsed first, and never without a way back. */

import fs from 'node:fs';
import path from 'node:path';
import { migrate, readMigrations } from '../store/migrate.ts';
import { type Connection, connect, type ReadableDb } from '../store/open.ts';
import { endEverySession } from '../store/people.ts';
import { trailHead } from '../store/trail.ts';
import type { Actor } from './actor.ts';
import { backUpFile, backupFolder, checkCopy, listBackups, putInPlace } from './backupFiles.ts';
import type { Engine } from './engine.ts';
import { isPassword } from './people/passwords.ts';
import { registryOf } from './procedure.ts';
import { refuseBroken } from './refusal.ts';
import { withPassword } from './throttle.ts';

const LONGEST_WAIT_MS = 500;

/** For a person: the password is asked again, since everything entered after the copy leaves the registry. */
export async function restoreRegistry(
  engine: Engine,
  actor: Actor,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<void> {
  const registry = registryOf(engine);
  await withPassword(registry, engine.clock, actor.personId ?? '', async (person) =>
    (await isPassword(person.passwordHash, password)) ? true : undefined,
  );
  if (!listBackups(engine.dataFolder).some((backup) => backup.name === name)) refuseBroken('backup.unknown', 'name');
  await restoreFrom(engine, actor, path.join(backupFolder(engine.dataFolder), name));
}

/**
 * Also for a registry that cannot be opened any more. The copy is brought to this program's schema and checked beside
 * the registry, which is backed up and exchanged only then; its old file stays in the folder as evidence.
 */
export async function restoreFrom(engine: Engine, actor: Actor, copy: string): Promise<void> {
  const rehearsed = path.join(engine.dataFolder, 'restoring.db');
  try {
    rehearse(engine, copy, rehearsed);
    const { registry } = engine;
    // From the last look on, up to the exchange, nothing is awaited: no other write can begin.
    while (registry?.store.writer.inTransaction) await registry.jot(async () => undefined);
    const before = registry ? headOf(registry.store.readable) : '';
    if (registry) backUpFile(registry.store.reader, engine.dataFolder, 'restore', engine.clock());
    engine.exchangeFile((file) => {
      refuseWhileShared(file);
      putInPlace(rehearsed, file, engine.clock());
    });
    await recordRestored(engine, actor, path.basename(copy), before);
  } finally {
    removeDatabase(rehearsed);
  }
}

function rehearse(engine: Engine, copy: string, rehearsed: string): void {
  removeDatabase(rehearsed);
  try {
    fs.copyFileSync(copy, rehearsed);
    checkCopy(rehearsed);
    const connection = connect(rehearsed, { readonly: false });
    try {
      migrate(connection, readMigrations(engine.resources.migrations), () => undefined);
      connection.pragma('journal_mode = DELETE');
    } finally {
      connection.close();
    }
    checkCopy(rehearsed);
  } catch (error) {
    engine.logFault('registry.restore', error);
    refuseBroken('backup.unsound', 'name');
  }
}

/** A program that has the file open would go on writing into the old one, and nobody would ever see it. */
function refuseWhileShared(file: string): void {
  let connection: Connection | undefined;
  try {
    connection = connect(file, { readonly: false });
    connection.pragma(`busy_timeout = ${LONGEST_WAIT_MS}`);
    // Leaving the write-ahead log takes a lock that nobody else gets while anyone is connected.
    connection.pragma('journal_mode = DELETE');
  } catch (error) {
    // A file that cannot be opened at all is what a copy is restored for.
    if (String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) refuseBroken('registry.inUse', '');
  } finally {
    connection?.close();
  }
}

function headOf(db: ReadableDb): string {
  const { seq, hash } = trailHead(db);
  return `${seq} ${hash}`;
}

/** Seats that were open when the copy was made must not come back to life with it. */
async function recordRestored(engine: Engine, actor: Actor, name: string, before: string): Promise<void> {
  await registryOf(engine).write(actor, async ({ db, now, record }) => {
    endEverySession(db, now);
    record({
      ...{ act: 'registry.restore', entity: 'registry', entityId: 'registry', label: name },
      changes: [{ field: 'trailHead', before, after: headOf(db) }],
    });
  });
}

function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) fs.rmSync(`${file}${suffix}`, { force: true });
}
