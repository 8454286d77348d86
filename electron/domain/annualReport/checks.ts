/** The checks of the tables (勾稽关系): each broken one names table, row and column, and both sides. 国办公开办函〔2021〕30号 三. */

import type { BrokenParams } from '../broken.ts';
import { cellKey, type ReportCell, type ReportLayout, type ReportTableKey } from './layout.ts';
import { type Figures, reportCells } from './report.ts';
import { REQUESTS_BLOCK } from './sharedTables.ts';

export const CHECK_CODES = ['rowTotal', 'columnTotal', 'balance', 'carriedIn'] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

export type BrokenCheck = {
  /** `report.<code>` has its sentence. */
  readonly code: CheckCode;
  readonly cell: string;
  readonly table: ReportTableKey;
  readonly row: string;
  readonly column: string;
  /** What stands there and what ought to; of a balance both sides: 三（七）加四, and 一加二. */
  readonly found: number;
  readonly expected: number;
};

/** `before` are the figures of last year's report as signed; undefined where there is none. */
export function brokenChecks(
  layout: ReportLayout,
  figures: Figures,
  before: Figures | undefined,
): readonly BrokenCheck[] {
  const cells = reportCells(layout);
  return [...cells.flatMap((cell) => brokenSums(cell, figures)), ...brokenFlow(cells, figures, before)];
}

/** Totals across the columns and down the rows; a cell in both is asked both ways. */
function brokenSums(cell: ReportCell, figures: Figures): readonly BrokenCheck[] {
  const { table, block, row, column } = cell;
  const at = (rowKey: string, columnKey: string) => cellKey(table, block.key, rowKey, columnKey);
  return [
    ...(column.sumOf
      ? unequal(
          'rowTotal',
          cell,
          sum(
            column.sumOf.map((key) => at(row.key, key)),
            figures,
          ),
          figures,
        )
      : []),
    ...(row.sumOf
      ? unequal(
          'columnTotal',
          cell,
          sum(
            row.sumOf.map((key) => at(key, column.key)),
            figures,
          ),
          figures,
        )
      : []),
  ];
}

/** 一 + 二 = 三（七）+ 四 in every column of table 三, and 二 is what last year carried over. */
function brokenFlow(
  cells: readonly ReportCell[],
  figures: Figures,
  before: Figures | undefined,
): readonly BrokenCheck[] {
  const inRow = (row: string) => cells.filter((cell) => cell.table === 'requests' && cell.row.key === row);
  const at = (row: string, column: string) => cellKey('requests', REQUESTS_BLOCK, row, column);
  const balance = inRow('carriedOut').flatMap((cell) => {
    const column = cell.column.key;
    const value = (row: string) => figures[at(row, column)] ?? 0;
    const [incoming, outgoing] = [value('received') + value('carriedIn'), value('handled') + value('carriedOut')];
    return differing('balance', cell, { found: outgoing, expected: incoming });
  });
  if (before === undefined) return balance;
  const carried = inRow('carriedIn').flatMap((cell) =>
    unequal('carriedIn', cell, before[at('carriedOut', cell.column.key)] ?? 0, figures),
  );
  return [...balance, ...carried];
}

function sum(keys: readonly string[], figures: Figures): number {
  return keys.reduce((total, key) => total + (figures[key] ?? 0), 0);
}

function unequal(code: CheckCode, cell: ReportCell, expected: number, figures: Figures): readonly BrokenCheck[] {
  return differing(code, cell, { found: figures[cell.key] ?? 0, expected });
}

function differing(
  code: CheckCode,
  cell: ReportCell,
  { found, expected }: Pick<BrokenCheck, 'found' | 'expected'>,
): readonly BrokenCheck[] {
  if (found === expected) return [];
  const { key, table, row, column } = cell;
  return [{ code, cell: key, table, row: row.key, column: column.key, found, expected }];
}

/** What the sentence of a broken check says; the terms of table, row and column are looked up by their keys. */
export function checkParams({ table, row, column, found, expected }: BrokenCheck): BrokenParams {
  return { table, row, column, found, expected };
}
