/** Own columns of the disclosure ledger (自选列), saved by name: which there are, how wide each is on paper, when a set is refused. */

import { type Broken, broken, isBlank } from './broken.ts';
import { SHEET_SIZES, type SheetSize } from './ledgerPreset.ts';

/** Least and most width in points at the size of the ledger's text; both languages find room in them. */
const WIDTHS = {
  docNumber: [80, 112],
  /** Takes what the others leave. */
  title: [120, 120],
  docType: [44, 44],
  division: [54, 76],
  drafter: [44, 44],
  signer: [44, 44],
  signedOn: [56, 56],
  writtenOn: [56, 56],
  printedOn: [56, 56],
  attribute: [60, 60],
  basis: [86, 130],
  basisLaw: [60, 110],
  reason: [80, 140],
  normative: [56, 56],
  leader: [62, 62],
  joint: [40, 40],
  leadAgency: [60, 90],
  legality: [80, 100],
  copies: [40, 40],
  filing: [56, 56],
  review: [74, 74],
  dueOn: [60, 60],
  postedOn: [56, 56],
  deadline: [60, 60],
  postedChannel: [60, 76],
  postedUrl: [96, 150],
  interpretedOn: [68, 68],
  interpretationUrl: [96, 150],
  validity: [50, 50],
  heldBy: [64, 110],
  state: [56, 66],
  enteredAt: [56, 56],
  remarkNote: [50, 90],
  note: [60, 120],
} as const satisfies Readonly<Record<string, readonly [least: number, most: number]>>;

export type LedgerColumnName = keyof typeof WIDTHS;
/** In the order of the full ledger. */
export const LEDGER_COLUMN_NAMES = Object.keys(WIDTHS) as readonly LedgerColumnName[];

/** 序号 stands first on every ledger. */
export const ORDER_WIDTH = 28;
/** Points between the margins of a landscape sheet. */
export const SHEET_ROOM: Readonly<Record<SheetSize, number>> = { A4: 728, A3: 1077 };
const MM_PER_POINT = 25.4 / 72;

export function isLedgerColumn(name: string): name is LedgerColumnName {
  return Object.hasOwn(WIDTHS, name);
}

export function columnWidth(name: LedgerColumnName): readonly [least: number, most: number] {
  return WIDTHS[name];
}

/** Points that the columns need at the least, 序号 with them. */
export function leastWidth(columns: readonly LedgerColumnName[]): number {
  return columns.reduce((sum, name) => sum + WIDTHS[name][0], ORDER_WIDTH);
}

/** The sheets on which these columns find room, the smaller first. */
export function sheetsFor(columns: readonly LedgerColumnName[]): readonly SheetSize[] {
  return SHEET_SIZES.filter((size) => leastWidth(columns) <= SHEET_ROOM[size]);
}

export function sheetForColumns(columns: readonly LedgerColumnName[], asked?: SheetSize): SheetSize {
  const sheets = sheetsFor(columns);
  return sheets.find((size) => size === asked) ?? sheets[0] ?? 'A3';
}

/** Shares what the widest texts ask for, so that the title keeps its least; without a title all grow to fill the sheet. */
export function sharedWidths(
  columns: readonly { readonly least: number; readonly wanted: number; readonly isRest: boolean }[],
  room: number,
): readonly number[] {
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const wanted = columns.reduce((sum, column) => sum + column.wanted, 0);
  const share = wanted > least ? Math.min(1, (room - least) / (wanted - least)) : 0;
  const widths = columns.map((column) => column.least + (column.wanted - column.least) * share);
  const left = room - widths.reduce((sum, width) => sum + width, 0);
  const isSpread = !columns.some(({ isRest }) => isRest);
  return widths.map((width, index) => {
    if (isSpread) return width + (left * width) / (room - left);
    return columns[index]?.isRest ? width + left : width;
  });
}

/** Both rounded up, so that what fits in points fits in millimetres too. */
export function neededMillimetres(columns: readonly LedgerColumnName[]): number {
  return Math.ceil(leastWidth(columns) * MM_PER_POINT);
}

export function roomMillimetres(size: SheetSize): number {
  return Math.ceil(SHEET_ROOM[size] * MM_PER_POINT);
}

export type ColumnSetDraft = { readonly name: string; readonly columns: readonly string[] };

/** `taken`: names of the other sets that the person sees, and of the forms that ship with the program. */
export function brokenOnColumnSet({ name, columns }: ColumnSetDraft, taken: readonly string[]): readonly Broken[] {
  const known = columns.filter(isLedgerColumn);
  const unknown = columns.filter((column) => !isLedgerColumn(column));
  const twice = known.filter((column, index) => known.indexOf(column) !== index);
  const trimmed = name.trim();
  return [
    ...(isBlank(name) ? [broken('columnSet.nameMissing', 'name')] : []),
    ...(taken.includes(trimmed) ? [broken('columnSet.nameTaken', 'name', { name: trimmed })] : []),
    ...(columns.length === 0 ? [broken('columnSet.columnMissing', 'columns')] : []),
    ...unknown.map((column) => broken('columnSet.columnUnknown', 'columns', { column })),
    ...twice.map((column) => broken('columnSet.columnTwice', 'columns', { column })),
    ...(sheetsFor(known).length > 0
      ? []
      : [broken('columnSet.tooWide', 'columns', { need: neededMillimetres(known), room: roomMillimetres('A3') })]),
  ];
}
