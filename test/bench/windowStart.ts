/** How long until the window can be used, against an empty window of the same runtime; medians of alternating starts. */
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findElectron } from '../../build/electron.mjs';
import { buildIfStale } from '../../build/freshBuild.mjs';

const ROUNDS = 9;
const LARGEST_RATIO = 2;
const root = path.resolve(import.meta.dirname, '../..');

/** Loaded before either program: says when its page first has something to type into or to press. */
const WATCH = `
const { app } = require('electron');
app.on('web-contents-created', (_event, page) => {
  const look = async () => {
    const there = await page.executeJavaScript("document.querySelector('input, button') !== null").catch(() => false);
    if (there) console.log('USABLE');
    else setTimeout(look, 5);
  };
  page.once('dom-ready', look);
});
`;

const EMPTY = `
import { app, BrowserWindow } from 'electron';
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 860, webPreferences: { sandbox: true } });
  void window.loadURL('data:text/html,<button>empty</button>');
});
`;

const electron = await findElectron();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-start-'));
const emptyProgram = path.join(folder, 'empty');
const watch = path.join(folder, 'watch.cjs');
const dataFolder = path.join(folder, 'data');

function prepare(): void {
  fs.mkdirSync(emptyProgram);
  fs.writeFileSync(path.join(emptyProgram, 'package.json'), '{ "name": "empty", "type": "module", "main": "main.js" }');
  fs.writeFileSync(path.join(emptyProgram, 'main.js'), EMPTY);
  fs.writeFileSync(watch, WATCH);
  execFileSync(process.execPath, [path.join(root, 'electron/cli.ts'), 'init', '--data', dataFolder, '--json']);
}

/** Milliseconds from the start of the process until its page can be used; the process is gone afterwards. */
function start(program: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const begunMs = performance.now();
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const child = spawn(electron.executable, [...sandbox, '-r', watch, program], {
      env: { ...process.env, ...electron.env, DISCLOSURE_REGISTRY_DATA: dataFolder },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let elapsedMs = 0;
    child.stdout.on('data', (chunk) => {
      if (!String(chunk).includes('USABLE') || elapsedMs > 0) return;
      elapsedMs = performance.now() - begunMs;
      child.kill('SIGTERM');
    });
    child.on('error', reject);
    child.on('close', () => (elapsedMs > 0 ? resolve(elapsedMs) : reject(new Error('the window never became usable'))));
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

await buildIfStale();
prepare();
try {
  const times = { empty: [] as number[], registry: [] as number[] };
  await start(emptyProgram);
  await start(root);
  for (let round = 0; round < ROUNDS; round += 1) {
    times.empty.push(await start(emptyProgram));
    times.registry.push(await start(root));
  }
  const empty = median(times.empty);
  const registry = median(times.registry);
  const ratio = registry / empty;
  console.log(`empty window ${empty.toFixed(0)} ms, registry ${registry.toFixed(0)} ms: ${ratio.toFixed(2)} times`);
  if (ratio > LARGEST_RATIO) process.exitCode = 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
