/** Labels on A4 sheets of n × m: filing stamp (归档章), shelf label and box label, the last two with a code that the search box reads. */

import { LABEL_GRIDS, type LabelCode, type LabelKind } from '../domain/labels.ts';
import { drawCode128 } from './code128.ts';
import type { FontSet } from './fonts.ts';
import { openPaper, type Paper, type PaperLanguage } from './page.ts';
import { drawQrCode } from './qrCode.ts';
import { mm, type Sheet, type SheetFormat, type TextStyle } from './sheet.ts';
import { giveWay, type WorkOptions } from './work.ts';

/** What one label says, already in words; the stamp prints its six fields, the others a title, lines and a code. */
export type Label = {
  /** 全宗号、年度、件号、机构（问题）、保管期限、页数; for the stamp. */
  readonly stamp: readonly string[];
  /** Large: a document number, or a box number. */
  readonly heading: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly code: string;
  /** The code in groups to be read aloud. */
  readonly readable: string;
};

export type LabelSheet = {
  readonly kind: LabelKind;
  readonly code: LabelCode;
  readonly language: PaperLanguage;
  readonly bureau: string;
  readonly labels: readonly Label[];
  /** 1 = the first place; places of a sheet already used are left free. */
  readonly startAt: number;
};

const WORDS = {
  zh: {
    title: { stamp: '归档章标签', shelf: '文件标签', box: '档案盒标签' },
    stamp: ['全宗号', '年度', '件号', '机构（问题）', '保管期限', '页数'],
  },
  en: {
    title: { stamp: 'Filing Stamps', shelf: 'Shelf Labels', box: 'Box Labels' },
    stamp: ['Fonds', 'Year', 'Piece', 'Organisation', 'Retention', 'Pages'],
  },
};

const EDGE = { top: 12, right: 10, bottom: 12, left: 10 } as const;
const A4: SheetFormat = { width: 210, height: 297, margin: EDGE };
const PADDING = mm(3);
const BODY: TextStyle = { face: 'song', size: 8.5 };
const SMALL: TextStyle = { face: 'song', size: 7.5, grey: 0.25 };
const FIELD: TextStyle = { face: 'song', size: 6.5, grey: 0.25 };
const LEADING = 11.5;
/** A box is read from across the room. */
const SCALE: Readonly<Record<LabelKind, number>> = { stamp: 1, shelf: 1, box: 1.5 };
const QUIET = 4;
const LABELS_A_TURN = 50;

type Cell = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export async function printLabels(
  fonts: FontSet,
  sheet: LabelSheet,
  options: WorkOptions & { readonly madeAt: string },
): Promise<Uint8Array> {
  const { kind, language, labels, bureau } = sheet;
  const title = WORDS[language].title[kind];
  const paper = await openPaper(fonts, { title, subject: '', author: bureau, language, madeAt: options.madeAt });
  const { columns, rows } = LABEL_GRIDS[kind];
  const places = columns * rows;
  let page: Sheet | undefined;
  for (const [index, label] of labels.entries()) {
    const place = (sheet.startAt - 1 + index) % places;
    if (!page || place === 0) page = paper.addSheet(A4);
    const width = page.width / columns;
    const height = (page.bottom - page.top) / rows;
    const cell = { x: page.left + (place % columns) * width, y: page.top + Math.floor(place / columns) * height };
    drawLabel(page, paper, sheet, label, { ...cell, width, height });
    if (index % LABELS_A_TURN === 0) {
      options.onProgress?.(index, labels.length);
      await giveWay(options.signal);
    }
  }
  if (!page) paper.addSheet(A4);
  options.onProgress?.(labels.length, labels.length);
  return paper.finish();
}

function drawLabel(page: Sheet, paper: Paper, sheet: LabelSheet, label: Label, cell: Cell): void {
  // Thin corners to cut along; the sheet of labels itself shows where it may be bought cut.
  page.box(cell.x, cell.y, cell.width, cell.height, 0.2);
  if (sheet.kind === 'stamp') drawStamp(page, paper, WORDS[sheet.language].stamp, label, cell);
  else drawCoded(page, paper, sheet, label, cell);
}

/** 归档章: two rows of three fields, 45 × 16 mm. DA/T 22-2015, 图A.1 */
function drawStamp(page: Sheet, paper: Paper, names: readonly string[], { stamp }: Label, cell: Cell): void {
  const [width, height] = [mm(45), mm(16)];
  const left = cell.x + (cell.width - width) / 2;
  const top = cell.y + (cell.height - height) / 2;
  const [fieldWidth, fieldHeight] = [width / 3, height / 2];
  stamp.forEach((value, index) => {
    const x = left + (index % 3) * fieldWidth;
    const y = top + Math.floor(index / 3) * fieldHeight;
    page.box(x, y, fieldWidth, fieldHeight, 0.6);
    page.text(names[index] ?? '', x + 2, y + 7.5, FIELD);
    const style = fitting(paper, value, { face: 'song', size: 9.5 }, fieldWidth - 4);
    page.text(value, x + fieldWidth / 2, y + fieldHeight - 4.5, style, 'center');
  });
}

/** Heading and lines on the left, the code on the right; bars, which are long, below. */
function drawCoded(page: Sheet, paper: Paper, sheet: LabelSheet, label: Label, cell: Cell): void {
  const inner = {
    x: cell.x + PADDING,
    y: cell.y + PADDING,
    width: cell.width - 2 * PADDING,
    height: cell.height - 2 * PADDING,
  };
  const isQr = sheet.code === 'qr';
  const scale = SCALE[sheet.kind];
  const codeSize = Math.min(mm(20) * scale, inner.height - 12);
  const textWidth = isQr ? inner.width - codeSize - mm(5) : inner.width;
  const barsHeight = isQr ? 0 : mm(10) + 10;
  const bottom = inner.y + inner.height - barsHeight;
  drawTexts(page, paper, label, { ...inner, width: textWidth, height: bottom - inner.y, scale });
  if (isQr) {
    // Four modules around a code have to stay free of everything else.
    const x = inner.x + inner.width - codeSize - QUIET;
    drawQrCode(page, label.code, { x, y: inner.y + QUIET, size: codeSize }, label.code);
    const under = { ...SMALL, size: 6 * scale };
    page.text(label.readable, x + codeSize / 2, inner.y + codeSize + QUIET + 6.4 * scale, under, 'center');
    return;
  }
  const top = bottom + 2;
  const width = Math.min(inner.width - QUIET, mm(78));
  const drawn = drawCode128(page, label.code, { x: inner.x + QUIET, y: top, width, height: mm(9) }, label.code);
  page.text(label.readable, inner.x + QUIET + drawn / 2, top + mm(9) + 8, SMALL, 'center');
}

/** The title has as many lines as there is room for, the last ending in …; the lines below it always stand. */
function drawTexts(
  page: Sheet,
  paper: Paper,
  { heading, text, lines }: Label,
  place: Cell & { readonly scale: number },
): void {
  const { scale } = place;
  const body = { ...BODY, size: BODY.size * scale };
  const leading = LEADING * scale;
  const style = fitting(paper, heading, { face: 'hei', size: 12 * scale }, place.width);
  page.text(heading, place.x, place.y + 11 * scale, style);
  const below = place.y + 17 * scale;
  const room = Math.max(1, Math.floor((place.y + place.height - below) / leading) - lines.length);
  const all = paper.linesOf(text, body, place.width);
  const shown = all.slice(0, room);
  if (all.length > room) shown[room - 1] = `${[...(shown[room - 1] ?? '')].slice(0, -1).join('')}…`;
  [...shown, ...lines].forEach((line, index) => {
    page.text(line, place.x, below + (index + 0.8) * leading, fitting(paper, line, body, place.width));
  });
}

function fitting(paper: Paper, text: string, style: TextStyle, width: number): TextStyle {
  const asked = paper.widthOf(text, style);
  return asked <= width ? style : { ...style, size: Math.floor(((style.size * width) / asked) * 10) / 10 };
}
