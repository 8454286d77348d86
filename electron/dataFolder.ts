/** Where a person's registry lies unless told otherwise; the window, the loopback door and the command line agree. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const NAME = 'disclosure-registry';
export const REGISTRY_FILE = 'registry.db';

/** Says nothing about its soundness: that takes the engine. */
export function holdsRegistry(folder: string): boolean {
  return fs.existsSync(path.join(folder, REGISTRY_FILE));
}

export function defaultDataFolder(): string {
  const named = process.env.DISCLOSURE_REGISTRY_DATA;
  return named ? path.resolve(named) : path.join(platformFolder(), NAME);
}

function platformFolder(): string {
  const home = os.homedir();
  if (process.platform === 'win32') return process.env.APPDATA || path.join(home, 'AppData', 'Roaming');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  return process.env.XDG_DATA_HOME || path.join(home, '.local', 'share');
}
