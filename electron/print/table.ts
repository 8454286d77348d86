/** A ruled table over as many sheets as it takes: header repeated, rows whole, totals and signatures kept with rows. */

import type { Paper } from './page.ts';
import type { Sheet, Stamp } from './sheet.ts';
import { drawColumnRules, openGrid } from './tableGrid.ts';
import {
  type Lines,
  nilHeight,
  openBreaker,
  PADDING_X,
  planSheets,
  rowHeight,
  type Table,
  type TableFrame,
  totalsLines,
} from './tableLayout.ts';
import type { Element } from './tags.ts';
import { giveWay, type WorkOptions } from './work.ts';

/** Up to so many cells each is tagged by itself; in longer tables a row is one cell, or the tags would outweigh the text. */
const MOST_TAGGED_CELLS = 20_000;
const MOST_OUTLINED = 1000;
const SHEETS_A_TURN = 6;

export async function drawTable(paper: Paper, table: Table, frame: TableFrame, options: WorkOptions): Promise<void> {
  const { linesOf, countLines, widthAt } = openBreaker(paper, table, frame.style);
  const header = table.columns.map(({ header: text, width }) =>
    paper.linesOf(text, frame.headerStyle, width - 2 * PADDING_X),
  );
  const totals = totalsLines(paper, table, frame);
  const headerHeight = rowHeight(Math.max(...header.map((lines) => lines.length)), frame) + 2;
  const totalsHeight = rowHeight(Math.max(totals.label.length, totals.text.length), frame) + 2;
  const tailHeight = totalsHeight + frame.tailHeight;
  const sheets = await planSheets({ table, frame, headerHeight, tailHeight, countLines, options });
  const { startSheet, element } = openStarter({ paper, table, frame }, { lines: header, height: headerHeight });
  const outline = openOutline(table);
  let drawnRows = 0;
  let written = paper.written();
  for (const [index, pieces] of sheets.entries()) {
    const { sheet, grid } = startSheet(index === 0);
    const isLast = index === sheets.length - 1;
    const body = paper.openElement('TBody', element());
    sheet.inside(body, () => {
      for (const { row, from, to, height } of pieces) {
        if (from === 0) outline(sheet, row, grid.y());
        grid.row(linesOf(row, from, to), height, frame.style, (column) => widthAt(row, column));
      }
      if (table.rowCount === 0) grid.merged([table.nil], nilHeight(frame));
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
      await written;
      written = paper.written();
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
