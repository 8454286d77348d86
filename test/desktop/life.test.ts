/** The full life of one document in the real window, by keyboard: registered, signed by four, proof-read, interpreted, posted, found. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../barriers.ts';
import { fill, openForm } from './clerk.ts';
import { openSampleDesk, type SampleDesk } from './sampleDesk.ts';
import { chooseWhatToOpen } from './window.ts';

const NUMBER = '辽市监发〔2019〕118号';
const TITLE = '关于印发《辽宁省特种设备安全监督管理规定》的通知';
const CLERK = 'heyan';
const HEAD = 'qinchuan';
const REVIEWER = 'shenjingyi';
const LEADER = 'zhenghuaiyuan';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk();
});
afterAll(() => desk.close());

/** Chooses the first opinion, goes through the fields that may stay empty, and signs. */
async function signWithFirstOpinion(betweenOpinionAndPassword: readonly string[]): Promise<void> {
  const { page, password } = desk;
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  for (const key of betweenOpinionAndPassword) await page.keyboard.press(key);
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('password');
  await page.keyboard.type(password);
  await page.keyboard.press('Control+Enter');
}

/** The next one that waits opens by itself; it is left for another day. */
async function isSignedAndNextLeft(): Promise<void> {
  const { page, dialog } = desk;
  const said = page.getByRole('status').filter({ hasText: '已签' }).first();
  await said.waitFor({ state: 'attached' });
  if ((await said.textContent())?.includes('下一件')) {
    await dialog().getByText('所签内容').waitFor();
    await page.keyboard.press('Escape');
  }
  await expect.poll(() => dialog().count()).toBe(0);
}

async function openWaiting(): Promise<void> {
  const { page, press, goTo, dialog } = desk;
  await goTo('待我审签');
  const row = page.getByRole('grid', { name: '待我审签' }).getByRole('row', { name: TITLE });
  await row.waitFor();
  await press(row);
  await dialog().getByText('所签内容').waitFor();
  expect(await dialog().textContent()).toContain(NUMBER);
}

async function openDocument(): Promise<void> {
  const { page, goTo } = desk;
  await goTo('文件台账');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('特种设备安全监督管理规定');
  await page.getByRole('option', { name: TITLE }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: NUMBER }).waitFor();
}

test('the clerk registers a normative document with leaders’ information, and its page opens', async () => {
  const { page, press, signIn } = desk;
  await signIn(CLERK);
  await openForm(page);
  await fill(page, '辽市监发[2019]118号', TITLE, 'tzsb', '李𬭚', '赵㛃', '2019.9.20', '2019-9-23');
  await page.keyboard.press('Alt+1');
  for (const flag of ['规范性文件', '涉领导人信息']) await press(page.getByLabel(flag, { exact: true }), 'Space');
  await page.locator('#legalityReviewNumber').focus();
  await fill(page, '法审〔2019〕301号', '2019-9-18', '图解，由起草处室同步组织');
  await page.locator('#copies').focus();
  await fill(page, '7', '孙犇', '存档柜 A-3');
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { level: 1, name: NUMBER }).waitFor();
  expect(await page.locator('.doc-name').textContent()).toBe(TITLE);
  expect(await barriers(page)).toEqual([]);
});

test('the drafter answers the five checks and opens the review', async () => {
  const { page, dialog, isSaid } = desk;
  await page.keyboard.press('Control+Enter');
  await dialog().getByText('所签内容').waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog().getByText('请回答自查项“国家秘密”。').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Alt+0');
  for (let check = 0; check < 5; check += 1) await page.keyboard.press('Enter');
  await signWithFirstOpinion(['Enter', 'Enter', 'Enter', 'Enter']);
  await isSaid('已签');
  await page.getByText('等待签署').waitFor();
});

test('what was typed into a dialog is not thrown away without asking', async () => {
  const { page, press, dialog } = desk;
  await press(page.getByRole('button', { name: '登记补交' }));
  await dialog().getByLabel('备注').focus();
  await page.keyboard.type('另送两份');
  await page.keyboard.press('Escape');
  await page.getByText('放弃已填的内容？').waitFor();
  await page.keyboard.press('Enter');
  expect(await dialog().getByLabel('备注').inputValue()).toBe('另送两份');
  await page.keyboard.press('Escape');
  await press(page.getByRole('button', { name: '放弃', exact: true }));
  await expect.poll(() => dialog().count()).toBe(0);
});

test('the head of the division signs after proof-reading, and cannot without', async () => {
  const { page, signIn, dialog } = desk;
  await signIn(HEAD);
  await openWaiting();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await dialog().getByText('处室负责人须亲自校对并勾选').waitFor();
  await dialog().getByRole('radio', { name: '同意', exact: true }).focus();
  await signWithFirstOpinion(['Enter', 'Space', 'Enter', 'Enter', 'Enter']);
  await isSignedAndNextLeft();
});

test('a wrong password signs nothing; the General Office signs with the right one', async () => {
  const { page, signIn, dialog, password } = desk;
  await signIn(REVIEWER);
  await openWaiting();
  await dialog().getByLabel('本人密码').focus();
  await page.keyboard.type('nothing-like-it');
  await dialog().getByRole('radio', { name: '可以公开' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await dialog().getByText('还可再试 4 次').waitFor();
  await page.keyboard.type(password);
  await page.keyboard.press('Control+Enter');
  await isSignedAndNextLeft();
});

test('the leader in charge approves', async () => {
  const { page, signIn } = desk;
  await signIn(LEADER);
  await openWaiting();
  await signWithFirstOpinion(['Enter', 'Enter', 'Enter']);
  await isSignedAndNextLeft();
  await openDocument();
  await expect.poll(() => page.getByText('签名属实').count()).toBe(4);
});

test('it is not posted before the second proof-reading; everything in the way is said at once', async () => {
  const { page, press, signIn, dialog } = desk;
  await signIn(CLERK);
  await openDocument();
  await press(page.getByRole('region', { name: '上网公开' }).getByRole('button', { name: '登记上网' }));
  await dialog().getByText('处室负责人须对本版本校对 2 次，现有 1 次').waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog().getByText('请填写公开网址。').waitFor();
  await dialog().getByText('规范性文件须与解读同步公开').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog().count()).toBe(0);
});

test('the head proof-reads once more with the password', async () => {
  const { page, signIn, dialog, isSaid, password } = desk;
  await signIn(HEAD);
  await openDocument();
  await page.keyboard.press('Control+Enter');
  await dialog().getByText('所签内容').waitFor();
  await fill(page, '姓名、职务、排序无误');
  await page.keyboard.type(password);
  await page.keyboard.press('Control+Enter');
  await isSaid('校对已登记');
});

test('the clerk enters the interpretation, then the posting with its evidence', async () => {
  const { page, press, signIn, dialog, isSaid, folder } = desk;
  const picture = path.join(folder, '网页截图.png');
  fs.writeFileSync(picture, 'picture');
  await signIn(CLERK);
  await openDocument();
  await page.keyboard.press('Control+Enter');
  await dialog().getByText('登记政策解读').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.keyboard.type('https://scjg.ln.gov.cn/jd/118.html');
  await page.keyboard.press('Control+Enter');
  await isSaid('已登记解读');
  await page.keyboard.press('Control+Enter');
  await dialog().getByLabel('公开网址').waitFor();
  await page.keyboard.type('https://scjg.ln.gov.cn/wj/118.html');
  await chooseWhatToOpen(desk.desktop, picture);
  await press(dialog().getByRole('button', { name: '选择文件' }));
  await dialog().getByRole('button', { name: '移除“网页截图.png”' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await isSaid('已登记上网');
  await page.locator('.doc-state', { hasText: '已公开并解读' }).waitFor();
  await page.getByRole('button', { name: '查看凭证：网页截图.png' }).waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('the ledger finds it by two characters, and the arrow keys and Enter open it', async () => {
  const { page, goTo } = desk;
  await goTo('文件台账');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('特种 规定');
  const grid = page.getByRole('grid', { name: '文件台账表' });
  const row = grid.getByRole('row', { name: TITLE });
  await expect.poll(() => row.locator('mark').allTextContents()).toEqual(['特种', '规定']);
  const cells = await row.getByRole('gridcell').allTextContents();
  expect(cells).toContain(NUMBER);
  expect(cells).toContain('7/7');
  expect(cells.filter((cell) => cell === '2019-09-24').length).toBe(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  const total = Number(await grid.getAttribute('aria-rowcount')) - 1;
  for (let at = 0; at < total && (await row.getAttribute('aria-selected')) !== 'true'; at += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: NUMBER }).waitFor();
});

test('a change of the title voids the signatures and says so', async () => {
  const { page, press } = desk;
  await press(page.getByRole('link', { name: '修改', exact: true }));
  await page.locator('#title').waitFor();
  await expect.poll(() => page.locator('#title').inputValue()).toBe(TITLE);
  await page.locator('#title').fill(`${TITLE}（修订）`);
  await page.locator('#reasonForChange').focus();
  await page.keyboard.type('按局务会意见更正标题');
  await page.keyboard.press('Control+s');
  await page.getByText(/审查已失效：标题于 \d{4}-\d{2}-\d{2} 修改/).waitFor();
  expect(await page.locator('.lapsed del').textContent()).toBe(TITLE);
});

test('no screen of reviews and publication has a barrier in either language', async () => {
  const { page } = desk;
  for (const language of ['zh', 'en']) {
    await page.evaluate((chosen) => localStorage.setItem('language', chosen), language);
    await page.reload();
    await page.getByRole('navigation').waitFor();
    for (const screen of ['reviews', 'publication', 'ledger']) {
      await page.evaluate((name) => {
        location.hash = `#/${name}`;
      }, screen);
      await page.getByRole('grid').first().waitFor();
      expect({ screen, language, barriers: await barriers(page) }).toEqual({ screen, language, barriers: [] });
    }
  }
});

test('the window complained of nothing in all this', () => {
  expect(desk.desktop.complaints).toEqual([]);
});
