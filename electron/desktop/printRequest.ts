/** What the window may ask to have printed: every part is checked before anything of it is used. */
import { DUPLEX_MODES, type PaperToPrint, PRINTED_SIZES, type PrintChoice } from './bridge.ts';

const LARGEST_PAPER_BYTES = 256 * 1024 * 1024;
const LONGEST_NAME = 200;
const MOST_COPIES = 99;
const MOST_RANGES = 200;
const LAST_PAGE = 999_999;
const PDF_MARK = '%PDF-';

export function isPrintChoice(value: unknown): value is PrintChoice {
  if (typeof value !== 'object' || value === null) return false;
  const { printer, duplex, isMono } = value as Record<string, unknown>;
  return isName(printer) && DUPLEX_MODES.some((mode) => mode === duplex) && typeof isMono === 'boolean';
}

export function isPaperToPrint(value: unknown): value is PaperToPrint {
  if (!isPrintChoice(value)) return false;
  const { title, bytes, copies, pages, size } = value as Record<string, unknown> & PrintChoice;
  return (
    isName(title) &&
    isPdf(bytes) &&
    isCount(copies, MOST_COPIES) &&
    PRINTED_SIZES.some((known) => known === size) &&
    Array.isArray(pages) &&
    pages.length <= MOST_RANGES &&
    pages.every(isRange)
  );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME && !/\p{Cc}/u.test(value);
}

function isPdf(value: unknown): value is Uint8Array {
  if (!(value instanceof Uint8Array) || value.length > LARGEST_PAPER_BYTES) return false;
  return new TextDecoder('latin1').decode(value.subarray(0, PDF_MARK.length)) === PDF_MARK;
}

function isCount(value: unknown, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
}

function isRange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to } = value as Record<string, unknown>;
  return isCount(from, LAST_PAGE) && isCount(to, LAST_PAGE) && from <= to;
}
