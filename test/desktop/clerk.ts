/** What a clerk does in the real window, by keyboard only: found a registry, sign in, open the form, type into it. */
import type { CDPSession, Page } from 'playwright-core';

export const CLERK = { name: '王䶮', login: 'wangyan', password: 'Orchid-Harbour-27' } as const;
const BUREAU = '辽宁省市场监督管理局';

async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.type(text);
}

/** First run: the usual divisions, and one person who is administrator and clerk. */
export async function foundRegistry(page: Page): Promise<void> {
  const create = page.getByRole('button', { name: '新建本局登记库' });
  await create.focus();
  await page.keyboard.press('Enter');
  await typeInto(page, '单位名称', BUREAU);
  await page.getByRole('button', { name: '填入常用处室' }).focus();
  await page.keyboard.press('Enter');
  await typeInto(page, '姓名', CLERK.name);
  await typeInto(page, '用户名', CLERK.login);
  await typeInto(page, '密码', CLERK.password);
  await typeInto(page, '再输一次密码', CLERK.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
}

export async function signIn(page: Page): Promise<void> {
  await typeInto(page, '用户名', CLERK.login);
  await typeInto(page, '密码', CLERK.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
}

/** Ctrl+N, with the cursor in the first field. */
export async function openForm(page: Page): Promise<void> {
  await page.keyboard.press('Control+n');
  await page.locator('#docNumberRaw:focus').waitFor();
}

/** Types into the field that has the focus and goes on to the next. */
export async function fill(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    if (text !== '') await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

export function focusedField(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}

export type Document = { readonly number: string; readonly title: string };

/** The whole form from the number to the copies; the person who reads it knows the bureau's paper. */
export async function fillForm(page: Page, { number, title }: Document): Promise<void> {
  await fill(page, number, title, 'zcfg', '李𬭚', '赵㛃', '2019.9.23', '2019-9-24');
  await page.locator('#draftingDivisionId[value="政策法规处"]').waitFor();
  await page.keyboard.press('Alt+1');
  await page.locator('#copies').focus();
  await fill(page, '5', '孙犇', '存档柜 A-3');
}

/** What stands in the header and reaches over the edge of the window. */
export function clippedHeader(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.frame > header > *')]
      .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
      .map((part) => part.className),
  );
}

/** Signs that an input method has composed and not yet committed. */
export async function compose(session: CDPSession, text: string): Promise<void> {
  await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}
