/** How the built window is served, in the desktop and on loopback alike. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../electron/site/site.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-site-'));
let site: Site;

beforeAll(() => {
  const inside = path.join(folder, 'renderer');
  fs.mkdirSync(path.join(inside, 'assets'), { recursive: true });
  fs.writeFileSync(path.join(inside, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  fs.writeFileSync(path.join(inside, 'assets', 'index-a1.js'), 'x');
  fs.writeFileSync(path.join(inside, 'notes.exe'), 'x');
  fs.writeFileSync(path.join(folder, 'secret.json'), 'secret');
  site = openSite(inside);
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('each load of the page has a nonce of its own, in the page and in its policy', async () => {
  const nonces = new Set<string>();
  for (const pathname of ['/', '/index.html', '/documents/0190']) {
    const { status, headers, body } = await site.answer(pathname);
    const nonce = /content="([^"]+)"/.exec(new TextDecoder().decode(body))?.[1] ?? '';
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(headers['cache-control']).toBe('no-store');
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test('the policy allows nothing by default and no code out of text', async () => {
  const { headers } = await site.answer('/');
  const policy = headers['content-security-policy'];
  expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('hashed files may be kept, others not', async () => {
  const { headers } = await site.answer('/assets/index-a1.js');
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
});

test.each([
  '/../secret.json',
  '/%2e%2e/secret.json',
  '/..%2fsecret.json',
  '/assets/..%5c..%5csecret.json',
  '/%00/index.html',
  '/%E0%A4%A.html',
  'index.html',
  '/notes.exe',
  '/missing.js',
  '//etc/passwd.json',
])('%s is not found, and even that answer carries the policy', async (pathname) => {
  const { status, headers, body } = await site.answer(pathname);
  expect(status).toBe(404);
  expect(body.byteLength).toBe(0);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
});
