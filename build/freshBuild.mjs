/** Builds `out/` when a source is newer than it, so that a second start is only a start. */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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
const LOCK = path.join(root, 'out', '.building');

export async function buildIfStale() {
  if (isFresh()) return;
  await alone(async () => {
    if (!isFresh()) await build();
  });
}

function isFresh() {
  const builtMs = fs.existsSync(STAMP) ? fs.statSync(STAMP).mtimeMs : 0;
  return newestMs(SOURCES.map((source) => path.join(root, source))) < builtMs;
}

/** Commands started at the same moment do not build over each other: the later ones wait for the first. */
async function alone(work) {
  fs.mkdirSync(path.dirname(LOCK), { recursive: true });
  while (!isTaken()) await pause(200);
  try {
    await work();
  } finally {
    fs.rmSync(LOCK, { force: true });
  }
}

/** A link appears with its content or not at all: a lock without its process would look left behind. */
function isTaken() {
  const own = `${LOCK}.${process.pid}`;
  fs.writeFileSync(own, String(process.pid));
  try {
    fs.linkSync(own, LOCK);
    return true;
  } catch (problem) {
    if (problem.code !== 'EEXIST') throw problem;
    const pid = holder();
    if (pid !== undefined && !isRunning(pid)) fs.rmSync(LOCK, { force: true });
    return false;
  } finally {
    fs.rmSync(own, { force: true });
  }
}

/** Undefined once the lock is gone. */
function holder() {
  try {
    return Number(fs.readFileSync(LOCK, 'utf8'));
  } catch (problem) {
    if (problem.code !== 'ENOENT') throw problem;
    return undefined;
  }
}

/** A builder that was killed leaves its lock behind. */
function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (problem) {
    return problem.code === 'EPERM';
  }
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
