/** Small questions about this machine and its child processes, shared by the launcher, the tests and the packager. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const require = createRequire(import.meta.url);

export const root = path.resolve(import.meta.dirname, '..');

/** Folder of an installed package, whether or not its `exports` show it. */
export function packageFolder(name) {
  for (const folder of require.resolve.paths(name) ?? []) {
    const candidate = path.join(folder, name);
    if (fs.existsSync(path.join(candidate, 'package.json'))) return candidate;
  }
  throw new Error(`package ${name} is not installed`);
}

export function packageVersion(name) {
  return JSON.parse(fs.readFileSync(path.join(packageFolder(name), 'package.json'), 'utf8')).version;
}

/** The Node.js that the lock file names, whatever Node.js the machine itself has. */
export function nodeExecutable() {
  const local = path.join(packageFolder('node'), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return fs.existsSync(local) ? local : process.execPath;
}

export function cacheFolder() {
  const home = os.homedir();
  const base =
    process.env.XDG_CACHE_HOME ||
    { win32: process.env.LOCALAPPDATA, darwin: path.join(home, 'Library/Caches') }[process.platform] ||
    path.join(home, '.cache');
  return path.join(base, 'disclosure-registry');
}

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

export function commandExists(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => folder && fs.existsSync(path.join(folder, name)));
}

/** Runs a program to its end; resolves with its standard output, rejects when it exits other than 0. */
export function output(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let text = '';
    let complaint = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(text);
      else
        reject(
          new Error(
            `${command} ${args[0] ?? ''} exited with ${code}: ${complaint.trim().split('\n').slice(-5).join(' | ')}`,
          ),
        );
    });
  });
}

/** Runs a program with this terminal; resolves with its exit code. Signals are passed on. */
export function foreground(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}
