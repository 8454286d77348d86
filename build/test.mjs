/**
 * `npm test`: prepares the machine, then runs everything that CI runs and says how each part went.
 * `npm test -- store print` runs these parts only; any other word is a filter on the names of test files.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findElectron } from './electron.mjs';
import { buildIfStale } from './freshBuild.mjs';
import { foreground, nodeExecutable, packageFolder, root } from './machine.mjs';
import { ROOMS } from './rooms.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

const TYPE_CONFIGS = ['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.engine.json', 'tsconfig.renderer.json'];
const SCREEN = ['-a', '-s', '-screen 0 1440x900x24'];

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
const ONE_PASSED = { passed: 1, failed: 0, skipped: 0 };
const ONE_FAILED = { passed: 0, failed: 1, skipped: 0 };

const checks = [
  { name: 'types', run: typesHold },
  { name: 'lint', run: lintHolds },
  { name: 'layers', run: () => runVitest(['--project', 'layers']) },
];
const build = { name: 'build', run: () => succeeds(buildIfStale) };
const rooms = ROOMS.map(({ name, isBuilt }) => ({ name, isBuilt, run: () => runVitest(['--project', name]) }));

/** Two at a time, as many as the smallest machine has processors. */
async function typesHold() {
  const waiting = [...TYPE_CONFIGS];
  const take = async () => {
    const codes = [];
    for (let config = waiting.shift(); config !== undefined; config = waiting.shift()) {
      codes.push(await runTool('typescript/bin/tsc', '-p', config));
    }
    return codes;
  };
  const codes = (await Promise.all([take(), take()])).flat();
  return codes.every((code) => code === 0) ? ONE_PASSED : ONE_FAILED;
}

async function lintHolds() {
  return (await runTool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')) === 0
    ? ONE_PASSED
    : ONE_FAILED;
}

function runTool(program, ...args) {
  return foreground(nodeExecutable(), [path.join(root, 'node_modules', program), ...args], { cwd: root });
}

async function succeeds(work) {
  try {
    await work();
    return ONE_PASSED;
  } catch (problem) {
    console.error(problem.message);
    return ONE_FAILED;
  }
}

/** Linux gets a screen and a session bus of its own, so that windows and notifications are real. */
async function runVitest(args) {
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'registry-test-')), 'report.json');
  const vitest = [path.join(packageFolder('vitest'), 'vitest.mjs'), 'run', ...args];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = [nodeExecutable(), ...vitest, ...reporters];
  const wrapped =
    process.platform === 'linux' ? ['xvfb-run', ...SCREEN, 'dbus-run-session', '--', ...command] : command;
  const code = await foreground(wrapped[0], wrapped.slice(1), { cwd: root });
  try {
    return readReport(report, code);
  } finally {
    fs.rmSync(path.dirname(report), { recursive: true, force: true });
  }
}

/** A run that ended badly without a failed test (a file that cannot be read, an error outside of tests) has failed. */
function readReport(file, code) {
  if (!fs.existsSync(file)) return ONE_FAILED;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

function choose(words) {
  const all = [...checks, build, ...rooms];
  if (words.length === 0) return all;
  const isEveryWordAPart = words.every((word) => all.some(({ name }) => name === word));
  if (!isEveryWordAPart) return [build, { name: words.join(' '), isBuilt: true, run: () => runVitest(words) }];
  const chosen = all.filter(({ name }) => words.includes(name));
  const needsBuild = chosen.some(({ isBuilt }) => isBuilt) && !chosen.includes(build);
  return needsBuild ? [build, ...chosen] : chosen;
}

async function prepare(parts) {
  await ensureSystemPackages();
  if (parts.some(({ isBuilt }) => isBuilt)) await findElectron();
}

async function runParts(parts) {
  const results = [];
  for (const { name, run } of parts) {
    console.log(`\n== ${name}`);
    const begunMs = Date.now();
    const counts = await run();
    results.push({ name, ...counts, seconds: (Date.now() - begunMs) / 1000 });
  }
  return results;
}

/** @param {readonly (Counts & { name: string, seconds: number })[]} results */
function summarise(results) {
  console.log('');
  for (const { name, passed, failed, skipped, seconds } of results) {
    const state = failed === 0 ? 'ok    ' : 'FAILED';
    const left = skipped > 0 ? `, ${skipped} skipped` : '';
    console.log(`${state} ${name.padEnd(10)} ${passed} passed, ${failed} failed${left} (${seconds.toFixed(1)} s)`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped');
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return sum('failed') === 0 && skipped === 0;
}

const parts = choose(process.argv.slice(2));
try {
  await prepare(parts);
  process.exitCode = summarise(await runParts(parts)) ? 0 : 1;
} catch (problem) {
  console.error(problem.message);
  process.exitCode = 1;
}
