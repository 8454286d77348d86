/** What a page of this program cannot do, tried from inside the real window. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desktop, openDesktop } from './window.ts';

const HOME = 'app://main/';
let desktop: Desktop;

beforeAll(async () => {
  desktop = await openDesktop();
  await desktop.page.waitForLoadState('load');
});
afterAll(() => desktop.close());

describe('the page', () => {
  test('has the settings of a sandboxed window', async () => {
    const settings = await desktop.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    const isOn = (name: string) => settings[name] === true;
    expect(['contextIsolation', 'sandbox', 'webSecurity'].filter((name) => !isOn(name))).toEqual([]);
    const forbidden = [
      'nodeIntegration',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'webviewTag',
      'plugins',
      'spellcheck',
      'navigateOnDragDrop',
    ];
    expect(forbidden.filter(isOn)).toEqual([]);
  });

  test('sees nothing of Node and only the named services of the desktop', async () => {
    const seen = await desktop.page.evaluate(() => {
      const world = globalThis as unknown as Record<string, unknown>;
      return {
        node: ['require', 'process', 'module', 'Buffer', 'global'].map((name) => typeof world[name]),
        services: Object.keys(window.desktop ?? {}).sort(),
        isFrozen: Object.isFrozen(window.desktop),
      };
    });
    expect(seen).toEqual({
      node: Array(5).fill('undefined'),
      services: [
        'appInfo',
        'initial',
        'onCommand',
        'onLanguage',
        'onPrintProgress',
        'onScreenLocked',
        'onZoom',
        'openFile',
        'openWritten',
        'printPaper',
        'printers',
        'saveFile',
        'setLanguage',
        'setZoom',
        'stopPrinting',
      ],
      isFrozen: true,
    });
  });

  test('may not make code out of text, load foreign things or run scripts written into it', async () => {
    const breaches = await desktop.page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      const add = (tag: string, attributes: Record<string, string>, text = '') => {
        const element = Object.assign(document.createElement(tag), { textContent: text });
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        document.body.append(element);
        return element;
      };
      const added = [
        add('script', {}, 'window.wasRun = true'),
        add('style', {}, 'body { outline: 9px solid red }'),
        add('img', { src: 'https://example.invalid/a.png' }),
        add('iframe', { src: 'https://example.invalid/' }),
        add('object', { data: 'app://main/index.html' }),
      ];
      await fetch('https://example.invalid/').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 500));
      for (const element of added) element.remove();
      return { kinds: [...new Set(seen)].sort(), wasRun: 'wasRun' in window };
    });
    expect(breaches).toEqual({
      kinds: ['connect-src', 'frame-src', 'img-src', 'object-src', 'script-src-elem', 'style-src-elem'],
      wasRun: false,
    });
  });

  test('may not evaluate text', async () => {
    const outcome = await desktop.page.evaluate(async () => {
      const world = window as unknown as { wasRun?: boolean };
      let wasRefused = false;
      // A moment later, since what the test itself evaluates is not bound by the page's policy.
      setTimeout(() => {
        try {
          new Function('window.wasRun = true')();
        } catch {
          wasRefused = true;
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { wasRefused, wasRun: world.wasRun === true };
    });
    expect(outcome).toEqual({ wasRefused: true, wasRun: false });
  });

  test('may reach no other origin, no file and nothing beside its own folder', async () => {
    const outcomes = await desktop.page.evaluate(async () => {
      const addresses = [
        'app://other/index.html',
        'file:///etc/passwd',
        '/..%2f..%2fpackage.json',
        '/%2e%2e/%2e%2e/package.json',
        '/main.js.map/../../main/main.js',
        '/unknown.exe',
      ];
      const ask = (address: string) =>
        fetch(address)
          .then(({ status }) => status)
          .catch(() => 'blocked');
      return Promise.all(addresses.map(ask));
    });
    expect(outcomes).toEqual(['blocked', 'blocked', 404, 404, 404, 404]);
  });

  test('stays where it is, whatever it tries', async () => {
    await desktop.page.evaluate(async () => {
      const targets = ['https://example.invalid/', 'file:///etc/passwd', 'data:text/html,x', 'app://other/'];
      for (const target of targets) {
        const anchor = Object.assign(document.createElement('a'), { href: target });
        document.body.append(anchor);
        anchor.click();
        anchor.remove();
        location.href = target;
      }
      const form = Object.assign(document.createElement('form'), { action: 'https://example.invalid/' });
      document.body.append(form);
      form.submit();
      form.remove();
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    expect(desktop.page.url().startsWith(HOME)).toBe(true);
  });

  test('may open no second window', async () => {
    const opened = await desktop.page.evaluate(() => {
      return ['https://example.invalid/', 'about:blank', 'file:///etc/passwd', '/'].map((target) =>
        window.open(target),
      );
    });
    expect(opened).toEqual([null, null, null, null]);
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('may ask for no device and no permission', async () => {
    const answers = await desktop.page.evaluate(async () => {
      const outcome = (promise: Promise<unknown>) => promise.then((value) => String(value)).catch(() => 'denied');
      return Promise.all([
        outcome(Notification.requestPermission()),
        outcome(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
        outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
        outcome(navigator.mediaDevices.getDisplayMedia()),
        outcome(navigator.clipboard.readText()),
      ]);
    });
    expect(answers).toEqual(['denied', 'denied', 'denied', 'denied', 'denied']);
  });

  test('downloads nothing and registers no worker that outlives it', async () => {
    const answers = await desktop.page.evaluate(async () => {
      const anchor = Object.assign(document.createElement('a'), { href: 'data:text/plain,x', download: 'x.txt' });
      document.body.append(anchor);
      anchor.click();
      anchor.remove();
      const worker = await Promise.resolve()
        .then(() => navigator.serviceWorker.register('/index.html'))
        .then(
          () => 'registered',
          () => 'denied',
        );
      await new Promise((resolve) => setTimeout(resolve, 300));
      return worker;
    });
    expect(answers).toBe('denied');
    const downloads = await desktop.app.evaluate(({ app }) => app.getPath('downloads'));
    expect(existsSync(path.join(downloads, 'x.txt'))).toBe(false);
  });

  test('is checked for spelling in no language, so that no dictionary is fetched', async () => {
    const languages = await desktop.app.evaluate(({ session }) => {
      return session.fromPartition('registry').getSpellCheckerLanguages();
    });
    expect(languages).toEqual([]);
  });
});

describe('the services', () => {
  test('refuse requests that are not of their shape', async () => {
    const answers = await desktop.page.evaluate(() => {
      const services = window.desktop as unknown as Record<string, (request: unknown) => Promise<unknown>>;
      const requests: [string, unknown][] = [
        ['saveFile', { suggestedName: 'run.exe', bytes: new Uint8Array(1) }],
        ['saveFile', { suggestedName: 'a.pdf', bytes: 'text' }],
        ['saveFile', null],
        ['openFile', 'anything'],
        ['openWritten', '/etc/passwd'],
        ['openWritten', { path: '/etc/passwd' }],
        ['setZoom', 400],
        ['setLanguage', 'fr'],
      ];
      return Promise.all(requests.map(([name, request]) => services[name]?.(request)));
    });
    const refused = (refusal: string) => ({ ok: false, refusal });
    expect(answers).toEqual([
      refused('BAD_REQUEST'),
      refused('BAD_REQUEST'),
      refused('BAD_REQUEST'),
      refused('BAD_REQUEST'),
      refused('NOT_WRITTEN_HERE'),
      refused('BAD_REQUEST'),
      refused('BAD_REQUEST'),
      refused('BAD_REQUEST'),
    ]);
  });

  test('give away nothing of Electron through their events', async () => {
    await desktop.page.evaluate(() => {
      const world = window as unknown as { received?: Promise<unknown[]> };
      world.received = new Promise((resolve) => window.desktop?.onCommand((...everything) => resolve(everything)));
    });
    await desktop.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('desktop:command', 'ledger');
    });
    const received = await desktop.page.evaluate(
      () => (window as unknown as { received: Promise<unknown[]> }).received,
    );
    expect(received).toEqual(['ledger']);
  });
});

test('no source of the window mentions a file address or a foreign host', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../renderer/index.html'), 'utf8');
  expect(page).not.toMatch(/https?:|file:/);
});
