/** Registering documents in the real window with nothing but the keyboard. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { barriers } from '../barriers.ts';
import { clippedHeader, compose, fill, fillForm, focusedField, foundRegistry, openForm, signIn } from './clerk.ts';
import { makePrintSystem } from './printers.ts';
import { type Desktop, killEngine, openDesktop } from './window.ts';

const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-register-'));
const printFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-printer-'));
const system = makePrintSystem(printFolder);
let desktop: Desktop;

beforeAll(async () => {
  system.setPrinters('Front_Desk');
  desktop = await openDesktop({ dataFolder, env: system.env });
  await foundRegistry(desktop.page);
});
afterAll(async () => {
  await desktop.close();
  for (const folder of [dataFolder, printFolder]) fs.rmSync(folder, { recursive: true, force: true });
});

/** Every test begins with an empty form. */
beforeEach(async () => {
  const { page } = desktop;
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    location.hash = '#/today';
  });
  await page.getByRole('heading', { name: '今日' }).waitFor();
  await openForm(page);
  const restored = page.getByRole('button', { name: '清空重填' });
  if ((await restored.count()) === 0) return;
  await restored.focus();
  await page.keyboard.press('Enter');
  await restored.waitFor({ state: 'detached' });
  await page.locator('#docNumberRaw').focus();
});

async function saveAndNext(): Promise<void> {
  await desktop.page.keyboard.press('Control+Enter');
}

async function isSaved(title: string): Promise<void> {
  await desktop.page.getByText(`已登记：`).filter({ hasText: title }).first().waitFor();
}

/** How many documents the ledger holds for a search, as the header's search box tells. */
async function found(query: string): Promise<number> {
  const { page } = desktop;
  await page.keyboard.press('Control+k');
  await page.keyboard.type(query);
  const all = page.getByRole('listbox', { name: '搜索结果' }).getByRole('option').last();
  await all.waitFor();
  const words = await all.textContent();
  await page.keyboard.press('Escape');
  return Number(/\d+/.exec(words ?? '')?.[0] ?? 0);
}

test('a document is registered by keyboard, and the next one keeps what repeats', async () => {
  const { page } = desktop;
  const title = '关于印发《行政规范性文件管理规定》的通知';
  await fillForm(page, { number: '辽市监发[2019]092号', title });
  await expect.poll(() => page.locator('#docNumberRaw').inputValue()).toBe('辽市监发〔2019〕92号');
  expect(await page.locator('#docType').inputValue()).toBe('通知');
  await page.getByText('2019-10-24').waitFor();
  await saveAndNext();
  await isSaved(title);
  await expect.poll(() => focusedField(page)).toBe('docNumberRaw');
  const kept = ['draftingDivisionId', 'drafter', 'signer', 'signedOn', 'printedOn', 'deliveredBy', 'title'];
  const values = await Promise.all(kept.map((field) => page.locator(`#${field}`).inputValue()));
  expect(values).toEqual(['政策法规处', '李𬭚', '赵㛃', '2019-09-23', '2019-09-24', '孙犇', '']);
  expect(await found('规范性文件管理')).toBe(1);
});

test('a number that is taken shows the document that has it, and does not stand in the way', async () => {
  const { page } = desktop;
  await fillForm(page, { number: '辽市监发〔2019〕92号', title: '关于另一件事的通知' });
  await page.getByText('同号已登记：关于印发《行政规范性文件管理规定》的通知').waitFor();
  await saveAndNext();
  await isSaved('关于另一件事的通知');
});

test('the receipt of the document just saved is printed by a key', async () => {
  const { page } = desktop;
  const title = '关于做好节日市场价格监管工作的通知';
  await fillForm(page, { number: '辽市监发〔2019〕97号', title });
  await saveAndNext();
  await isSaved(title);
  await page.keyboard.press('Control+p');
  await page.getByRole('dialog').getByLabel('打印机').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('已交给打印机 Front_Desk，1 份，任务 Front_Desk-42。').waitFor();
  expect(system.lastPrint().words.slice(0, 4)).toEqual(['-d', 'Front_Desk', '-t', expect.stringContaining('收件回执')]);
  expect(await focusedField(page)).toBe('docNumberRaw');
});

test('a saved document is opened, and amended only with a reason', async () => {
  const { page } = desktop;
  const title = '关于开展食品安全抽检的通知';
  await fillForm(page, { number: '辽市监发〔2019〕98号', title });
  await page.keyboard.press('Control+s');
  await page.locator('.doc-name', { hasText: title }).waitFor();
  await page.evaluate(() => {
    location.hash = location.hash.replace('#/documents/', '#/register/');
  });
  await page.locator('#docNumberRaw:focus').waitFor();
  await page.locator('#title').focus();
  await fill(page, `${title.slice(0, -2)}通告`);
  await page.keyboard.press('Control+s');
  await page.getByText('请写明修改原因。').waitFor();
  expect(await focusedField(page)).toBe('reasonForChange');
  await page.keyboard.type('标题误录');
  await page.keyboard.press('Control+s');
  await page.locator('.doc-name', { hasText: '关于开展食品安全抽检的通告' }).waitFor();
});

test('a long title is seen whole, and line breaks that were copied along are taken out', async () => {
  const { page } = desktop;
  const title = page.locator('#title');
  const part = '关于对作出突出贡献的集体和个人给予及时奖励';
  await title.fill(`${part}\n  ${part}\n`);
  expect(await title.inputValue()).toBe(part + part);
  expect(await title.evaluate((field) => field.scrollHeight - field.clientHeight)).toBe(0);
  await title.fill('');
});

test('all that is broken stands beside its field at once, and F8 goes from one to the next', async () => {
  const { page } = desktop;
  await fill(page, '辽市监发2019年12号');
  await page.keyboard.press('Alt+3');
  await saveAndNext();
  const wrong = page.locator('[aria-invalid=true]');
  await expect.poll(() => wrong.count()).toBeGreaterThanOrEqual(7);
  await page.getByText('请填写标题。').waitFor();
  await page.getByText('请选择起草处室。').waitFor();
  expect(await barriers(page)).toEqual([]);
  await expect.poll(() => focusedField(page)).toBe('docNumberRaw');
  const visited: string[] = [];
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('F8');
    visited.push(await focusedField(page));
  }
  expect(visited).toEqual(['title', 'draftingDivisionId', 'signer', 'signedOn', 'basis', 'reason']);
  await page.keyboard.press('Alt+a');
  expect(await page.locator('#docNumberRaw').inputValue()).toBe('辽市监发〔2019〕12号');
});

test('a division that is none stays as it was typed, is told of, and nothing is saved', async () => {
  const { page } = desktop;
  const title = '关于开展能效标识专项检查的通知';
  await fillForm(page, { number: '辽市监发〔2019〕96号', title });
  const division = page.locator('#draftingDivisionId');
  await division.fill('质量监督司');
  await saveAndNext();
  await page.getByText('没有可选的“质量监督司”，请从列表中选择。').waitFor();
  await expect.poll(() => focusedField(page)).toBe('draftingDivisionId');
  expect(await division.inputValue()).toBe('质量监督司');
  expect(await page.getByText('已登记：').filter({ hasText: title }).count()).toBe(0);
  await division.fill('质量监督处');
  await saveAndNext();
  await isSaved(title);
});

test('Enter chooses a sign while the input method composes, and goes on once it has', async () => {
  const { page } = desktop;
  await fill(page, '辽市监发〔2019〕93号');
  const session = await page.context().newCDPSession(page);
  await compose(session, '关于');
  await page.keyboard.press('Enter');
  expect(await focusedField(page)).toBe('title');
  await page.keyboard.press('Control+Enter');
  expect(await page.getByText('请选择起草处室。').count()).toBe(0);
  await session.send('Input.insertText', { text: '关于年度计划的通知' });
  await page.keyboard.press('Enter');
  expect(await focusedField(page)).toBe('draftingDivisionId');
  expect(await page.locator('#title').inputValue()).toBe('关于年度计划的通知');
});

test('a title with a mark of secrecy is emptied, and no byte of it is kept', async () => {
  const { page } = desktop;
  const secret = '关于蓝鲸七号方案的通知';
  await fill(page, '辽市监发〔2019〕94号', `机密★10年 ${secret}`);
  await page.getByText('所录内容带有密级标志，已清除且未保存').waitFor();
  expect(await page.locator('#title').inputValue()).toBe('');
  await page.waitForTimeout(2_500);
  const files = fs.readdirSync(dataFolder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const holding = files.filter((file) => fs.readFileSync(path.join(file.parentPath, file.name)).includes('蓝鲸七号'));
  expect(holding.map(({ name }) => name)).toEqual([]);
});

test('what was typed two seconds before a crash is there again after it', { timeout: 90_000 }, async () => {
  const title = '关于开展儿童用品质量安全专项整治的通知';
  await fill(desktop.page, '辽市监发〔2019〕95号', title, 'zljd');
  await desktop.page.waitForTimeout(2_000);
  desktop.app.process().kill('SIGKILL');
  desktop = await openDesktop({ dataFolder });
  await signIn(desktop.page);
  await openForm(desktop.page);
  await desktop.page.getByText(/^已恢复 .*草稿。$/).waitFor();
  expect(await desktop.page.locator('#title').inputValue()).toBe(title);
  const division = desktop.page.locator('#draftingDivisionId');
  await expect.poll(() => division.inputValue()).toBe('质量监督处');
});

test('a document that is saved while the engine dies is registered once', async () => {
  const { page } = desktop;
  const title = '关于电梯维护保养单位信用评价结果的公告';
  await fillForm(page, { number: '辽市监公告2019年第33号', title });
  await killEngine(desktop);
  await saveAndNext();
  await isSaved(title);
  expect(await found('电梯维护保养')).toBe(1);
});

test('locking covers the form and keeps what stands in it', async () => {
  const { page } = desktop;
  await fill(page, '辽市监发〔2019〕96号', '关于国庆节期间食品安全的通知');
  await page.getByRole('button', { name: '锁定' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '已锁定' }).waitFor();
  expect(await page.locator('#title').isVisible()).toBe(false);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.type('Orchid-Harbour-27');
  await page.keyboard.press('Enter');
  await page.locator('#title').waitFor();
  expect(await page.locator('#title').inputValue()).toBe('关于国庆节期间食品安全的通知');
});

test('no screen of the clerk has a barrier or is clipped, in either language and at any size', async () => {
  const { page } = desktop;
  for (const [language, zoom] of [
    ['zh', 100],
    ['en', 100],
    ['en', 150],
    ['zh', 125],
  ] as const) {
    await page.evaluate(
      ([chosen, size]) => {
        localStorage.setItem('language', chosen);
        localStorage.setItem('zoom', String(size));
      },
      [language, zoom] as const,
    );
    await page.reload();
    await page.getByRole('navigation').waitFor();
    for (const screen of ['today', 'register', 'reminders', 'ledger']) {
      await page.evaluate((name) => {
        location.hash = `#/${name}`;
      }, screen);
      await page.locator('main h1').waitFor();
      const seen = { screen, language, zoom, barriers: await barriers(page), clipped: await clippedHeader(page) };
      expect(seen).toEqual({ screen, language, zoom, barriers: [], clipped: [] });
    }
  }
  await page.evaluate(() => {
    localStorage.setItem('language', 'zh');
    localStorage.setItem('zoom', '100');
  });
  await page.reload();
  await page.getByRole('navigation').waitFor();
});

test('the window complained of nothing in all this', () => {
  expect(desktop.complaints).toEqual([]);
});
