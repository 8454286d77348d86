/** From key press to paint in the register form, with and without a ledger of ten thousand rows being printed meanwhile. */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { openEngine } from '../../electron/engine/engine.ts';
import { sourceResources } from '../../electron/engine/resources.ts';
import { generateDocuments } from '../../electron/engine/sample/generating.ts';
import { openDesktop } from '../desktop/window.ts';

const DOCUMENTS = 10_000;
const KEYS = 200;
const KEY_EVERY_MS = 40;
const LARGEST_P95_MS = 50;

type Timing = { readonly p50Ms: number; readonly p95Ms: number };
export type TypingFigures = {
  readonly documents: number;
  readonly alone: Timing;
  readonly whilePrinting: Timing;
  readonly ratio: number;
  readonly ledgersPrinted: number;
  readonly isMet: boolean;
};

export async function measureTyping(): Promise<TypingFigures> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-typing-'));
  const resources = sourceResources(path.resolve(import.meta.dirname, '../..'));
  const engine = openEngine({ dataFolder, resources });
  const { login, password } = await generateDocuments(engine, { documents: DOCUMENTS, seed: 1 });
  engine.close();
  const desktop = await openDesktop({ dataFolder });
  try {
    const { page } = desktop;
    await page.getByLabel('用户名', { exact: true }).fill(login);
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
    await page.keyboard.press('Control+n');
    await page.locator('#docNumberRaw:focus').waitFor();
    await page.locator('#title').focus();
    await typeAndTime(page);
    const alone = await typeAndTime(page);
    await page.evaluate(await printingScript());
    await page.waitForFunction(() => (globalThis.printing?.printed ?? 0) > 0);
    const whilePrinting = await typeAndTime(page);
    const ledgersPrinted = await page.evaluate(() => {
      const { printing } = globalThis;
      if (printing) printing.isStopped = true;
      return printing?.printed ?? 0;
    });
    const ratio = whilePrinting.p95Ms / alone.p95Ms;
    const isMet = whilePrinting.p95Ms <= LARGEST_P95_MS;
    return { documents: DOCUMENTS, alone, whilePrinting, ratio, ledgersPrinted, isMet };
  } finally {
    await desktop.close();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Each key from its event to the task after the frame that it caused. */
async function typeAndTime(page: Page): Promise<Timing> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { keyTimes: times });
    const listen = (event: KeyboardEvent): void => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => times.push(performance.now() - event.timeStamp);
        channel.port2.postMessage(null);
      });
    };
    Object.assign(globalThis, { keyListener: listen });
    addEventListener('keydown', listen, true);
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 20 === 19 ? 'Backspace' : 'a');
    await page.waitForTimeout(KEY_EVERY_MS);
  }
  const times = await page.evaluate(() => {
    const { keyTimes, keyListener } = globalThis as unknown as {
      keyTimes: number[];
      keyListener: (event: KeyboardEvent) => void;
    };
    removeEventListener('keydown', keyListener, true);
    return keyTimes;
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

async function printingScript(): Promise<string> {
  const entry = path.join(import.meta.dirname, 'printInPage.ts');
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'printInPage' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('the printing script was not built');
  return output.output[0].code;
}

const [, script] = process.argv;
if (script && fileURLToPath(import.meta.url) === fs.realpathSync(script)) {
  console.log(JSON.stringify({ typing: await measureTyping() }, null, 2));
}
