/** Somebody who has not even signed in is told how much is due: by a system notification and a count on the icon. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desktop, openDesktop } from './window.ts';

const root = path.resolve(import.meta.dirname, '../..');
const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-reminders-'));
let desktop: Desktop;
/** A message bus of this test's own: on a shared one, an earlier window may have started a notifier that prints nothing. */
let bus: ChildProcess;
/** The program that shows notifications on a plain screen; it prints each one. */
let notifier: ChildProcess;
let printed = '';

/** Starts the bus and answers its address. */
function startBus(): Promise<string> {
  bus = spawn('dbus-daemon', ['--session', '--print-address', '--nofork'], { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    bus.stdout?.once('data', (chunk) => resolve(String(chunk).trim()));
    bus.once('error', reject);
  });
}

beforeAll(async () => {
  const env = { DBUS_SESSION_BUS_ADDRESS: await startBus() };
  notifier = spawn('dunst', ['-print'], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...env } });
  notifier.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  execFileSync(process.execPath, [path.join(root, 'electron/cli.ts'), 'init', '--sample', '--data', dataFolder]);
  desktop = await openDesktop({ dataFolder, env });
});
afterAll(async () => {
  await desktop.close();
  notifier.kill();
  bus.kill();
  fs.rmSync(dataFolder, { recursive: true, force: true });
});

test('the digest of the sample registry is shown by the system, with counts and no titles', async () => {
  await expect.poll(() => printed, { timeout: 20_000 }).toMatch(/有 \d+ 件事项已逾期/);
  expect(printed).toMatch(/逾期 \d+ 件，今天到期 \d+ 件，5 个工作日内到期 \d+ 件。/);
  expect(printed).not.toContain('《');
});

test('the count on the icon is what the notification said', async () => {
  const [, overdue, today] = /逾期 (\d+) 件，今天到期 (\d+) 件/.exec(printed) ?? [];
  await desktop.app.evaluate(({ app }) => {
    app.setBadgeCount = (count) => {
      process.env.SHOWN_COUNT = String(count);
      return true;
    };
  });
  await desktop.page.evaluate(() => window.desktop?.setLanguage('en'));
  const shown = await desktop.app.evaluate(() => process.env.SHOWN_COUNT);
  expect(Number(shown)).toBe(Number(overdue) + Number(today));
});
