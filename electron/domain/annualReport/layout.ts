/**
 * The format of the annual report on open government information (政府信息公开工作年度报告) as data: tables, blocks,
 * rows, columns, and which cells are sums of others. The State Council's office sets it. 条例第五十条.
 */

/** Words of all keys stand in `wording/annualReport.ts`. */
export type ReportColumn = {
  readonly key: string;
  /** Heading above this and its neighbours. */
  readonly group?: string;
  /** Keys of the columns that this one adds up. */
  readonly sumOf?: readonly string[];
  readonly kind?: FigureKind;
};

export type ReportRow = {
  readonly key: string;
  /** Headings on the left that this row shares with its neighbours, the outer one first. */
  readonly groups: readonly string[];
  /** Keys of the rows that this one adds up. */
  readonly sumOf?: readonly string[];
};

/** A number of things; a number that grew or fell (增/减); an amount in 万元, kept in fen so that nothing is rounded. */
export const FIGURE_KINDS = ['count', 'change', 'money'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

export type ReportBlock = {
  readonly key: string;
  readonly rows: readonly ReportRow[];
  readonly columns: readonly ReportColumn[];
};

/** 二 / 三 / 四 */
export const REPORT_TABLES = ['disclosed', 'requests', 'disputes'] as const;
export type ReportTableKey = (typeof REPORT_TABLES)[number];

export type ReportTable = { readonly key: ReportTableKey; readonly blocks: readonly ReportBlock[] };

export type ReportLayout = {
  readonly key: string;
  readonly firstYear: number;
  /** The document that sets the format. */
  readonly source: string;
  readonly tables: readonly ReportTable[];
};

/** 一 to 六; 二, 三 and 四 hold a table each and may be introduced by a text. */
export const REPORT_SECTIONS = ['overview', 'disclosed', 'requests', 'disputes', 'problems', 'other'] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** Sections that say something in words; without them there is no report. */
export const SECTIONS_IN_WORDS = ['overview', 'problems', 'other'] as const satisfies readonly ReportSection[];

export type ReportCell = {
  /** `table.block.row.column` */
  readonly key: string;
  readonly table: ReportTableKey;
  readonly block: ReportBlock;
  readonly row: ReportRow;
  readonly column: ReportColumn;
  readonly kind: FigureKind;
  /** Keys of the cells that this one adds up; a cell in a row and a column of sums adds up its row. */
  readonly sumOf: readonly string[] | null;
};

export function cellKey(table: string, block: string, row: string, column: string): string {
  return [table, block, row, column].join('.');
}

/** Every cell, in the order in which the report is read. */
export function cellsOf(layout: ReportLayout): readonly ReportCell[] {
  return layout.tables.flatMap((table) =>
    table.blocks.flatMap((block) =>
      block.rows.flatMap((row) =>
        block.columns.map((column): ReportCell => {
          const at = (rowKey: string, columnKey: string) => cellKey(table.key, block.key, rowKey, columnKey);
          const across = column.sumOf?.map((key) => at(row.key, key));
          const down = row.sumOf?.map((key) => at(key, column.key));
          return {
            key: at(row.key, column.key),
            table: table.key,
            block,
            row,
            column,
            kind: column.kind ?? 'count',
            sumOf: across ?? down ?? null,
          };
        }),
      ),
    ),
  );
}
