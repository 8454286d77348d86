/** What a person would notice on a page without being able to name it: complaints, barriers, codes, clipped words. */

import path from 'node:path';
import type { Page } from 'playwright-core';
import { barriers } from '../barriers.ts';
import { settled } from './settled.ts';

const screens = path.resolve(import.meta.dirname, '../../out/screens');

/** All of it on the page as it stands, in usual and in larger letters; of what was found a picture is kept. */
export async function look(page: Page, name: string): Promise<readonly string[]> {
  await settled(page);
  const found = [
    ...(await barriers(page)).map((barrier) => `${name} barrier ${barrier}`),
    ...(await wordlessCodes(page)).map((code) => `${name} shows ${code}`),
  ];
  if (found.length > 0) await picture(page, name);
  for (const zoom of [125, 100]) {
    await setZoom(page, zoom);
    await settled(page);
    const clipped = await clippedWords(page);
    if (clipped.length > 0) await picture(page, `${name}-${zoom}`);
    found.push(...clipped.map((words) => `${name} at ${zoom} % clips ${words}`));
  }
  return found;
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(screens, `${name}.png`) });
}

async function setZoom(page: Page, percent: number): Promise<void> {
  await page.evaluate((zoom) => {
    document.documentElement.style.zoom = `${zoom}%`;
  }, percent);
}

/** Errors of the page, breaches of its policy and failed requests, from now on. */
export async function collectComplaints(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  await page.exposeFunction('complain', (breach: string) => complaints.push(breach));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { complain } = window as unknown as { complain: (breach: string) => void };
      complain(`policy ${violatedDirective}: ${blockedURI}`);
    });
  });
  return complaints;
}

/** Codes that the page shows in the place of words: a term without wording stands there as its own key. */
function wordlessCodes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const words = texts.currentNode.textContent?.trim() ?? '';
      const isWritten = texts.currentNode.parentElement?.closest('script, style, code, td') === null;
      const isFile = /\.(?:csv|xlsx|pdf|ttf)$/.test(words);
      if (isWritten && !isFile && /^[a-z][A-Za-z]*(\.[a-z][A-Za-z0-9]*)+$/.test(words)) found.push(words);
    }
    return found;
  });
}

/**
 * Words that the page holds and does not show: cut by their own box, by a box around them that does not scroll, or
 * beyond the window. An ellipsis is meant where the whole text stands in a title.
 */
function clippedWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const tolerance = 2;
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const words = ownWords(element);
      if (words === '' || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest('.offscreen, .skip, [aria-hidden=true], option, [title], dialog:not([open])')) continue;
      const box = element.getBoundingClientRect();
      const isCutByItself =
        getComputedStyle(element).overflowX !== 'visible' &&
        !scrolls(element) &&
        element.scrollWidth > element.clientWidth + tolerance;
      if (isCutByItself || isCutAround(element, box) || runsOut(element, box))
        found.push(`${element.className || element.tagName}: ${words}`);
    }
    return found;

    /** Words that run out of their cell or button lie over what stands beside it. */
    function runsOut(element: HTMLElement, box: DOMRect): boolean {
      const edge = element.closest('td, th, button')?.getBoundingClientRect();
      return edge !== undefined && (box.right > edge.right + tolerance || box.left < edge.left - tolerance);
    }

    function ownWords(element: HTMLElement): string {
      if (element instanceof HTMLInputElement) return element.type === 'text' ? element.value : '';
      const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      return texts
        .map((node) => node.textContent ?? '')
        .join('')
        .trim();
    }

    function scrolls(element: Element): boolean {
      return /auto|scroll/.test(getComputedStyle(element).overflowX);
    }

    function isCutAround(element: HTMLElement, box: DOMRect): boolean {
      for (let around = element.parentElement; around !== null; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        if (/auto|scroll/.test(overflowX) || /auto|scroll/.test(overflowY)) return false;
        const edge = around.getBoundingClientRect();
        const isBeside = box.right > edge.right + tolerance || box.left < edge.left - tolerance;
        const isBelow = box.bottom > edge.bottom + tolerance || box.top < edge.top - tolerance;
        if ((overflowX === 'hidden' && isBeside) || (overflowY === 'hidden' && isBelow)) return true;
      }
      return box.right > window.innerWidth + tolerance || box.left < -tolerance;
    }
  });
}
