/** The information processing fee (信息处理费): by item or by page, never both. 国办函〔2020〕109号；条例第四十二条. */

import type { Day } from './day.ts';

/** The measure is in force from this day; before it nothing was charged under 条例第四十二条. */
export const FEE_FROM = '2021-01-01' as Day;

export const FEE_BASES = ['item', 'page'] as const;
export type FeeBasis = (typeof FEE_BASES)[number];

/** The most items of a month, or pages of a request, that are reckoned; more is a slip of the pen. */
export const MOST_FEE_UNITS = 100_000;

/** Yuan for each unit up to and with `upTo`; what lies below is charged at its own rate (超额累进). */
type Band = { readonly upTo: number; readonly yuan: number };

const PAGE_BANDS: readonly Band[] = [
  { upTo: 30, yuan: 0 },
  { upTo: 100, yuan: 10 },
  { upTo: 200, yuan: 20 },
  { upTo: MOST_FEE_UNITS, yuan: 40 },
];

/** Items of one applicant in one calendar month: ten free, twenty at 100 yuan, then 100 more for each further ten. */
function itemBand(at: number): number {
  if (at <= 10) return 0;
  return at <= 30 ? 100 : 100 * (Math.ceil((at - 30) / 10) + 1);
}

/** What the n-th item of an applicant's month costs; the items before it were charged with their own requests. */
export function itemFee(nthOfMonth: number): number {
  requireUnits(nthOfMonth);
  return nthOfMonth === 0 ? 0 : itemBand(nthOfMonth);
}

/** What all pages of one request cost; pages of several requests are not added up. */
export function pageFee(pages: number): number {
  requireUnits(pages);
  let below = 0;
  let yuan = 0;
  for (const band of PAGE_BANDS) {
    yuan += Math.max(0, Math.min(pages, band.upTo) - below) * band.yuan;
    below = band.upTo;
  }
  return yuan;
}

/** In yuan; `count` is the item's place in the applicant's month, or the pages of the request. */
export function requestFee(basis: FeeBasis, count: number): number {
  return basis === 'item' ? itemFee(count) : pageFee(count);
}

function requireUnits(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0 || count > MOST_FEE_UNITS)
    throw new RangeError('items and pages are whole numbers');
}
