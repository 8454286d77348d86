/** The three tables of the annual report as its format draws them: headings that span, figures in their cells. */

import { writeFigure } from '../domain/annualReport/figure.ts';
import { cellKey, type ReportBlock, type ReportColumn, type ReportTable } from '../domain/annualReport/layout.ts';
import type { Figures } from '../domain/annualReport/report.ts';
import type { Language } from '../domain/wording/catalogue.ts';
import { say } from '../domain/wording/say.ts';
import type { SpanCell, SpanTable } from './spanTable.ts';

export type FilledTable = { readonly table: ReportTable; readonly figures: Figures; readonly language: Language };

/** One grid under another without a gap. */
export function spanTables(filled: FilledTable, width: number): readonly SpanTable[] {
  const { table } = filled;
  if (table.key === 'disclosed') return table.blocks.map((block) => disclosedBlock(filled, block, width));
  return table.blocks.map((block) =>
    table.key === 'requests' ? requestsBlock(filled, block, width) : disputesBlock(filled, block, width),
  );
}

/** Under a group a column says only its own part: 行政复议 → 结果维持. */
export function columnHead(language: Language, { key }: ReportColumn): string {
  return say(language, `reportColumn.${key.split('-').at(-1) ?? key}`);
}

/** Nought is printed 0; what nobody filled in stays empty. */
function figureText({ table, figures }: FilledTable, block: ReportBlock, row: string, column: ReportColumn): string {
  const value = figures[cellKey(table.key, block.key, row, column.key)] ?? null;
  return value === null ? '' : writeFigure(value, column.kind ?? 'count');
}

const LABEL_SHARE = 0.28;

/** 第二十条第（一）项 over 信息内容 and the columns of its figures. */
function disclosedBlock(filled: FilledTable, block: ReportBlock, width: number): SpanTable {
  const { language } = filled;
  const count = block.columns.length;
  const widths = [width * LABEL_SHARE, ...block.columns.map(() => (width * (1 - LABEL_SHARE)) / count)];
  const head = { isHead: true } as const;
  const cells: SpanCell[] = [
    { row: 0, column: 0, columns: count + 1, text: say(language, `reportBlock.${block.key}`), ...head },
    { row: 1, column: 0, text: say(language, 'reportHead.content'), ...head },
    ...block.columns.map((column, at) => ({ row: 1, column: at + 1, text: columnHead(language, column), ...head })),
    ...block.rows.flatMap((row, at): SpanCell[] => [
      { row: at + 2, column: 0, text: say(language, `reportRow.${row.key}`) },
      ...block.columns.map((column, place) => ({
        row: at + 2,
        column: place + 1,
        text: figureText(filled, block, row.key, column),
      })),
    ]),
  ];
  return { widths, rowCount: block.rows.length + 2, cells };
}

/** Columns of the labels: 本年度办理结果, （三）不予公开, 1.属于国家秘密. */
const LABEL_COLUMNS = [0.08, 0.115, 0.285] as const;
const HEAD_ROWS = 3;

function requestsBlock(filled: FilledTable, block: ReportBlock, width: number): SpanTable {
  const { language } = filled;
  const labels = LABEL_COLUMNS.length;
  const share = LABEL_COLUMNS.reduce((sum, each) => sum + each, 0);
  const widths = [
    ...LABEL_COLUMNS.map((each) => width * each),
    ...block.columns.map(() => (width * (1 - share)) / block.columns.length),
  ];
  const cells: SpanCell[] = [
    ...requestsHead(language, block.columns),
    ...rowLabels(language, block),
    ...block.rows.flatMap((row, at) =>
      block.columns.map((column, place) => ({
        row: at + HEAD_ROWS,
        column: place + labels,
        text: figureText(filled, block, row.key, column),
      })),
    ),
  ];
  return { widths, rowCount: block.rows.length + HEAD_ROWS, cells };
}

/** 申请人情况 over 自然人, 法人或其他组织 with its kinds, 总计. */
function requestsHead(language: Language, columns: readonly ReportColumn[]): readonly SpanCell[] {
  const labels = LABEL_COLUMNS.length;
  const head = { isHead: true } as const;
  const grouped = columns.filter(({ group }) => group !== undefined);
  const firstGrouped = columns.findIndex(({ group }) => group !== undefined);
  return [
    { row: 0, column: 0, rows: HEAD_ROWS, columns: labels, text: say(language, 'reportHead.flow') },
    { row: 0, column: labels, columns: columns.length, text: say(language, 'reportHead.applicants'), ...head },
    {
      ...{ row: 1, column: labels + firstGrouped, columns: grouped.length },
      text: say(language, 'reportGroup.organisation'),
      ...head,
    },
    ...columns.map((column, at) => ({
      ...(column.group === undefined ? { row: 1, rows: 2 } : { row: 2 }),
      column: labels + at,
      text: columnHead(language, column),
      ...head,
    })),
  ];
}

/** Neighbouring rows with the same heading share one cell; a row's own words take the columns that are left. */
function rowLabels(language: Language, { rows }: ReportBlock): readonly SpanCell[] {
  const labels = LABEL_COLUMNS.length;
  return rows.flatMap(({ key, groups }, at): SpanCell[] => [
    ...groups.flatMap((group, level): SpanCell[] => {
      const isSame = (index: number) => rows[index]?.groups[level] === group;
      if (isSame(at - 1)) return [];
      let count = 1;
      while (isSame(at + count)) count += 1;
      return [{ row: at + HEAD_ROWS, column: level, rows: count, text: say(language, `reportGroup.${group}`) }];
    }),
    {
      ...{ row: at + HEAD_ROWS, column: groups.length, columns: labels - groups.length },
      text: say(language, `reportRow.${key}`),
      align: 'left',
    },
  ]);
}

/** 行政复议 | 行政诉讼: 未经复议直接起诉, 复议后起诉. */
function disputesBlock(filled: FilledTable, block: ReportBlock, width: number): SpanTable {
  const { language } = filled;
  const { columns } = block;
  const head = { isHead: true } as const;
  const groups = [...new Set(columns.map(({ group }) => group))];
  const [first, ...suits] = groups.map((group) => ({
    text: say(language, `reportGroup.${group}`),
    column: columns.findIndex((column) => column.group === group),
    columns: columns.filter((column) => column.group === group).length,
  }));
  const inSuits = suits.reduce((sum, each) => sum + each.columns, 0);
  const cells: SpanCell[] = [
    ...(first ? [{ row: 0, rows: 2, ...first, ...head }] : []),
    {
      ...{ row: 0, column: suits[0]?.column ?? 0, columns: inSuits },
      text: say(language, 'reportGroup.suit'),
      ...head,
    },
    ...suits.map((suit) => ({ row: 1, ...suit, ...head })),
    ...columns.map((column, at) => ({ row: 2, column: at, text: columnHead(language, column), ...head })),
    ...columns.map((column, at) => ({ row: 3, column: at, text: figureText(filled, block, 'number', column) })),
  ];
  return { widths: columns.map(() => width / columns.length), rowCount: 4, cells };
}
