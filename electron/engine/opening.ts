/** Opens the engine of a data folder, or says in one code why it will not: never a silent new registry in the place of a lost one. */

import fs from 'node:fs';
import path from 'node:path';
import { REGISTRY_FILE } from '../dataFolder.ts';
import { MigrationRefused } from '../store/migrate.ts';
import { BackupUnsound, listBackups } from './backupFiles.ts';
import { type Engine, type EngineOptions, openEngine } from './engine.ts';

export type OpeningProblem =
  | MigrationRefused['code']
  | 'registry.lost'
  | 'registry.damaged'
  | 'registry.inUse'
  | 'registry.unreadable'
  | 'disk.full'
  | 'backup.unsound'
  | 'engine.failed';

export type Opening = { readonly engine: Engine } | { readonly problem: OpeningProblem; readonly cause: unknown };

export function tryToOpen(options: EngineOptions): Opening {
  try {
    if (isLost(options.dataFolder)) return { problem: 'registry.lost', cause: undefined };
    return { engine: openEngine(options) };
  } catch (cause) {
    return { problem: problemOf(cause), cause };
  }
}

/** The file is gone or empty although there are copies of it or a log that belongs to it. */
function isLost(dataFolder: string): boolean {
  const file = path.join(dataFolder, REGISTRY_FILE);
  if (sizeOf(file) > 0) return false;
  return sizeOf(`${file}-wal`) > 0 || listBackups(dataFolder).length > 0;
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

const PROBLEMS: readonly (readonly [RegExp, OpeningProblem])[] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'registry.damaged'],
  [/^SQLITE_(BUSY|LOCKED)/, 'registry.inUse'],
  [/^(SQLITE_FULL|ENOSPC)/, 'disk.full'],
  [/^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/, 'registry.unreadable'],
];

function problemOf(cause: unknown): OpeningProblem {
  if (cause instanceof MigrationRefused) return cause.code;
  if (cause instanceof BackupUnsound) return 'backup.unsound';
  const code = String((cause as { code?: unknown } | undefined)?.code ?? '');
  return PROBLEMS.find(([pattern]) => pattern.test(code))?.[1] ?? 'engine.failed';
}
