/** The ledger's table: a numbered row for each document, ordered by its headings, opened by Enter. */

import type { RefObject } from 'react';
import type { DocumentSort } from '../../../electron/contract/documents.ts';
import type { DocumentSummary } from '../../../electron/contract/records.ts';
import { useText } from '../../text/index.ts';
import { ledgerText } from '../../text/ledger.ts';
import type { GridColumn, Ordering } from '../grid/GridColumn.ts';
import type { Seen } from '../grid/useWindow.ts';
import { VirtualGrid } from '../grid/VirtualGrid.tsx';
import type { CellContext, Column } from './columns.tsx';
import type { LedgerRows } from './useLedgerRows.ts';

type Props = {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly columns: readonly Column[];
  readonly rows: LedgerRows;
  readonly sort: DocumentSort;
  readonly onSort: (sort: DocumentSort) => void;
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onOpen: (row: DocumentSummary) => void;
  readonly onSee: (seen: Seen) => void;
  readonly context: CellContext;
};

export function LedgerGrid({ columns, rows, sort, onSort, context, ...grid }: Props) {
  const { t } = useText(ledgerText);
  const orderingBy = (by: DocumentSort['by'], column: string): Ordering => {
    const isAscending = sort.by === by && sort.direction === 'asc';
    return {
      state: sort.by !== by ? 'none' : isAscending ? 'ascending' : 'descending',
      hint: t('sortBy', { column }),
      onOrder: () => onSort({ by, direction: isAscending ? 'desc' : 'asc' }),
    };
  };
  const number: GridColumn<DocumentSummary> = {
    id: 'index',
    heading: t('column.index'),
    width: 44,
    isCentred: true,
    cell: (_, index) => <span className="grey">{index + 1}</span>,
  };
  return (
    <VirtualGrid
      {...grid}
      name={t('table')}
      columns={[
        number,
        ...columns.map((column) => ({
          ...column,
          heading: t(column.heading),
          ...(column.sort && { ordering: orderingBy(column.sort, t(column.heading)) }),
          cell: (row: DocumentSummary) => column.cell(row, context),
        })),
      ]}
      rows={{ ...rows, isPending: rows.isPending || rows.isEarlier }}
      rowClass={(row) => (row.isVoided ? 'voided' : undefined)}
    />
  );
}
