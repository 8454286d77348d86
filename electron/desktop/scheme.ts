/** The program's own addresses, answered from the built files; `file://` is never used. */
import { protocol, type Session } from 'electron';
import type { Site } from '../site/site.ts';

const SCHEME = 'app';
/** The window lives at one host; the page that lays out sheets lives at another, and is nobody to the window's services. */
export type Host = 'main' | 'sheets';
export const HOME = `${SCHEME}://main/`;
export const SHEETS_PAGE = `${SCHEME}://sheets/sheets.html`;

/** Must run before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Scheme and host are compared one by one: the origin of a custom scheme reads 'null' in Node. */
export function isOurs(address: string, host: Host = 'main'): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${SCHEME}:` && url.host === host;
}

export function answerScheme(session: Session, site: Site, host: Host = 'main'): void {
  session.protocol.handle(SCHEME, async (request) => {
    const isAllowed = isOurs(request.url, host) && request.method === 'GET';
    const { status, headers, body } = await site.answer(isAllowed ? new URL(request.url).pathname : '/..');
    return new Response(body, { status, headers });
  });
}
