/** Signs that no face draws: invisible characters, ballot boxes, and the code of a character that is missing. */

import { SIGN_CODES, signMap } from './codes.ts';
import { isDrawn, isInvisible } from './fonts.ts';
import { type PdfFile, ref } from './pdfFile.ts';

const SIGNS_A_FONT = SIGN_CODES.length;
const EM = 1000;
const TAB_WIDTH = 500;

/** In thousandths of an em. */
export function signWidth(character: string): number {
  if (character === '\t') return TAB_WIDTH;
  return isInvisible(character) ? 0 : EM;
}

type Stroke = readonly [fromX: number, fromY: number, toX: number, toY: number];

/** Seven segments, numbered as on a display: top, upper right, lower right, bottom, lower left, upper left, middle. */
const SEGMENTS: readonly Stroke[] = [
  [0, 2, 1, 2],
  [1, 2, 1, 1],
  [1, 1, 1, 0],
  [1, 0, 0, 0],
  [0, 0, 0, 1],
  [0, 1, 0, 2],
  [0, 1, 1, 1],
];
const LIT: Readonly<Record<string, string>> = {
  0: '012345',
  1: '12',
  2: '01346',
  3: '01236',
  4: '1256',
  5: '02356',
  6: '023456',
  7: '012',
  8: '0123456',
  9: '012356',
  A: '012456',
  B: '23456',
  C: '0345',
  D: '12346',
  E: '03456',
  F: '0456',
};

/** A frame with the code in two rows of up to three digits, so that a reader can look the character up. */
function codePicture(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const perRow = code.length > 4 ? 3 : 2;
  const rows = [code.slice(0, perRow), code.slice(perRow)];
  const strokes = rows.flatMap((row, rowIndex) =>
    [...row].flatMap((digit, column) => {
      const pitch = 780 / perRow;
      const [left, bottom, width, height] = [130 + column * pitch, rowIndex === 0 ? 420 : 20, pitch * 0.62, 140];
      return [...(LIT[digit] ?? '')].map((segment) => {
        const [fromX, fromY, toX, toY] = SEGMENTS[Number(segment)] ?? [0, 0, 0, 0];
        const point = (x: number, y: number) => `${Math.round(left + x * width)} ${Math.round(bottom + y * height)}`;
        return `${point(fromX, fromY)} m ${point(toX, toY)} l`;
      });
    }),
  );
  return `30 w 50 -80 900 880 re S 44 w 1 J ${strokes.join(' ')} S`;
}

function picture(character: string): string {
  if (isInvisible(character)) return '';
  if (!isDrawn(character)) return codePicture(character);
  const box = '56 w 120 -20 760 760 re S';
  return character === '☑' ? `${box} 84 w 1 j 270 350 m 440 170 l 740 590 l S` : box;
}

/** Fonts whose glyphs are pictures; characters keep their place in the text layer although they show nothing. */
export function embedSigns(file: PdfFile, fonts: readonly number[], characters: readonly string[]): void {
  fonts.forEach((font, index) => {
    const part = characters.slice(index * SIGNS_A_FONT, (index + 1) * SIGNS_A_FONT);
    const codes = part.map((_, sign) => SIGN_CODES[sign] ?? 0);
    const pictures = part.map((character) => {
      const width = signWidth(character);
      return file.stream('', `${width} 0 0 -120 ${width} 880 d1 ${picture(character)}`);
    });
    const [first = 0, last = 0] = [codes[0], codes.at(-1)];
    const widths = Array.from({ length: last - first + 1 }, (_, at) => {
      const character = part[codes.indexOf(first + at)];
      return character === undefined ? 0 : signWidth(character);
    });
    const toUnicode = file.stream('', signMap(part));
    file.object(
      `<</Type/Font/Subtype/Type3/FontBBox[0 -120 ${EM} 880]/FontMatrix[.001 0 0 .001 0 0]` +
        `/CharProcs<<${pictures.map((number, sign) => `/s${sign} ${ref(number)}`).join('')}>>` +
        `/Encoding<</Type/Encoding/Differences[${codes.map((code, sign) => `${code}/s${sign}`).join(' ')}]>>` +
        `/FirstChar ${first}/LastChar ${last}/Widths[${widths.join(' ')}]/Resources<<>>/ToUnicode ${ref(toUnicode)}>>`,
      font,
    );
  });
}

/** Which of the sign fonts holds the n-th sign, and under which code. */
export function signPlace(index: number): { readonly font: number; readonly code: number } {
  return { font: Math.floor(index / SIGNS_A_FONT), code: SIGN_CODES[index % SIGNS_A_FONT] ?? 0 };
}
