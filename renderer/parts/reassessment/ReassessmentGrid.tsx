/** The list of a re-assessment: walked, marked and decided by keys. */

import type { RefObject } from 'react';
import type { ReassessmentRecord } from '../../../electron/contract/normative.ts';
import type { Occasion } from '../../../electron/domain/reassessment.ts';
import { useText } from '../../text/index.ts';
import { reassessmentText } from '../../text/reassessment.ts';
import { useTerms } from '../../text/terms.ts';
import type { GridColumn } from '../grid/GridColumn.ts';
import type { Seen } from '../grid/useWindow.ts';
import { VirtualGrid } from '../grid/VirtualGrid.tsx';
import { columnsFor } from './columns.tsx';
import type { ReassessmentRows } from './useReassessmentRows.ts';

/** The keys of the hands that stay on the letters. */
const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };

type Props = {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly occasion: Occasion;
  readonly isDecided: boolean;
  readonly rows: ReassessmentRows;
  readonly selected: number;
  readonly marked: ReadonlyMap<string, ReassessmentRecord>;
  readonly onSelect: (index: number) => void;
  readonly onSee: (seen: Seen) => void;
  readonly onMark: (row: ReassessmentRecord) => void;
  readonly onUnmark: () => void;
  readonly onOpen: (row: ReassessmentRecord) => void;
  /** The n-th decision, from 1. */
  readonly onDecide: (nth: number) => void;
};

export function ReassessmentGrid({ occasion, isDecided, marked, onMark, onUnmark, onDecide, ...grid }: Props) {
  const { t } = useText(reassessmentText);
  const terms = useTerms();
  const isMarked = ({ documentId }: ReassessmentRecord) => marked.has(documentId);

  function onKey(key: string, row: ReassessmentRecord | undefined): boolean {
    const step = STEPS[key];
    if (step !== undefined) grid.onSelect(Math.min(Math.max(grid.selected + step, 0), grid.rows.total - 1));
    else if (key === 'Escape') onUnmark();
    else if (row === undefined) return false;
    else if (key === 'x' || key === ' ') onMark(row);
    else if (/^[1-4]$/.test(key)) onDecide(Number(key));
    else return false;
    return true;
  }

  const box: GridColumn<ReassessmentRecord> = {
    id: 'mark',
    heading: t('column.mark'),
    width: 52,
    cell: (row) => (
      <button
        type="button"
        tabIndex={-1}
        className="mark-box"
        aria-pressed={isMarked(row)}
        aria-label={t('column.mark')}
        onClick={() => onMark(row)}
      >
        {isMarked(row) ? '✓' : ''}
      </button>
    ),
  };
  const facts = columnsFor(occasion, isDecided).map((column) => ({
    ...column,
    heading: t(column.heading),
    cell: (row: ReassessmentRecord) => column.cell(row, { t, terms }),
  }));
  return (
    <VirtualGrid
      {...grid}
      name={t('table')}
      columns={isDecided ? facts : [box, ...facts]}
      {...{ isMarked, onKey }}
      rowClass={(row) => (isMarked(row) ? 'marked' : undefined)}
    />
  );
}
