/**
 * `npm start`: the window where there is a screen and an Electron, else the same program served on loopback.
 * `npm start -- --serve` serves in any case. Says in one line which it is and why.
 */
import path from 'node:path';
import { findElectron } from './electron.mjs';
import { buildIfStale } from './freshBuild.mjs';
import { foreground, hasDisplay, nodeExecutable, root } from './machine.mjs';

const args = process.argv.slice(2);
const rest = args.filter((arg) => arg !== '--serve');

async function chooseWindow() {
  if (args.includes('--serve')) return { reason: 'asked for with --serve' };
  if (!hasDisplay()) return { reason: 'this machine has no display' };
  try {
    return { electron: await findElectron() };
  } catch (problem) {
    return { reason: problem.message };
  }
}

function openWindow(electron) {
  const runtime = electron.origin === 'official' ? 'official Electron' : 'Electron runtime from a registry package,';
  console.error(`Opening the window with the ${runtime} ${electron.version}: ${electron.why}.`);
  const isRoot = process.getuid?.() === 0;
  return foreground(electron.executable, [...(isRoot ? ['--no-sandbox'] : []), root, ...rest], {
    env: { ...process.env, ...electron.env },
  });
}

function serve(reason) {
  console.error(`Serving the same program on loopback for a browser: ${reason}.`);
  return foreground(nodeExecutable(), [
    path.join(root, 'electron/serve.ts'),
    `--resources=${path.join(root, 'out')}`,
    ...rest,
  ]);
}

try {
  await buildIfStale();
  const { electron, reason } = await chooseWindow();
  process.exitCode = electron ? await openWindow(electron) : await serve(reason);
} catch (problem) {
  console.error(problem.message);
  process.exitCode = 1;
}
