/** The loopback door: the same router over HTTP, plus the built window, for a browser on this machine. */

import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { RPCHandler } from '@orpc/server/node';
import { defaultDataFolder } from './dataFolder.ts';
import type { Engine } from './engine/engine.ts';
import { tryToOpen } from './engine/opening.ts';
import type { Door } from './engine/procedure.ts';
import { builtResources, resourcesBeside } from './engine/resources.ts';
import { router } from './engine/router.ts';
import { startUpkeep } from './engine/upkeep.ts';
import { securityHeaders } from './site/contentSecurity.ts';
import { openSite } from './site/site.ts';
import { strangerPage } from './site/strangerPage.ts';

export type Service = {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  /** An address that opens one browser, once. */
  readonly invite: () => string;
  readonly close: () => Promise<void>;
};

const LOOPBACK = '127.0.0.1';
/** A font file with all of GB 18030 and what surrounds it; evidence files are smaller. */
const LARGEST_BODY_BYTES = 42 * 1024 * 1024;
const TOKEN_BYTES = 32;

/** `port` 0 takes a free one. `siteFolder` is the built window. */
export async function serve(
  engine: Engine,
  { port, siteFolder }: { readonly port: number; readonly siteFolder: string },
): Promise<Service> {
  const site = openSite(siteFolder);
  const handler = new RPCHandler(router, { interceptors: [wholeForms] });
  const invitations = new Set<string>();
  const seats = new Set<string>();
  let address = '';

  const server = http.createServer({ requestTimeout: 120_000, headersTimeout: 10_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      engine.logFault('serve', error);
      if (!response.headersSent) refuse(response, 500);
      else response.destroy();
    });
  });
  server.maxConnections = 128;

  /** A cookie is shared by all ports of a host, so its name carries the port. */
  const cookieName = () => `registry-seat-${new URL(address).port}`;

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    // A page elsewhere that names our address by another host must not reach us.
    if (request.headers.host !== new URL(address).host) return refuse(response, 421);
    const { pathname, searchParams } = new URL(request.url ?? '/', address);
    const invitation = searchParams.get('token');
    if (request.method === 'GET' && pathname === '/' && invitation !== null) return admit(response, invitation);
    const seat = seatIn(request.headers.cookie, cookieName());
    if (!seat || !seats.has(seat)) return turnAway(response);
    if (pathname === '/rpc' || pathname.startsWith('/rpc/')) return call(request, response, seat);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    const { status, headers, body } = await site.answer(pathname);
    response.writeHead(status, { ...headers, 'content-length': body.byteLength });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  function admit(response: http.ServerResponse, invitation: string): void {
    if (!invitations.delete(invitation)) {
      turnAway(response);
      return;
    }
    const seat = newToken();
    seats.add(seat);
    response.writeHead(303, {
      ...securityHeaders(newToken()),
      location: '/',
      'cache-control': 'no-store',
      'set-cookie': `${cookieName()}=${seat}; Path=/; HttpOnly; SameSite=Strict`,
    });
    response.end();
  }

  async function call(request: http.IncomingMessage, response: http.ServerResponse, seat: string): Promise<void> {
    if (request.method !== 'POST') return refuse(response, 405);
    if (request.headers.origin !== address) return refuse(response, 403);
    // Node holds a body to the length it announces, so the announcement is all that has to be checked.
    const bytes = Number(request.headers['content-length'] ?? Number.NaN);
    if (Number.isNaN(bytes)) return refuse(response, 411);
    if (bytes > LARGEST_BODY_BYTES) return refuse(response, 413);
    for (const [name, value] of Object.entries(securityHeaders(newToken()))) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-store');
    const context = { engine, token: seat, workstation: 'browser' };
    const { matched } = await handler.handle(request, response, { prefix: '/rpc', context });
    if (!matched) refuse(response, 404);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  address = `http://${LOOPBACK}:${(server.address() as { port: number }).port}`;

  return {
    address,
    invite: () => {
      const invitation = newToken();
      invitations.add(invitation);
      return `${address}/?token=${invitation}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answering = NonNullable<NonNullable<ConstructorParameters<typeof RPCHandler<Door>>[1]>['interceptors']>[number];

/**
 * A file goes out as a form, which the platform writes piece by piece without asking whether anyone still reads: a
 * browser that turned away meanwhile would end this process. So the form is written whole before it is sent.
 */
async function wholeForms({ next }: Parameters<Answering>[0]): ReturnType<Answering> {
  const result = await next();
  if (!result.matched || !(result.response.body instanceof FormData)) return result;
  const form = new Response(result.response.body);
  const headers = { ...result.response.headers, 'content-type': form.headers.get('content-type') ?? '' };
  const body = new Blob([await form.arrayBuffer()]).stream();
  return { ...result, response: { ...result.response, headers, body } };
}

function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

function seatIn(cookies: string | undefined, name: string): string | undefined {
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

function refuse(response: http.ServerResponse, status: number): void {
  response.writeHead(status, { ...securityHeaders(newToken()), 'cache-control': 'no-store', connection: 'close' });
  response.end();
}

function turnAway(response: http.ServerResponse): void {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(401, { ...securityHeaders(newToken()), ...headers });
  response.end(strangerPage());
}

export type ServiceOptions = {
  readonly data?: string | undefined;
  readonly port?: number | undefined;
  readonly resources?: string | undefined;
};

/** Serves until a signal ends it; prints the one address that opens it. */
export async function runService(options: ServiceOptions): Promise<void> {
  const resources = options.resources ? builtResources(options.resources) : resourcesBeside(import.meta.dirname);
  const opening = tryToOpen({ dataFolder: path.resolve(options.data ?? defaultDataFolder()), resources });
  if ('problem' in opening) {
    console.error(`${opening.problem} ${opening.cause ?? ''}`);
    process.exitCode = 1;
    return;
  }
  const upkeep = startUpkeep(opening.engine, () => undefined);
  const siteFolder = path.join(path.dirname(resources.fonts), 'renderer');
  const service = await serve(opening.engine, { port: options.port ?? 0, siteFolder });
  console.log(service.invite());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(
      signal,
      () =>
        void service
          .close()
          .then(upkeep.close)
          .then(() => process.exit()),
    );
  }
}

const program = process.argv[1];
if (program && fs.existsSync(program) && fs.realpathSync(program) === fs.realpathSync(import.meta.filename)) {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, port: { type: 'string' }, resources: { type: 'string' } },
  });
  await runService({ ...values, port: Number(values.port ?? 0) });
}
