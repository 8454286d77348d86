/** Printing from the real window by keyboard: the very file of the preview goes to the chosen printer of the system. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../barriers.ts';
import { fillForm, foundRegistry, openForm } from './clerk.ts';
import { makePrintSystem, type PrintSystem, sha256Of } from './printers.ts';
import { chooseWhereToSave, type Desktop, openDesktop } from './window.ts';

let desktop: Desktop;
let system: PrintSystem;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-printing-'));

beforeAll(async () => {
  system = makePrintSystem(folder);
  desktop = await openDesktop({ env: system.env });
  await foundRegistry(desktop.page);
  await desktop.page.evaluate(() => {
    window.location.hash = '/print';
  });
}, 120_000);
afterAll(async () => {
  await desktop.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const dialog = () => desktop.page.getByRole('dialog');
const key = (name: string) => desktop.page.keyboard.press(name);

/** The nil return of an empty registry, in sight page by page. */
async function openPreview(): Promise<void> {
  await desktop.page.getByRole('button', { name: /生成台账/ }).waitFor();
  await key('Control+Enter');
  await desktop.page.getByText('第 1 页，共 1 页').waitFor();
}

test('without a printer it says so and offers to save the paper', async () => {
  await openPreview();
  await key('Control+p');
  await dialog().getByText('这台计算机没有可用的打印机。').waitFor();
  expect(await barriers(desktop.page)).toEqual([]);
  const saved = path.join(folder, 'saved.pdf');
  await chooseWhereToSave(desktop, saved);
  await desktop.page.keyboard.press('Enter');
  await expect.poll(() => fs.existsSync(saved)).toBe(true);
  system.setPrinters('Front_Desk', 'Archive_Room');
  await dialog().getByRole('button', { name: '重新查找' }).click();
  await dialog().getByLabel('打印机').waitFor();
  await key('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('the very file goes to the printer, with copies, pages, sides and colour, and the choice is remembered', async () => {
  const saved = path.join(folder, 'saved.pdf');
  await key('Control+p');
  const printer = dialog().getByLabel('打印机');
  await printer.waitFor();
  expect(await printer.inputValue()).toBe('Archive_Room');
  expect(await barriers(desktop.page)).toEqual([]);
  await printer.selectOption('Front_Desk');
  await printer.press('Enter');
  await desktop.page.keyboard.type('3');
  await key('Enter');
  await desktop.page.keyboard.type('1');
  await key('Enter');
  await key('ArrowDown');
  await key('Control+Enter');
  await desktop.page.getByText('已交给打印机 Front_Desk，3 份，任务 Front_Desk-42。').waitFor();
  const { words, sha256 } = system.lastPrint();
  expect(words).toEqual([
    ...['-d', 'Front_Desk', '-t', expect.stringMatching(/^文件公开台账 TZ-\d{4}-0001\.pdf$/), '-n', '3', '-P', '1'],
    ...['-o', 'sides=two-sided-long-edge', '-o', 'print-color-mode=monochrome', '-o', 'media=A4'],
  ]);
  expect(sha256).toBe(sha256Of(saved));
  const kept = JSON.parse(fs.readFileSync(path.join(desktop.dataFolder, 'window.json'), 'utf8'));
  expect(kept.print).toEqual({ printer: 'Front_Desk', duplex: 'longEdge', isMono: true });
  await key('Control+p');
  await printer.waitFor();
  expect(await printer.inputValue()).toBe('Front_Desk');
  expect(await dialog().getByRole('radio', { name: '双面，长边翻页' }).isChecked()).toBe(true);
});

test('pages that are not there, no count of copies, and what the print system complains of are said in the dialog', async () => {
  await dialog().getByLabel('份数').fill('0');
  await dialog().getByLabel('页码').fill('2-9');
  await key('Control+Enter');
  await dialog().getByText('份数请填 1 至 99 的整数。').waitFor();
  await dialog().getByText('2-9').waitFor();
  await dialog().getByLabel('份数').fill('1');
  await dialog().getByLabel('页码').fill('');
  system.setComplaint('lp: The printer is not accepting jobs.');
  await key('Control+Enter');
  await dialog().getByText('没有打印成功。打印系统的提示：lp: The printer is not accepting jobs.').waitFor();
  system.setPrinters('Archive_Room');
  await key('Control+Enter');
  await dialog().getByText('这台打印机已不可用，请另选一台。').waitFor();
  system.setComplaint(undefined);
  await key('Escape');
});

async function register(title: string, number: string): Promise<void> {
  const { page } = desktop;
  await openForm(page);
  await fillForm(page, { number, title });
  await key('Control+s');
  await page.locator('.doc-name', { hasText: title }).waitFor();
}

/** All receipts of today, chosen by keyboard. */
async function chooseReceipts(): Promise<void> {
  const receipts = desktop.page.getByRole('group', { name: '批量' }).getByRole('radio', { name: '收件回执' });
  await receipts.focus();
  await key('Space');
  await desktop.page.getByText('共 2 份').waitFor();
}

test('all receipts of a day go to the printer in one file, each on a sheet of its own, or are saved apart', async () => {
  const { page } = desktop;
  await register('关于做好节日市场价格监管工作的通知', '辽市监发〔2019〕97号');
  await register('关于开展食品安全抽检的通知', '辽市监发〔2019〕98号');
  await page.evaluate(() => {
    window.location.hash = '/print';
  });
  await page.getByRole('button', { name: /生成台账/ }).waitFor();
  await chooseReceipts();
  await key('Control+Enter');
  await page.getByText('第 1 页，共 2 页').waitFor();
  await key('Control+p');
  await dialog().getByLabel('打印机').waitFor();
  expect(await dialog().getByRole('radio', { name: '单面' }).isChecked()).toBe(true);
  await dialog().getByRole('radio', { name: '双面，短边翻页' }).check();
  await dialog().getByText('这是一批单据，双面打印时后一份会印在前一份的背面。').waitFor();
  await dialog().getByRole('radio', { name: '单面' }).check();
  await key('Control+Enter');
  await page.getByText('已交给打印机 Archive_Room，1 份').waitFor();
  expect(system.lastPrint().words).toEqual(expect.arrayContaining(['sides=one-sided', 'media=A4']));
  const saved = path.join(folder, 'receipts.zip');
  await chooseWhereToSave(desktop, saved);
  await page.getByRole('button', { name: '每份一个文件' }).focus();
  await key('Enter');
  await key('Control+Enter');
  await page.getByText(`2 份已装入 ${saved}`).waitFor();
  expect(fs.readFileSync(saved, 'latin1').slice(0, 2)).toBe('PK');
});

test('own columns are chosen, put in order, named and printed with, all by keyboard', async () => {
  const { page } = desktop;
  await page.getByRole('radio', { name: '文件公开台账' }).focus();
  await key('Space');
  await page.getByRole('button', { name: '自选列' }).focus();
  await key('Enter');
  await page.getByText('还没有自选列，请先新建一套。').waitFor();
  await key('Control+Enter');
  await page.getByText('请先选用一套自选列，或改选其他表式。').waitFor();
  await page.getByRole('button', { name: '新建', exact: true }).focus();
  await key('Enter');
  await dialog().getByRole('checkbox', { name: '公开网址' }).focus();
  await key('Space');
  await dialog().getByRole('listbox').focus();
  for (const each of ['Delete', 'ArrowDown', 'Alt+ArrowUp']) await key(each);
  expect(await dialog().getByRole('option').allTextContents()).toEqual(
    ['起草处室', '文件标题', '签发日期', '公开属性', '公开网址'].map((name, at) => `${at + 1} ${name}`),
  );
  await dialog()
    .getByText(/A4 横向 放得下/)
    .waitFor();
  await key('Control+Enter');
  await dialog().getByText('请给这套列起个名称。').waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog().getByLabel('名称').focus();
  await page.keyboard.type('值班核对表');
  await key('Control+Enter');
  await dialog().waitFor({ state: 'detached' });
  expect(await page.getByLabel('选用').locator('option:checked').textContent()).toBe('值班核对表');
  await key('Control+Enter');
  await page.getByText('第 1 页，共 1 页').waitFor();
  await page.getByRole('button', { name: '关闭预览' }).click();
  await page.getByRole('cell', { name: '值班核对表' }).waitFor();
});

test('nothing but a whole order for a known printer is taken, and no paper stays behind', async () => {
  const order = {
    printer: 'Archive_Room',
    title: 'a.pdf',
    copies: 1,
    pages: [],
    duplex: 'simplex',
    isMono: true,
    size: '',
  };
  const ask = (special: Record<string, unknown>) =>
    desktop.page.evaluate(
      ([asked, text]) => {
        const bytes = new TextEncoder().encode(String(text));
        return window.desktop?.printPaper({ ...(asked as object), bytes } as never);
      },
      [{ ...order, ...special }, special.text ?? '%PDF-1.7'] as const,
    );
  const refused = { ok: false, refusal: 'BAD_REQUEST' };
  for (const special of [
    { text: 'MZ' },
    { copies: 0 },
    { copies: 1e9 },
    { copies: '1' },
    { pages: [{ from: 2, to: 1 }] },
    { pages: 'all' },
    { duplex: 'sides=x' },
    { size: 'A4 -o raw' },
    { title: 'a\nb' },
    { printer: '' },
  ]) {
    expect(await ask(special)).toEqual(refused);
  }
  expect(await ask({ printer: '-o' })).toEqual({ ok: false, refusal: 'PRINTER_GONE' });
  expect(await ask({ title: '-o raw', copies: 2 })).toEqual({ ok: true, value: { job: 'Archive_Room-42' } });
  expect(fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith('disclosure-print-'))).toEqual([]);
});
