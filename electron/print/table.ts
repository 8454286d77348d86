/** A ruled table over as many sheets as it takes: header repeated, rows whole, totals and signatures kept with rows. */

import type { Paper } from './page.ts';
import { type Align, ASCENT, type Sheet, type SheetFormat, type Stamp, type TextStyle } from './sheet.ts';
import type { Element, ElementKind } from './tags.ts';
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

const PADDING_X = 3;
const PADDING_Y = 3.2;
const LEAST_ROW = 23;
const OUTER = 1;
const REMEMBERED = 4096;
const ROWS_A_TURN = 400;
/** Up to so many cells each is tagged by itself; in longer tables a row is one cell, or the tags would outweigh the text. */
const MOST_TAGGED_CELLS = 20_000;
const MOST_OUTLINED = 1000;
const SHEETS_A_TURN = 6;

type Lines = readonly string[];
/** Lines `from` to `to` of a row; a whole row unless it is taller than a sheet. */
type Piece = { readonly row: number; readonly from: number; readonly to: number; readonly height: number };

export async function drawTable(paper: Paper, table: Table, frame: TableFrame, options: WorkOptions): Promise<void> {
  const { linesOf, countLines } = openBreaker(paper, table, frame.style);
  const header = table.columns.map(({ header: text, width }) =>
    paper.linesOf(text, frame.headerStyle, width - 2 * PADDING_X),
  );
  const totals = totalsLines(paper, table, frame);
  const rowHeight = (lines: number) => Math.max(LEAST_ROW, lines * frame.leading + 2 * PADDING_Y);
  const headerHeight = rowHeight(Math.max(...header.map((lines) => lines.length))) + 2;
  const totalsHeight = rowHeight(totals.length) + 2;
  const tailHeight = totalsHeight + frame.tailHeight;
  const sheets = await planSheets({ table, frame, rowHeight, headerHeight, tailHeight, countLines, options });
  const { startSheet, element } = openStarter({ paper, table, frame }, { lines: header, height: headerHeight });
  const outline = openOutline(table);
  let drawnRows = 0;
  for (const [index, pieces] of sheets.entries()) {
    const { sheet, grid } = startSheet(index === 0);
    const isLast = index === sheets.length - 1;
    const body = paper.openElement('TBody', element());
    sheet.inside(body, () => {
      for (const { row, from, to, height } of pieces) {
        if (from === 0) outline(sheet, row, grid.y());
        grid.row(linesOf(row, from, to), height, frame.style);
      }
      if (table.rowCount === 0) grid.merged([table.nil], rowHeight(1) + 4);
      if (isLast) grid.totals(table.totals, totals, totalsHeight);
    });
    paper.closeElement(body);
    grid.close();
    if (isLast) {
      paper.closeElement(element());
      frame.drawTail(sheet, grid.y());
    }
    sheet.artifact(() => frame.drawCount(sheet, index + 1, sheets.length));
    drawnRows += pieces.length;
    if (index % SHEETS_A_TURN === 0) {
      options.onProgress?.(Math.min(table.rowCount, Math.floor((table.rowCount + drawnRows) / 2)), table.rowCount);
      await giveWay(options.signal);
    }
  }
  options.onProgress?.(table.rowCount, table.rowCount);
}

/** Names the rows with which another group begins. */
function openOutline({ groupOf }: Table): (sheet: Sheet, row: number, y: number) => void {
  let [group, count] = ['', 0];
  return (sheet, row, y) => {
    const next = groupOf?.(row) ?? '';
    if (next === group || count >= MOST_OUTLINED) return;
    [group, count] = [next, count + 1];
    if (next) sheet.outline(next, y);
  };
}

type Drawing = { readonly paper: Paper; readonly table: Table; readonly frame: TableFrame };

type HeaderRow = { readonly lines: readonly Lines[]; readonly height: number };

/** Begins sheets with head, header row and foot; the second sheet and all after it share theirs. */
function openStarter({ paper, table, frame }: Drawing, header: HeaderRow) {
  const isDetailed = table.rowCount * table.columns.length <= MOST_TAGGED_CELLS;
  const columnRules = paper.makeStamp(frame.format, (stamped) => drawColumnRules(stamped, table.columns));
  const gridOn = (sheet: Sheet, top: number) => {
    return openGrid(sheet, table.columns, top, { ...frame, isDetailed, columnRules });
  };
  const gridTop = (sheet: Sheet, isFirst: boolean) =>
    sheet.top + (isFirst ? frame.headHeight.first : frame.headHeight.later);
  let opened: Element | undefined;
  /** Opened below the first head, which is read before it. */
  const element = () => {
    opened ??= paper.openElement('Table');
    return opened;
  };
  const drawShared = (sheet: Sheet, isFirst: boolean) => {
    frame.drawHead(sheet, isFirst);
    const head = isFirst ? paper.openElement('THead', element()) : element();
    frame.drawFoot(sheet);
    sheet.inside(head, () => {
      const grid = gridOn(sheet, gridTop(sheet, isFirst));
      grid.header(header.lines, header.height);
    });
    if (isFirst) paper.closeElement(head);
  };
  let later: Stamp | undefined;
  const startSheet = (isFirst: boolean) => {
    const sheet = paper.addSheet(frame.format);
    if (isFirst) drawShared(sheet, true);
    else {
      later ??= paper.makeStamp(frame.format, (stamped) => drawShared(stamped, false));
      sheet.stamp(later);
    }
    const grid = gridOn(sheet, gridTop(sheet, isFirst));
    grid.skip(header.height);
    return { sheet, grid };
  };
  return { startSheet, element };
}

/** Lines are counted to plan the sheets and asked for again to draw them: what is one line, and what broke, is kept. */
function openBreaker(paper: Paper, { columns, rowCount, cellsOf }: Table, style: TextStyle) {
  const remembered = columns.map(() => new Map<string, Lines>());
  const isOneLine = new Uint8Array(rowCount * columns.length);
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
    cellsOf(row).forEach((text, column) => {
      if (paper.isOneLine(text, style, widths[column] ?? 0)) isOneLine[row * columns.length + column] = 1;
      else most = Math.max(most, broken(text, column).length);
    });
    return most;
  }

  function linesOf(row: number, from: number, to: number): readonly Lines[] {
    return cellsOf(row).map((text, column) => {
      if (isOneLine[row * columns.length + column] === 1) return from === 0 ? [text] : [];
      const lines = broken(text, column);
      return from === 0 && to >= lines.length ? lines : lines.slice(from, to);
    });
  }

  return { countLines, linesOf };
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

function edgesOf(left: number, columns: readonly Column[]): readonly number[] {
  const edges = [left];
  for (const { width } of columns) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}

/** The inner upright rules from edge to edge of the sheet; each table shows the part that it fills. */
function drawColumnRules(sheet: Sheet, columns: readonly Column[]): void {
  for (const edge of edgesOf(sheet.left, columns).slice(1, -1)) sheet.line(edge, 0, edge, sheet.bottom);
}

/** A table on one sheet: rows go down it one by one. */
type GridFrame = TableFrame & { readonly isDetailed: boolean; readonly columnRules: Stamp };

function openGrid(sheet: Sheet, columns: readonly Column[], top: number, frame: GridFrame) {
  const edges = edgesOf(sheet.left, columns);
  const right = edges.at(-1) ?? sheet.right;
  let y = top;
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

  type Cells = readonly Lines[];
  type Draw = (index: number, column: Column) => void;

  function tagCells(kind: ElementKind, draw: Draw): void {
    sheet.tag('TR', () => {
      columns.forEach((column, index) => {
        sheet.tag(kind, () => draw(index, column), { isColumnHead: kind === 'TH' });
      });
    });
  }

  function tagRow(draw: Draw): void {
    sheet.tag('TR', () => {
      const drawAll = () => {
        for (const [index, column] of columns.entries()) draw(index, column);
      };
      sheet.tag('TD', drawAll, { columns: columns.length });
    });
  }

  return {
    y: () => y,
    skip: (height: number) => {
      y += height;
    },
    header: (cells: Cells, height: number) => {
      sheet.setOrigin(y + height / 2);
      tagCells('TH', (index, { width }) => {
        cell(cells[index] ?? [], edges[index] ?? 0, width, height, 'center', frame.headerStyle);
      });
      endRow(height);
    },
    row: (cells: Cells, height: number, style: TextStyle) => {
      // Cells of one line stand alike in rows of any height when written from the middle of the row.
      sheet.setOrigin(y + height / 2);
      const draw: Draw = (index, { width, align }) => {
        cell(cells[index] ?? [], edges[index] ?? 0, width, height, align, style);
      };
      if (frame.isDetailed) tagCells('TD', draw);
      else tagRow(draw);
      endRow(height);
    },
    merged: (lines: Lines, height: number) => {
      columnsEnd ??= y;
      const draw = () => cell(lines, sheet.left, right - sheet.left, height, 'center', frame.style);
      sheet.tag('TR', () => sheet.tag('TD', draw, { columns: columns.length }));
      endRow(height);
    },
    totals: ({ label, labelColumns }: Table['totals'], lines: Lines, height: number) => {
      columnsEnd ??= y;
      const edge = edges[labelColumns] ?? right;
      sheet.tag('TR', () => {
        const drawLabel = () => cell([label], sheet.left, edge - sheet.left, height, 'center', frame.headerStyle);
        sheet.tag('TD', drawLabel, { columns: labelColumns });
        const drawText = () => cell(lines, edge, right - edge, height, 'left', frame.style);
        sheet.tag('TD', drawText, { columns: columns.length - labelColumns });
      });
      sheet.line(edge, y, edge, y + height);
      endRow(height);
    },
    close: () => {
      const height = (columnsEnd ?? y) - top;
      if (columns.length > 1)
        sheet.stamp(frame.columnRules, { x: sheet.left, y: top, width: right - sheet.left, height });
      sheet.box(sheet.left, top, right - sheet.left, y - top, OUTER);
    },
  };
}
