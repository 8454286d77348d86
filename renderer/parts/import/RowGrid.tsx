/** The rows of the file with what was made of each cell. */

import { useRef } from 'react';
import type { ImportColumns, ImportRow } from '../../../electron/contract/imports.ts';
import { cellAddress } from '../../../electron/domain/cellAddress.ts';
import { importText } from '../../text/import.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import type { GridColumn } from '../grid/GridColumn.ts';
import type { Seen } from '../grid/useWindow.ts';
import { VirtualGrid } from '../grid/VirtualGrid.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { isKnownRow, repairedWords } from './rowWords.ts';
import type { ImportRows } from './useImportRows.ts';

const WIDEST = 300;
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
  readonly onSee: (seen: Seen) => void;
};

export function RowGrid({ headers, rows, selected, onSelect, onSee }: Props) {
  const { t } = useText(importText);
  const box = useRef<HTMLDivElement>(null);
  const columns = useRowColumns(headers, rows.rowAt(selected));
  useShortcuts([
    { keys: ['Enter'], label: t('keyEdit') },
    {
      keys: ['F8'],
      label: t('keyNext'),
      run: () => {
        const isRefused = (index: number) => rows.rowAt(index)?.state === 'refused';
        const next = Array.from({ length: rows.total }, (_, at) => (selected + 1 + at) % rows.total).find(isRefused);
        if (next !== undefined) onSelect(next);
        box.current?.focus();
      },
    },
  ]);
  return (
    <VirtualGrid
      {...{ box, columns, rows, selected, onSelect, onSee }}
      className="import-grid"
      name={t('table')}
      onOpen={edit}
    >
      <p className="import-none grey">{t('noRows')}</p>
    </VirtualGrid>
  );
}

/** To the first wrong cell in the panel beside the grid, or else to its first. */
function edit(): void {
  const panel = document.querySelector('.import-panel');
  const field = panel?.querySelector<HTMLElement>('[aria-invalid=true]') ?? panel?.querySelector<HTMLElement>('input');
  field?.focus();
}

/** Those of the file that say something, behind the number of the row and what became of it. */
function useRowColumns(headers: Props['headers'], sample: ImportRow | undefined): readonly GridColumn<ImportRow>[] {
  const { t } = useText(importText);
  const stateOf = (row: ImportRow) => (row.state !== 'refused' && isKnownRow(row) ? 'known' : row.state);
  const filled = sample?.cells.map(({ column }) => column) ?? headers.map((_, at) => at);
  return [
    {
      id: 'row',
      heading: t('column.row'),
      width: 52,
      isCentred: true,
      cell: ({ row }) => <span className="grey">{row}</span>,
    },
    {
      id: 'state',
      heading: t('column.state'),
      width: 92,
      tone: (row) => `import-state ${stateOf(row)}`,
      cell: (row) => t(`state.${stateOf(row)}`),
    },
    ...filled.map(
      (column): GridColumn<ImportRow> => ({
        id: String(column),
        heading: headers[column]?.header ?? '',
        width: widthOf(headers[column]?.samples ?? []),
        wraps: true,
        tone: (row) => toneOf(row, column),
        hint: (row) => cellIn(row, column)?.text,
        cell: (row) => <CellWords row={row} column={column} />,
      }),
    ),
  ];
}

/** Wide enough for what the column begins with; numbers of documents are not broken. */
function widthOf(samples: readonly string[]): number {
  const longest = Math.max(0, ...samples.map((sample) => sample.length));
  return WIDTHS.find(({ upTo }) => longest <= upTo)?.width ?? WIDEST;
}

function cellIn(row: ImportRow, column: number) {
  return row.cells.find((cell) => cell.column === column);
}

function isWrongIn(row: ImportRow, column: number): boolean {
  return row.problems.some(({ cell }) => cell === cellAddress(row.row, column));
}

function toneOf(row: ImportRow, column: number): string {
  return [isWrongIn(row, column) && 'wrong', cellIn(row, column)?.isCorrected && 'mended'].filter(Boolean).join(' ');
}

function CellWords({ row, column }: { readonly row: ImportRow; readonly column: number }) {
  const { t } = useText(importText);
  const terms = useTerms();
  const address = cellAddress(row.row, column);
  const repair = row.repairs.find(({ cell, kind }) => cell === address && kind !== 'derived');
  if (repair === undefined || isWrongIn(row, column)) return cellIn(row, column)?.text;
  return (
    <>
      {repair.before !== '' && <del>{repair.before}</del>}
      <ins>{repairedWords(repair, terms, t)}</ins>
    </>
  );
}
