/** A ruled table over as many sheets as it takes: header repeated, rows whole, totals and signatures kept with rows. */

import type { Paper } from './page.ts';
import { type Align, ASCENT, type Sheet, type SheetFormat, type Stamp, type TextStyle } from './sheet.ts';
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

const PADDING_X = 3;
const PADDING_Y = 3.2;
const LEAST_ROW = 23;
const OUTER = 1;
const REMEMBERED = 4096;
const ROWS_A_TURN = 400;
const SHEETS_A_TURN = 6;

type Lines = readonly string[];
/** Lines `from` to `to` of a row; a whole row unless it is taller than a sheet. */
type Piece = { readonly row: number; readonly from: number; readonly to: number; readonly height: number };

export async function drawTable(paper: Paper, table: Table, frame: TableFrame, options: WorkOptions): Promise<void> {
  const { linesOf, countLines } = openBreaker(paper, table.columns, frame.style);
  const header = table.columns.map(({ header: text, width }) =>
    paper.linesOf(text, frame.headerStyle, width - 2 * PADDING_X),
  );
  const totals = totalsLines(paper, table, frame);
  const rowHeight = (lines: number) => Math.max(LEAST_ROW, lines * frame.leading + 2 * PADDING_Y);
  const headerHeight = rowHeight(Math.max(...header.map((lines) => lines.length))) + 2;
  const totalsHeight = rowHeight(totals.length) + 2;
  const sheets = await planSheets({
    table,
    frame,
    rowHeight,
    headerHeight,
    tailHeight: totalsHeight + frame.tailHeight,
    countLines: (row) => countLines(table.cellsOf(row)),
    options,
  });
  /** Head, header row and foot, which the second sheet and all after it share. */
  const drawTop = (sheet: Sheet, isFirst: boolean) => {
    frame.drawHead(sheet, isFirst);
    frame.drawFoot(sheet);
    const top = sheet.top + (isFirst ? frame.headHeight.first : frame.headHeight.later);
    openGrid(sheet, table.columns, { top, headerHeight: 0 }, frame).row(header, headerHeight, frame.headerStyle, true);
  };
  let later: Stamp | undefined;
  let drawnRows = 0;
  for (const [index, pieces] of sheets.entries()) {
    const sheet = paper.addSheet(frame.format);
    const isFirst = index === 0;
    if (isFirst) drawTop(sheet, true);
    else {
      later ??= paper.makeStamp(frame.format, (stamped) => drawTop(stamped, false));
      sheet.stamp(later);
    }
    const headHeight = isFirst ? frame.headHeight.first : frame.headHeight.later;
    const grid = openGrid(sheet, table.columns, { top: sheet.top + headHeight, headerHeight }, frame);
    for (const { row, from, to, height } of pieces) {
      const cells = linesOf(table.cellsOf(row)).map((lines) => lines.slice(from, to));
      grid.row(cells, height, frame.style);
    }
    if (table.rowCount === 0) grid.merged([table.nil], rowHeight(1) + 4);
    const isLast = index === sheets.length - 1;
    if (isLast) grid.totals(table.totals, totals, totalsHeight);
    grid.close();
    if (isLast) frame.drawTail(sheet, grid.y());
    frame.drawCount(sheet, index + 1, sheets.length);
    drawnRows += pieces.length;
    if (index % SHEETS_A_TURN === 0) {
      options.onProgress?.(Math.min(table.rowCount, Math.floor((table.rowCount + drawnRows) / 2)), table.rowCount);
      await giveWay(options.signal);
    }
  }
  options.onProgress?.(table.rowCount, table.rowCount);
}

/** Lines are asked for when the sheets are planned and when they are drawn: texts that broke are remembered. */
function openBreaker(paper: Paper, columns: readonly Column[], style: TextStyle) {
  const remembered = columns.map(() => new Map<string, Lines>());
  const broken = (text: string, index: number, width: number): Lines => {
    const memory = remembered[index];
    const before = memory?.get(text);
    if (before) return before;
    const lines = paper.linesOf(text, style, width);
    if (memory && memory.size < REMEMBERED) memory.set(text, lines);
    return lines;
  };
  const linesOf = (text: string, index: number): Lines => {
    const width = (columns[index]?.width ?? 0) - 2 * PADDING_X;
    return paper.isOneLine(text, style, width) ? [text] : broken(text, index, width);
  };
  const countLines = (text: string, index: number): number => {
    const width = (columns[index]?.width ?? 0) - 2 * PADDING_X;
    return paper.isOneLine(text, style, width) ? 1 : broken(text, index, width).length;
  };
  return {
    linesOf: (cells: readonly string[]): readonly Lines[] => cells.map(linesOf),
    countLines: (cells: readonly string[]): number => Math.max(1, ...cells.map(countLines)),
  };
}

function totalsLines(paper: Paper, { columns, totals }: Table, { style }: TableFrame): Lines {
  const width = columns.slice(totals.labelColumns).reduce((sum, column) => sum + column.width, 0);
  return paper.linesOf(totals.text, style, width - 2 * PADDING_X);
}

type Plan = {
  readonly table: Table;
  readonly frame: TableFrame;
  readonly rowHeight: (lines: number) => number;
  readonly headerHeight: number;
  readonly tailHeight: number;
  readonly countLines: (row: number) => number;
  readonly options: WorkOptions;
};

/** Which rows stand on which sheet. The last sheet has room for the tail, and at least one row above it. */
async function planSheets(plan: Plan): Promise<readonly (readonly Piece[])[]> {
  const { table, frame, rowHeight, options } = plan;
  const { format } = frame;
  const inner = ((format.height - format.margin.top - format.margin.bottom) * 72) / 25.4 - frame.footHeight;
  const roomOf = (sheet: number) =>
    inner - plan.headerHeight - (sheet === 0 ? frame.headHeight.first : frame.headHeight.later);
  const most = Math.max(1, Math.floor((roomOf(0) - 2 * PADDING_Y) / frame.leading));
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
    for (let from = 0; from < lines; from += most) {
      const to = Math.min(lines, from + most);
      add({ row, from, to, height: rowHeight(to - from) });
    }
    if (row % ROWS_A_TURN === 0) {
      options.onProgress?.(Math.floor(row / 2), table.rowCount);
      await giveWay(options.signal);
    }
  }
  keepTailWithRows(sheets, left, plan.tailHeight + (table.rowCount === 0 ? rowHeight(1) + 4 : 0));
  return sheets;
}

function keepTailWithRows(sheets: Piece[][], left: number, tailHeight: number): void {
  const last = sheets.at(-1);
  if (left >= tailHeight || !last || last.length === 0) return;
  const moved = last.length > 1 ? last.splice(-1) : [];
  sheets.push(moved);
}

type GridTop = { readonly top: number; readonly headerHeight: number };

function openGrid(sheet: Sheet, columns: readonly Column[], { top, headerHeight }: GridTop, frame: TableFrame) {
  const edges = [sheet.left];
  for (const { width } of columns) edges.push((edges.at(-1) ?? 0) + width);
  const right = edges.at(-1) ?? sheet.right;
  let y = top + headerHeight;
  /** Where the inner vertical lines end: above the rows that span columns. */
  let columnsEnd: number | undefined;

  function cell(lines: Lines, x: number, width: number, height: number, align: Align, style: TextStyle): void {
    const textX = align === 'left' ? x + PADDING_X : align === 'right' ? x + width - PADDING_X : x + width / 2;
    let lineTop = y + (height - lines.length * frame.leading) / 2;
    for (const line of lines) {
      const baseline = lineTop + (frame.leading - style.size) / 2 + ASCENT * style.size;
      sheet.text(line, textX, baseline, style, align);
      lineTop += frame.leading;
    }
  }

  function endRow(height: number): void {
    y += height;
    sheet.line(sheet.left, y, right, y);
  }

  return {
    y: () => y,
    row: (cells: readonly Lines[], height: number, style: TextStyle, isHeader = false) => {
      // Cells of one line stand alike in rows of any height when written from the middle of the row.
      sheet.setOrigin(y + height / 2);
      columns.forEach(({ width, align }, index) => {
        cell(cells[index] ?? [], edges[index] ?? 0, width, height, isHeader ? 'center' : align, style);
      });
      endRow(height);
    },
    merged: (lines: Lines, height: number) => {
      columnsEnd ??= y;
      cell(lines, sheet.left, right - sheet.left, height, 'center', frame.style);
      endRow(height);
    },
    totals: ({ label, labelColumns }: Table['totals'], lines: Lines, height: number) => {
      columnsEnd ??= y;
      const edge = edges[labelColumns] ?? right;
      cell([label], sheet.left, edge - sheet.left, height, 'center', frame.headerStyle);
      cell(lines, edge, right - edge, height, 'left', frame.style);
      sheet.line(edge, y, edge, y + height);
      endRow(height);
    },
    close: () => {
      for (const edge of edges.slice(1, -1)) sheet.line(edge, top, edge, columnsEnd ?? y);
      sheet.box(sheet.left, top, right - sheet.left, y - top, OUTER);
    },
  };
}
