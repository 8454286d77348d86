/** What a person would notice on a page without being able to name it: complaints, clipped words, barriers. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

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

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type Violation = { id: string; nodes: { html: string; failureSummary: string }[] };

/** What axe finds, one line for each rule with the first element that breaks it. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} (${nodes[0]?.failureSummary})`);
}

/** Codes that the page shows in the place of words: a term without wording stands there as its own key. */
export function wordlessCodes(page: Page): Promise<readonly string[]> {
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
export function clippedWords(page: Page): Promise<readonly string[]> {
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
