/** The loopback door opens for one browser per invitation, to nobody else on the machine, and to no page elsewhere. */

import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCESS, type Access } from '../../electron/engine/access.ts';
import { type Service, serve } from '../../electron/serve.ts';
import { outcomeOf, PROCEDURES, procedureOf } from '../engine/answers.ts';
import { makeWorld, PASSWORD, temporaryFolder, type World } from '../world.ts';
import { admitted } from './doors.ts';

let world: World;
let service: Service;
let cookie: string;
let siteFolder: string;

beforeAll(async () => {
  world = await makeWorld();
  siteFolder = temporaryFolder();
  fs.mkdirSync(path.join(siteFolder, 'assets'));
  fs.writeFileSync(
    path.join(siteFolder, 'index.html'),
    '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__">',
  );
  fs.writeFileSync(path.join(siteFolder, 'assets', 'main-abc.js'), 'export {};');
  fs.writeFileSync(path.join(siteFolder, '..', 'outside.html'), 'outside');
  service = await serve(world.engine, { port: 0, siteFolder });
  cookie = (await admitted(service)).cookie;
});
afterAll(async () => {
  await service.close();
  world.close();
  fs.rmSync(siteFolder, { recursive: true });
});

type Sent = {
  method?: string;
  path?: string;
  headers?: Record<string, string | number>;
  body?: string | Buffer;
};

/** Sent as it is, unlike by fetch, which keeps some headers to itself. */
function send({ method = 'GET', path: target = '/', headers = {}, body }: Sent = {}): Promise<{
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}> {
  const { hostname, port } = new URL(service.address);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method, path: target, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

function call(procedure: string, headers: Record<string, string | number> = {}, body = '{}') {
  return send({
    method: 'POST',
    path: `/rpc/${procedure.replace('.', '/')}`,
    headers: { cookie, origin: service.address, 'content-type': 'application/json', ...headers },
    body,
  });
}

describe('who may come in', () => {
  test('someone without an invitation is told in both languages how to get one', async () => {
    for (const target of ['/', '/index.html', '/assets/main-abc.js', '/rpc/registry/state', '/nothing']) {
      const { status, text } = await send({ path: target });
      expect(status).toBe(401);
      expect(text).toMatch(/请用程序给出的地址打开[\s\S]*Open the address/);
      expect(text).not.toContain('csp-nonce');
    }
  });
  test('an invitation lets one browser in, once', async () => {
    const { pathname, search } = new URL(service.invite());
    const first = await send({ path: pathname + search });
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['set-cookie']?.[0]).toMatch(
      /^registry-seat-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect((await send({ path: pathname + search })).status).toBe(401);
  });
  test('a made-up invitation or cookie lets nobody in', async () => {
    expect((await send({ path: `/?token=${'a'.repeat(43)}` })).status).toBe(401);
    expect((await send({ path: '/?token=' })).status).toBe(401);
    const name = cookie.split('=')[0];
    expect((await send({ headers: { cookie: `${name}=${'a'.repeat(43)}` } })).status).toBe(401);
    expect((await send({ headers: { cookie: `${name}=` } })).status).toBe(401);
  });
  test('two browsers have two seats', async () => {
    const one = await admitted(service);
    const other = await admitted(service);
    await one.client.people.signIn({ login: 'clerk', password: PASSWORD });
    expect((await one.client.people.session()).actor?.login).toBe('clerk');
    expect((await other.client.people.session()).actor).toBeNull();
  });
  test('it listens on loopback only', async () => {
    expect(new URL(service.address).hostname).toBe('127.0.0.1');
    const { port } = new URL(service.address);
    const outcome = await new Promise((resolve) => {
      const socket = net.connect({ host: '127.0.0.2', port: Number(port) });
      socket.once('connect', () => resolve('connected')).once('error', () => resolve('refused'));
    });
    expect(outcome).toBe('refused');
  });
});

describe('a page elsewhere', () => {
  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1', '127.0.0.1:1'])(
    'that names us as %s is not answered',
    async (host) => {
      expect((await send({ headers: { host, cookie } })).status).toBeGreaterThanOrEqual(400);
      expect((await call('registry.state', { host })).status).toBeGreaterThanOrEqual(400);
    },
  );
  test.each(['http://evil.example', 'null', 'http://127.0.0.1', 'https://127.0.0.1'])(
    'cannot call from %s',
    async (origin) => {
      expect((await call('registry.state', { origin })).status).toBe(403);
    },
  );
  test('cannot call without saying where it is', async () => {
    const answer = await send({ method: 'POST', path: '/rpc/registry/state', headers: { cookie }, body: '{}' });
    expect(answer.status).toBe(403);
  });
  test('cannot call by an address that it only has to be made to open', async () => {
    expect((await send({ path: '/rpc/registry/state?data={}', headers: { cookie } })).status).toBe(405);
  });
});

describe('what may be sent', () => {
  test('a call is answered', async () => {
    const { status, text } = await call('registry.state');
    expect(status).toBe(200);
    expect(JSON.parse(text).json.status).toBe('ready');
  });
  test('a body that does not say its length is not read', async () => {
    const answer = await call('registry.state', { 'transfer-encoding': 'chunked' });
    expect(answer.status).toBe(411);
  });
  test('a body of more than 42 MB is not read', async () => {
    const { hostname, port } = new URL(service.address);
    const head = [
      'POST /rpc/registry/state HTTP/1.1',
      `host: ${new URL(service.address).host}`,
      `cookie: ${cookie}`,
      `origin: ${service.address}`,
      `content-length: ${43 * 1024 * 1024}`,
    ];
    const answer = await new Promise<string>((resolve) => {
      const socket = net.connect({ host: hostname, port: Number(port) }, () =>
        socket.write(`${head.join('\r\n')}\r\n\r\n`),
      );
      socket.once('data', (data) => resolve(String(data)));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });
  test.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('%s is not understood', async (method) => {
    expect((await send({ method, headers: { cookie, 'content-length': 0 } })).status).toBe(405);
  });
  test('a procedure that does not exist is not found, and nothing of the program shows', async () => {
    const { status, text } = await call('registry.everything');
    expect(status).toBe(404);
    expect(text).not.toMatch(/electron|node_modules|\.ts/);
  });
  test.each(['{', '[]', '"text"', '{"json":{"__proto__":{"polluted":1}}}', '{"json":{"login":{},"password":[]}}'])(
    'a body of %s is refused and harms nothing',
    async (body) => {
      const { status, text } = await call('people.signIn', {}, body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toMatch(/electron|node_modules|\.ts|SQLITE/);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect((await call('registry.state')).status).toBe(200);
    },
  );
});

describe('the page', () => {
  test('carries strict headers and a nonce of its own at each load', async () => {
    const one = await send({ headers: { cookie } });
    const other = await send({ headers: { cookie } });
    expect(one.status).toBe(200);
    const nonceOf = ({ text }: { text: string }) => /content="([^"]+)"/.exec(text)?.[1];
    expect(one.headers['content-security-policy']).toContain(`'nonce-${nonceOf(one)}'`);
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(one.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
  test.each(['/', '/assets/main-abc.js', '/rpc/registry/state', '/nothing.js', '/?token=no'])(
    'and every other answer (%s) says that it may not be framed, sniffed or scripted from elsewhere',
    async (target) => {
      const seats: readonly Record<string, string>[] = [{}, { cookie }];
      for (const headers of seats) {
        const answer = await send({ path: target, headers });
        expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
        expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      }
    },
  );
  test.each([
    '/../outside.html',
    '/..%2foutside.html',
    '/%2e%2e/outside.html',
    '/assets/..%2f..%2foutside.html',
    '/%00',
  ])('never comes from outside its folder: %s', async (target) => {
    const { text } = await send({ path: target, headers: { cookie } });
    expect(text).not.toBe('outside');
  });
});

describe('every procedure by HTTP', () => {
  test.each(PROCEDURES)('%s is as closed as in process', async (procedure) => {
    const access = (ACCESS as Record<string, Access>)[procedure];
    const stranger = await admitted(service);
    const outcome = await outcomeOf(procedureOf(stranger.client, procedure)({}));
    if (access === 'anyone') expect(outcome).not.toBe('SIGN_IN');
    else expect(outcome).toBe('SIGN_IN');
  });
  test('and for someone without a role', async () => {
    const { client } = await admitted(service);
    await client.people.signIn({ login: 'nobody', password: PASSWORD });
    for (const procedure of PROCEDURES) {
      const access = (ACCESS as Record<string, Access>)[procedure];
      if (typeof access === 'string') continue;
      expect([procedure, await outcomeOf(procedureOf(client, procedure)({}))]).toEqual([procedure, 'NOT_ALLOWED']);
    }
  });
});

test('a browser that goes away in the middle of long work does not stop the others', async () => {
  const { client } = await admitted(service);
  await client.people.signIn({ login: 'clerk', password: PASSWORD });
  const { hostname, port } = new URL(service.address);
  const body = JSON.stringify({
    json: { preset: 'full', language: 'zh', filter: {}, sort: { by: 'title', direction: 'asc' }, period: '' },
  });
  for (let times = 0; times < 5; times++) {
    await new Promise<void>((resolve) => {
      const head = `POST /rpc/ledgers/compose HTTP/1.1\r\nhost: ${new URL(service.address).host}\r\ncookie: ${cookie}\r\norigin: ${service.address}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
      const socket = net.connect({ host: hostname, port: Number(port) }, () => {
        socket.write(head);
        setTimeout(() => {
          socket.destroy();
          resolve();
        }, 5);
      });
    });
  }
  expect((await client.people.session()).actor?.login).toBe('clerk');
});

test('two services in one program do not share seats', async () => {
  const second = await serve(world.engine, { port: 0, siteFolder });
  const answer = await fetch(second.address, { headers: { cookie } });
  expect(answer.status).toBe(401);
  await second.close();
});
