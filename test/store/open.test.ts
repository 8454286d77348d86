/** The settings that keep acknowledged writes hold on every connection, also on the second opening of a file. */

import fs from 'node:fs';
import { expect, test } from 'vitest';
import { APPLICATION_ID, type Connection, openStore } from '../../electron/store/open.ts';
import { freshPath, freshRegistry, reopen } from './files.ts';

function settingsOf(connection: Connection) {
  const of = (name: string) => connection.pragma(name, { simple: true });
  return {
    journalMode: of('journal_mode'),
    synchronous: of('synchronous'),
    foreignKeys: of('foreign_keys'),
    recursiveTriggers: of('recursive_triggers'),
    trustedSchema: of('trusted_schema'),
    cellSizeCheck: of('cell_size_check'),
    busyTimeoutMs: of('busy_timeout'),
  };
}

/** synchronous 2 is FULL: WAL with NORMAL loses acknowledged writes at a power cut. */
const KEEPING = {
  journalMode: 'wal',
  synchronous: 2,
  foreignKeys: 1,
  recursiveTriggers: 1,
  trustedSchema: 0,
  cellSizeCheck: 1,
  busyTimeoutMs: 5000,
};

test('each opening of the file has them, the first, the second and the third', () => {
  const file = freshPath();
  freshRegistry(file).close();
  for (let opening = 1; opening <= 3; opening++) {
    const store = openStore(file);
    expect(settingsOf(store.writer)).toEqual(KEEPING);
    expect(settingsOf(store.reader)).toEqual(KEEPING);
    expect(store.writer.pragma('secure_delete', { simple: true })).toBe(1);
    store.close();
  }
});

test('the reader cannot write', () => {
  const file = freshPath();
  freshRegistry(file);
  const store = openStore(file);
  expect(() => store.reader.exec(`INSERT INTO setting VALUES ('a', '1')`)).toThrow('readonly');
  store.close();
});

test('the file says whose it is and has no log beside it once closed', () => {
  const file = freshPath();
  freshRegistry(file).close();
  openStore(file).close();
  expect(reopen(file, { readonly: true }).pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  expect(fs.statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
});

test('the SQLite within has the mended write-ahead log', () => {
  const version = reopen(freshPath()).prepare('SELECT sqlite_version()').pluck().get() as string;
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(3_051_003);
});
