/** What stands where in a table over many sheets: how its cells break into lines, and which rows each sheet holds. */

import type { Paper } from './page.ts';
import { type Align, mm, type Sheet, type SheetFormat, type TextStyle } from './sheet.ts';
import { giveWay, type WorkOptions } from './work.ts';

export type Column = {
  readonly header: string;
  /** Points. */
  readonly width: number;
  readonly align: Align;
};

export type Table = {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** One text for each column; asked for again when the row is drawn, so that no copy of all rows is kept. */
  readonly cellsOf: (row: number) => readonly string[];
  /** What the row belongs to, such as a division or a month: each becomes an entry of the outline. */
  readonly groupOf?: ((row: number) => string) | undefined;
  /** Stands in the only row of a table without rows. */
  readonly nil: string;
  readonly totals: { readonly label: string; readonly labelColumns: number; readonly text: string };
};

/** What stands around the table on its sheets. */
export type TableFrame = {
  readonly format: SheetFormat;
  readonly style: TextStyle;
  readonly headerStyle: TextStyle;
  readonly leading: number;
  /** Heights in points of what stands above the table. */
  readonly headHeight: { readonly first: number; readonly later: number };
  readonly drawHead: (sheet: Sheet, isFirst: boolean) => void;
  /** Room kept free at the bottom of every sheet. */
  readonly footHeight: number;
  readonly drawFoot: (sheet: Sheet) => void;
  readonly drawCount: (sheet: Sheet, page: number, pages: number) => void;
  /** Room below the totals on the last sheet; `y` is where the table ends. */
  readonly tailHeight: number;
  readonly drawTail: (sheet: Sheet, y: number) => void;
};

export const PADDING_X = 3;
const PADDING_Y = 3.2;
const LEAST_ROW = 23;
const REMEMBERED = 4096;
const ROWS_A_TURN = 400;

export type Lines = readonly string[];
/** Lines `from` to `to` of a row; a whole row unless it is taller than a sheet. */
export type Piece = { readonly row: number; readonly from: number; readonly to: number; readonly height: number };

/** Room for so many lines within the rules. */
export function rowHeight(lines: number, { leading }: Pick<TableFrame, 'leading'>): number {
  return Math.max(LEAST_ROW, lines * leading + 2 * PADDING_Y);
}

/** Lines are counted to plan the sheets and asked for again to draw them: how wide one line is, and what broke, is kept. */
export function openBreaker(paper: Paper, { columns, rowCount, cellsOf }: Table, style: TextStyle) {
  const remembered = columns.map(() => new Map<string, Lines>());
  /** 0 of what is more than one line, or nothing. */
  const lineWidths = new Float64Array(rowCount * columns.length);
  const widths = columns.map(({ width }) => width - 2 * PADDING_X);

  function broken(text: string, column: number): Lines {
    const memory = remembered[column];
    const before = memory?.get(text);
    if (before) return before;
    const lines = paper.linesOf(text, style, widths[column] ?? 0);
    if (memory && memory.size < REMEMBERED) memory.set(text, lines);
    return lines;
  }

  function countLines(row: number): number {
    let most = 1;
    const cells = cellsOf(row);
    for (let column = 0; column < cells.length; column++) {
      const text = cells[column] ?? '';
      const width = paper.lineWidth(text, style, widths[column] ?? 0);
      if (width === undefined) most = Math.max(most, broken(text, column).length);
      else lineWidths[row * columns.length + column] = width;
    }
    return most;
  }

  function widthAt(row: number, column: number): number {
    return lineWidths[row * columns.length + column] ?? 0;
  }

  function linesOf(row: number, from: number, to: number): readonly Lines[] {
    return cellsOf(row).map((text, column) => {
      if (widthAt(row, column) > 0) return from === 0 ? [text] : [];
      const lines = broken(text, column);
      return from === 0 && to >= lines.length ? lines : lines.slice(from, to);
    });
  }

  return { countLines, linesOf, widthAt };
}

/** Of the last row: its label, which may be wider than the first column, and its text. */
export type TotalsLines = { readonly label: Lines; readonly text: Lines };

export function totalsLines(paper: Paper, { columns, totals }: Table, frame: TableFrame): TotalsLines {
  const widthOf = (some: readonly Column[]) => some.reduce((sum, column) => sum + column.width, 0) - 2 * PADDING_X;
  return {
    label: paper.linesOf(totals.label, frame.headerStyle, widthOf(columns.slice(0, totals.labelColumns))),
    text: paper.linesOf(totals.text, frame.style, widthOf(columns.slice(totals.labelColumns))),
  };
}

type Plan = {
  readonly table: Table;
  readonly frame: TableFrame;
  readonly headerHeight: number;
  readonly tailHeight: number;
  readonly countLines: (row: number) => number;
  readonly options: WorkOptions;
};

/** Of the only row of a table without rows. */
export function nilHeight(frame: TableFrame): number {
  return rowHeight(1, frame) + 4;
}

/** Which rows stand on which sheet. The last sheet has room for the tail, and at least one row above it. */
export async function planSheets(plan: Plan): Promise<readonly (readonly Piece[])[]> {
  const { table, frame, options } = plan;
  const { format } = frame;
  const inner = mm(format.height - format.margin.top - format.margin.bottom) - frame.footHeight;
  const roomOf = (sheet: number) =>
    inner - plan.headerHeight - (sheet === 0 ? frame.headHeight.first : frame.headHeight.later);
  const linesOn = (sheet: number) => Math.max(1, Math.floor((roomOf(sheet) - 2 * PADDING_Y) / frame.leading));
  /** The first row stands on the first sheet, whose head is higher; every other row may go to the next one. */
  const mostOf = (row: number) => linesOn(row === 0 ? 0 : 1);
  const sheets: Piece[][] = [[]];
  let left = roomOf(0);
  const add = (piece: Piece) => {
    if (piece.height > left && (sheets.at(-1)?.length ?? 0) > 0) {
      left = roomOf(sheets.push([]) - 1);
    }
    sheets.at(-1)?.push(piece);
    left -= piece.height;
  };
  for (let row = 0; row < table.rowCount; row++) {
    const lines = plan.countLines(row);
    const most = mostOf(row);
    for (let from = 0; from < lines; from += most) {
      const to = Math.min(lines, from + most);
      add({ row, from, to, height: rowHeight(to - from, frame) });
    }
    if (row % ROWS_A_TURN === 0) {
      options.onProgress?.(Math.floor(row / 2), table.rowCount);
      await giveWay(options.signal);
    }
  }
  keepTailWithRows(sheets, left, plan.tailHeight + (table.rowCount === 0 ? nilHeight(frame) : 0));
  return sheets;
}

function keepTailWithRows(sheets: Piece[][], left: number, tailHeight: number): void {
  const last = sheets.at(-1);
  if (left >= tailHeight || !last || last.length === 0) return;
  const moved = last.length > 1 ? last.splice(-1) : [];
  sheets.push(moved);
}
