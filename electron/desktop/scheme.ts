/** The window's own address: `app://main/`, answered from the built files; `file://` is never used. */
import { protocol, type Session } from 'electron';
import type { Site } from '../site/site.ts';

const SCHEME = 'app';
const HOST = 'main';
export const HOME = `${SCHEME}://${HOST}/`;

/** Must run before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Scheme and host are compared one by one: the origin of a custom scheme reads 'null' in Node. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${SCHEME}:` && url.host === HOST;
}

export function answerScheme(session: Session, site: Site): void {
  session.protocol.handle(SCHEME, async (request) => {
    const isAllowed = isOurs(request.url) && request.method === 'GET';
    const { status, headers, body } = await site.answer(isAllowed ? new URL(request.url).pathname : '/..');
    return new Response(body, { status, headers });
  });
}
