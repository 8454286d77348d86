/** The list of a re-assessment: as long as need be, only the rows on the screen exist; walked and decided by keys. */

// biome-ignore-all lint/a11y/useSemanticElements: rows stand where their number puts them, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the selected row

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ReassessmentRecord } from '../../../electron/contract/normative.ts';
import type { Occasion } from '../../../electron/domain/reassessment.ts';
import { useText } from '../../text/index.ts';
import { reassessmentText } from '../../text/reassessment.ts';
import { isComposing } from '../shortcuts.ts';
import { type CellWords, columnsFor } from './columns.tsx';
import type { ReassessmentRows } from './useReassessmentRows.ts';
import '../ledger/LedgerGrid.css';

const ROW_HEIGHT = 42;
const HEADER_HEIGHT = 34;
/** Rows drawn above and below what is seen. */
const SPARE = 8;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

type Props = {
  readonly occasion: Occasion;
  readonly isDecided: boolean;
  readonly rows: ReassessmentRows;
  readonly selected: number;
  readonly marked: ReadonlyMap<string, ReassessmentRecord>;
  readonly words: CellWords;
  readonly onSelect: (index: number) => void;
  readonly onShow: (first: number, last: number) => void;
  readonly onMark: (row: ReassessmentRecord) => void;
  readonly onUnmark: () => void;
  readonly onOpen: (row: ReassessmentRecord) => void;
  /** The n-th decision, from 1. */
  readonly onDecide: (nth: number) => void;
};

export function ReassessmentGrid(props: Props) {
  const { rows, selected, onSelect, onShow } = props;
  const { t } = useText(reassessmentText);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [scrollTop, setScrollTop] = useState(0);
  const [height, setHeight] = useState(480);
  const first = Math.max(Math.floor(scrollTop / ROW_HEIGHT) - SPARE, 0);
  const last = Math.min(Math.ceil((scrollTop + height) / ROW_HEIGHT) + SPARE, rows.total) - 1;
  const fullRows = Math.max(Math.floor((height - HEADER_HEIGHT) / ROW_HEIGHT), 1);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => onShow(first, last), [first, last, onShow]);
  useLayoutEffect(() => keepInSight(box.current, selected), [selected]);

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.target !== box.current) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (!act(event.key)) return;
    event.preventDefault();
  }

  /** Whether the key means something here. */
  function act(key: string): boolean {
    const row = rows.rowAt(selected);
    const page = { PageDown: fullRows, PageUp: -fullRows }[key];
    const to = { Home: 0, End: rows.total - 1 }[key] ?? selected + (STEPS[key] ?? page ?? Number.NaN);
    if (!Number.isNaN(to)) {
      if (rows.total > 0) onSelect(Math.min(Math.max(to, 0), rows.total - 1));
    } else if (key === 'Escape') props.onUnmark();
    else if (row === undefined) return false;
    else if (key === 'Enter') props.onOpen(row);
    else if (key === 'x' || key === ' ') props.onMark(row);
    else if (/^[1-4]$/.test(key)) props.onDecide(Number(key));
    else return false;
    return true;
  }

  const columns = columnsFor(props.occasion, props.isDecided);
  const template = columns
    .map(({ width, grows }) => (grows ? `minmax(${width}px, ${grows}fr)` : `${width}px`))
    .join(' ');
  const least = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <div
      ref={box}
      className="ledger-grid card"
      role="grid"
      tabIndex={0}
      aria-label={t('table')}
      aria-rowcount={rows.total + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-busy={rows.isPending}
      aria-activedescendant={rows.total > 0 ? `${id}-${selected}` : undefined}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="ledger-head" style={{ minWidth: least }}>
        <div role="row" aria-rowindex={1} className="ledger-row" style={{ gridTemplateColumns: template }}>
          {columns.map(({ id: column, heading }) => (
            <div key={column} role="columnheader" className="ledger-cell">
              {t(heading)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="ledger-body" style={{ height: rows.total * ROW_HEIGHT, minWidth: least }}>
        {Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => first + at).map((index) => (
          <GridRow key={index} {...props} index={index} id={`${id}-${index}`} template={template} />
        ))}
      </div>
    </div>
  );
}

type RowProps = Props & { readonly index: number; readonly id: string; readonly template: string };

function GridRow({ rows, index, id, template, selected, marked, words, onSelect, onMark, onOpen, ...props }: RowProps) {
  const row = rows.rowAt(index);
  const isMarked = row !== undefined && marked.has(row.documentId);
  const names = ['ledger-row', index === selected && 'selected', isMarked && 'marked'];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isMarked}
      className={names.filter(Boolean).join(' ')}
      style={{ gridTemplateColumns: template, top: index * ROW_HEIGHT }}
      onClick={() => onSelect(index)}
      onDoubleClick={() => row && onOpen(row)}
    >
      {columnsFor(props.occasion, props.isDecided).map(({ id: column, cell, wraps }) => (
        <div key={column} role="gridcell" className={wraps ? 'ledger-cell wraps' : 'ledger-cell'}>
          {row === undefined ? (
            <span className="ledger-awaited" />
          ) : column === 'mark' ? (
            <button
              type="button"
              tabIndex={-1}
              className="mark-box"
              aria-pressed={isMarked}
              aria-label={words.t('column.mark')}
              onClick={() => onMark(row)}
            >
              {isMarked ? '✓' : ''}
            </button>
          ) : (
            cell(row, words)
          )}
        </div>
      ))}
    </div>
  );
}

/** Scrolls as little as needed; the header covers the top. */
function keepInSight(box: HTMLDivElement | null, index: number): void {
  if (box === null) return;
  const top = index * ROW_HEIGHT;
  const room = box.clientHeight - HEADER_HEIGHT;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + ROW_HEIGHT > box.scrollTop + room) box.scrollTop = top + ROW_HEIGHT - room;
}
