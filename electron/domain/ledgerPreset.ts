/** The forms of the printed ledger (表式), and the sheets on which the columns of each find room. */

export const LEDGER_PRESETS = ['brief', 'full', 'report'] as const;
/** 简表, 全表, 上报表 */
export type LedgerPreset = (typeof LEDGER_PRESETS)[number];

export const SHEET_SIZES = ['A4', 'A3'] as const;
/** Landscape. */
export type SheetSize = (typeof SHEET_SIZES)[number];

/** The first one is used unless another is asked for. */
export const PRESET_SIZES: Readonly<Record<LedgerPreset, readonly [SheetSize, ...SheetSize[]]>> = {
  brief: ['A4', 'A3'],
  full: ['A3'],
  report: ['A4', 'A3'],
};

export function sheetSizeOf(preset: LedgerPreset, asked?: SheetSize): SheetSize {
  const [usual, ...others] = PRESET_SIZES[preset];
  return others.find((size) => size === asked) ?? usual;
}
