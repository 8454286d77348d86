/** The life of a request in the real window, by keyboard: corrected, consulted on, extended, answered, delivered, filed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../barriers.ts';
import { fill } from './clerk.ts';
import { openSampleDesk, type SampleDesk } from './sampleDesk.ts';

const APPLICANT = '冯䶮';
const SUBJECT = '2019年第二季度游乐设施检验不合格名单';
const CLERK = 'heyan';
const REVIEWER = 'shenjingyi';
const HEAD = 'qinchuan';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk();
});
afterAll(() => desk.close());

async function openRequest(): Promise<void> {
  const { page, press, goTo } = desk;
  await goTo('依申请公开');
  await press(page.getByRole('row', { name: SUBJECT }));
  await page.locator('#clock').waitFor();
}

/** Ctrl+Enter opens the next step; `texts` go into its fields one after the other. */
async function take(step: string, ...texts: readonly string[]): Promise<void> {
  const { page, dialog, isSaid } = desk;
  await dialog().waitFor();
  await fill(page, ...texts);
  await page.keyboard.press('Control+Enter');
  await isSaid(`已办理：${step}`);
}

async function takeNext(step: string, ...texts: readonly string[]): Promise<void> {
  await desk.page.keyboard.press('Control+Enter');
  await take(step, ...texts);
}

async function takeBeside(step: string, ...texts: readonly string[]): Promise<void> {
  await desk.press(desk.page.getByRole('button', { name: step }));
  await take(step, ...texts);
}

async function isDue(sentence: string): Promise<void> {
  await desk.page.locator('#clock').getByText(sentence).waitFor();
}

test('a clerk registers a request that was handed in', async () => {
  const { page, press, signIn, goTo, dialog, isSaid } = desk;
  await signIn(CLERK);
  await goTo('依申请公开');
  await page.keyboard.press('n');
  await dialog().waitFor();
  await page.keyboard.press('Control+Enter');
  expect(await dialog().locator('[aria-invalid=true]').count()).toBe(3);
  expect(await barriers(page)).toEqual([]);
  await fill(page, APPLICANT, '', '024-12345678', '沈阳市和平区南京街1号', SUBJECT, '全省范围');
  for (let channel = 0; channel < 3; channel += 1) await page.keyboard.press('ArrowUp');
  await fill(page, '', '2019-9-17');
  await page.keyboard.press('Control+Enter');
  await isSaid('已登记：YSQ-2019-');
  await press(page.getByRole('row', { name: SUBJECT }));
  await isDue('应于2019年10月18日前答复');
});

test('the clock stops for the correction and begins afresh with it', async () => {
  await takeBeside('告知补正', '写明所需年度和区域', '2019-9-30', '2019-9-18');
  await isDue('不计期限');
  await takeNext('收到补正', '2019年4月至6月，沈阳市', '', '2019-9-19');
  await isDue('应于2019年10月22日前答复');
});

test('the days on which an opinion is awaited do not count', async () => {
  const { page, press } = desk;
  await takeBeside('征求意见', '', '沈阳北方游乐有限公司', '名单涉及该公司经营信息', '2019-9-20');
  await press(page.getByRole('button', { name: '登记收函日期' }));
  await take('登记对方收函日期', '', '2019-9-23');
  await takeNext('登记意见', '', '', '2019-9-24');
  await isDue('应于2019年10月25日前答复');
  await takeNext('交处室办理', 'tzsb', '2019-9-24');
});

test('the office extends, the division drafts, the office approves', async () => {
  const { signIn } = desk;
  await signIn(REVIEWER);
  await openRequest();
  await takeBeside('延长答复期限', '10', '王主任', '需向检验机构调取数据', '2019-9-24');
  await isDue('应于2019年11月8日前答复');
  await signIn(HEAD);
  await openRequest();
  await takeNext('拟答复', '', '名单随答复书附送，一式一份', '2019-9-24');
  await signIn(REVIEWER);
  await openRequest();
  await takeNext('批准答复', '同意。', '2019-9-24');
});

test('the reply is sent, printed, delivered and filed', async () => {
  const { page, press, signIn } = desk;
  await signIn(CLERK);
  await openRequest();
  await takeNext('发出答复', '', 'EX123456789CN', '2019-9-24');
  const address = page.url();
  await press(page.locator('#letters li', { hasText: '答复书' }).getByRole('button', { name: '打印' }));
  await page.locator('canvas[data-drawn="1"]').waitFor();
  await page.evaluate((to) => location.assign(to), address);
  await page.locator('#clock').waitFor();
  await takeNext('登记送达', APPLICANT, '', '2019-9-24');
  await takeNext('归档', '2019-YSQ-011', '2019-9-24');
  await page.locator('.doc-state', { hasText: '已归档' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(desk.desktop.complaints).toEqual([]);
});
