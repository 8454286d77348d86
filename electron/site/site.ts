/** Answers requests for the built window out of one folder: known file types only, never a path outside of it. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { securityHeaders } from './contentSecurity.ts';

export type SiteAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
};

export type Site = {
  /** `pathname` as it stands in the address: percent-encoded, beginning with a slash, without the query. */
  readonly answer: (pathname: string) => Promise<SiteAnswer>;
};

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.bcmap': 'application/octet-stream',
  '.wasm': 'application/wasm',
};
const NONCE_PLACEHOLDER = '__CSP_NONCE__';
const PAGE = 'index.html';

export function openSite(folder: string): Site {
  return {
    answer: async (pathname) => {
      const nonce = randomBytes(16).toString('base64');
      const file = fileFor(folder, pathname);
      const body = file && (await readFile(file).catch(() => undefined));
      if (!file || !body) return { status: 404, headers: plainHeaders(nonce), body: new Uint8Array() };
      const isPage = file.endsWith('.html');
      return {
        status: 200,
        headers: {
          ...securityHeaders(nonce),
          'content-type': CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream',
          'cache-control': isHashed(file) ? 'public, max-age=31536000, immutable' : 'no-store',
        },
        body: isPage ? pageWithNonce(body, nonce) : new Uint8Array(body),
      };
    },
  };
}

function plainHeaders(nonce: string): Record<string, string> {
  return { ...securityHeaders(nonce), 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
}

/** The file an address means; a path without extension is a screen of the window, so it means the page itself. */
function fileFor(folder: string, pathname: string): string | undefined {
  const decoded = decode(pathname);
  if (decoded === undefined || !decoded.startsWith('/') || /[\\\0]/.test(decoded)) return undefined;
  if (decoded.split('/').includes('..')) return undefined;
  const extension = path.posix.extname(decoded);
  if (extension === '') return path.join(folder, PAGE);
  if (!(extension in CONTENT_TYPES)) return undefined;
  const file = path.join(folder, decoded);
  return file.startsWith(path.join(folder, path.sep)) ? file : undefined;
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** The bundler puts a content hash into the names under `assets`. */
function isHashed(file: string): boolean {
  return path.basename(path.dirname(file)) === 'assets';
}

function pageWithNonce(page: Buffer, nonce: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(page.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce));
}
