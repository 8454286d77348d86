/** Matters, rules, the annual report and an import in the real window, by keyboard. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../barriers.ts';
import { fill } from './clerk.ts';
import { openSampleDesk, type SampleDesk } from './sampleDesk.ts';
import { chooseWhatToOpen } from './window.ts';

const CLERK = 'heyan';
const ADMINISTRATOR = 'zhouminglan';
const LEADER = 'zhenghuaiyuan';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk();
});
afterAll(() => desk.close());

async function type(label: string, text: string): Promise<void> {
  await desk.dialog().getByLabel(label).focus();
  await desk.page.keyboard.type(text);
}

test('a budget is entered, published within 20 days and closed', async () => {
  const { page, press, signIn, goTo, dialog, isSaid } = desk;
  await signIn(CLERK);
  await goTo('公开事项');
  await press(page.getByRole('link', { name: '部门预决算' }));
  await page.getByRole('heading', { level: 2, name: '部门预决算' }).waitFor();
  await page.keyboard.press('Alt+a');
  await dialog().waitFor();
  await fill(
    page,
    '2019年部门预算调整',
    'cwc',
    '2019-9-20',
    '',
    '2019',
    '辽宁省财政厅',
    '2019-9-18',
    '辽财预函〔2019〕150号',
  );
  await page.keyboard.press('Control+Enter');
  await page.locator('.doc-name', { hasText: '2019年部门预算调整' }).waitFor();
  await page.getByText('2019-10-08').first().waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog().waitFor();
  await type('公开网址', 'https://scjg.ln.gov.cn/ys/150.html');
  await type('审查人', '沈静怡');
  await press(dialog().getByRole('checkbox'), 'Space');
  await page.keyboard.press('Control+Enter');
  await isSaid('公开已登记');
  await press(page.getByRole('button', { name: '办结', exact: true }));
  await dialog().waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.doc-state', { hasText: '已办结' }).waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('a row that cannot be imported is mended beside its reason, and the import withdrawn as a whole', async () => {
  const { page, press, goTo, dialog, folder, desktop } = desk;
  const file = path.join(folder, '旧台账.csv');
  const rows = [
    '发文字号,标题,文种,起草处室,签发人,签发日期,公开属性',
    '辽市监发〔2019〕21号,关于做好春季学校食品安全工作的通知,通知,食品抽检处,郑怀远,2019-03-01,主动公开',
    '辽市监发〔2019〕22号,关于开展电梯维护保养质量抽查的通知,通知,特种设备处,陆建章,2019-02-30,主动公开',
  ];
  fs.writeFileSync(file, rows.join('\n'));
  await goTo('导入台账');
  await chooseWhatToOpen(desktop, file);
  await page.keyboard.press('Control+o');
  await page.locator('.import-columns').waitFor();
  await page.keyboard.press('Control+Enter');
  const panel = page.getByRole('complementary', { name: '第 3 行' });
  await panel.waitFor();
  await panel.getByLabel(/签发日期/).focus();
  await page.keyboard.press('Control+a');
  await fill(page, '2019-03-04');
  await press(page.getByRole('button', { name: '全部导入（2 件）' }));
  await page.getByRole('status').filter({ hasText: '已导入 2 件' }).waitFor();
  await press(page.getByRole('button', { name: /^撤回/ }));
  await dialog().waitFor();
  await page.keyboard.type('试导入，改用正式台账');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('cell', { name: /已撤回/ }).waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('an administrator amends a rule after seeing what it moves', async () => {
  const { page, press, signIn, goTo, dialog } = desk;
  await signIn(ADMINISTRATOR);
  await goTo('职责规则');
  await press(page.getByRole('row', { name: /舆情回应/ }));
  await dialog().getByLabel(/^期限/).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1');
  await type('理由', '按本局舆情应对办法执行');
  await page.keyboard.press('Control+Enter');
  await dialog().getByText('1 项未办结的期限将变动').waitFor();
  await page.keyboard.press('Enter');
  await dialog().waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /舆情回应.*1 个工作日/ }).waitFor();
});

test('the annual report of the sample is signed once the year is over', async () => {
  const { page, press, signIn, goTo, dialog, password } = desk;
  await goTo('设置');
  await page.getByLabel(/今天是/).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2020-1-10');
  await press(page.getByRole('button', { name: '设定', exact: true }));
  await page.getByText('2020年1月10日').first().waitFor();
  await signIn(LEADER);
  await goTo('年度报告');
  await press(page.getByRole('button', { name: '签发', exact: true }));
  await dialog().waitFor();
  await page.keyboard.press('Control+Enter');
  expect(await dialog().locator('[aria-invalid=true]').count()).toBe(1);
  await page.keyboard.type(password);
  await page.keyboard.press('Control+Enter');
  await dialog().waitFor({ state: 'detached' });
  await page.getByRole('status').filter({ hasText: '签发' }).first().waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(desk.desktop.complaints).toEqual([]);
});
