/** A paper and its sheets: millimetres in, content operators out, one compressed stream for each sheet. */

import { PDFDocument, PDFName, type PDFPage } from 'pdf-lib';
import type { FaceName, FontSet } from './fonts.ts';
import { breakLines, type Measure } from './text.ts';
import { openTypesetter, type Typesetter } from './typesetter.ts';

export type PaperLanguage = 'zh' | 'en';

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
};

export type PaperFacts = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly language: PaperLanguage;
  /** Instant that becomes the date of creation; nothing in here asks for the time. */
  readonly madeAt: string;
};

export type Paper = {
  readonly addSheet: (format: SheetFormat) => Sheet;
  /** In points. */
  readonly widthOf: (text: string, style: TextStyle) => number;
  readonly linesOf: (text: string, style: TextStyle, width: number) => readonly string[];
  readonly finish: () => Promise<Uint8Array>;
};

const HAIR = 0.5;
/** Giving way costs a millisecond, so saving does it seldom. */
const OBJECTS_A_TURN = 400;
/** Where the em box of a Chinese face stands above the baseline. */
export const ASCENT = 0.88;

export async function openPaper(fonts: FontSet, facts: PaperFacts): Promise<Paper> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(facts.title, { showInWindowTitleBar: true });
  pdf.setSubject(facts.subject);
  pdf.setAuthor(facts.author);
  pdf.setLanguage(facts.language === 'zh' ? 'zh-CN' : 'en');
  pdf.setCreator('Disclosure Registry');
  pdf.setProducer('Disclosure Registry');
  pdf.setCreationDate(new Date(facts.madeAt));
  pdf.setModificationDate(new Date(facts.madeAt));
  const typesetter = openTypesetter(fonts, pdf.context, facts.language === 'en');
  const measures = measuresOf(typesetter);
  const resources = pdf.context.register(pdf.context.obj({ Font: typesetter.resources }));
  let open: { readonly page: PDFPage; readonly writer: Writer } | undefined;

  function close(): void {
    if (!open) return;
    const content = pdf.context.register(pdf.context.flateStream(open.writer.content()));
    open.page.node.set(PDFName.of('Contents'), content);
    open = undefined;
  }

  function addSheet(format: SheetFormat): Sheet {
    close();
    const page = pdf.addPage([mm(format.width), mm(format.height)]);
    page.node.set(PDFName.of('Resources'), resources);
    const writer = openWriter(typesetter, format);
    open = { page, writer };
    return writer.sheet;
  }

  async function finish(): Promise<Uint8Array> {
    close();
    typesetter.embed();
    return pdf.save({ updateFieldAppearances: false, objectsPerTick: OBJECTS_A_TURN });
  }

  return {
    addSheet,
    widthOf: (text, style) =>
      typesetter.widthOf(style.face, text) * style.size + (style.spacing ?? 0) * ([...text].length - 1),
    linesOf: (text, style, width) => breakLines(text, measures[style.face], width / style.size),
    finish,
  };
}

function measuresOf(typesetter: Typesetter): Readonly<Record<FaceName, Measure>> {
  const of = (face: FaceName) => (character: string) => typesetter.sign(face, character).width / 1000;
  return { song: of('song'), songBlack: of('songBlack'), hei: of('hei') };
}

type Writer = { readonly sheet: Sheet; readonly content: () => string };

/** Tenths of a point: short to write, finer than an office printer's dot. */
function tenths(points: number): number {
  return Math.round(points * 10);
}

function number(inTenths: number): string {
  return String(inTenths / 10);
}

function openWriter(typesetter: Typesetter, format: SheetFormat): Writer {
  const height = mm(format.height);
  const { margin } = format;
  const lines: string[] = [];
  const texts: string[] = [];
  const state = { x: 0, y: 0, font: '', size: 0, spacing: 0, grey: 0, weight: 0, dash: '' };

  function text(content: string, x: number, y: number, style: TextStyle, align: Align = 'left'): void {
    if (!content) return;
    const { size, spacing = 0, grey = 0 } = style;
    let string = '';
    let font = '';
    let width = 0;
    let count = 0;
    let runs = '';
    for (const character of content) {
      const sign = typesetter.sign(style.face, character);
      if (sign.font !== font) {
        if (string) runs += `<${string}>Tj`;
        runs += setFont(sign.font, size);
        [font, string] = [sign.font, ''];
      }
      string += sign.code;
      width += sign.width;
      count += 1;
    }
    const drawnWidth = (width * size) / 1000 + spacing * (count - 1);
    const shift = align === 'left' ? 0 : align === 'right' ? drawnWidth : drawnWidth / 2;
    const [toX, toY] = [tenths(x - shift), tenths(height - y)];
    const colour = grey === state.grey ? '' : `${grey} g `;
    const tracking = spacing === state.spacing ? '' : `${spacing} Tc `;
    texts.push(`${colour}${tracking}${number(toX - state.x)} ${number(toY - state.y)} Td${runs}<${string}>Tj`);
    Object.assign(state, { x: toX, y: toY, grey, spacing });
  }

  function setFont(font: string, size: number): string {
    if (font === state.font && size === state.size) return '';
    Object.assign(state, { font, size });
    return `/${font} ${size} Tf`;
  }

  function stroke(weight: number, dash: string): string {
    const change = `${weight === state.weight ? '' : `${weight} w `}${dash === state.dash ? '' : `[${dash}] 0 d `}`;
    Object.assign(state, { weight, dash });
    return change;
  }

  const flip = (y: number) => number(tenths(height - y));
  const at = (x: number) => number(tenths(x));

  const sheet: Sheet = {
    left: mm(margin.left),
    right: mm(format.width - margin.right),
    top: mm(margin.top),
    bottom: mm(format.height - margin.bottom),
    width: mm(format.width - margin.left - margin.right),
    text,
    line: (fromX, fromY, toX, toY, weight = HAIR, dash = '') => {
      lines.push(`${stroke(weight, dash)}${at(fromX)} ${flip(fromY)} m ${at(toX)} ${flip(toY)} l S`);
    },
    box: (x, y, width, boxHeight, weight = HAIR) => {
      lines.push(`${stroke(weight, '')}${at(x)} ${flip(y + boxHeight)} ${at(width)} ${at(boxHeight)} re S`);
    },
    shade: (x, y, width, boxHeight, grey) => {
      lines.push(`${grey} g ${at(x)} ${flip(y + boxHeight)} ${at(width)} ${at(boxHeight)} re f 0 g`);
    },
  };
  const content = () => [...lines, ...(texts.length > 0 ? ['BT', ...texts, 'ET'] : [])].join('\n');
  return { sheet, content };
}
