/** Columns of a re-assessment: what a decision is made by. */

import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ReassessmentRecord } from '../../../electron/contract/normative.ts';
import type { Occasion } from '../../../electron/domain/reassessment.ts';
import type { TextParams } from '../../text/index.ts';
import type { reassessmentText } from '../../text/reassessment.ts';
import type { GridColumn } from '../grid/GridColumn.ts';

type TextKey = keyof typeof reassessmentText.zh;

export type CellWords = {
  readonly t: (key: TextKey, params?: TextParams) => string;
  readonly terms: (code: string, params?: TextParams) => string;
};

type Column = Pick<GridColumn<ReassessmentRecord>, 'id' | 'width' | 'grows' | 'wraps'> & {
  readonly heading: TextKey;
  readonly cell: (row: ReassessmentRecord, words: CellWords) => ReactNode;
};

type Judged = NonNullable<ReassessmentRecord['decided']>;

function judged(judgement: Judged | null, { t, terms }: CellWords): ReactNode {
  if (judgement === null) return null;
  const { decision, reason, byName, decidedOn } = judgement;
  return (
    <span className="ledger-title" title={`${reason} ${t('byWhom', { name: byName, day: decidedOn })}`}>
      <b>{terms(`decision.${decision}`)}</b> <span className="grey">{reason}</span>
    </span>
  );
}

const FIRST: readonly Column[] = [
  {
    id: 'docNumber',
    heading: 'column.docNumber',
    width: 156,
    cell: ({ docNumber }, { t }) => docNumber ?? <span className="grey">{t('unnumbered')}</span>,
  },
  {
    id: 'title',
    heading: 'column.title',
    width: 220,
    grows: 3,
    cell: ({ documentId, title }) => (
      <Link to={`/documents/${documentId}`} tabIndex={-1} className="grid-title" title={title}>
        {title}
      </Link>
    ),
  },
  { id: 'division', heading: 'column.division', width: 96, wraps: true, cell: ({ divisionName }) => divisionName },
];
const OF_ATTRIBUTE: readonly Column[] = [
  { id: 'formedOn', heading: 'column.formedOn', width: 92, cell: ({ formedOn }) => formedOn },
  {
    id: 'attribute',
    heading: 'column.attribute',
    width: 92,
    wraps: true,
    cell: ({ attribute }, { terms }) => terms(`attribute.${attribute}`),
  },
  {
    id: 'basis',
    heading: 'column.basis',
    width: 180,
    grows: 2,
    wraps: true,
    cell: ({ basis, reason }, { terms }) => (
      <span className="grid-title" title={reason}>
        {[basis && terms(`basis.${basis}`), reason].filter(Boolean).join(' · ')}
      </span>
    ),
  },
];
const OF_VALIDITY: readonly Column[] = [
  { id: 'issuedOn', heading: 'column.issuedOn', width: 92, cell: ({ formedOn }) => formedOn },
  {
    id: 'validity',
    heading: 'column.validity',
    width: 80,
    wraps: true,
    cell: ({ validity }, { terms }) => terms(`validity.${validity}`),
  },
  { id: 'lastReviewedOn', heading: 'column.lastReviewedOn', width: 92, cell: ({ lastReviewedOn }) => lastReviewedOn },
];
const PROPOSAL: Column = {
  id: 'proposal',
  heading: 'column.proposal',
  width: 150,
  grows: 1,
  wraps: true,
  cell: ({ proposal }, words) => judged(proposal, words),
};
const DECIDED: Column = {
  id: 'decided',
  heading: 'column.decided',
  width: 190,
  grows: 1,
  wraps: true,
  cell: ({ decided }, words) => judged(decided, words),
};

/** All but the box by which a row is chosen. */
export function columnsFor(occasion: Occasion, isDecided: boolean): readonly Column[] {
  const own = occasion === 'cleanup' ? OF_VALIDITY : OF_ATTRIBUTE;
  return [...FIRST, ...own, isDecided ? DECIDED : PROPOSAL];
}
