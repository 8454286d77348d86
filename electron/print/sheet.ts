/** One sheet: millimetres in, content operators out. */

import type { FaceName } from './fonts.ts';
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

/** All lengths in points, from the upper left corner, y downwards; the y of a text is its baseline. */
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
  /** From here on heights are written relative to this one: rows of one kind become equal operators, which compress well. */
  readonly setOrigin: (y: number) => void;
  /** Puts what the stamp holds on the sheet, at the place where it was drawn. */
  readonly stamp: (stamp: Stamp) => void;
};

/** What stands alike on many sheets, written once. */
export type Stamp = { readonly resource: string };

const HAIR = 0.5;
/** Where the em box of a Chinese face stands above the baseline. */
export const ASCENT = 0.88;

/** A sheet being written, and its operators so far. */
export type OpenSheet = { readonly sheet: Sheet; readonly content: () => string };

/** Tenths of a point: short to write, finer than an office printer's dot. */
function tenths(points: number): string {
  return String(Math.round(points * 10) / 10);
}

/** Whole points are centre enough, and many texts then begin at the same one. */
function startOf(x: number, width: number, align: Align): number {
  if (align === 'left') return x;
  return align === 'right' ? x - width : Math.round(x - width / 2);
}

export function openSheet(typesetter: Typesetter, format: SheetFormat): OpenSheet {
  const { margin } = format;
  const operators: string[] = [];
  const state = { isText: false, font: '', size: 0, spacing: 0, grey: 0, weight: 0, dash: '' };
  const height = mm(format.height);
  let origin = height;

  function endText(): void {
    if (state.isText) operators.push('ET');
    state.isText = false;
  }

  function text(content: string, x: number, y: number, style: TextStyle, align: Align = 'left'): void {
    if (!content) return;
    const { face, size, spacing = 0, grey = 0 } = style;
    let [runs, string, font] = ['', '', ''];
    let [width, count] = [0, 0];
    for (let index = 0; index < content.length; index++) {
      const codePoint = content.codePointAt(index) ?? 0;
      if (codePoint > 0xffff) index += 1;
      const sign = typesetter.sign(face, codePoint);
      if (sign.font !== font) {
        if (string) runs += `<${string}>Tj`;
        runs += setFont(sign.font, size);
        string = '';
        font = sign.font;
      }
      string += sign.code;
      width += sign.width;
      count += 1;
    }
    const drawnWidth = (width * size) / 1000 + spacing * (count - 1);
    const left = startOf(x, drawnWidth, align);
    if (!state.isText) operators.push('BT');
    const colour = grey === state.grey ? '' : `${grey} g `;
    const tracking = spacing === state.spacing ? '' : `${spacing} Tc `;
    operators.push(`${colour}${tracking}1 0 0 1 ${tenths(left)} ${tenths(origin - y)} Tm${runs}<${string}>Tj`);
    state.isText = true;
    state.grey = grey;
    state.spacing = spacing;
  }

  function setFont(font: string, size: number): string {
    if (font === state.font && size === state.size) return '';
    state.font = font;
    state.size = size;
    return `/${font} ${size} Tf`;
  }

  function draw(path: string, weight: number, dash: string): void {
    endText();
    const width = weight === state.weight ? '' : `${weight} w `;
    operators.push(`${width}${dash === state.dash ? '' : `[${dash}] 0 d `}${path} S`);
    state.weight = weight;
    state.dash = dash;
  }

  function rectangle(x: number, y: number, width: number, height: number): string {
    return `${tenths(x)} ${tenths(origin - y - height)} ${tenths(width)} ${tenths(height)} re`;
  }

  const sheet: Sheet = {
    left: mm(margin.left),
    right: mm(format.width - margin.right),
    top: mm(margin.top),
    bottom: mm(format.height - margin.bottom),
    width: mm(format.width - margin.left - margin.right),
    text,
    line: (fromX, fromY, toX, toY, weight = HAIR, dash = '') => {
      const from = `${tenths(fromX)} ${tenths(origin - fromY)}`;
      draw(`${from} m ${tenths(toX)} ${tenths(origin - toY)} l`, weight, dash);
    },
    box: (x, y, width, height, weight = HAIR) => draw(rectangle(x, y, width, height), weight, ''),
    shade: (x, y, width, height, grey) => {
      endText();
      operators.push(`${grey} g ${rectangle(x, y, width, height)} f ${state.grey} g`);
    },
    setOrigin: (y) => {
      endText();
      const shift = tenths(origin - y);
      operators.push(`1 0 0 1 0 ${shift} cm`);
      origin -= Number(shift);
    },
    stamp: ({ resource }) => {
      endText();
      const back = tenths(height - origin);
      operators.push(back === '0' ? `/${resource} Do` : `q 1 0 0 1 0 ${back} cm /${resource} Do Q`);
    },
  };
  return {
    sheet,
    content: () => {
      endText();
      return operators.join('\n');
    },
  };
}
