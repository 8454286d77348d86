/** Labels on A4 sheets: their kinds, their codes, how many stand on a sheet, and which pages of a paper were asked for. */

export const LABEL_KINDS = ['stamp', 'shelf', 'box'] as const;
/** 归档章 / 文件标签 / 档案盒标签 */
export type LabelKind = (typeof LABEL_KINDS)[number];

export const LABEL_CODES = ['qr', 'code128'] as const;
export type LabelCode = (typeof LABEL_CODES)[number];

/** Columns and rows of each sheet; cells touch each other, as sheets of labels are cut. */
export const LABEL_GRIDS = {
  stamp: { columns: 3, rows: 8 },
  shelf: { columns: 2, rows: 7 },
  box: { columns: 2, rows: 4 },
} as const satisfies Record<LabelKind, { readonly columns: number; readonly rows: number }>;

export function labelsOnSheet(kind: LabelKind): number {
  const { columns, rows } = LABEL_GRIDS[kind];
  return columns * rows;
}
