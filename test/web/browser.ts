/** Opens the installed Chromium, for tests that use the loopback door as a person with a browser does. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export type OpenBrowser = {
  readonly browser: Browser;
  /** A page in a context of its own, so that no cookie is shared between two people. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
};

export async function openBrowser(): Promise<OpenBrowser> {
  const executablePath = PLACES.find((place) => existsSync(place));
  if (!executablePath) throw new Error('no Chromium is installed');
  const isRoot = process.getuid?.() === 0;
  const args = ['--disable-gpu', '--disable-quic', ...(isRoot ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ executablePath, args });
  return {
    browser,
    newPage: async (options) => {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 }, ...options });
      return context.newPage();
    },
    close: () => browser.close(),
  };
}
