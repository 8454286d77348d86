/** Imports go one way; the table of rooms stands in `build/layers.ts`. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { forbiddenImports, importCycles, readImports } from '../build/layers.ts';

const imports = readImports(path.resolve(import.meta.dirname, '..'));

test('every room imports only what its layer may', () => {
  expect(forbiddenImports(imports)).toEqual([]);
});

test('no file imports itself over others', () => {
  expect(importCycles(imports)).toEqual([]);
});

test('a rule that reads the disk, a store that asks the engine and a cycle are found', () => {
  const wrong = new Map([
    ['electron/domain/day.ts', ['node:fs', 'electron/store/open.ts']],
    ['electron/store/open.ts', ['electron/engine/people/people.ts']],
    ['electron/engine/people/people.ts', ['electron/store/open.ts']],
  ]);
  expect(forbiddenImports(wrong)).toEqual([
    'electron/domain/day.ts (domain) imports node:fs',
    'electron/domain/day.ts (domain) imports electron/store/open.ts',
    'electron/store/open.ts (store) imports electron/engine/people/people.ts',
  ]);
  expect(importCycles(wrong)).toEqual([
    ['electron/store/open.ts', 'electron/engine/people/people.ts', 'electron/store/open.ts'],
  ]);
});
