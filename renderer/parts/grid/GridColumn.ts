/** A column of a grid: what stands in its head, how wide it is and what its cells show. */

import type { ReactNode } from 'react';

export type GridColumn<Row> = {
  readonly id: string;
  readonly heading: string;
  /** Least width in pixels; what is left is shared out by `grows`. */
  readonly width: number;
  readonly grows?: number;
  readonly isCentred?: true;
  /** Two lines rather than one; never for numbers and days. */
  readonly wraps?: true;
  readonly ordering?: Ordering;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** Class names that a single cell has of its own. */
  readonly tone?: (row: Row) => string;
  /** The whole text where the cell may cut it. */
  readonly hint?: (row: Row) => string | undefined;
};

/** How the rows stand by this column, and what its heading does about it. */
export type Ordering = {
  readonly state: 'ascending' | 'descending' | 'none';
  readonly hint: string;
  readonly onOrder: () => void;
};
