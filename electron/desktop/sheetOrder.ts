/** What the program and the hidden page that lays out sheets say to each other; both ends of one port, nobody else. */
import type { PageRange } from './bridge.ts';

/** The message that brings the page its port. */
export const SHEETS_PORT = 'sheets-port';

export type SheetOrder = {
  /** Name of the job in the printer's queue. */
  readonly title: string;
  readonly bytes: Uint8Array;
  /** None = all pages. */
  readonly pages: readonly PageRange[];
  /** More pages than this are not begun. */
  readonly mostPages: number;
};

export type SheetNews =
  | { readonly kind: 'drawn'; readonly drawn: number; readonly of: number }
  /** Every page asked for lies on a sheet of this size, in points. */
  | { readonly kind: 'laid'; readonly widthPt: number; readonly heightPt: number; readonly sheets: number }
  | { readonly kind: 'tooMany'; readonly pages: number }
  | { readonly kind: 'failed'; readonly message: string };

const LARGEST_SIDE_PT = 14_400;
const LONGEST_MESSAGE = 1000;

/** The page reads a file from outside, so what it says is looked at before it is believed. */
export function isSheetNews(value: unknown): value is SheetNews {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, drawn, of, widthPt, heightPt, sheets, pages, message } = value as Record<string, unknown>;
  if (kind === 'drawn') return isCount(of) && isCount(drawn) && drawn <= of;
  if (kind === 'laid') return isSide(widthPt) && isSide(heightPt) && isCount(sheets);
  if (kind === 'tooMany') return isCount(pages);
  return kind === 'failed' && typeof message === 'string' && message.length <= LONGEST_MESSAGE;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1;
}

function isSide(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value <= LARGEST_SIDE_PT;
}
