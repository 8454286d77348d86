/**
 * Takes the pictures of the manuals anew, in a browser at the loopback door, with a fresh sample registry:
 * `node build/screens.ts`, after `npm run build`. `node build/screens.ts FOLDER` puts them elsewhere.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openEngine } from '../electron/engine/engine.ts';
import { builtResources } from '../electron/engine/resources.ts';
import { createSample } from '../electron/engine/sample/sample.ts';
import { startUpkeep } from '../electron/engine/upkeep.ts';
import { serve } from '../electron/serve.ts';
import { openBrowser } from '../test/web/browser.ts';
import { palettePng } from './palettePng.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.resolve(process.argv[2] ?? path.join(root, 'docs/screens'));
const OLD_LEDGER = `发文字号,标题,文种,起草处室,签发人,签发日期,公开属性,网址,上网日期
辽市监发[2019]021号,关于做好2019年春季学校食品安全工作的通知,通知,食品抽检处,郑怀远,2019.3.1,主动公开,https://example.invalid/21,2019.3.20
辽市监发〔2019〕22号,关于开展电梯维护保养质量抽查的通知,通知,特种设备处,陆建章,2019-3-4,主动公开,https://example.invalid/22,2019-3-22
辽市监发〔19〕23号,关于报送一季度统计数据的通知,通知,办公室,郑怀远,2019-3-5,依申请公开,,
辽市监函〔2019〕8号,关于商请提供检验数据的函,函,计量处,陆建章,2019-3-6,主动公开,,
`;

type Stage = {
  readonly page: Page;
  readonly password: string;
  readonly signIn: (login: string) => Promise<void>;
  readonly goTo: (room: string) => Promise<void>;
  readonly shoot: (name: string) => Promise<void>;
};

const data = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-screens-'));
/** A working morning of the sample, from now on. */
const sinceMs = Date.parse('2019-09-24T01:30:00Z') - Date.now();
const engine = openEngine({
  dataFolder: data,
  resources: builtResources(path.join(root, 'out')),
  clock: () => new Date(Date.now() + sinceMs),
});
const service = await serve(engine, { port: 0, siteFolder: path.join(root, 'out/renderer') });
const upkeep = startUpkeep(engine, () => undefined);
const browser = await openBrowser();
try {
  fs.mkdirSync(folder, { recursive: true });
  const page = await browser.newPage();
  await page.goto(service.invite());
  const stage = stageOf(page, '');
  await page.getByRole('button', { name: '打开样例库' }).waitFor();
  await stage.shoot('first-run');
  const password = await createSample(engine);
  upkeep.resumed();
  await page.reload();
  await page.getByText('样例库可用下列人员登录').waitFor();
  await stage.shoot('sign-in');
  const staged = stageOf(page, password);
  await showClerk(staged);
  await showReviewer(staged);
  await showAdministrator(staged);
  await showAuditor(staged);
  await showEnglish(staged);
} finally {
  await browser.close();
  await service.close();
  await upkeep.close();
  fs.rmSync(data, { recursive: true, force: true });
}

function stageOf(page: Page, password: string): Stage {
  return {
    page,
    password,
    signIn: async (login) => {
      const lock = page.getByRole('button', { name: /^(锁定|Lock)$/ });
      if (await lock.isVisible()) {
        await lock.click();
        await page.getByRole('button', { name: /换人登录|Sign in as someone else/ }).click();
      }
      await page.getByLabel(/^(用户名|User name)$/).fill(login);
      await page.getByLabel(/^(密码|Password)$/).fill(password);
      await page.keyboard.press('Enter');
      await page.getByRole('navigation').waitFor();
    },
    goTo: async (room) => {
      await page.getByRole('navigation').getByRole('link', { name: room }).first().click();
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    shoot: async (name) => {
      await settled(page);
      fs.writeFileSync(path.join(folder, `${name}.png`), palettePng(await page.screenshot({ animations: 'disabled' })));
      console.error(name);
    },
  };
}

/** Nothing is loading and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('.ant-spin, .ant-skeleton, [aria-busy=true]') === null);
  await page.waitForTimeout(400);
}

async function showClerk(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.signIn('heyan');
  await page.getByRole('heading', { name: '今日' }).waitFor();
  await stage.shoot('today');
  await showRegister(stage);
  await showLedger(stage);
  await showPosting(stage);
  await stage.goTo('催办提醒');
  await stage.shoot('reminders');
  await showPrint(stage);
  await showImport(stage);
}

async function type(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    if (text !== '') await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

async function showRegister(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.goTo('文件登记');
  await page.locator('#docNumberRaw').focus();
  await type(
    page,
    '辽市监发[2019]092号',
    '关于开展国庆期间特种设备安全检查的通知',
    'tzsb',
    '许䃅',
    '郑怀远',
    '2019.9.23',
  );
  await page.keyboard.press('Alt+1');
  await page.locator('#copies').focus();
  await type(page, '5', '许䃅', '文件柜甲-3');
  await page.locator('#copies').focus();
  await stage.shoot('register');
  await page.locator('#title').fill('');
  await page.locator('#signedOn').fill('2019-9-31');
  await page.keyboard.press('Alt+3');
  await page.keyboard.press('Control+Enter');
  await page.locator('[aria-invalid=true]').first().waitFor();
  await stage.shoot('register-problems');
}

async function showLedger(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.goTo('文件台账');
  await stage.shoot('ledger');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('创新能力');
  await settled(page);
  await page.getByRole('grid').getByRole('row').nth(1).dblclick();
  await page.locator('.doc-name').waitFor();
  await stage.shoot('document');
}

async function showPosting(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.goTo('上网公开');
  await settled(page);
  await page.getByRole('grid').getByRole('row').nth(1).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await stage.shoot('posting');
  await page.keyboard.press('Escape');
}

async function showPrint(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.goTo('打印中心');
  await page.getByRole('button', { name: '生成台账' }).first().click();
  await page.locator('canvas').first().waitFor();
  await stage.shoot('print');
}

async function showImport(stage: Stage): Promise<void> {
  const { page } = stage;
  const file = path.join(data, '2019年旧台账.csv');
  fs.writeFileSync(file, OLD_LEDGER);
  await stage.goTo('导入台账');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择文件' }).first().click(),
  ]);
  await chooser.setFiles(file);
  await page.locator('.import-columns').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.import-check').waitFor();
  await stage.shoot('import');
}

async function showReviewer(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.signIn('shenjingyi');
  await stage.goTo('待我审签');
  await settled(page);
  await stage.shoot('reviews');
  await page.getByRole('grid').first().getByRole('row').nth(1).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await stage.shoot('signing');
  await page.keyboard.press('Escape');
}

async function showAdministrator(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.signIn('zhouminglan');
  await stage.goTo('处室与人员');
  await stage.shoot('people');
  await stage.goTo('工作日历');
  await stage.shoot('calendar');
  await stage.goTo('备份');
  await page.getByRole('button', { name: '立即备份' }).first().click();
  await page.getByText('已备份并校验').first().waitFor();
  await stage.shoot('backup');
  await stage.goTo('设置');
  await stage.shoot('settings');
}

async function showAuditor(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.signIn('guming');
  await stage.goTo('留痕与核验');
  // The key is heard only once the page is there.
  await page.getByRole('button', { name: /^核验/ }).waitFor();
  await page.keyboard.press('F9');
  await page.getByText('核验通过').waitFor();
  await stage.shoot('trail');
}

async function showEnglish(stage: Stage): Promise<void> {
  const { page } = stage;
  await page.evaluate(() => localStorage.setItem('language', 'en'));
  await page.reload();
  await page.getByRole('navigation').waitFor();
  await stage.signIn('heyan');
  await stage.goTo('Today');
  await stage.shoot('today.en');
}
