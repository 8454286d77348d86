/** Code 128 (ISO/IEC 15417): printable ASCII as bars; runs of digits take half the room. For labels and their readers. */

import type { Sheet } from './sheet.ts';

/** Widths of bar, space, bar, space, bar, space by value; the last one is the stop, with a bar more. */
const PATTERNS =
  (
    '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221' +
    '223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321' +
    '112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131' +
    '311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114' +
    '122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141' +
    '214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232'
  ).match(/.{6}/g) ?? [];
const STOP = '2331112';

const [START_B, START_C, TO_C, TO_B] = [104, 105, 99, 100];

/** Widths in modules of bars and spaces by turns, beginning with a bar. Throws a `RangeError` for anything but printable ASCII. */
export function code128(text: string): readonly number[] {
  if (!/^[ -~]+$/.test(text)) throw new RangeError('Code 128 holds printable ASCII only');
  const values = valuesOf(text);
  const check = values.reduce((sum, value, index) => sum + value * Math.max(1, index), 0) % 103;
  return [...[...values, check].map((value) => PATTERNS[value] ?? '').join(''), ...STOP].map(Number);
}

/** Pairs of digits where at least four stand together. */
function valuesOf(text: string): readonly number[] {
  const values: number[] = [];
  let isPairs: boolean | undefined;
  for (const part of text.match(/(?:\d\d){2,}|./g) ?? []) {
    const isNowPairs = part.length >= 4;
    if (isNowPairs !== isPairs) {
      if (isPairs === undefined) values.push(isNowPairs ? START_C : START_B);
      else values.push(isNowPairs ? TO_C : TO_B);
      isPairs = isNowPairs;
    }
    if (isNowPairs) values.push(...(part.match(/\d\d/g) ?? []).map(Number));
    else values.push(part.charCodeAt(0) - 32);
  }
  return values;
}

export type BarPlace = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Draws the bars within `width` points and answers the width they have; ten modules on either side have to stay free. */
export function drawCode128(sheet: Sheet, text: string, place: BarPlace, alternative: string): number {
  const widths = code128(text);
  const count = widths.reduce((sum, width) => sum + width, 0);
  const module = Math.floor((place.width / count) * 10) / 10;
  let x = Math.round(place.x * 10) / 10;
  const boxes = widths.flatMap((modules, index) => {
    const box = { x, y: place.y, width: modules * module, height: place.height };
    x += modules * module;
    return index % 2 === 0 ? [box] : [];
  });
  sheet.tag('Figure', () => sheet.fill(boxes), { alternative });
  return count * module;
}
