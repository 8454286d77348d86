/** A registry file without rows, as the real migrations make it; made once per test process, since that takes long. */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate, readMigrations } from '../electron/store/migrate.ts';
import { connect } from '../electron/store/open.ts';

export const MIGRATIONS = readMigrations(path.resolve(import.meta.dirname, '../drizzle'));

let made: Buffer | undefined;

/** Puts a copy of it in the place of `file`. */
export function putEmptyRegistry(file: string): void {
  made ??= migratedFile();
  fs.writeFileSync(file, made);
}

function migratedFile(): Buffer {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-empty-'));
  const file = path.join(folder, 'registry.db');
  const connection = connect(file, { readonly: false });
  try {
    migrate(connection, MIGRATIONS, () => undefined);
  } finally {
    connection.close();
  }
  const bytes = fs.readFileSync(file);
  fs.rmSync(folder, { recursive: true, force: true });
  return bytes;
}
