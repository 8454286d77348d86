/** A ruled table whose cells may span rows and columns, drawn whole on one sheet: the tables of an official format. */

import { baselineIn } from './form.ts';
import type { Paper } from './page.ts';
import type { Sheet, TextStyle } from './sheet.ts';

export type SpanCell = {
  readonly row: number;
  readonly column: number;
  readonly rows?: number;
  readonly columns?: number;
  readonly text: string;
  readonly isHead?: boolean;
  readonly align?: 'left' | 'center';
};

export type SpanTable = {
  /** Points. */
  readonly widths: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly SpanCell[];
};

const PADDING_X = 2.5;
const PADDING_Y = 2.6;
const LEADING = 1.25;

/** Heights of the rows in type of this size; a spanning cell that needs more gets it from its last row. */
export function rowHeights(paper: Paper, table: SpanTable, size: number): readonly number[] {
  const heights = Array.from({ length: table.rowCount }, () => size * LEADING + 2 * PADDING_Y);
  const bySpan = table.cells.toSorted((a, b) => (a.rows ?? 1) - (b.rows ?? 1));
  for (const cell of bySpan) {
    const { row, rows = 1 } = cell;
    const lines = linesOf(paper, table, cell, size).length;
    const needed = lines * size * LEADING + 2 * PADDING_Y;
    const given = heights.slice(row, row + rows).reduce((sum, height) => sum + height, 0);
    const last = row + rows - 1;
    if (needed > given) heights[last] = (heights[last] ?? 0) + needed - given;
  }
  return heights;
}

export function heightOf(paper: Paper, tables: readonly SpanTable[], size: number): number {
  return tables.flatMap((table) => rowHeights(paper, table, size)).reduce((sum, height) => sum + height, 0);
}

/** Draws the table and returns the y below it. */
export function drawSpanTable(
  sheet: Sheet,
  paper: Paper,
  table: SpanTable,
  place: { readonly x: number; readonly y: number; readonly size: number },
): number {
  const { size } = place;
  const heights = rowHeights(paper, table, size);
  const tops = edgesOf(place.y, heights);
  const lefts = edgesOf(place.x, table.widths);
  const drawCell = (cell: SpanCell) => {
    const { row, column, rows = 1, columns = 1, align = 'center' } = cell;
    const [top = 0, bottom = 0] = [tops[row], tops[row + rows]];
    const [left = 0, right = 0] = [lefts[column], lefts[column + columns]];
    sheet.box(left, top, right - left, bottom - top);
    const lines = linesOf(paper, table, cell, size);
    const leading = size * LEADING;
    let y = top + (bottom - top - lines.length * leading) / 2;
    for (const line of lines) {
      const x = align === 'left' ? left + PADDING_X : (left + right) / 2;
      sheet.text(line, x, baselineIn(y, leading, size), styleOf(cell, size), align);
      y += leading;
    }
  };
  sheet.tag('Table', () => {
    for (let row = 0; row < table.rowCount; row++) sheet.tag('TR', () => drawRow(sheet, table, row, drawCell));
  });
  const [end = place.y, right = place.x] = [tops.at(-1), lefts.at(-1)];
  sheet.box(place.x, place.y, right - place.x, end - place.y, 1);
  return end;
}

/** Read row by row, a spanning cell with the row in which it begins. */
function drawRow(sheet: Sheet, { cells }: SpanTable, row: number, drawCell: (cell: SpanCell) => void): void {
  for (const cell of cells.filter((each) => each.row === row).toSorted((a, b) => a.column - b.column)) {
    sheet.tag(cell.isHead ? 'TH' : 'TD', () => drawCell(cell), { columns: cell.columns, isColumnHead: cell.isHead });
  }
}

function edgesOf(start: number, lengths: readonly number[]): readonly number[] {
  const edges = [start];
  for (const length of lengths) edges.push((edges.at(-1) ?? start) + length);
  return edges;
}

function styleOf({ isHead }: SpanCell, size: number): TextStyle {
  return { face: isHead ? 'hei' : 'song', size };
}

function linesOf(paper: Paper, { widths }: SpanTable, cell: SpanCell, size: number): readonly string[] {
  const { column, columns = 1 } = cell;
  const width = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
  return paper.linesOf(cell.text, styleOf(cell, size), width - 2 * PADDING_X);
}
