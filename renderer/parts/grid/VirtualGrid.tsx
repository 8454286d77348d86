/**
 * A table as long as a registry, of which only the rows on the screen exist. It has the focus itself and is walked with
 * the arrow keys, PageUp, PageDown, Home and End; Enter opens the selected row.
 */

// biome-ignore-all lint/a11y/useSemanticElements: rows stand where their number puts them, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the selected row

import { type ReactNode, type RefObject, useId } from 'react';
import { useText } from '../../text/index.ts';
import { shellText } from '../../text/shell.ts';
import { isComposing } from '../shortcuts.ts';
import type { GridColumn } from './GridColumn.ts';
import type { PagedRows } from './pagedRows.ts';
import { ROW_HEIGHT, type Seen, useWindow } from './useWindow.ts';
import './VirtualGrid.css';

type Props<Row> = {
  /** The element with the focus. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly name: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: PagedRows<Row>;
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onOpen: (row: Row) => void;
  /** Must stay the same function from one drawing to the next. */
  readonly onSee: (seen: Seen) => void;
  /** Where several rows can be chosen: whether this one is. */
  readonly isMarked?: (row: Row) => boolean;
  /** Keys beyond those of every grid; true where the key meant something. */
  readonly onKey?: (key: string, row: Row | undefined) => boolean;
  readonly rowClass?: (row: Row) => string | undefined;
  readonly className?: string;
  /** Shown below the head where there are no rows. */
  readonly children?: ReactNode;
};

export function VirtualGrid<Row>(props: Props<Row>) {
  const { box, columns, rows, selected, onSelect, onOpen, onSee, isMarked, rowClass } = props;
  const id = useId();
  const { total } = rows;
  const { indexes, fullRows, onScroll } = useWindow(box, { total, selected, onSee });

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.target !== event.currentTarget) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (walk(event.key) || props.onKey?.(event.key, rows.rowAt(selected))) event.preventDefault();
  }

  /** Whether the key is one of every grid. */
  function walk(key: string): boolean {
    const step = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: fullRows,
      PageUp: -fullRows,
      Home: -selected,
      End: total - selected,
    }[key];
    const row = rows.rowAt(selected);
    if (key === 'Enter' && row !== undefined) onOpen(row);
    if (step !== undefined && total > 0) onSelect(Math.min(Math.max(selected + step, 0), total - 1));
    return key === 'Enter' || step !== undefined;
  }

  const template = columns.map(widthOf).join(' ');
  const minWidth = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <div
      ref={box}
      className={['virtual-grid card', props.className].filter(Boolean).join(' ')}
      role="grid"
      tabIndex={0}
      aria-label={props.name}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-multiselectable={isMarked && true}
      aria-busy={rows.isPending}
      aria-activedescendant={total > 0 ? `${id}-${selected}` : undefined}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="grid-head" style={{ minWidth }}>
        <HeaderRow columns={columns} template={template} />
      </div>
      <div role="rowgroup" className="grid-body" style={{ height: total * ROW_HEIGHT, minWidth }}>
        {indexes.map((index) => {
          const row = rows.rowAt(index);
          const isAt = index === selected;
          return (
            <GridRow
              key={index}
              id={`${id}-${index}`}
              {...{ index, columns, template, row, isAt }}
              isSelected={isMarked === undefined ? isAt : row !== undefined && isMarked(row)}
              className={row && rowClass?.(row)}
              onSelect={() => onSelect(index)}
              onOpen={() => row && onOpen(row)}
            />
          );
        })}
      </div>
      {total === 0 && !rows.isPending && props.children}
    </div>
  );
}

function widthOf<Row>({ width, grows }: GridColumn<Row>): string {
  return grows ? `minmax(${width}px, ${grows}fr)` : `${width}px`;
}

type HeaderProps<Row> = { readonly columns: readonly GridColumn<Row>[]; readonly template: string };

function HeaderRow<Row>({ columns, template }: HeaderProps<Row>) {
  return (
    <div role="row" aria-rowindex={1} className="grid-row" style={{ gridTemplateColumns: template }}>
      {columns.map(({ id, heading, isCentred, ordering }) => (
        <div
          key={id}
          role="columnheader"
          className={isCentred ? 'grid-cell centred' : 'grid-cell'}
          aria-sort={ordering?.state}
          title={ordering ? undefined : heading}
        >
          {ordering === undefined ? (
            heading
          ) : (
            <button type="button" title={ordering.hint} onClick={ordering.onOrder} className="sort-button">
              {heading}
              {ordering.state !== 'none' && (
                <span aria-hidden="true">{ordering.state === 'ascending' ? ' ↑' : ' ↓'}</span>
              )}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

type RowProps<Row> = {
  readonly id: string;
  readonly index: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly template: string;
  /** Undefined while its page is on the way. */
  readonly row: Row | undefined;
  readonly isAt: boolean;
  readonly isSelected: boolean;
  readonly className: string | undefined;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
};

function GridRow<Row>({ columns, row, index, ...props }: RowProps<Row>) {
  const { t } = useText(shellText);
  const names = ['grid-row', props.isAt && 'selected', props.className];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
    <div
      role="row"
      id={props.id}
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      className={names.filter(Boolean).join(' ')}
      style={{ gridTemplateColumns: props.template, top: index * ROW_HEIGHT }}
      onClick={props.onSelect}
      onDoubleClick={props.onOpen}
    >
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={classOf(column, row)}
          title={row === undefined ? undefined : column.hint?.(row)}
        >
          {row === undefined ? <span className="grid-awaited" title={t('loading')} /> : column.cell(row, index)}
        </div>
      ))}
    </div>
  );
}

function classOf<Row>({ isCentred, wraps, tone }: GridColumn<Row>, row: Row | undefined): string {
  const names = ['grid-cell', isCentred && 'centred', wraps && 'wraps', row !== undefined && tone?.(row)];
  return names.filter(Boolean).join(' ');
}
