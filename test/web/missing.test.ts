/** What a form tells to be missing: all of it at once, each called as the field is called beside which it stands. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MATTER_KINDS } from '../../electron/domain/matters/kinds.ts';
import { enter, type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const NAMED = /请(?:填写|选择)(?:现有的)?([^，。；]+)/;

/** Empties and sends the form, and gives each label with the sentence beside it that does not name it. */
async function misnamed(page: Page, form: string): Promise<readonly string[]> {
  const inputs = page.locator(`${form} :is(input.in, textarea.in):enabled:not([type=number])`);
  // Counted anew each time: an emptied field may take others along.
  for (let at = 0; at < (await inputs.count()); at += 1) await inputs.nth(at).fill('');
  await page.keyboard.press('Control+Enter');
  await page.locator(`${form} .field-problem`).first().waitFor();
  const fields = await page.locator(`${form} .field:has(.field-problem)`).evaluateAll((all) =>
    all.map((field) => ({
      label: field.querySelector('label, .field-label')?.textContent ?? '',
      problems: [...field.querySelectorAll('.field-problem')].map(({ textContent }) => textContent ?? ''),
    })),
  );
  return fields.flatMap(({ label, problems }) => {
    const name = label.replace(/[（*].*$/, '').trim();
    const wrong = problems.filter((problem) => {
      const told = NAMED.exec(problem)?.[1];
      return told !== undefined && !told.includes(name) && !name.includes(told);
    });
    return wrong.map((problem) => `${name}: ${problem}`);
  });
}

test('no form of a clerk tells something to be missing under another name than that of its field', async () => {
  const clerk = office.holderOf('clerk');
  const client = await office.clientOf(clerk);
  const { page, close } = await office.visit(clerk, 'zh');
  const found: string[] = [];

  async function look(open: () => Promise<void>): Promise<void> {
    await open();
    await page.locator('.form-dialog').waitFor();
    found.push(...(await misnamed(page, '.form-dialog')));
    await page.keyboard.press('Escape');
    const discard = page.getByRole('button', { name: '放弃', exact: true });
    if (await discard.isVisible()) await discard.click();
    await page.locator('.form-dialog').waitFor({ state: 'detached' });
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();

  await enter(page, '/register');
  await page.locator('#docNumberRaw').focus();
  found.push(...(await misnamed(page, 'main')));

  const sort = { by: 'signedOn', direction: 'desc' } as const;
  const { rows } = await client.documents.list({ filter: { reviewStage: 'approved' }, sort, offset: 0, limit: 1 });
  await enter(page, `/documents/${rows[0]?.id}`);
  for (const act of ['登记补交', '调整属性', '登记上网', '登记联系', '登记归档', '作废']) await look(() => press(act));

  await enter(page, '/print');
  await page.getByText('文件退回通知', { exact: true }).click();
  await look(() => press('退回一件文件'));

  await enter(page, '/requests');
  await look(() => page.keyboard.press('n'));

  for (const { key } of MATTER_KINDS) {
    await enter(page, `/matters/of/${key}`);
    await look(() => page.keyboard.press('Alt+a'));
    const [matter] = await client.matters.list({ kind: key, isOpen: true });
    if (matter === undefined) continue;
    await enter(page, `/matters/${matter.id}`);
    await page.locator('.doc-name').waitFor();
    await look(() => page.keyboard.press('Control+Enter'));
  }
  expect(found).toEqual([]);
  await close();
});

test('an empty restore and an empty change of password tell all that they lack, and do nothing', async () => {
  const administrator = office.holderOf('administrator');
  const { page, complaints, close } = await office.visit(administrator, 'zh');
  const told = async () => {
    await page.locator('.form-dialog').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.form-dialog .field-problem').first().waitFor();
    const problems = await page.locator('.form-dialog .field-problem').allInnerTexts();
    await page.keyboard.press('Escape');
    await page.locator('.form-dialog').waitFor({ state: 'detached' });
    return problems;
  };
  await enter(page, '/backup');
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.locator('.notice.good').waitFor();
  await page.getByRole('button', { name: '恢复', exact: true }).first().click();
  expect(await told()).toEqual(['请先勾选：知道此后的登记不会保留。', '请输入本人密码。']);
  await page.getByRole('button', { name: administrator.name }).click();
  await page.getByText('修改密码').click();
  expect(await told()).toEqual(['请填写现密码。', '请填写新密码。', '请再输一次新密码。']);
  expect(complaints).toEqual([]);
  await close();
});

test('an empty sign-in, an empty unlocking and a sample without its day say what they lack', async () => {
  const administrator = office.holderOf('administrator');
  const { page, complaints, close } = await office.visit(administrator, 'zh');
  const told = () => page.locator('.field-problem').allInnerTexts();
  await enter(page, '/settings');
  await page.locator('.sample-today input').fill('');
  await page.getByRole('button', { name: '设定' }).click();
  expect(await told()).toEqual(['请填写日期。']);
  await page.getByRole('button', { name: '锁定', exact: true }).click();
  await page.getByRole('button', { name: '解锁' }).click();
  expect(await page.locator('.lock .field-problem').allInnerTexts()).toEqual(['请填写密码。']);
  await page.getByRole('button', { name: '换人登录' }).click();
  await page.getByRole('button', { name: '登录', exact: true }).click();
  expect(await told()).toEqual(['请填写用户名。', '请填写密码。']);
  await page.keyboard.type(administrator.login);
  expect(await told()).toEqual(['请填写密码。']);
  expect(complaints).toEqual([]);
  await close();
});
