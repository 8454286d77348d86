/** All measurements one after the other, each in a process of its own: `npm run bench [name …]`. */

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const MEASUREMENTS = [
  'search',
  'engine',
  'exchange',
  'fuzzImport',
  'ledgerPdf',
  'receiptBatch',
  'windowStart',
  'typing',
  'kills',
] as const;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(MEASUREMENTS as readonly string[]).includes(name));
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: unknown; there are ${MEASUREMENTS.join(', ')}`);
  process.exit(2);
}

let failed = 0;
for (const name of asked.length > 0 ? asked : MEASUREMENTS) {
  const file = path.join(import.meta.dirname, `${name}.ts`);
  if (!fs.existsSync(file)) throw new Error(`${file} is missing`);
  const begunMs = performance.now();
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
  if (status !== 0) failed += 1;
  console.log(`${name}: ${status === 0 ? 'done' : 'failed'} in ${((performance.now() - begunMs) / 1000).toFixed(0)} s`);
}
process.exitCode = failed === 0 ? 0 : 1;
