/** A start of the program on a registry that is there: what a person sees before the engine answers, and how it draws. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLERK, foundRegistry } from './clerk.ts';
import { type Desktop, enginePid, openDesktop } from './window.ts';

const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-start-'));
let desktop: Desktop;

beforeAll(async () => {
  const first = await openDesktop({ dataFolder });
  await foundRegistry(first.page);
  await first.close();
  desktop = await openDesktop({ dataFolder });
}, 60_000);
afterAll(async () => {
  await desktop.close();
  fs.rmSync(dataFolder, { recursive: true, force: true });
});

test('name and password are taken before the engine answers, and nothing typed is lost when it does', async () => {
  const { page } = desktop;
  const pid = await enginePid(desktop);
  process.kill(pid, 'SIGSTOP');
  try {
    await page.getByLabel('用户名').fill(CLERK.login);
    await page.getByLabel('密码', { exact: true }).fill(CLERK.password);
    await page.keyboard.press('Enter');
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await page.getByRole('button', { name: CLERK.name }).waitFor();
});

test('a page that is loaded again finds its person signed in, without asking for a password meanwhile', async () => {
  const { page } = desktop;
  const pid = await enginePid(desktop);
  process.kill(pid, 'SIGSTOP');
  try {
    await page.reload();
    await page.getByRole('status').waitFor();
    expect(await page.getByLabel('密码', { exact: true }).count()).toBe(0);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await page.getByRole('button', { name: CLERK.name }).waitFor();
});

test('a graphics card that is of no use is remembered for the next start', async () => {
  const { version, isUseless } = await desktop.app.evaluate(({ app }) => ({
    version: app.getVersion(),
    isUseless: app.getGPUFeatureStatus().gpu_compositing.startsWith('disabled'),
  }));
  const remembered = JSON.parse(fs.readFileSync(path.join(dataFolder, 'window.json'), 'utf8'));
  expect(remembered.cardUselessUnder).toBe(isUseless ? version : null);
});
