/** Draws a count into the corner of the tray picture, digit by digit, since trays have no text of their own. */
import { type NativeImage, nativeImage } from 'electron';

/** Each digit is three columns by five rows, row after row. */
const DIGITS: readonly string[] = [
  '111101101101111',
  '010110010010111',
  '111001111100111',
  '111001111001111',
  '101101111001001',
  '111100111001111',
  '111100111101111',
  '111001001001001',
  '111101111101111',
  '111101111001111',
];
const LARGEST_SHOWN = 99;
const SCALE = 2;
const GLYPH = { width: 3, height: 5 };
/** Blue, green, red, opaque: the order in which Electron's bitmaps are kept on the platforms we build for. */
const VERMILION = [0x2b, 0x3a, 0xc8, 0xff];
const WHITE = [0xff, 0xff, 0xff, 0xff];

export function withCount(base: NativeImage, count: number): NativeImage {
  if (count === 0) return base;
  const { width, height } = base.getSize();
  const bitmap = Buffer.from(base.toBitmap());
  const digits = String(Math.min(count, LARGEST_SHOWN));
  const boxWidth = (digits.length * (GLYPH.width + 1) + 1) * SCALE;
  const boxHeight = (GLYPH.height + 2) * SCALE;
  const left = Math.max(0, width - boxWidth);
  const top = Math.max(0, height - boxHeight);
  const paint = (x: number, y: number, colour: readonly number[]) => {
    if (x < width && y < height) bitmap.set(colour, (y * width + x) * 4);
  };
  for (let y = 0; y < boxHeight; y += 1) {
    for (let x = 0; x < boxWidth; x += 1) {
      const isInk = inkAt(digits, Math.floor(x / SCALE) - 1, Math.floor(y / SCALE) - 1);
      paint(left + x, top + y, isInk ? WHITE : VERMILION);
    }
  }
  return nativeImage.createFromBitmap(bitmap, { width, height });
}

function inkAt(digits: string, column: number, row: number): boolean {
  const index = Math.floor(column / (GLYPH.width + 1));
  const within = column - index * (GLYPH.width + 1);
  if (column < 0 || within >= GLYPH.width || row < 0 || row >= GLYPH.height) return false;
  return DIGITS[Number(digits[index])]?.[row * GLYPH.width + within] === '1';
}
