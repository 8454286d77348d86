/** The ledger's table: as long as the registry, yet only the rows on the screen exist; read with the arrow keys. */

// biome-ignore-all lint/a11y/useSemanticElements: rows stand where their number puts them, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the selected row

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { DocumentSort } from '../../../electron/contract/documents.ts';
import type { DocumentSummary } from '../../../electron/contract/records.ts';
import { useText } from '../../text/index.ts';
import { ledgerText } from '../../text/ledger.ts';
import { isComposing } from '../shortcuts.ts';
import type { CellContext, Column } from './columns.tsx';
import type { LedgerRows } from './useLedgerRows.ts';
import './LedgerGrid.css';

const ROW_HEIGHT = 42;
const HEADER_HEIGHT = 34;
const INDEX_WIDTH = 48;
/** Rows drawn above and below what is seen. */
const SPARE = 8;

type Props = {
  readonly columns: readonly Column[];
  readonly rows: LedgerRows;
  readonly sort: DocumentSort;
  readonly onSort: (sort: DocumentSort) => void;
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onOpen: (row: DocumentSummary) => void;
  readonly onShow: (first: number, last: number) => void;
  readonly context: CellContext;
};

export function LedgerGrid(props: Props) {
  const { rows, selected, onSelect, onShow } = props;
  const { t } = useText(ledgerText);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [scrollTop, setScrollTop] = useState(0);
  const [height, setHeight] = useState(600);
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
    const row = rows.rowAt(selected);
    if (event.key === 'Enter' && row) props.onOpen(row);
    const next = {
      ArrowDown: selected + 1,
      ArrowUp: selected - 1,
      PageDown: selected + fullRows,
      PageUp: selected - fullRows,
      Home: 0,
      End: rows.total - 1,
    }[event.key];
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next !== undefined && rows.total > 0) onSelect(Math.min(Math.max(next, 0), rows.total - 1));
  }

  const template = [`${INDEX_WIDTH}px`, ...props.columns.map(widthOf)].join(' ');
  const least = props.columns.reduce((sum, { width }) => sum + width, INDEX_WIDTH);
  return (
    <div
      ref={box}
      className="ledger-grid card"
      role="grid"
      tabIndex={0}
      aria-label={t('table')}
      aria-rowcount={rows.total + 1}
      aria-colcount={props.columns.length + 1}
      aria-busy={rows.isEarlier || rows.isPending}
      aria-activedescendant={rows.total > 0 ? `${id}-${selected}` : undefined}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="ledger-head" style={{ minWidth: least }}>
        <HeaderRow {...props} template={template} />
      </div>
      <div role="rowgroup" className="ledger-body" style={{ height: rows.total * ROW_HEIGHT, minWidth: least }}>
        {Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => first + at).map((index) => (
          <GridRow key={index} {...props} index={index} id={`${id}-${index}`} template={template} />
        ))}
      </div>
    </div>
  );
}

function widthOf({ width, grows }: Column): string {
  return grows ? `minmax(${width}px, 1fr)` : `${width}px`;
}

/** Scrolls as little as needed; the header covers the top. */
function keepInSight(box: HTMLDivElement | null, index: number): void {
  if (box === null) return;
  const top = index * ROW_HEIGHT;
  const room = box.clientHeight - HEADER_HEIGHT;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + ROW_HEIGHT > box.scrollTop + room) box.scrollTop = top + ROW_HEIGHT - room;
}

function HeaderRow({ columns, sort, onSort, template }: Props & { readonly template: string }) {
  const { t } = useText(ledgerText);
  return (
    <div role="row" aria-rowindex={1} className="ledger-row" style={{ gridTemplateColumns: template }}>
      <div role="columnheader" className="ledger-cell centred">
        {t('column.index')}
      </div>
      {columns.map(({ id, heading, sort: by, isCentred }) => {
        const name = t(heading);
        const className = isCentred ? 'ledger-cell centred' : 'ledger-cell';
        if (by === undefined) {
          return (
            <div key={id} role="columnheader" className={className}>
              {name}
            </div>
          );
        }
        const isSorted = sort.by === by;
        const next = isSorted && sort.direction === 'asc' ? 'desc' : 'asc';
        return (
          <div
            key={id}
            role="columnheader"
            className={className}
            aria-sort={isSorted ? (sort.direction === 'asc' ? 'ascending' : 'descending') : 'none'}
          >
            <button
              type="button"
              title={t('sortBy', { column: name })}
              onClick={() => onSort({ by, direction: next })}
              className="sort-button"
            >
              {name}
              {isSorted && <span aria-hidden="true">{sort.direction === 'asc' ? ' ↑' : ' ↓'}</span>}
            </button>
          </div>
        );
      })}
    </div>
  );
}

type RowProps = Props & { readonly index: number; readonly id: string; readonly template: string };

function GridRow({ columns, rows, index, id, template, selected, onSelect, onOpen, context }: RowProps) {
  const { t } = useText(ledgerText);
  const row = rows.rowAt(index);
  const names = ['ledger-row', index === selected && 'selected', row?.isVoided && 'voided'];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={index === selected}
      className={names.filter(Boolean).join(' ')}
      style={{ gridTemplateColumns: template, top: index * ROW_HEIGHT }}
      onClick={() => onSelect(index)}
      onDoubleClick={() => row && onOpen(row)}
    >
      <div role="gridcell" className="ledger-cell centred grey">
        {index + 1}
      </div>
      {columns.map(({ id: column, cell, isCentred, wraps }) => (
        <div key={column} role="gridcell" className={cellClass(isCentred, wraps)}>
          {row === undefined ? <span className="ledger-awaited" title={t('loading')} /> : cell(row, context)}
        </div>
      ))}
    </div>
  );
}

function cellClass(isCentred: true | undefined, wraps: true | undefined): string {
  return ['ledger-cell', isCentred && 'centred', wraps && 'wraps'].filter(Boolean).join(' ');
}
