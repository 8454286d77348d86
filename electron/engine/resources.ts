/** Where the files that ship with the program lie: migrations, seed data, typefaces. */

import path from 'node:path';
import type { EngineOptions } from './engine.ts';

type Resources = EngineOptions['resources'];

/** In a built program everything stands in one folder. */
export function builtResources(folder: string): Resources {
  const migrations = path.join(folder, 'drizzle');
  return { migrations, seed: path.join(migrations, 'seed'), fonts: path.join(folder, 'fonts') };
}

/** In a checkout only the typefaces are built; the rest is read where it is written. */
export function sourceResources(root: string): Resources {
  return { ...builtResources(root), fonts: path.join(root, 'out', 'fonts') };
}

/** Beside a program, by the folder that it runs from: `electron` in a checkout, `main` in a built one. */
export function resourcesBeside(programFolder: string): Resources {
  const root = path.dirname(programFolder);
  return path.basename(programFolder) === 'electron' ? sourceResources(root) : builtResources(root);
}
