/** What the window asks of the desktop: saving and opening files, language, size of text, reminders in the tray. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseWhatToOpen, chooseWhereToSave, type Desktop, openDesktop } from './window.ts';

let desktop: Desktop;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-files-'));

beforeAll(async () => {
  desktop = await openDesktop();
  await desktop.page.waitForLoadState('load');
});
afterAll(async () => {
  await desktop.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

function save(suggestedName: string, text: string) {
  return desktop.page.evaluate(
    ([name, content]) => {
      return window.desktop?.saveFile({ suggestedName: name ?? '', bytes: new TextEncoder().encode(content) });
    },
    [suggestedName, text],
  );
}

test('a ledger is saved where the person says, readable by them alone, with the kind it has', async () => {
  const chosen = path.join(folder, '公开台账');
  await chooseWhereToSave(desktop, chosen);
  expect(await save('公开台账.pdf', '%PDF-1.7')).toEqual({ ok: true, value: { path: `${chosen}.pdf` } });
  expect(fs.readFileSync(`${chosen}.pdf`, 'utf8')).toBe('%PDF-1.7');
  expect(fs.statSync(`${chosen}.pdf`).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(folder)).toEqual(['公开台账.pdf']);
});

test('nothing is written when the person changes their mind', async () => {
  await chooseWhereToSave(desktop, null);
  expect(await save('a.pdf', 'x')).toEqual({ ok: true, value: null });
});

test('a place that cannot be written is refused and leaves nothing behind', async () => {
  await chooseWhereToSave(desktop, path.join(folder, 'missing', 'a.pdf'));
  expect(await save('a.pdf', 'x')).toEqual({ ok: false, refusal: 'CANNOT_WRITE' });
});

test('a chosen file comes with its name and its bytes', async () => {
  const file = path.join(folder, '截图.png');
  fs.writeFileSync(file, 'picture');
  await chooseWhatToOpen(desktop, file);
  const opened = await desktop.page.evaluate(async () => {
    const answer = await window.desktop?.openFile('evidence');
    return answer?.ok && answer.value && [answer.value.name, new TextDecoder().decode(answer.value.bytes)];
  });
  expect(opened).toEqual(['截图.png', 'picture']);
});

test('a file above twenty megabytes is refused before it is read', async () => {
  const file = path.join(folder, 'large.csv');
  fs.writeFileSync(file, '');
  fs.truncateSync(file, 20 * 1024 * 1024 + 1);
  await chooseWhatToOpen(desktop, file);
  const answer = await desktop.page.evaluate(() => window.desktop?.openFile('table'));
  expect(answer).toEqual({ ok: false, refusal: 'TOO_LARGE' });
});

test('size of text and language are kept for the next start', async () => {
  await desktop.page.evaluate(async () => {
    await window.desktop?.setZoom(125);
    await window.desktop?.setLanguage('en');
  });
  const zoom = await desktop.app.evaluate(({ BrowserWindow }) => {
    return BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor();
  });
  expect(zoom).toBeCloseTo(1.25);
  const menu = await desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(menu).toEqual(['File', 'Edit', 'View', 'Help']);
  const kept = JSON.parse(fs.readFileSync(path.join(desktop.dataFolder, 'window.json'), 'utf8'));
  expect(kept).toMatchObject({ language: 'en', zoom: 125 });
});

test('what is chosen in the menu reaches the page at once and stands at the next start', async () => {
  const choose = (submenu: number, item: number) => {
    return desktop.app.evaluate(
      ({ Menu }, [outer, inner]) => {
        const view = Menu.getApplicationMenu()?.items[2]?.submenu?.items[outer ?? 0];
        view?.submenu?.items[inner ?? 0]?.click();
      },
      [submenu, item],
    );
  };
  const [sizes, languages] = [0, 1];
  await choose(languages, 0);
  await expect.poll(() => desktop.page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  await choose(languages, 1);
  await expect.poll(() => desktop.page.evaluate(() => document.documentElement.lang)).toBe('en');
  await choose(sizes, 2);
  await desktop.page.reload();
  expect(await desktop.page.evaluate(() => window.desktop?.initial)).toEqual({
    language: 'en',
    zoom: 150,
    opensAtSignIn: false,
  });
  await desktop.page.getByRole('button', { name: '中文' }).waitFor();
});

test('a locked screen reaches the page', async () => {
  await desktop.page.evaluate(() => {
    const world = window as unknown as { locked: Promise<string> };
    world.locked = new Promise((resolve) => window.desktop?.onScreenLocked(() => resolve('locked')));
  });
  await desktop.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  expect(await desktop.page.evaluate(() => (window as unknown as { locked: Promise<string> }).locked)).toBe('locked');
});
