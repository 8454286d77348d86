/** Forms of labelled boxes: cells grow with their text, and the whole shrinks in type until it fits its room. */

import type { FontSet } from './fonts.ts';
import { openPaper, type Paper, type PaperLanguage } from './page.ts';
import { type Align, ASCENT, mm, type Sheet, type TextStyle } from './sheet.ts';

export type FormCell = {
  readonly text: string;
  /** Share of the row's width; the shares of a row are added up. */
  readonly share: number;
  readonly isLabel?: boolean;
  readonly align?: Align;
  /** Stands in the lower right corner, such as 签字：　　年　月　日. */
  readonly foot?: string;
};

export type FormRow = {
  readonly cells: readonly FormCell[];
  /** Least height in millimetres. */
  readonly least: number;
};

export type FormPlace = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Points down to which the form may reach. */
  readonly bottom: number;
};

/** Chinese titles are set apart, English ones closer and smaller, as they are longer. */
export const FORM_TITLE: Readonly<Record<PaperLanguage, TextStyle>> = {
  zh: { face: 'songBlack', size: 20, spacing: 2 },
  en: { face: 'songBlack', size: 17 },
};
export const BODY: TextStyle = { face: 'song', size: 10.5 };
export const NOTE: TextStyle = { face: 'song', size: 8.5, grey: 0.25 };
export const LABEL: TextStyle = { face: 'hei', size: 10.5 };

const PADDING_X = 5;
const PADDING_Y = 4;
const LEADING = 1.45;
const LARGEST = 10.5;
/** Only hostile lengths come near it: nothing is lost, though it takes a glass to read. */
const SMALLEST = 3.5;
const STEP = 0.5;

export function label(text: string, share: number): FormCell {
  return { text, share, isLabel: true, align: 'center' };
}

export function value(text: string, share: number, extra: Partial<FormCell> = {}): FormCell {
  return { text, share, ...extra };
}

/** Whether the form finds room in type of at least this size. */
export function fitsForm(paper: Paper, rows: readonly FormRow[], place: FormPlace, size: number): boolean {
  return place.y + planRows(paper, rows, place.width, size).height <= place.bottom;
}

/** The title of a form, as its first heading. */
export function drawTitle(sheet: Sheet, text: string, x: number, y: number, style: TextStyle): void {
  sheet.tag('H1', () => sheet.text(text, x, y, style, 'center'));
}

/** Draws the boxes and returns the y below them; to readers of the structure they are a table of labels and values. */
export function drawForm(sheet: Sheet, paper: Paper, rows: readonly FormRow[], place: FormPlace): number {
  let size = LARGEST;
  while (size > SMALLEST && !fitsForm(paper, rows, place, size)) size -= STEP;
  const plan = planRows(paper, rows, place.width, size);
  let y = place.y;
  sheet.tag('Table', () => {
    for (const { height, cells } of plan.rows) {
      const top = y;
      sheet.tag('TR', () => drawCells(sheet, cells, { x: place.x, y: top, height }, size));
      y += height;
    }
  });
  sheet.box(place.x, place.y, place.width, y - place.y, 1);
  return y;
}

function drawCells(sheet: Sheet, cells: readonly PlannedCell[], place: CellPlace, size: number): void {
  let { x } = place;
  for (const cell of cells) {
    sheet.box(x, place.y, cell.width, place.height);
    sheet.tag(cell.cell.isLabel ? 'TH' : 'TD', () => drawCell(sheet, cell, { ...place, x }, size));
    x += cell.width;
  }
}

type PlannedCell = { readonly cell: FormCell; readonly width: number; readonly lines: readonly string[] };
type PlannedRow = { readonly height: number; readonly cells: readonly PlannedCell[] };

/** Least heights shrink with the type, so that a full form keeps its proportions. */
function planRows(paper: Paper, rows: readonly FormRow[], width: number, size: number) {
  const planned = rows.map(({ cells, least }): PlannedRow => {
    const shares = cells.reduce((sum, cell) => sum + cell.share, 0);
    const inRow = cells.map((cell): PlannedCell => {
      const cellWidth = (width * cell.share) / shares;
      const lines = paper.linesOf(cell.text, styleOf(cell, size), cellWidth - 2 * PADDING_X);
      return { cell, width: cellWidth, lines };
    });
    const heights = inRow.map(({ cell, lines }) => {
      const lineCount = (lines.length === 1 && lines[0] === '' ? 0 : lines.length) + (cell.foot ? 1.4 : 0);
      return lineCount * size * LEADING + (2 * PADDING_Y * size) / LARGEST;
    });
    return { height: Math.max((mm(least) * size) / LARGEST, ...heights), cells: inRow };
  });
  return { rows: planned, height: planned.reduce((sum, { height }) => sum + height, 0) };
}

function styleOf(cell: FormCell, size: number): TextStyle {
  return { face: cell.isLabel ? 'hei' : 'song', size };
}

type CellPlace = { readonly x: number; readonly y: number; readonly height: number };

function drawCell(sheet: Sheet, planned: PlannedCell, { x, y, height }: CellPlace, size: number): void {
  const { cell, width, lines } = planned;
  const style = styleOf(cell, size);
  const leading = size * LEADING;
  const align = cell.align ?? 'left';
  const textX = align === 'left' ? x + PADDING_X : align === 'right' ? x + width - PADDING_X : x + width / 2;
  // Opinions begin at the top, as a hand would write them; single facts stand in the middle.
  const padding = (PADDING_Y * size) / LARGEST;
  let top = cell.foot ? y + padding : y + (height - lines.length * leading) / 2;
  for (const line of lines) {
    sheet.text(line, textX, baselineIn(top, leading, size), style, align);
    top += leading;
  }
  if (cell.foot) {
    const footTop = y + height - padding - leading;
    sheet.text(cell.foot, x + width - PADDING_X, baselineIn(footTop, leading, size), style, 'right');
  }
}

export function baselineIn(top: number, leading: number, size: number): number {
  return top + (leading - size) / 2 + ASCENT * size;
}

export type Paragraph = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly style: TextStyle;
  readonly leading: number;
};

/** Draws running text and returns the y below it. */
export function drawParagraph(sheet: Sheet, paper: Paper, text: string, place: Paragraph): number {
  let top = place.y;
  sheet.tag('P', () => {
    for (const line of paper.linesOf(text, place.style, place.width)) {
      sheet.text(line, place.x, baselineIn(top, place.leading, place.style.size), place.style);
      top += place.leading;
    }
  });
  return top;
}

/** A line to tear or cut along, with its words in the middle. */
export function drawCutLine(sheet: Sheet, paper: Paper, y: number, words: string): void {
  const half = paper.widthOf(words, NOTE) / 2 + 6;
  const centre = (sheet.left + sheet.right) / 2;
  sheet.line(sheet.left, y, centre - half, y, 0.6, '3 3');
  sheet.line(centre + half, y, sheet.right, y, 0.6, '3 3');
  sheet.artifact(() => sheet.text(words, centre, y + 3, NOTE, 'center'));
}

/** 签字 lines in a row: label, then a rule to write on. */
export function drawSignatureLines(sheet: Sheet, paper: Paper, labels: readonly string[], y: number): void {
  const share = sheet.width / labels.length;
  labels.forEach((text, index) => {
    const x = sheet.left + index * share;
    sheet.text(text, x, y, BODY);
    sheet.line(x + paper.widthOf(text, BODY) + 3, y + 3, x + share - 14, y + 3);
  });
}

/** 落款: unit and day around a vertical axis, where the seal will straddle them. */
export function drawSender(
  sheet: Sheet,
  paper: Paper,
  sender: { readonly bureau: string; readonly unit: string; readonly day: string; readonly language: PaperLanguage },
  place: { readonly centre: number; readonly y: number; readonly width: number; readonly style: TextStyle },
): void {
  const { centre, y, width, style } = place;
  const leading = style.size * 1.7;
  const whole = senderName(sender);
  const lines = paper.widthOf(whole, style) <= width ? [whole] : [sender.bureau, sender.unit];
  [...lines, sender.day].forEach((line, index) => {
    sheet.text(line, centre, y + index * leading, style, 'center');
  });
}

/** 辽宁省市场监督管理局办公室 */
export function senderName(sender: {
  readonly bureau: string;
  readonly unit: string;
  readonly language: PaperLanguage;
}): string {
  return sender.language === 'zh' ? `${sender.bureau}${sender.unit}` : `${sender.bureau}, ${sender.unit}`;
}

type Headed = Parameters<typeof senderName>[0] & { readonly title: string };

/** The paper of one form about `form.title`, called by the form's own name and number. */
export function openFormPaper(fonts: FontSet, form: Headed, name: string, madeAt: string): Promise<Paper> {
  return openPaper(fonts, {
    title: name,
    subject: form.title,
    author: senderName(form),
    language: form.language,
    madeAt,
  });
}
