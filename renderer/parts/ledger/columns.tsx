/** Columns of the ledger and their two presets. */

import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DocumentSort } from '../../../electron/contract/documents.ts';
import type { DocumentSummary } from '../../../electron/contract/records.ts';
import type { TextParams } from '../../text/index.ts';
import type { ledgerText } from '../../text/ledger.ts';
import { DeadlineBadge } from '../DeadlineBadge.tsx';
import type { GridColumn } from '../grid/GridColumn.ts';
import { Highlight } from './Highlight.tsx';

type TextKey = keyof typeof ledgerText.zh;

export type CellContext = {
  readonly t: (key: TextKey, params?: TextParams) => string;
  readonly terms: (code: string, params?: TextParams) => string;
  readonly query: string | undefined;
  readonly moment: (instant: string) => string;
};

export type Column = Pick<GridColumn<DocumentSummary>, 'id' | 'width' | 'grows' | 'isCentred' | 'wraps'> & {
  readonly heading: TextKey;
  readonly sort?: DocumentSort['by'];
  readonly cell: (row: DocumentSummary, context: CellContext) => ReactNode;
};

function flag(is: boolean, { t }: CellContext): string {
  return is ? t('yes') : '';
}

function numberCell(row: DocumentSummary, { t, query }: CellContext): ReactNode {
  if (row.docNumber === null) return <span className="grey">{t('unnumbered')}</span>;
  return <Highlight text={row.docNumber} query={query} />;
}

/** The arrow keys and Enter of the grid do what the link does, so it is not a second stop of the Tab key. */
function titleCell(row: DocumentSummary, { query }: CellContext): ReactNode {
  return (
    <Link to={`/documents/${row.id}`} tabIndex={-1} className="grid-title" title={row.title}>
      <Highlight text={row.title} query={query} />
    </Link>
  );
}

function copiesCell(row: DocumentSummary): ReactNode {
  const count = `${row.copiesReceived}/${row.copiesRequired}`;
  return row.copiesMissing > 0 ? <span className="copies-short">{count}</span> : count;
}

function reviewCell(row: DocumentSummary, { terms }: CellContext): ReactNode {
  const stage = row.reviewStage === 'none' ? '' : terms(`stage.${row.reviewStage}`);
  return row.reviewApprovedOn ? `${row.reviewApprovedOn.slice(5)} ${stage}` : stage;
}

export const COLUMNS = [
  { id: 'docNumber', heading: 'column.docNumber', width: 154, sort: 'docNumber', cell: numberCell },
  { id: 'title', heading: 'column.title', width: 190, grows: 1, sort: 'title', cell: titleCell },
  { id: 'docType', heading: 'column.docType', width: 52, cell: (row) => row.docType },
  {
    id: 'division',
    heading: 'column.division',
    width: 82,
    wraps: true,
    sort: 'division',
    cell: (row) => row.divisionName,
  },
  { id: 'drafter', heading: 'column.drafter', width: 64, cell: (row) => row.drafter },
  { id: 'signer', heading: 'column.signer', width: 64, cell: (row) => row.signer },
  { id: 'signedOn', heading: 'column.signedOn', width: 84, sort: 'signedOn', cell: (row) => row.signedOn },
  { id: 'writtenOn', heading: 'column.writtenOn', width: 84, cell: (row) => row.writtenOn },
  { id: 'printedOn', heading: 'column.printedOn', width: 84, cell: (row) => row.printedOn },
  {
    id: 'attribute',
    heading: 'column.attribute',
    width: 80,
    wraps: true,
    cell: (row, { terms }) => terms(`attribute.${row.attribute}`),
  },
  {
    id: 'basis',
    heading: 'column.basis',
    width: 150,
    wraps: true,
    cell: (row, { terms }) => row.basis && terms(`basis.${row.basis}`),
  },
  { id: 'reason', heading: 'column.reason', width: 180, wraps: true, cell: (row) => row.reason },
  { id: 'copies', heading: 'column.copies', width: 60, isCentred: true, cell: copiesCell },
  { id: 'review', heading: 'column.review', width: 118, wraps: true, cell: reviewCell },
  { id: 'dueOn', heading: 'column.dueOn', width: 84, sort: 'dueOn', cell: (row) => row.posting?.dueOn },
  { id: 'postedOn', heading: 'column.postedOn', width: 84, sort: 'postedOn', cell: (row) => row.postedOn },
  {
    id: 'deadline',
    heading: 'column.deadline',
    width: 110,
    wraps: true,
    cell: (row) => row.posting && <DeadlineBadge duty={row.posting} />,
  },
  {
    id: 'postedChannel',
    heading: 'column.postedChannel',
    width: 100,
    wraps: true,
    cell: (row, { terms }) => row.postedChannel && terms(`channel.${row.postedChannel}`),
  },
  { id: 'postedUrl', heading: 'column.postedUrl', width: 200, wraps: true, cell: (row) => row.postedUrl },
  { id: 'interpretedOn', heading: 'column.interpretedOn', width: 84, cell: (row) => row.interpretedOn },
  {
    id: 'normative',
    heading: 'column.normative',
    width: 84,
    isCentred: true,
    cell: (row, context) => flag(row.isNormative, context),
  },
  {
    id: 'validity',
    heading: 'column.validity',
    width: 76,
    cell: (row, { terms }) => row.validity && terms(`validity.${row.validity}`),
  },
  {
    id: 'leader',
    heading: 'column.leader',
    width: 98,
    isCentred: true,
    cell: (row, context) => flag(row.isLeaderRelated, context),
  },
  { id: 'heldBy', heading: 'column.heldBy', width: 160, wraps: true, cell: heldByCell },
  {
    id: 'state',
    heading: 'column.state',
    width: 98,
    wraps: true,
    cell: (row, { terms }) => terms(`state.${row.state}`),
  },
  {
    id: 'enteredAt',
    heading: 'column.enteredAt',
    width: 124,
    sort: 'enteredAt',
    cell: (row, { moment }) => moment(row.enteredAt),
  },
] as const satisfies readonly Column[];

function heldByCell(row: DocumentSummary, { terms }: CellContext): ReactNode {
  const first = row.blockers[0];
  return first && terms(`blocker.${first.code}`, first.params);
}

export type ColumnId = (typeof COLUMNS)[number]['id'];
export type Preset = 'brief' | 'full';

export const PRESETS: Readonly<Record<Preset, readonly ColumnId[]>> = {
  brief: [
    'docNumber',
    'title',
    'division',
    'signedOn',
    'attribute',
    'copies',
    'review',
    'dueOn',
    'postedOn',
    'deadline',
  ],
  full: COLUMNS.map(({ id }) => id),
};

function storedUnder(preset: Preset): string {
  return `ledger.columns.${preset}`;
}

/** The person's own choice for a preset, in the order of the table. */
export function chosenColumns(preset: Preset): readonly ColumnId[] {
  const stored = localStorage.getItem(storedUnder(preset))?.split(',');
  if (stored === undefined) return PRESETS[preset];
  return COLUMNS.map(({ id }) => id).filter((id) => id === 'title' || stored.includes(id));
}

export function rememberColumns(preset: Preset, ids: readonly ColumnId[] | undefined): void {
  if (ids === undefined) localStorage.removeItem(storedUnder(preset));
  else localStorage.setItem(storedUnder(preset), ids.join(','));
}
