/** A part of the long run of `test/bench/fuzzImport.ts`: seeded mutations of ledgers, imported for good. */

import { expect, test } from 'vitest';
import { fuzzImport } from '../bench/fuzzImport.ts';

test('three hundred mutated files: no crash, no hang, no half of an import', async () => {
  const { files, taken, refusals, failures } = await fuzzImport(300, 20_190_801);
  expect(failures).toEqual([]);
  // Not all refused at the door: the rows are reached as well.
  expect(taken).toBeGreaterThan(files / 10);
  expect(Object.keys(refusals)).toEqual(expect.arrayContaining(['file.damaged', 'file.notText']));
}, 180_000);
