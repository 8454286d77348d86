/** The sample registry in the real window, and how its people sign in, move about and act by keyboard only. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { fill } from './clerk.ts';
import { type Desktop, openDesktop } from './window.ts';

export type Target = ReturnType<Page['getByRole']>;

export type SampleDesk = {
  readonly desktop: Desktop;
  readonly page: Page;
  /** For files that are chosen, and the registry itself. */
  readonly folder: string;
  readonly password: string;
  readonly press: (target: Target, key?: string) => Promise<void>;
  readonly signIn: (login: string) => Promise<void>;
  readonly goTo: (room: string) => Promise<void>;
  readonly dialog: () => Target;
  /** A step is done: its dialog is gone and the page says so. */
  readonly isSaid: (sentence: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openSampleDesk(): Promise<SampleDesk> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-desk-'));
  const desktop = await openDesktop({ dataFolder: path.join(folder, 'data') });
  const { page } = desktop;

  async function press(target: Target, key = 'Enter'): Promise<void> {
    await target.focus();
    await page.keyboard.press(key);
  }

  await press(page.getByRole('button', { name: '打开样例库' }));
  await page.getByRole('heading', { name: '登录' }).waitFor({ timeout: 60_000 });
  // The page asks the engine for the people of the sample after its heading stands.
  const shown = page.getByText(/sample-\w+/).first();
  await shown.waitFor();
  const password = /sample-\w+/.exec((await shown.textContent()) ?? '')?.[0] ?? '';
  const dialog = () => page.getByRole('dialog');

  return {
    desktop,
    page,
    folder,
    password,
    press,
    dialog,
    signIn: async (login) => {
      const leave = page.getByRole('button', { name: '锁定' });
      if (await leave.isVisible()) {
        await press(leave);
        await press(page.getByRole('button', { name: '换人登录' }));
      }
      await page.getByLabel('用户名', { exact: true }).focus();
      await fill(page, login);
      await page.getByLabel('密码', { exact: true }).focus();
      await fill(page, password);
      await page.getByRole('navigation').waitFor();
    },
    goTo: async (room) => {
      await press(page.getByRole('navigation').getByRole('link', { name: room }));
      await page.getByRole('heading', { level: 1, name: room }).waitFor();
    },
    isSaid: async (sentence) => {
      await page.getByRole('status').filter({ hasText: sentence }).first().waitFor();
      await dialog().waitFor({ state: 'detached' });
    },
    close: async () => {
      await desktop.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
