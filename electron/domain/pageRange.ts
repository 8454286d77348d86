/** Pages to print (页码范围), as people write them: 1-3，5, 8- for the rest. */

import { type Broken, broken } from './broken.ts';

export type PageRange =
  | { readonly ok: true; readonly pages: readonly number[] }
  | { readonly ok: false; readonly broken: Broken };

const PART = /^(\d{1,6})(?:(-)(\d{1,6})?)?$/;

/** In the order written, each page once; empty means all. Refused where a page is beyond the last or a part makes no sense. */
export function readPageRange(text: string, count: number): PageRange {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[—–~～至]/gu, '-')
    .replace(/[、;；，]/gu, ',');
  if (plain === '') return { ok: true, pages: Array.from({ length: count }, (_, index) => index + 1) };
  const pages = new Set<number>();
  for (const part of plain.split(',').filter((each) => each !== '')) {
    const [, first, dash, last] = PART.exec(part) ?? [];
    if (first === undefined) return refused('pages.unreadable', { part });
    const from = Number(first);
    const to = dash === undefined ? from : last === undefined ? count : Number(last);
    if (from < 1 || to < from || to > count) return refused('pages.beyond', { part, count });
    for (let page = from; page <= to; page++) pages.add(page);
  }
  return pages.size === 0 ? refused('pages.unreadable', { part: text }) : { ok: true, pages: [...pages] };
}

/** The same pages as ranges in ascending order, as printers take them. */
export function rangesOf(pages: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const page of pages.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && page <= last.to + 1) last.to = page;
    else ranges.push({ from: page, to: page });
  }
  return ranges;
}

function refused(code: string, params: Broken['params']): PageRange {
  return { ok: false, broken: broken(code, 'pages', params) };
}
