/** Stands in for the default app of Electron's own download: `electron [-r module] <folder or file> [arguments]`. */
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = Module.createRequire(import.meta.url);

function readCommandLine(args) {
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '-r' || arg === '--require') {
      index += 1;
      preloads.push(path.resolve(args[index]));
    } else if (!arg.startsWith('-')) {
      return { preloads, target: path.resolve(arg) };
    }
  }
  return { preloads, target: undefined };
}

function introduce(manifestFile) {
  const { version, productName, name, desktopName } = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
  if (version) app.setVersion(version);
  app.name = productName ?? name ?? app.name;
  app.setDesktopName(desktopName ?? `${app.name}.desktop`);
}

const { preloads, target } = readCommandLine(process.argv.slice(1));
if (target) {
  for (const preload of preloads) require(preload);
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
  const manifestFile = path.join(target, 'package.json');
  const isFolder = fs.existsSync(manifestFile);
  if (isFolder) introduce(manifestFile);
  const entry = Module._resolveFilename(target, null, true);
  app.setAppPath(isFolder ? target : path.dirname(entry));
  await import(pathToFileURL(entry).href);
} else {
  console.log(`v${process.versions.electron}`);
  app.exit(0);
}
