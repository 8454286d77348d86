/** Checks who imports whom: reads every import of the sources and compares it with the one table of rooms. */
import fs from 'node:fs';
import path from 'node:path';

type Layer = {
  /** Files whose path from the root begins like this; the first layer that fits counts. */
  readonly files: readonly string[];
  /** Beginnings of own paths it may import, its own files apart. */
  readonly own: readonly string[];
  /** Packages and `node:` by name; a name ending in `/` or `:` stands for all that begin so. */
  readonly packages: readonly string[];
};

const WINDOW_PACKAGES = [
  'react',
  'react-dom',
  'react-router',
  'antd',
  '@ant-design/',
  '@tanstack/',
  'pdfjs-dist',
  'pinyin-pro',
  'zod',
];

const LAYERS: Readonly<Record<string, Layer>> = {
  domain: { files: ['electron/domain/'], own: [], packages: [] },
  contract: { files: ['electron/contract/'], own: ['electron/domain/'], packages: ['zod', '@orpc/contract'] },
  store: {
    files: ['electron/store/'],
    own: ['electron/domain/', 'drizzle/schema.ts'],
    packages: ['drizzle-orm', 'better-sqlite3', 'pinyin-pro', 'node:'],
  },
  print: {
    files: ['electron/print/'],
    own: ['electron/domain/'],
    packages: ['fontkit', 'node:zlib', 'node:crypto'],
  },
  exchange: {
    files: ['electron/exchange/'],
    own: ['electron/domain/'],
    packages: ['@e965/xlsx', 'node:zlib', 'node:buffer'],
  },
  engine: {
    files: ['electron/engine/'],
    own: [
      'electron/contract/',
      'electron/domain/',
      'electron/store/',
      'electron/print/',
      'electron/exchange/',
      'electron/dataFolder.ts',
    ],
    packages: ['@orpc/server', '@orpc/contract', '@node-rs/argon2', 'zod', 'node:'],
  },
  site: { files: ['electron/site/'], own: [], packages: ['node:'] },
  desktop: { files: ['electron/desktop/'], own: ['electron/site/'], packages: ['electron', 'node:'] },
  'desktop programs': {
    files: ['electron/main.ts', 'electron/preload.ts', 'electron/sheetsPreload.ts'],
    own: ['electron/desktop/', 'electron/site/', 'electron/dataFolder.ts', 'electron/cli.ts'],
    packages: ['electron', 'node:'],
  },
  'engine programs': {
    files: ['electron/engineProcess.ts', 'electron/serve.ts', 'electron/cli.ts', 'electron/commands/'],
    own: [
      'electron/contract/',
      'electron/domain/',
      'electron/engine/',
      'electron/store/',
      'electron/print/',
      'electron/exchange/',
      'electron/site/',
      'electron/dataFolder.ts',
    ],
    packages: ['@orpc/', 'commander', 'node:'],
  },
  'data folder': { files: ['electron/dataFolder.ts'], own: [], packages: ['node:'] },
  schema: { files: ['drizzle/'], own: ['electron/domain/'], packages: ['drizzle-orm'] },
  renderer: {
    files: ['renderer/'],
    own: ['electron/contract/', 'electron/domain/', 'electron/desktop/bridge.ts', 'electron/desktop/sheetOrder.ts'],
    packages: [...WINDOW_PACKAGES, '@orpc/client', '@orpc/contract', '@orpc/tanstack-query'],
  },
};

/** Static ones begin a line, as the formatter leaves them; calls of `import()` may stand anywhere. */
const IMPORT = /^(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*'([\w@./:-]+)'|\bimport\(\s*'([\w@./:-]+)'/gm;

/** Every source file with what it imports; own files by their path from the root, packages as written. */
export function readImports(root: string): Map<string, readonly string[]> {
  const files = ['electron', 'renderer', 'drizzle'].flatMap((folder) => sourcesIn(root, folder));
  return new Map(files.map((file) => [file, importsOf(root, file)]));
}

function sourcesIn(root: string, folder: string): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(root, place);
    return /\.tsx?$/.test(entry.name) ? [place] : [];
  });
}

function importsOf(root: string, file: string): string[] {
  const text = withoutComments(fs.readFileSync(path.join(root, file), 'utf8'));
  return [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match[1] ?? match[2] ?? '';
    return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
  });
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

/** One sentence for each import that the table does not allow. */
export function forbiddenImports(imports: ReadonlyMap<string, readonly string[]>): string[] {
  return [...imports].flatMap(([file, targets]) => {
    const found = layerOf(file);
    if (!found) return [`${file} belongs to no layer`];
    const [name, layer] = found;
    return targets
      .filter((target) => !isAllowed(layer, target, imports))
      .map((target) => `${file} (${name}) imports ${target}`);
  });
}

function layerOf(file: string): [string, Layer] | undefined {
  return Object.entries(LAYERS).find(([, { files }]) => files.some((beginning) => file.startsWith(beginning)));
}

function isAllowed(layer: Layer, target: string, imports: ReadonlyMap<string, unknown>): boolean {
  const isOwn = imports.has(target) || /^(electron|renderer|drizzle)\//.test(target);
  if (isOwn) return [...layer.files, ...layer.own].some((beginning) => target.startsWith(beginning));
  return layer.packages.some((name) => {
    return /[/:]$/.test(name) ? target.startsWith(name) : target === name || target.startsWith(`${name}/`);
  });
}

/** Each cycle once, as the files on it in order. */
export function importCycles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  function visit(file: string, trail: readonly string[]): void {
    const at = trail.indexOf(file);
    if (at >= 0) {
      cycles.push([...trail.slice(at), file]);
      return;
    }
    if (done.has(file)) return;
    for (const target of imports.get(file) ?? []) if (imports.has(target)) visit(target, [...trail, file]);
    done.add(file);
  }
  for (const file of imports.keys()) visit(file, []);
  return cycles;
}
