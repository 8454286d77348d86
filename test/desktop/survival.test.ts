/** The window outlives its engine: a killed engine is started again and the window finds it. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findElectron } from '../../build/electron.mjs';
import { type Desktop, enginePid, killEngine, openDesktop } from './window.ts';

let desktop: Desktop;

beforeAll(async () => {
  desktop = await openDesktop();
  await desktop.page.waitForLoadState('load');
});
afterAll(() => desktop.close());

/** Asks as the page's own client does; answers once a port has come. */
function portComes(): Promise<boolean> {
  return desktop.page.evaluate(() => {
    return new Promise<boolean>((resolve) => {
      const take = (event: MessageEvent) => {
        const port = event.data === 'engine-port' ? event.ports[0] : undefined;
        if (!port) return;
        window.removeEventListener('message', take);
        const world = window as unknown as { port: MessagePort; wasClosed: boolean };
        world.port = port;
        world.wasClosed = false;
        port.addEventListener('close', () => {
          world.wasClosed = true;
        });
        port.start();
        resolve(true);
      };
      window.addEventListener('message', take);
      window.postMessage('engine-port', '*');
    });
  });
}

function portWasClosed(): Promise<boolean> {
  return desktop.page.evaluate(() => (window as unknown as { wasClosed: boolean }).wasClosed);
}

test('an engine that is killed closes its ports, comes back, and is asked again', { timeout: 60_000 }, async () => {
  await portComes();
  for (let round = 0; round < 3; round += 1) {
    const killed = await killEngine(desktop);
    await expect.poll(portWasClosed, { timeout: 5_000 }).toBe(true);
    await expect.poll(() => enginePid(desktop).catch(() => killed), { timeout: 10_000 }).not.toBe(killed);
    expect(await portComes()).toBe(true);
  }
  expect(desktop.page.url()).toMatch(/^app:\/\/main\//);
});

test('the page gets a port again after it was loaded anew', async () => {
  await desktop.page.reload();
  expect(await portComes()).toBe(true);
});

test('a second start shows the first window instead of opening another', async () => {
  const electron = await findElectron();
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), process.cwd()];
  const env = { ...process.env, ...electron.env, DISCLOSURE_REGISTRY_DATA: desktop.dataFolder };
  const second = spawnSync(electron.executable, args, { env, timeout: 20_000 });
  expect(second.status).toBe(0);
  expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
