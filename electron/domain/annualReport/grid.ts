/** The tables of the report as their format draws them, for paper and screen alike: headings that span, figures in their places. */

import { cellKey, type FigureKind, type ReportBlock, type ReportColumn, type ReportTable } from './layout.ts';
import { DISPUTES_ROW } from './sharedTables.ts';

export type GridCell = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Code of the words; empty for a figure. */
  readonly words: string;
  /** Key and kind of the figure; null for words. */
  readonly figure: { readonly key: string; readonly kind: FigureKind } | null;
  readonly isHead: boolean;
  readonly align: 'left' | 'center';
};

export type ReportGrid = {
  readonly key: string;
  /** Shares of the width. */
  readonly widths: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly GridCell[];
};

/** One grid for each block, to stand under one another without a gap. */
export function gridsOf(table: ReportTable): readonly ReportGrid[] {
  return table.blocks.map((block) => {
    if (table.key === 'disclosed') return disclosedGrid(table, block);
    return table.key === 'requests' ? requestsGrid(table, block) : disputesGrid(table, block);
  });
}

type Place = { readonly row: number; readonly column: number; readonly rows?: number; readonly columns?: number };

function words(code: string, place: Place, style: Partial<Pick<GridCell, 'isHead' | 'align'>> = {}): GridCell {
  return { rows: 1, columns: 1, ...place, words: code, figure: null, isHead: false, align: 'center', ...style };
}

function head(code: string, place: Place): GridCell {
  return words(code, place, { isHead: true });
}

function figure(table: ReportTable, block: ReportBlock, row: string, column: ReportColumn, place: Place): GridCell {
  const key = cellKey(table.key, block.key, row, column.key);
  return { ...words('', place), figure: { key, kind: column.kind ?? 'count' } };
}

/** Under a heading a column says only its own part: 行政复议 → 结果维持. */
function columnWords({ key }: ReportColumn): string {
  return `reportColumn.${key.split('-').at(-1)}`;
}

const LABEL_SHARE = 0.28;

/** 第二十条第（一）项 over 信息内容 and the columns of its figures. */
function disclosedGrid(table: ReportTable, block: ReportBlock): ReportGrid {
  const count = block.columns.length;
  return {
    key: block.key,
    widths: [LABEL_SHARE, ...block.columns.map(() => (1 - LABEL_SHARE) / count)],
    rowCount: block.rows.length + 2,
    cells: [
      head(`reportBlock.${block.key}`, { row: 0, column: 0, columns: count + 1 }),
      head('reportHead.content', { row: 1, column: 0 }),
      ...block.columns.map((column, at) => head(columnWords(column), { row: 1, column: at + 1 })),
      ...block.rows.flatMap((row, at) => [
        words(`reportRow.${row.key}`, { row: at + 2, column: 0 }),
        ...block.columns.map((column, place) =>
          figure(table, block, row.key, column, { row: at + 2, column: place + 1 }),
        ),
      ]),
    ],
  };
}

/** Columns of the labels: 本年度办理结果, （三）不予公开, 1.属于国家秘密. */
const LABEL_SHARES = [0.08, 0.115, 0.285] as const;
const LABELS = LABEL_SHARES.length;
const HEAD_ROWS = 3;

function requestsGrid(table: ReportTable, block: ReportBlock): ReportGrid {
  const share = LABEL_SHARES.reduce((sum: number, each) => sum + each, 0);
  return {
    key: block.key,
    widths: [...LABEL_SHARES, ...block.columns.map(() => (1 - share) / block.columns.length)],
    rowCount: block.rows.length + HEAD_ROWS,
    cells: [
      ...requestsHead(block.columns),
      ...rowLabels(block),
      ...block.rows.flatMap((row, at) =>
        block.columns.map((column, place) =>
          figure(table, block, row.key, column, { row: at + HEAD_ROWS, column: place + LABELS }),
        ),
      ),
    ],
  };
}

/** 申请人情况 over 自然人, 法人或其他组织 with its kinds, 总计. */
function requestsHead(columns: readonly ReportColumn[]): readonly GridCell[] {
  const grouped = columns.filter(({ group }) => group !== undefined);
  const first = columns.findIndex(({ group }) => group !== undefined);
  return [
    words('reportHead.flow', { row: 0, column: 0, rows: HEAD_ROWS, columns: LABELS }),
    head('reportHead.applicants', { row: 0, column: LABELS, columns: columns.length }),
    head('reportGroup.organisation', { row: 1, column: LABELS + first, columns: grouped.length }),
    ...columns.map((column, at) =>
      head(columnWords(column), {
        column: LABELS + at,
        ...(column.group === undefined ? { row: 1, rows: 2 } : { row: 2 }),
      }),
    ),
  ];
}

/** Neighbouring rows with the same heading share one cell; a row's own words take the columns that are left. */
function rowLabels({ rows }: ReportBlock): readonly GridCell[] {
  return rows.flatMap(({ key, groups }, at): GridCell[] => [
    ...groups.flatMap((group, level): GridCell[] => {
      const isSame = (index: number) => rows[index]?.groups[level] === group;
      if (isSame(at - 1)) return [];
      let count = 1;
      while (isSame(at + count)) count += 1;
      return [words(`reportGroup.${group}`, { row: at + HEAD_ROWS, column: level, rows: count })];
    }),
    words(
      `reportRow.${key}`,
      { row: at + HEAD_ROWS, column: groups.length, columns: LABELS - groups.length },
      { align: 'left' },
    ),
  ]);
}

/** 行政复议 | 行政诉讼: 未经复议直接起诉, 复议后起诉. */
function disputesGrid(table: ReportTable, block: ReportBlock): ReportGrid {
  const { columns } = block;
  const groups = [...new Set(columns.flatMap(({ group }) => group ?? []))];
  const spans = groups.map((group) => ({
    code: `reportGroup.${group}`,
    column: columns.findIndex((column) => column.group === group),
    columns: columns.filter((column) => column.group === group).length,
  }));
  const [first, ...suits] = spans;
  const inSuits = suits.reduce((sum, suit) => sum + suit.columns, 0);
  return {
    key: block.key,
    widths: columns.map(() => 1 / columns.length),
    rowCount: 4,
    cells: [
      ...(first ? [head(first.code, { row: 0, column: first.column, columns: first.columns, rows: 2 })] : []),
      head('reportGroup.suit', { row: 0, column: suits[0]?.column ?? 0, columns: inSuits }),
      ...suits.map((suit) => head(suit.code, { row: 1, column: suit.column, columns: suit.columns })),
      ...columns.map((column, at) => head(columnWords(column), { row: 2, column: at })),
      ...columns.map((column, at) => figure(table, block, DISPUTES_ROW, column, { row: 3, column: at })),
    ],
  };
}
