/** How a figure is typed, kept and written: whole numbers; amounts in 万元, kept in fen (分). */

import type { FigureKind } from './layout.ts';

const FEN_PER_TEN_THOUSAND = 1_000_000;
/** Keeps every sum of a report within exact whole numbers. */
const LARGEST = 1_000_000_000_000;

const TYPED: Readonly<Record<FigureKind, RegExp>> = {
  count: /^\d{1,12}$/,
  change: /^[+-]?\d{1,12}$/,
  money: /^\d{1,9}(?:\.\d{1,6})?$/,
};

/** What was typed as the figure that is kept; undefined where it is none: nothing is guessed. */
export function readFigure(text: string, kind: FigureKind): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/gu, '').replace(/−/gu, '-');
  if (!TYPED[kind].test(plain)) return undefined;
  if (kind !== 'money') return Number(plain) + 0;
  const [whole = '', fraction = ''] = plain.split('.');
  return Number(whole) * FEN_PER_TEN_THOUSAND + Number(fraction.padEnd(6, '0'));
}

/** Nought is written 0, never left blank; an amount without the noughts at its end. */
export function writeFigure(value: number, kind: FigureKind): string {
  if (kind !== 'money') return String(value);
  const fraction = String(value % FEN_PER_TEN_THOUSAND)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const whole = String(Math.floor(value / FEN_PER_TEN_THOUSAND));
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

export function isFigure(value: number, kind: FigureKind): boolean {
  return Number.isSafeInteger(value) && Math.abs(value) <= LARGEST && (value >= 0 || kind === 'change');
}
