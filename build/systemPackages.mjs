/** Which system packages the tests need and this Linux machine lacks; installs them where it may. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { commandExists, foreground, output } from './machine.mjs';

/** Each need with the packages that meet it, newest Debian's name last. */
const NEEDS = [
  { packages: ['xvfb'], isMet: () => commandExists('xvfb-run') },
  { packages: ['xauth'], isMet: () => commandExists('xauth') },
  { packages: ['dbus'], isMet: () => commandExists('dbus-run-session') },
  { packages: ['chromium'], isMet: () => commandExists('chromium') },
  { packages: ['dunst'], isMet: () => commandExists('dunst') },
  { packages: ['poppler-utils'], isMet: () => commandExists('pdftoppm') },
  { packages: ['cups-daemon'], isMet: () => isInstalled('cupsd') },
  { packages: ['cups-client'], isMet: () => isInstalled('lpadmin') },
  { packages: ['qpdf'], isMet: () => commandExists('qpdf') },
  { packages: ['gcc'], isMet: () => commandExists('gcc') },
  { packages: ['g++'], isMet: () => commandExists('g++') },
  { packages: ['unzip'], isMet: () => commandExists('unzip') },
  { packages: ['fontconfig'], isMet: () => commandExists('fc-list') },
  { packages: ['fonts-noto-cjk'], isMet: hasChineseFont },
  { packages: ['libgtk-3-0', 'libgtk-3-0t64'], isMet: () => hasLibrary('libgtk-3.so.0') },
  { packages: ['libnss3'], isMet: () => hasLibrary('libnss3.so') },
  { packages: ['libasound2', 'libasound2t64'], isMet: () => hasLibrary('libasound.so.2') },
  { packages: ['libgbm1'], isMet: () => hasLibrary('libgbm.so.1') },
];

/** Programs for administrators are on the path of few others. */
function isInstalled(name) {
  return commandExists(name) || ['/usr/sbin', '/sbin'].some((folder) => fs.existsSync(`${folder}/${name}`));
}

function hasChineseFont() {
  if (!commandExists('fc-list')) return false;
  return spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout.trim() !== '';
}

let libraries;
function hasLibrary(name) {
  if (libraries === undefined) {
    const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => fs.existsSync(file)) ?? 'ldconfig';
    libraries = spawnSync(ldconfig, ['-p'], { encoding: 'utf8' }).stdout ?? '';
  }
  return libraries.includes(`${name} `);
}

/** Resolves when nothing is missing any more; rejects with the line a person has to run. */
export async function ensureSystemPackages() {
  if (process.platform !== 'linux') return;
  const missing = NEEDS.filter(({ isMet }) => !isMet());
  if (missing.length === 0) return;
  const names = missing.map(({ packages }) => packages[0]);
  const line = `apt-get update && apt-get install -y ${names.join(' ')}`;
  if (!commandExists('apt-get'))
    throw new Error(`the tests need what Debian calls: ${names.join(' ')}. Install it first.`);
  const rights = administratorRights();
  if (!rights) throw new Error(`system packages are missing; as an administrator run: ${line}`);
  console.log(`Missing system packages: ${names.join(' ')}. Installing them ...`);
  await apt(rights, ['update', '-q']);
  const wanted = await Promise.all(missing.map(({ packages }) => available(packages)));
  await apt(rights, ['install', '-y', '-q', '--no-install-recommends', ...wanted]);
}

function administratorRights() {
  if (process.getuid?.() === 0) return [];
  const isAllowed = commandExists('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0;
  return isAllowed ? ['sudo', '-n'] : undefined;
}

async function apt(rights, args) {
  const [command, ...rest] = [...rights, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
  const code = await foreground(command, rest);
  if (code !== 0) throw new Error(`apt-get ${args[0]} did not succeed`);
}

async function available(packages) {
  for (const name of packages) {
    const policy = await output('apt-cache', ['policy', name]);
    if (/Candidate: (?!\(none\))/.test(policy)) return name;
  }
  return packages[0];
}
