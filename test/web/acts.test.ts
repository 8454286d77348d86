/** What people do on pages that are only walked elsewhere, in a browser: print, import, enter holidays, load a face. */

import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFont, OFFICE_ZH } from '../print/fontFiles.ts';
import { look } from './look.ts';
import { enter, type Office, openOffice } from './office.ts';

const documents = path.resolve(import.meta.dirname, '../fixtures/documents.csv');
let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('a room that a role may not enter leads to where it works', async () => {
  const { page, close } = await office.visit(office.holderOf('leaderInCharge'), 'zh');
  expect(await page.getByRole('link', { name: '备份' }).count()).toBe(0);
  await close();
});

test.each([
  ['the frame of the rooms', '**/rpc/registry/state', { status: 'ready', today: null }],
  ['the window', '**/rpc/people/session', null],
])('where %s cannot be drawn, that is said in words, and it can be loaded again', async (_, address, answer) => {
  const { page, close } = await office.visit(office.holderOf('clerk'), 'zh');
  await enter(page, '/duties');
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { json: object | null };
    await route.fulfill({ response, json: { ...body, json: answer === null ? null : { ...body.json, ...answer } } });
  });
  await page.reload();
  const fault = page.getByRole('alert');
  await expect.poll(() => fault.innerText()).toContain('页面未能显示。已保存的内容不受影响');
  await page.unroute(address);
  await fault.getByRole('button', { name: '重新载入' }).click();
  await page.getByRole('heading', { name: '职责期限' }).waitFor();
  await close();
});

test('a day that cannot be read stays in the filter with its reason, and the list as it was', async () => {
  const { page, complaints, close } = await office.visit(office.holderOf('clerk'), 'zh');
  await enter(page, '/duties');
  const rows = page.locator('[role=grid] tbody tr');
  const all = await rows.count();
  const from = page.getByLabel('到期自');
  await from.fill('2019-9-');
  await page.keyboard.press('Enter');
  expect(await from.inputValue()).toBe('2019-9-');
  expect(await page.locator('.field-problem').innerText()).toMatch(/^不是日期。/);
  expect(await from.getAttribute('aria-invalid')).toBe('true');
  expect(await rows.count()).toBe(all);
  const found = [...(await look(page, 'clerk-zh-duties-unread'))];
  await from.fill('9-20');
  await page.keyboard.press('Enter');
  await expect.poll(() => rows.count()).toBeLessThan(all);
  expect(await from.inputValue()).toBe('2019-09-20');
  expect([...found, ...complaints]).toEqual([]);
  await close();
});

test('the arrow keys find the rows from the navigation and from a search field, and leave other fields alone', async () => {
  const { page, complaints, close } = await office.visit(office.holderOf('clerk'), 'zh');
  const place = () => page.evaluate(() => document.activeElement?.closest('tr, [role=grid], input')?.tagName);
  await enter(page, '/duties');
  await page.locator('nav [aria-current=page]').focus();
  await page.keyboard.press('ArrowDown');
  expect(await place()).toBe('TR');
  await page.getByLabel('到期自').focus();
  await page.keyboard.press('ArrowDown');
  expect(await place()).toBe('INPUT');
  await enter(page, '/requests');
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ArrowUp');
  expect(await place()).toBe('INPUT');
  await page.keyboard.press('ArrowDown');
  expect(await place()).toBe('TR');
  expect(complaints).toEqual([]);
  await close();
});

test('the clerk makes a ledger by keyboard and sees the very pages that are printed', async () => {
  const { page, complaints, close } = await office.visit(office.holderOf('clerk'), 'zh');
  await enter(page, '/print');
  await page.keyboard.press('Control+Enter');
  await page.locator('canvas[data-drawn="1"]').waitFor();
  const ink = await page.locator('canvas[data-drawn="1"]').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    let dark = 0;
    for (let at = 0; pixels && at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 100) dark += 1;
    return dark;
  });
  expect(ink).toBeGreaterThan(2_000);
  const status = page.locator('.paper-bar [role=status]');
  expect(await status.innerText()).toMatch(/^第 1 页，共 \d 页$/);
  await page.locator('.paper-pages').focus();
  await page.keyboard.press('PageDown');
  await page.locator('canvas[data-drawn="2"]').waitFor();
  await expect.poll(() => status.innerText()).toMatch(/^第 2 页/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  const saved = fs.readFileSync(await download.path());
  expect(saved.subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: '关闭预览' }).click();
  await expect.poll(() => page.locator('.print-snapshots tbody tr').count()).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});

test('an old ledger is read on trial and nothing of it is written', async () => {
  const clerk = office.holderOf('clerk');
  const client = await office.clientOf(clerk);
  const everything = { filter: {}, sort: { by: 'docNumber', direction: 'asc' }, offset: 0, limit: 1 } as const;
  const before = (await client.documents.list(everything)).total;
  const { page, complaints, close } = await office.visit(clerk, 'zh');
  await enter(page, '/import');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
  await chooser.setFiles(documents);
  await page.locator('.import-columns').waitFor({ timeout: 60_000 });
  const found = [...(await look(page, 'clerk-zh-import-columns'))];
  await page.keyboard.press('Control+Enter');
  await page.locator('.import-check').waitFor({ timeout: 60_000 });
  const [all, taken, , , refused] = await page.locator('.import-show b').allInnerTexts();
  expect([Number(all), Number(taken) + Number(refused)]).toEqual([2911, 2911]);
  expect(await page.locator('.import-findings.wrong').first().innerText()).not.toMatch(/[a-z]+\.[a-z]+/i);
  found.push(...(await look(page, 'clerk-zh-import-check')));
  expect((await client.documents.list(everything)).total).toBe(before);
  expect([...found, ...complaints]).toEqual([]);
  await close();
});

test('the administrator enters a year of holidays after seeing what it moves', async () => {
  const { page, complaints, close } = await office.visit(office.holderOf('administrator'), 'zh');
  await enter(page, '/calendar');
  await page.getByRole('button', { name: '录入安排' }).click();
  await page.getByRole('button', { name: '查看影响' }).click();
  expect(await page.locator('.field-problem').allInnerTexts()).toEqual([
    '请填写通知文号。',
    '请填写发布日期。',
    '安排中没有日期。',
  ]);
  await page.getByLabel('年度').fill('2027');
  await page.getByLabel(/^通知文号/).fill('国办发明电〔2026〕9号');
  await page.getByLabel('发布日期').fill('2026-11-10');
  await page.getByLabel('元旦 放假自').fill('1-1');
  await page.getByLabel('元旦 至').fill('1-3');
  await page.getByLabel('元旦 调休上班日').fill('1-9');
  const found = await look(page, 'administrator-zh-notice');
  await page.getByRole('button', { name: '查看影响' }).click();
  await page.getByRole('button', { name: '确认录入' }).click();
  await page.locator('.notice.good').waitFor();
  await page.getByRole('button', { name: '关闭', exact: true }).click();
  expect(await page.locator('.notices li').first().innerText()).toMatch(/2027[\s\S]*放假 3 日 · 上班 1 日 · 本局录入/);
  expect([...found, ...complaints]).toEqual([]);
  await close();
});

test('the administrator loads a face, sees the specimen, and sets all papers in it', async () => {
  const { page, complaints, close } = await office.visit(office.holderOf('administrator'), 'zh');
  await enter(page, '/fonts');
  const load = async (bytes: Uint8Array, name: string) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
    await chooser.setFiles({ name, mimeType: 'font/ttf', buffer: Buffer.from(bytes) });
  };
  const face = makeFont({ characters: '关于公布规范性文件清理结果的通知' });
  await load(face.slice(0, 2000), 'cut.ttf');
  expect(await page.getByRole('alert').innerText()).toMatch(/“cut.ttf”不能使用：字体文件残缺或损坏（.+），/);
  await load(face, 'office.ttf');
  await page.getByLabel('授权依据').fill('采购合同 2019-07 号');
  const found = [...(await look(page, 'administrator-zh-fonts-load'))];
  await page.keyboard.press('Control+Enter');
  await page.locator('.notice.good').waitFor();
  await page.locator('[role=grid] tbody tr').first().focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('标题字体').selectOption({ label: `${OFFICE_ZH} 常规` });
  await page.locator('.specimen-page:not(.old) canvas[data-drawn="1"]').waitFor();
  found.push(...(await look(page, 'administrator-zh-fonts-choose')));
  await page.keyboard.press('Control+Enter');
  await page.locator('[role=grid] tbody tr', { hasText: OFFICE_ZH }).waitFor();
  expect(await page.locator('.badge.met').innerText()).toBe('在用');
  expect([...found, ...complaints]).toEqual([]);
  await close();
});
