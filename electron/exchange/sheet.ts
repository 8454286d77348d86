/** A sheet to be written: its columns with their kind, its rows one after the other. */

export type SheetColumn = {
  readonly header: string;
  /** In characters of the standard font. */
  readonly width: number;
  readonly kind: 'text' | 'day' | 'number' | 'amount';
};

/** A day is written `YYYY-MM-DD`; `null` leaves the cell empty. */
export type SheetCell = string | number | null;

export type Sheet = {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** A long list comes in slices, so that nothing of it has to be held whole. */
  readonly rows: Iterable<readonly SheetCell[]> | AsyncIterable<readonly SheetCell[]>;
};

/** Excel keeps no more characters in a cell. */
export const LONGEST_CELL_TEXT = 32_767;
