/** A table on one sheet: cells with their texts and tags, rows one below the other, and the rules between them. */

import { type Align, ASCENT, type Sheet, type Stamp, startOf, type TextStyle } from './sheet.ts';
import { type Column, type Lines, PADDING_X, type Table, type TableFrame, type TotalsLines } from './tableLayout.ts';
import type { ElementKind } from './tags.ts';

const OUTER = 1;

function edgesOf(left: number, columns: readonly Column[]): readonly number[] {
  const edges = [left];
  for (const { width } of columns) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}

/** The inner upright rules from edge to edge of the sheet; each table shows the part that it fills. */
export function drawColumnRules(sheet: Sheet, columns: readonly Column[]): void {
  for (const edge of edgesOf(sheet.left, columns).slice(1, -1)) sheet.line(edge, 0, edge, sheet.bottom);
}

/** A table on one sheet: rows go down it one by one. */
export type GridFrame = TableFrame & { readonly isDetailed: boolean; readonly columnRules: Stamp };

export function openGrid(sheet: Sheet, columns: readonly Column[], top: number, frame: GridFrame) {
  const edges = edgesOf(sheet.left, columns);
  const right = edges.at(-1) ?? sheet.right;
  let y = top;
  /** Where the inner vertical lines end: above the rows that span columns. */
  let columnsEnd: number | undefined;
  /** Where rows end: their rules are drawn together below all texts. */
  const ends: number[] = [];
  function cell(lines: Lines, x: number, width: number, height: number, align: Align, style: TextStyle): void {
    const textX = align === 'left' ? x + PADDING_X : align === 'right' ? x + width - PADDING_X : x + width / 2;
    drawLines(lines, textX, height, align, style);
  }

  function drawLines(lines: Lines, textX: number, height: number, align: Align, style: TextStyle): void {
    let lineTop = y + (height - lines.length * frame.leading) / 2;
    for (const line of lines) {
      const baseline = lineTop + (frame.leading - style.size) / 2 + ASCENT * style.size;
      sheet.text(line, textX, baseline, style, align);
      lineTop += frame.leading;
    }
  }

  function endRow(height: number): void {
    y += height;
    ends.push(y);
  }

  type Cells = readonly Lines[];
  type Draw = (index: number) => void;

  function tagCells(kind: ElementKind, draw: Draw): void {
    sheet.tag('TR', () => {
      for (let index = 0; index < columns.length; index++) {
        sheet.tag(kind, () => draw(index), { isColumnHead: kind === 'TH' });
      }
    });
  }

  function tagRow(draw: Draw): void {
    sheet.tag('TR', () => {
      const drawAll = () => {
        for (let index = 0; index < columns.length; index++) draw(index);
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
      tagCells('TH', (index) => {
        cell(cells[index] ?? [], edges[index] ?? 0, columns[index]?.width ?? 0, height, 'center', frame.headerStyle);
      });
      y += height;
      sheet.line(sheet.left, y, right, y);
    },
    /** `widthAt` says how wide the text of a column is where that is known already, else 0. */
    row: (cells: Cells, height: number, style: TextStyle, widthAt: (column: number) => number) => {
      // Cells of one line stand alike in rows of any height when written from the middle of the row.
      sheet.setOrigin(y + height / 2);
      const draw: Draw = (index) => {
        const column = columns[index];
        if (!column) return;
        const [lines, x, known] = [cells[index] ?? [], edges[index] ?? 0, widthAt(index)];
        if (known === 0 || column.align !== 'center') cell(lines, x, column.width, height, column.align, style);
        else drawLines(lines, startOf(x + column.width / 2, known, 'center'), height, 'left', style);
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
    totals: ({ labelColumns }: Table['totals'], { label, text }: TotalsLines, height: number) => {
      columnsEnd ??= y;
      const edge = edges[labelColumns] ?? right;
      sheet.tag('TR', () => {
        const drawLabel = () => cell(label, sheet.left, edge - sheet.left, height, 'center', frame.headerStyle);
        sheet.tag('TD', drawLabel, { columns: labelColumns });
        const drawText = () => cell(text, edge, right - edge, height, 'left', frame.style);
        sheet.tag('TD', drawText, { columns: columns.length - labelColumns });
      });
      sheet.line(edge, y, edge, y + height);
      endRow(height);
    },
    close: () => {
      if (ends.length > 0) sheet.rules(ends, sheet.left, right);
      const height = (columnsEnd ?? y) - top;
      if (columns.length > 1)
        sheet.stamp(frame.columnRules, { x: sheet.left, y: top, width: right - sheet.left, height });
      sheet.box(sheet.left, top, right - sheet.left, y - top, OUTER);
    },
  };
}
