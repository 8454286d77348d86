/** When a page has read all that it shows: going to a room does not tell, its pages read piece by piece. */

import type { Page, Request } from 'playwright-core';

const onTheirWay = new WeakMap<Page, Set<Request>>();

export function watchRequests(page: Page): void {
  const requests = new Set<Request>();
  onTheirWay.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/** For two frames in a row nothing is on its way and nothing is shown as loading. */
export async function settled(page: Page): Promise<void> {
  for (let quietFrames = 0; quietFrames < 2; ) {
    const isLoading = await page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      return document.querySelector('.ant-spin, [aria-busy=true]') !== null;
    });
    quietFrames = isLoading || onTheirWay.get(page)?.size ? 0 : quietFrames + 1;
  }
}
