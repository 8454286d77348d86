/** The sheet that the pages of a paper have, whichever way they lie. */

import type { PrintedSize } from '../../../electron/desktop/bridge.ts';

const POINTS = { A4: [595, 842], A3: [842, 1191] } as const;
const TOLERANCE = 3;

export function printedSize({
  widthPt,
  heightPt,
}: {
  readonly widthPt: number;
  readonly heightPt: number;
}): PrintedSize {
  const sides = [widthPt, heightPt].toSorted((a, b) => a - b);
  const isSize = (size: keyof typeof POINTS) =>
    POINTS[size].every((points, side) => Math.abs(points - (sides[side] ?? 0)) <= TOLERANCE);
  if (isSize('A4')) return 'A4';
  return isSize('A3') ? 'A3' : '';
}
