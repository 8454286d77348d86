/** One sheet: millimetres in, content operators out. */

import { fontOf } from './codes.ts';
import type { FaceName } from './fonts.ts';
import { ARTIFACT, type MarkPlace, openMarks } from './marks.ts';
import type { Operators } from './operators.ts';
import type { Element, ElementKind, ElementOptions } from './tags.ts';
import { measureText } from './text.ts';
import type { Typesetter } from './typesetter.ts';

/** Points of 1/72 inch in a number of millimetres. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

/** Sizes in millimetres; the binding edge is the left one. */
export type SheetFormat = {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
};

const LEDGER_MARGIN = { top: 14, right: 14, bottom: 11, left: 26 } as const;
export const A4_LANDSCAPE: SheetFormat = { width: 297, height: 210, margin: LEDGER_MARGIN };
export const A3_LANDSCAPE: SheetFormat = { width: 420, height: 297, margin: LEDGER_MARGIN };
export const A4_PORTRAIT: SheetFormat = {
  width: 210,
  height: 297,
  margin: { top: 18, right: 20, bottom: 14, left: 26 },
};

export type TextStyle = {
  readonly face: FaceName;
  /** Points. */
  readonly size: number;
  /** Extra points behind each character. */
  readonly spacing?: number;
  /** 0 = black. */
  readonly grey?: number;
};

export type Align = 'left' | 'center' | 'right';

/**
 * All lengths in points, from the upper left corner, y downwards; the y of a text is its baseline.
 *
 * What is drawn is tagged for readers of the structure: `tag('H1', () => sheet.text(…))` for titles, `tag('Table', …)`
 * around `tag('TR', …)` around `tag('TD', …)` for tables. Lines, boxes and shades are artifacts by themselves; a text
 * outside any tag is a paragraph of its own. Running heads, page numbers and the like go through `artifact`.
 */
export type Sheet = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly text: (text: string, x: number, y: number, style: TextStyle, align?: Align) => void;
  readonly line: (fromX: number, fromY: number, toX: number, toY: number, weight?: number, dash?: string) => void;
  readonly box: (x: number, y: number, width: number, height: number, weight?: number) => void;
  readonly shade: (x: number, y: number, width: number, height: number, grey: number) => void;
  /** Black areas, such as the modules of a code. */
  readonly fill: (boxes: readonly SheetBox[]) => void;
  /** Horizontal rules of one length, each written as its distance from the one above. */
  readonly rules: (heights: readonly number[], fromX: number, toX: number) => void;
  /** From here on heights are rounded relative to this one: rows of one kind become equal operators, which compress well. */
  readonly setOrigin: (y: number) => void;
  /** Puts what the stamp holds on the sheet, at the place where it was drawn, or the part within a box; an artifact. */
  readonly stamp: (stamp: Stamp, within?: SheetBox) => void;
  /** What is drawn within becomes an element of this kind, a child of the one around it. */
  readonly tag: (kind: ElementKind, draw: () => void, options?: ElementOptions) => void;
  /** What is drawn within belongs to an element that goes on over sheets; see `Paper.openElement`. */
  readonly inside: (element: Element, draw: () => void) => void;
  /** What is drawn within is not read: running heads, page numbers, notes repeated on every sheet. */
  readonly artifact: (draw: () => void) => void;
  /** A place in the outline, by which long papers are leafed through. */
  readonly outline: (title: string, y: number) => void;
};

export type SheetBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type OutlinePlace = { readonly title: string; readonly page: number; readonly y: number };

/** What stands alike on many sheets, written once. */
export type Stamp = { readonly resource: string };

const HAIR = 0.5;
/** What the operators of a sheet can say. */
const TENTHS = 10;
/** Where the em box of a Chinese face stands above the baseline. */
export const ASCENT = 0.88;

/** Whole points are centre enough, and many texts then begin at the same one. */
export function startOf(x: number, width: number, align: Align): number {
  if (align === 'left') return x;
  return align === 'right' ? x - width : Math.round(x - width / 2);
}

function tenthsText(points: number): string {
  return String(Math.round(points * TENTHS) / TENTHS);
}

/** A sheet being written; its operators, and who owns its marked contents, when it is done. */
export type OpenSheet = {
  readonly sheet: Sheet;
  readonly content: () => Uint8Array;
  readonly owners: () => readonly number[];
};

/** What a sheet of the paper has that a stamp has not. */
export type SheetPlace = MarkPlace & { readonly onOutline: (place: OutlinePlace) => void };

const LAST_SINGLE_UNIT = 0xffff;

export function openSheet(
  typesetter: Typesetter,
  format: SheetFormat,
  operators: Operators,
  place?: SheetPlace,
): OpenSheet {
  const { write, writeRun, writeCode, writeTenths } = operators;
  const { margin } = format;
  const marks = openMarks(operators, place);
  const state = { font: -1, size: 0, spacing: 0, grey: 0, weight: 0, dash: '', textX: 0, textY: 0 };
  const height = mm(format.height);
  /** Where heights are counted from, and how far up the sheet that is, in what can be written. */
  const origin = { y: 0, tenths: height * TENTHS };

  function widthOf(content: string, { face, size, spacing = 0 }: TextStyle): number {
    const gaps = spacing === 0 ? 0 : spacing * ([...content].length - 1);
    return (measureText(content, typesetter.measure[face]) * size) / 1000 + gaps;
  }

  function text(content: string, x: number, y: number, style: TextStyle, align: Align = 'left'): void {
    if (!content) return;
    const { size, spacing = 0, grey = 0 } = style;
    if (marks.beforeText()) [state.textX, state.textY] = [0, 0];
    if (grey !== state.grey) write(`${grey} g `);
    if (spacing !== state.spacing) write(`${spacing} Tc `);
    const start = align === 'left' ? x : startOf(x, widthOf(content, style), align);
    moveTo(Math.round(start * TENTHS), heightOf(y));
    writeString(content, style.face, size);
    state.grey = grey;
    state.spacing = spacing;
  }

  /** Every text begins relative to the one before, counted in what can be written, so that nothing drifts. */
  function moveTo(x: number, y: number): void {
    writeTenths(x - state.textX);
    write(' ');
    writeTenths(y - state.textY);
    write(' Td');
    state.textX = x;
    state.textY = y;
  }

  /** One string for each run of characters of one font. */
  function writeString(content: string, face: FaceName, size: number): void {
    const codes = typesetter.codes[face];
    let isOpen = false;
    for (let index = 0; index < content.length; ) {
      if (isOpen) index = writeRun(content, index, codes, state.font);
      if (index === content.length) break;
      const codePoint = content.codePointAt(index) ?? 0;
      const packed = codes[codePoint] || typesetter.code(face, codePoint);
      const font = fontOf(packed);
      if (!isOpen || font !== state.font) {
        if (isOpen) write(')Tj');
        if (font !== state.font || size !== state.size) write(`/${typesetter.fontName(font)} ${size} Tf`);
        write('(');
        isOpen = true;
        state.font = font;
        state.size = size;
      }
      writeCode(packed);
      index += codePoint > LAST_SINGLE_UNIT ? 2 : 1;
    }
    write(')Tj\n');
  }

  function setStroke(weight: number, dash: string): void {
    marks.beforeShape();
    if (weight !== state.weight) write(`${weight} w `);
    if (dash !== state.dash) write(`[${dash}] 0 d `);
    state.weight = weight;
    state.dash = dash;
  }

  /** Up from the lower edge of the sheet. */
  function heightOf(y: number): number {
    return Math.round(origin.tenths - (y - origin.y) * TENTHS);
  }

  function writePoint(x: number, y: number, operator: string): void {
    writeTenths(Math.round(x * TENTHS));
    write(' ');
    writeTenths(heightOf(y));
    write(operator);
  }

  function writeRectangle(x: number, y: number, width: number, boxHeight: number): void {
    writePoint(x, y + boxHeight, ' ');
    writeTenths(Math.round(width * TENTHS));
    write(' ');
    writeTenths(Math.round(boxHeight * TENTHS));
    write(' re ');
  }

  const sheet: Sheet = {
    left: mm(margin.left),
    right: mm(format.width - margin.right),
    top: mm(margin.top),
    bottom: mm(format.height - margin.bottom),
    width: mm(format.width - margin.left - margin.right),
    text,
    line: (fromX, fromY, toX, toY, weight = HAIR, dash = '') => {
      setStroke(weight, dash);
      writePoint(fromX, fromY, ' m ');
      writePoint(toX, toY, ' l S\n');
    },
    rules: (heights, fromX, toX) => {
      setStroke(HAIR, '');
      let above = 0;
      const rule = ` cm ${tenthsText(fromX)} 0 m ${tenthsText(toX)} 0 l S\n`;
      write('q\n');
      for (const y of heights) {
        write('1 0 0 1 0 ');
        writeTenths(heightOf(y) - above);
        write(rule);
        above = heightOf(y);
      }
      write('Q\n');
    },
    box: (x, y, width, boxHeight, weight = HAIR) => {
      setStroke(weight, '');
      writeRectangle(x, y, width, boxHeight);
      write('S\n');
    },
    shade: (x, y, width, boxHeight, grey) => {
      marks.beforeShape();
      write(`${grey} g `);
      writeRectangle(x, y, width, boxHeight);
      write(`f ${state.grey} g\n`);
    },
    fill: (boxes) => {
      marks.beforeShape();
      if (state.grey !== 0) write('0 g ');
      state.grey = 0;
      for (const box of boxes) writeRectangle(box.x, box.y, box.width, box.height);
      write('f\n');
    },
    setOrigin: (y) => {
      origin.tenths = heightOf(y);
      origin.y = y;
    },
    stamp: ({ resource }, within) => {
      marks.beforeShape();
      if (!within) {
        write(`/${resource} Do\n`);
        return;
      }
      write('q ');
      writeRectangle(within.x, within.y, within.width, within.height);
      write(`W n /${resource} Do Q\n`);
    },
    tag: marks.tag,
    inside: marks.inside,
    artifact: (draw) => marks.inside(ARTIFACT, draw),
    outline: (title, y) => place?.onOutline({ title, page: place.page, y: height - y }),
  };
  const content = () => {
    marks.end();
    return operators.take();
  };
  return { sheet, content, owners: marks.owners };
}
