/** A page's process has no rights of its own; root cannot be sandboxed, so the program is started as somebody else. */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findElectron } from '../../build/electron.mjs';

const NOBODY = 65_534;
const root = path.resolve(import.meta.dirname, '../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-sandbox-'));
const isRoot = process.getuid?.() === 0;
let child: ChildProcess;

/** Somebody else may read neither root's cache nor, perhaps, this checkout; the window alone is enough here. */
async function copyProgram(): Promise<{ readonly executable: string; readonly program: string }> {
  const { dist } = await findElectron();
  const runtime = path.join(folder, 'runtime');
  const program = path.join(folder, 'program');
  fs.cpSync(dist, runtime, { recursive: true });
  for (const part of ['main', 'preload', 'renderer', 'icons']) {
    fs.cpSync(path.join(root, 'out', part), path.join(program, 'out', part), { recursive: true });
  }
  fs.copyFileSync(path.join(root, 'package.json'), path.join(program, 'package.json'));
  return { executable: path.join(runtime, 'electron'), program };
}

function environment(): NodeJS.ProcessEnv {
  const home = path.join(folder, 'home');
  fs.mkdirSync(home);
  const screenKey = path.join(home, 'Xauthority');
  if (process.env.XAUTHORITY) fs.copyFileSync(process.env.XAUTHORITY, screenKey);
  if (isRoot) for (const place of [home, screenKey]) if (fs.existsSync(place)) fs.chownSync(place, NOBODY, NOBODY);
  const { DBUS_SESSION_BUS_ADDRESS: _, ...inherited } = process.env;
  return { ...inherited, HOME: home, XAUTHORITY: screenKey, DISCLOSURE_REGISTRY_DATA: path.join(home, 'data') };
}

function rendererStatus(): Record<string, string> | undefined {
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = readProcess(pid, 'cmdline');
    if (!command.startsWith(folder) || !command.includes('--type=renderer')) continue;
    const lines = readProcess(pid, 'status').split('\n');
    return Object.fromEntries(lines.map((line) => line.split(':\t').map((part) => part.trim())));
  }
  return undefined;
}

/** A process may end while it is looked at. */
function readProcess(pid: string, file: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

beforeAll(async () => {
  fs.chmodSync(folder, 0o755);
  const { executable, program } = await copyProgram();
  const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  child = spawn(executable, [program], { env: environment(), stdio: 'ignore', ...identity });
});
afterAll(async () => {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await ended;
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('the process of the page is confined by the kernel', async () => {
  await expect.poll(() => rendererStatus()?.Seccomp, { timeout: 30_000 }).toBe('2');
  expect(rendererStatus()).toMatchObject({ Seccomp: '2', NoNewPrivs: '1', CapEff: '0000000000000000' });
});
