/** The rows of the file with what was made of each cell; as long as the file, yet only what is seen exists. */

// biome-ignore-all lint/a11y/useSemanticElements: rows stand where their number puts them, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the selected row

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ImportColumns, ImportRow } from '../../../electron/contract/imports.ts';
import { cellAddress } from '../../../electron/domain/cellAddress.ts';
import { importText } from '../../text/import.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { isComposing, useShortcuts } from '../shortcuts.ts';
import { isKnownRow, repairedWords } from './rowWords.ts';
import type { ImportRows } from './useImportRows.ts';

const ROW_HEIGHT = 42;
const HEADER_HEIGHT = 34;
const SPARE = 6;
const [ROW_WIDTH, STATE_WIDTH, WIDEST] = [52, 92, 300];
const WIDTHS = [
  { upTo: 4, width: 84 },
  { upTo: 10, width: 112 },
  { upTo: 18, width: 186 },
];

type Props = {
  readonly headers: ImportColumns['columns'];
  readonly rows: ImportRows;
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onShow: (first: number, last: number) => void;
};

export function RowGrid({ headers, rows, selected, onSelect, onShow }: Props) {
  const { t } = useText(importText);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [scrollTop, setScrollTop] = useState(0);
  const [height, setHeight] = useState(400);
  const first = Math.max(Math.floor(scrollTop / ROW_HEIGHT) - SPARE, 0);
  const last = Math.min(Math.ceil((scrollTop + height) / ROW_HEIGHT) + SPARE, rows.total) - 1;
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when what is seen changes, not when the listener does
  useEffect(() => onShow(first, last), [first, last]);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const top = selected * ROW_HEIGHT;
    const room = element.clientHeight - HEADER_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_HEIGHT > element.scrollTop + room) element.scrollTop = top + ROW_HEIGHT - room;
  }, [selected]);

  function edit(): void {
    const panel = document.querySelector('.import-panel');
    const field =
      panel?.querySelector<HTMLElement>('[aria-invalid=true]') ?? panel?.querySelector<HTMLElement>('input');
    field?.focus();
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      edit();
      return;
    }
    const page = Math.max(Math.floor((height - HEADER_HEIGHT) / ROW_HEIGHT), 1);
    const next = {
      ArrowDown: selected + 1,
      ArrowUp: selected - 1,
      PageDown: selected + page,
      PageUp: selected - page,
      Home: 0,
      End: rows.total - 1,
    }[event.key];
    if (next === undefined || rows.total === 0) return;
    event.preventDefault();
    onSelect(Math.min(Math.max(next, 0), rows.total - 1));
  }

  useShortcuts([
    { keys: ['Enter'], label: t('keyEdit') },
    {
      keys: ['F8'],
      label: t('keyNext'),
      run: () => {
        const after = (index: number) => rows.rowAt(index)?.state === 'refused';
        const next = Array.from({ length: rows.total }, (_, at) => (selected + 1 + at) % rows.total).find(after);
        if (next !== undefined) onSelect(next);
        box.current?.focus();
      },
    },
  ]);

  const shown = rows.rowAt(first)?.cells.map(({ column }) => column) ?? headers.map((_, at) => at);
  const widths = shown.map((column) => widthOf(headers[column]?.samples ?? []));
  const template = [ROW_WIDTH, STATE_WIDTH, ...widths].map((width) => `${width}px`).join(' ');
  const least = widths.reduce((sum, width) => sum + width, ROW_WIDTH + STATE_WIDTH);
  return (
    <div
      ref={box}
      className="ledger-grid import-grid card"
      role="grid"
      tabIndex={0}
      aria-label={t('table')}
      aria-rowcount={rows.total + 1}
      aria-colcount={shown.length + 2}
      aria-busy={rows.isPending}
      aria-activedescendant={rows.total > 0 ? `${id}-${selected}` : undefined}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="ledger-head" style={{ minWidth: least }}>
        <div role="row" aria-rowindex={1} className="ledger-row" style={{ gridTemplateColumns: template }}>
          <div role="columnheader" className="ledger-cell centred">
            {t('column.row')}
          </div>
          <div role="columnheader" className="ledger-cell">
            {t('column.state')}
          </div>
          {shown.map((column) => (
            <div key={column} role="columnheader" className="ledger-cell" title={headers[column]?.header}>
              {headers[column]?.header}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="ledger-body" style={{ height: rows.total * ROW_HEIGHT, minWidth: least }}>
        {Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => first + at).map((index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
          <div
            key={index}
            role="row"
            id={`${id}-${index}`}
            aria-rowindex={index + 2}
            aria-selected={index === selected}
            className={index === selected ? 'ledger-row selected' : 'ledger-row'}
            style={{ gridTemplateColumns: template, top: index * ROW_HEIGHT }}
            onClick={() => onSelect(index)}
            onDoubleClick={edit}
          >
            <RowCells row={rows.rowAt(index)} />
          </div>
        ))}
      </div>
      {rows.total === 0 && !rows.isPending && <p className="import-none grey">{t('noRows')}</p>}
    </div>
  );
}

/** Wide enough for what the column begins with; numbers of documents are not broken. */
function widthOf(samples: readonly string[]): number {
  const longest = Math.max(0, ...samples.map((sample) => sample.length));
  return WIDTHS.find(({ upTo }) => longest <= upTo)?.width ?? WIDEST;
}

function RowCells({ row }: { readonly row: ImportRow | undefined }) {
  const { t } = useText(importText);
  const terms = useTerms();
  if (row === undefined) return <span className="ledger-awaited" title={t('loading')} />;
  const state = row.state !== 'refused' && isKnownRow(row) ? 'known' : row.state;
  return (
    <>
      <div role="gridcell" className="ledger-cell centred grey">
        {row.row}
      </div>
      <div role="gridcell" className={`ledger-cell import-state ${state}`}>
        {t(`state.${state}` as const)}
      </div>
      {row.cells.map(({ column, text, isCorrected }) => {
        const address = cellAddress(row.row, column);
        const isWrong = row.problems.some(({ cell }) => cell === address);
        const repair = row.repairs.find(({ cell, kind }) => cell === address && kind !== 'derived');
        const names = ['ledger-cell', 'wraps', isWrong && 'wrong', isCorrected && 'mended'];
        return (
          <div key={column} role="gridcell" className={names.filter(Boolean).join(' ')} title={text}>
            {repair && !isWrong ? (
              <>
                {repair.before !== '' && <del>{repair.before}</del>}
                <ins>{repairedWords(repair, terms, t)}</ins>
              </>
            ) : (
              text
            )}
          </div>
        );
      })}
    </>
  );
}
