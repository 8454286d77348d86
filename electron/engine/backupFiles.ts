/** Backup files: written by VACUUM INTO, read again and checked before they count. */

import fs from 'node:fs';
import path from 'node:path';
import { type Connection, connect } from '../store/open.ts';
import { verifyTrail } from '../store/trail.ts';

export type Occasion = 'asked' | 'daily' | 'migration' | 'import' | 'restore';

export type BackupFile = {
  readonly name: string;
  readonly madeAt: string;
  readonly bytes: number;
  readonly occasion: Occasion;
};

export class BackupUnsound extends Error {}

const NAME = /^registry-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(asked|daily|migration|import|restore)\.db$/;

export function backupFolder(dataFolder: string): string {
  return path.join(dataFolder, 'backups');
}

/** Writes and verifies a backup in the data folder; throws and leaves nothing when it cannot be read back whole. */
export function backUpFile(connection: Connection, dataFolder: string, occasion: Occasion, at: Date): BackupFile {
  const folder = backupFolder(dataFolder);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const name = `registry-${stamp}-${occasion}.db`;
  writeBackup(connection, path.join(folder, name), occasion === 'import' ? likenessTo(connection) : checkCopy);
  return {
    name,
    madeAt: `${at.toISOString().slice(0, 19)}.000Z`,
    bytes: fs.statSync(path.join(folder, name)).size,
    occasion,
  };
}

/** `check` throws BackupUnsound when the copy is not to be relied on. */
export function writeBackup(connection: Connection, target: string, check: (file: string) => void = checkCopy): void {
  const unfinished = `${target}.unfinished`;
  fs.rmSync(unfinished, { force: true });
  try {
    connection.prepare('VACUUM INTO ?').run(unfinished);
    // It went through every page once; to keep them would take as much memory as the work that follows.
    connection.pragma('shrink_memory');
    syncFile(unfinished);
    check(unfinished);
    fs.renameSync(unfinished, target);
    syncFile(path.dirname(target));
  } finally {
    fs.rmSync(unfinished, { force: true });
  }
}

/** Opens a copy read-only: integrity, foreign keys, trail. Throws BackupUnsound when anything is amiss. */
export function checkCopy(file: string): { entries: number; headHash: string } {
  const copy = connect(file, { readonly: true });
  // The check goes through the file in order: more pages in memory do not make it faster.
  copy.pragma('cache_size = -8192');
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new BackupUnsound('integrity');
    if ((copy.pragma('foreign_key_check') as unknown[]).length > 0) throw new BackupUnsound('foreign keys');
    const trail = verifyTrail(copy);
    if (trail.problems.length > 0) throw new BackupUnsound(trail.problems.join(', '));
    return { entries: trail.entries, headHash: trail.head.hash };
  } finally {
    copy.close();
  }
}

/**
 * Checks a copy about to be made: every page is sound, and it reaches to the newest trail entry. Whether the trail and the
 * search indexes fit what they tell of says nothing of the copying; the copy of the day asks for that, and so does whoever
 * restores this one.
 */
function likenessTo(connection: Connection): (file: string) => void {
  const newest = connection.prepare('SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1').raw().get();
  const [seq, hash] = (newest as [number, string] | undefined) ?? [0, undefined];
  return (file) => {
    const copy = connect(file, { readonly: true });
    try {
      for (const table of storedTables(copy)) {
        if (copy.pragma(`quick_check(${table})`, { simple: true }) !== 'ok') throw new BackupUnsound('integrity');
      }
      const copied = copy.prepare('SELECT hash FROM audit_entry WHERE seq = ?').pluck().get(seq);
      if (copied !== hash) throw new BackupUnsound('trail');
    } finally {
      copy.close();
    }
  };
}

/** All that have pages, the hidden ones of the search indexes among them. */
function storedTables(copy: Connection): readonly string[] {
  const tables = copy.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`);
  return tables.pluck().all() as string[];
}

export function listBackups(dataFolder: string): readonly BackupFile[] {
  const folder = backupFolder(dataFolder);
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .flatMap((name) => {
      const parts = NAME.exec(name);
      if (!parts) return [];
      const [, year, month, day, hour, minute, second, occasion] = parts;
      const madeAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
      return [{ name, madeAt, bytes: fs.statSync(path.join(folder, name)).size, occasion: occasion as Occasion }];
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** Keeps every asked-for copy and the newest 30 of the others. */
export function thinOutBackups(dataFolder: string): void {
  const routine = listBackups(dataFolder).filter(({ occasion }) => occasion !== 'asked');
  for (const { name } of routine.slice(30)) fs.rmSync(path.join(backupFolder(dataFolder), name));
}

/**
 * Puts a verified copy in the place of the registry file; the file replaced is kept beside it as evidence. At every moment
 * in between there is a registry file, the old one or the new one, and never a log beside it that belongs to the other.
 */
export function putInPlace(copy: string, file: string, at: Date): void {
  checkCopy(copy);
  const incoming = `${file}.incoming`;
  fs.copyFileSync(copy, incoming);
  syncFile(incoming);
  const evidence = `${file}.replaced-${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}`;
  if (fs.existsSync(file)) fs.copyFileSync(file, evidence);
  for (const log of ['-wal', '-shm']) {
    if (fs.existsSync(`${file}${log}`)) fs.renameSync(`${file}${log}`, `${evidence}${log}`);
  }
  fs.renameSync(incoming, file);
  syncFile(path.dirname(file));
}

function syncFile(file: string): void {
  // Windows cannot open a folder for syncing; its rename is journalled.
  if (process.platform === 'win32' && fs.statSync(file).isDirectory()) return;
  const descriptor = fs.openSync(file, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
