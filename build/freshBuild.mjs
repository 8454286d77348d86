/** Builds `out/` when a source is newer than it, so that a second start is only a start. */
import fs from 'node:fs';
import path from 'node:path';
import { foreground, nodeExecutable, packageFolder, root } from './machine.mjs';

const SOURCES = [
  'electron',
  'renderer',
  'drizzle',
  'build',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const STAMP = path.join(root, 'out', '.built');

export async function buildIfStale() {
  const builtMs = fs.existsSync(STAMP) ? fs.statSync(STAMP).mtimeMs : 0;
  if (newestMs(SOURCES.map((source) => path.join(root, source))) < builtMs) return;
  await build();
}

/** The stamp is older than the build itself, so that a source saved meanwhile counts as newer. */
export async function build() {
  console.error('Building ...');
  const begun = new Date();
  fs.rmSync(STAMP, { force: true });
  const bundler = path.join(packageFolder('electron-vite'), 'bin/electron-vite.js');
  await step([bundler, 'build', '--logLevel', 'warn']);
  await step([path.join(root, 'build/assets.mjs')]);
  fs.writeFileSync(STAMP, '');
  fs.utimesSync(STAMP, begun, begun);
}

async function step(args) {
  const code = await foreground(nodeExecutable(), args, { cwd: root });
  if (code !== 0) throw new Error('the program could not be built');
}

function newestMs(places) {
  let newest = 0;
  for (const place of places) {
    const found = fs.statSync(place);
    newest = Math.max(newest, found.mtimeMs);
    if (found.isDirectory())
      newest = Math.max(newest, newestMs(fs.readdirSync(place).map((name) => path.join(place, name))));
  }
  return newest;
}
