/** Printing by pictures, as on Windows, through a real print system: what arrives there is the paper, page by page. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MOST_PICTURED_PAGES, type PaperToPrint } from '../../electron/desktop/bridge.ts';
import { printFileLedger } from '../../electron/print/fileLedger.ts';
import { barriers } from '../barriers.ts';
import { EVERY_FORM } from '../print/everyForm.ts';
import { readFonts } from '../print/fonts.ts';
import { longLedger, MADE_AT, SAMPLE_SHEET } from '../print/sampleLedger.ts';
import { foundRegistry } from './clerk.ts';
import { type CupsServer, type PrintedJob, startCups } from './cupsServer.ts';
import { expectSamePages, pagesOf } from './samePages.ts';
import { chooseWhereToSave, type Desktop, openDesktop } from './window.ts';

let desktop: Desktop;
let cups: CupsServer;
/** Of the jobs before the test that runs. */
let before = 0;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-pictures-'));
const fonts = readFonts();

beforeAll(async () => {
  cups = await startCups(folder);
  for (const name of ['Front_Desk', 'Archive_Room']) cups.addPrinter(name);
  desktop = await openDesktop({ env: { ...cups.env, DISCLOSURE_REGISTRY_PRINTS: 'pictures' } });
  await foundRegistry(desktop.page);
}, 120_000);
afterAll(async () => {
  await desktop.close();
  await cups.close();
  fs.rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  before = cups.jobs().length;
});

const newJobs = () => cups.jobs().slice(before);
const form = (name: string) => EVERY_FORM.find(([known]) => known === name)?.[1](fonts) ?? Promise.reject(name);
const ledger = (rows: number) => printFileLedger(fonts, longLedger(rows), { madeAt: MADE_AT });

/** What the window asks of the desktop, with the words of the paper's progress. */
function print(bytes: Uint8Array, special: Partial<PaperToPrint> = {}) {
  const order = {
    ...{ printer: 'Front_Desk', title: '文件公开台账.pdf', copies: 1, pages: [], size: '' },
    ...{ duplex: 'simplex', isMono: true },
    ...special,
  };
  return desktop.page.evaluate(
    ([asked, text]) => {
      const paper = Uint8Array.from(String(text), (one) => one.charCodeAt(0));
      return window.desktop?.printPaper({ ...(asked as PaperToPrint), bytes: paper });
    },
    [order, Buffer.from(bytes).toString('latin1')] as const,
  );
}

async function onlyJob(): Promise<PrintedJob> {
  await expect.poll(() => newJobs().length).toBe(1);
  const [job] = newJobs();
  if (job === undefined) throw new Error('nothing was printed');
  return job;
}

test('by keyboard: the dialog says how it prints, offers the system’s program too, and hands the paper over', async () => {
  const { page } = desktop;
  const dialog = () => page.getByRole('dialog');
  const key = (name: string) => page.keyboard.press(name);
  await page.evaluate(() => {
    window.location.hash = '/print';
  });
  await page.getByRole('button', { name: /生成台账/ }).waitFor();
  await key('Control+Enter');
  await page.getByText('第 1 页，共 1 页').waitFor();
  await key('Control+p');
  await dialog()
    .getByText(/逐页绘成图像/)
    .waitFor();
  expect(await barriers(page)).toEqual([]);
  const saved = path.join(folder, 'elsewhere.pdf');
  await chooseWhereToSave(desktop, saved);
  const opened = desktop.app.evaluate(
    ({ shell }) =>
      new Promise<string>((resolve) => {
        shell.openPath = async (file) => {
          resolve(file);
          return '';
        };
      }),
  );
  await dialog().getByRole('button', { name: '保存并打开' }).focus();
  await key('Enter');
  expect(await opened).toBe(saved);
  await dialog().getByText(`已保存到 ${saved}`).waitFor();
  // Which of the two is the usual one this system does not say.
  await key('Control+Enter');
  await dialog().getByText('请选择打印机。').waitFor();
  await dialog().getByLabel('打印机').selectOption('Front_Desk');
  await key('Control+Enter');
  await page.getByText('已交给打印系统：打印机 Front_Desk，1 份。请核对印出的页数。').waitFor();
  expectSamePages((await onlyJob()).bytes, fs.readFileSync(saved));
});

test('a lying ledger, a standing form and a sheet of labels arrive as they are', async () => {
  for (const [name, paper] of [
    ['ledger', await ledger(60)],
    ['reminder', await form('reminder')],
    ['boxLabels', await form('boxLabels')],
  ] as const) {
    before = cups.jobs().length;
    expect(await print(paper), name).toEqual({ ok: true, value: { job: '' } });
    const job = await onlyJob();
    expectSamePages(job.bytes, paper);
    expect(job.options).toEqual(expect.arrayContaining(['PageSize=A4', 'Duplex=None', 'ColorModel=Gray']));
  }
});

test('a page that stands among lying ones is turned, so that each has its sheet', async () => {
  const [lying, standing] = [path.join(folder, 'lying.pdf'), path.join(folder, 'standing.pdf')];
  fs.writeFileSync(lying, await ledger(8));
  fs.writeFileSync(standing, await form('receipt'));
  const joined = (...words: readonly string[]) => {
    const file = path.join(folder, 'joined.pdf');
    execFileSync('qpdf', ['--empty', '--pages', lying, standing, '--', ...words, file]);
    return new Uint8Array(fs.readFileSync(file));
  };
  expect(await print(joined())).toMatchObject({ ok: true });
  expectSamePages((await onlyJob()).bytes, joined('--rotate=+90:2'));
});

test('an A3 ledger comes on A3, in the copies, on the sides and in the colours asked for', async () => {
  const sheet = { ...SAMPLE_SHEET, preset: 'full', size: 'A3' } as const;
  const paper = await printFileLedger(fonts, sheet, { madeAt: MADE_AT });
  const choice = { printer: 'Archive_Room', copies: 3, duplex: 'longEdge', isMono: false } as const;
  expect(await print(paper, choice)).toMatchObject({ ok: true });
  const job = await onlyJob();
  expectSamePages(job.bytes, paper);
  expect(job).toMatchObject({ printer: 'Archive_Room', title: '文件公开台账.pdf', copies: 3 });
  const asked = ['PageSize=A3', 'Duplex=DuplexNoTumble', 'Collate', 'ColorModel=Color'];
  expect(job.options).toEqual(expect.arrayContaining(asked));
  const kept = JSON.parse(fs.readFileSync(path.join(desktop.dataFolder, 'window.json'), 'utf8'));
  expect(kept.print).toEqual({ printer: 'Archive_Room', duplex: 'longEdge', isMono: false });
});

test('only the pages asked for are drawn; more than are drawn at a time are refused before anything is printed', async () => {
  const one = await form('receipt');
  const many = pagesOf(one, Array.from({ length: MOST_PICTURED_PAGES + 1 }, () => 1).join(','));
  expect(await print(many)).toEqual({ ok: false, refusal: 'TOO_MANY_PAGES', detail: String(MOST_PICTURED_PAGES + 1) });
  expect(newJobs()).toEqual([]);
  const paper = await ledger(120);
  const [from, to] = [2, 2];
  expect(
    await print(paper, {
      pages: [
        { from, to },
        { from: 4, to: 999_999 },
      ],
    }),
  ).toMatchObject({ ok: true });
  expectSamePages((await onlyJob()).bytes, pagesOf(paper, '2,4-z'));
});

test('what cannot be printed is said, and no sheet comes out', async () => {
  const damaged = new TextEncoder().encode('%PDF-1.7 and nothing else');
  expect(await print(damaged)).toMatchObject({
    ok: false,
    refusal: 'NOT_DRAWN',
    detail: expect.stringContaining('PDF'),
  });
  expect(await print(await form('receipt'), { printer: 'Cellar' })).toEqual({ ok: false, refusal: 'PRINTER_GONE' });
  expect(await print(await form('receipt'), { pages: [{ from: 7, to: 9 }] })).toMatchObject({ refusal: 'NOT_DRAWN' });
  expect(newJobs()).toEqual([]);
});

/** Windows of the program besides the one that people see. */
const hiddenWindows = () =>
  desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((one) => !one.isVisible()).length);

/** A long paper of which the first page is drawn, and what will have become of it. */
async function beginLongPaper() {
  const firstPage = desktop.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const leave = window.desktop?.onPrintProgress(() => {
          leave?.();
          resolve();
        });
      }),
  );
  const outcome = print(await ledger(400));
  await firstPage;
  expect(await hiddenWindows()).toBe(1);
  return { outcome };
}

test('while a paper is drawn no other is begun; it can be stopped, and then nothing is printed', async () => {
  const { outcome } = await beginLongPaper();
  expect(await print(await form('receipt'))).toEqual({ ok: false, refusal: 'PRINT_BUSY' });
  await desktop.page.evaluate(() => window.desktop?.stopPrinting());
  expect(await outcome).toEqual({ ok: false, refusal: 'PRINT_STOPPED' });
  await expect.poll(hiddenWindows).toBe(0);
  expect(newJobs()).toEqual([]);
});

test('the hidden page is sandboxed, has nothing of Node or of the desktop, and reaches and opens nothing', async () => {
  const { outcome } = await beginLongPaper();
  const seen = await desktop.app.evaluate(async ({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows().find((one) => !one.isVisible())?.webContents;
    if (page === undefined) return undefined;
    const inside = await page.executeJavaScript(`(async () => {
      const world = ['require', 'process', 'module', 'Buffer', 'desktop'].filter((name) => name in window);
      const reach = (address) => fetch(address).then(({ status }) => status, () => 'blocked');
      const reached = await Promise.all(['https://example.invalid/', 'app://main/index.html', 'file:///etc/passwd'].map(reach));
      const opened = window.open('about:blank');
      location.href = 'https://example.invalid/';
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { world, reached, opened };
    })()`);
    const all = (page as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences();
    const names = ['contextIsolation', 'sandbox', 'webSecurity', 'nodeIntegration', 'webviewTag', 'plugins'];
    return { ...inside, url: page.getURL(), settings: names.map((name) => all[name] === true) };
  });
  expect(seen).toEqual({
    world: [],
    reached: ['blocked', 'blocked', 'blocked'],
    opened: null,
    url: 'app://sheets/sheets.html',
    settings: [true, true, true, false, false, false],
  });
  await desktop.page.evaluate(() => window.desktop?.stopPrinting());
  expect(await outcome).toMatchObject({ refusal: 'PRINT_STOPPED' });
});

test('a page that dies while it draws is said, and the next paper is printed', async () => {
  const { outcome } = await beginLongPaper();
  await desktop.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (!window.isVisible()) window.webContents.forcefullyCrashRenderer();
  });
  expect(await outcome).toMatchObject({ ok: false, refusal: 'NOT_DRAWN' });
  expect(newJobs()).toEqual([]);
  const paper = await form('receipt');
  expect(await print(paper)).toMatchObject({ ok: true });
  expectSamePages((await onlyJob()).bytes, paper);
});
