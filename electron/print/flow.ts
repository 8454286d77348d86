/** Running text and whole tables, one below the other over as many portrait sheets as they take. */

import { baselineIn } from './form.ts';
import type { Paper } from './page.ts';
import { A4_PORTRAIT, mm, type Sheet, type TextStyle } from './sheet.ts';
import { drawSpanTable, heightOf, type SpanTable } from './spanTable.ts';

/** The sheet that is written on and how far down it is written. */
export type Flow = {
  readonly paper: Paper;
  readonly sheet: () => Sheet;
  readonly y: () => number;
  /** Points left above the foot. */
  readonly room: () => number;
  readonly move: (height: number) => void;
  readonly turn: () => void;
};

/** Kept free at the bottom for the page number and the foot. */
export const FOOT = mm(11);

/** `drawFrame` draws what stands on every sheet. */
export function openFlow(paper: Paper, drawFrame: (sheet: Sheet, page: number) => void): Flow {
  let page = 0;
  let sheet = begin();
  let y = sheet.top;

  function begin(): Sheet {
    const next = paper.addSheet(A4_PORTRAIT);
    page += 1;
    next.artifact(() => drawFrame(next, page));
    return next;
  }

  return {
    paper,
    sheet: () => sheet,
    y: () => y,
    room: () => sheet.bottom - FOOT - y,
    move: (height) => {
      y += height;
    },
    turn: () => {
      sheet = begin();
      y = sheet.top;
    },
  };
}

/** Lines in the middle, as one heading. */
export function writeTitle(flow: Flow, parts: readonly string[], style: TextStyle): void {
  const { left, right, width } = flow.sheet();
  const leading = style.size * 1.5;
  flow.sheet().tag('H1', () => {
    for (const line of parts.flatMap((part) => flow.paper.linesOf(part, style, width))) {
      flow.sheet().text(line, (left + right) / 2, baselineIn(flow.y(), leading, style.size), style, 'center');
      flow.move(leading);
    }
  });
}

/** A heading stays with what follows it. */
export function writeHeading(
  flow: Flow,
  text: string,
  { style, leading, follows }: { readonly style: TextStyle; readonly leading: number; readonly follows: number },
): void {
  if (flow.room() < leading + follows) flow.turn();
  const sheet = flow.sheet();
  const baseline = baselineIn(flow.y(), leading, style.size);
  sheet.tag('H2', () => sheet.text(text, sheet.left, baseline, style));
  flow.move(leading);
}

/** Paragraphs as they were typed, the first line of each set in. */
export function writeText(
  flow: Flow,
  text: string,
  { style, leading, indent }: { readonly style: TextStyle; readonly leading: number; readonly indent: string },
): void {
  const paragraphs = text.split(/\r\n|\n|\r/u).filter((paragraph) => paragraph.trim() !== '');
  for (const paragraph of paragraphs) {
    for (const line of flow.paper.linesOf(indent + paragraph.trim(), style, flow.sheet().width)) {
      if (flow.room() < leading) flow.turn();
      flow.sheet().text(line, flow.sheet().left, baselineIn(flow.y(), leading, style.size), style);
      flow.move(leading);
    }
  }
}

const STEP = 0.25;
/** Room above and below a table. */
export const TABLE_GAP = mm(3);

/** The largest type, not above `largest`, in which the tables fit a room together. */
export function sizeFor(
  paper: Paper,
  tables: readonly SpanTable[],
  { largest, smallest, room }: { readonly largest: number; readonly smallest: number; readonly room: number },
): number {
  let size = largest;
  while (size > smallest && heightOf(paper, tables, size) > room) size -= STEP;
  return size;
}

/** Tables that stand together on one sheet without a gap. */
export function writeTables(flow: Flow, tables: readonly SpanTable[], size: number): void {
  if (flow.room() < heightOf(flow.paper, tables, size) + TABLE_GAP) flow.turn();
  flow.move(TABLE_GAP / 2);
  for (const table of tables) {
    const end = drawSpanTable(flow.sheet(), flow.paper, table, { x: flow.sheet().left, y: flow.y(), size });
    flow.move(end - flow.y());
  }
  flow.move(TABLE_GAP / 2);
}
