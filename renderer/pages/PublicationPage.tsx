/** Publication: what is approved and not yet posted, the most urgent first; what was posted lately; what was withdrawn. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { DocumentFilter, DocumentSort } from '../../electron/contract/documents.ts';
import type { DocumentSummary } from '../../electron/contract/records.ts';
import { orpc } from '../client.ts';
import { DeadlineBadge } from '../parts/DeadlineBadge.tsx';
import { PostDialog } from '../parts/document/PostDialog.tsx';
import { PageState } from '../parts/PageState.tsx';
import { RowTable } from '../parts/RowTable.tsx';
import { Segments } from '../parts/Segments.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { useRowKeys } from '../parts/useRowKeys.ts';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { publicationText } from '../text/publication.ts';
import { useTerms } from '../text/terms.ts';
import './WorkList.css';

const TABS = ['toPost', 'posted', 'withdrawn'] as const;
type Tab = (typeof TABS)[number];

const FIRST_COLUMNS = ['docNumber', 'title', 'division'] as const;
const OPEN_COLUMNS = [...FIRST_COLUMNS, 'approvedOn', 'dueOn', 'deadline', 'blockers'] as const;
const POSTED_COLUMNS = [...FIRST_COLUMNS, 'postedOn', 'dueOn', 'deadline', 'url'] as const;

const MOST = 200;
const DUE_FIRST: DocumentSort = { by: 'dueOn', direction: 'asc' };
const LATEST_FIRST: DocumentSort = { by: 'postedOn', direction: 'desc' };

function useRows(filter: DocumentFilter, sort: DocumentSort, isEnabled = true) {
  return useQuery(
    orpc.documents.list.queryOptions({ input: { filter, sort, offset: 0, limit: MOST }, enabled: isEnabled }),
  );
}

export function PublicationPage() {
  const { t } = useText(publicationText);
  const [tab, setTab] = useState<Tab>('toPost');
  useShortcuts([
    { keys: ['↑', '↓'], label: t('keyRows') },
    { keys: ['Enter'], label: t('keyPost') },
  ]);
  return (
    <>
      <h1>
        {t('heading')} <small>{t('headingHint')}</small>
      </h1>
      <Segments name={t('heading')} options={TABS} value={tab} say={(name) => t(`tab.${name}`)} onChoose={setTab} />
      {tab === 'toPost' && <ToPost />}
      {tab === 'posted' && <Posted />}
      {tab === 'withdrawn' && <Withdrawn />}
    </>
  );
}

function ToPost() {
  const { t } = useText(publicationText);
  const { actor } = useSeat();
  const navigate = useNavigate();
  const whole = useRows({ attribute: 'PROACTIVE', postingState: 'open', reviewStage: 'approved' }, DUE_FIRST);
  const partly = useRows({ attribute: 'PROACTIVE', postingState: 'open', reviewStage: 'approvedPartial' }, DUE_FIRST);
  const [params] = useSearchParams();
  const [postingId, setPostingId] = useState(params.get('document') ?? undefined);
  const [said, setSaid] = useState('');
  if (whole.data === undefined) return <PageState of={whole} />;
  if (partly.data === undefined) return <PageState of={partly} />;
  const rows = [...whole.data.rows, ...partly.data.rows]
    .filter(({ postedOn }) => postedOn === null)
    .toSorted((a, b) => ((a.posting?.dueOn ?? '9') < (b.posting?.dueOn ?? '9') ? -1 : 1));

  /** The one after the posted one; where that was the last, the last of what is left. */
  function goOn(postedId: string): void {
    const at = Math.max(
      rows.findIndex(({ id }) => id === postedId),
      0,
    );
    const left = rows.filter(({ id }) => id !== postedId);
    const next = left[Math.min(at, left.length - 1)];
    setPostingId(next?.id);
    setSaid(next === undefined ? t('postedLast') : t('postedNext', { title: next.title }));
  }

  return (
    <>
      <p className="work-said" role="status">
        {said || t('toPostCount', { count: rows.length })}
      </p>
      {rows.length === 0 ? (
        <div className="card work-empty">
          <p>{t('emptyToPost')}</p>
          <p className="grey">{t('emptyToPostHint')}</p>
        </div>
      ) : (
        <PublicationTable
          label={t('tab.toPost')}
          rows={rows}
          isPosted={false}
          onOpen={(row) =>
            holds(actor, ['clerk', 'divisionHead']) ? setPostingId(row.id) : void navigate(`/documents/${row.id}`)
          }
        />
      )}
      {postingId !== undefined && (
        <PostDialog
          key={postingId}
          documentId={postingId}
          onCancel={() => setPostingId(undefined)}
          onDone={() => goOn(postingId)}
        />
      )}
    </>
  );
}

function Posted() {
  const { t } = useText(publicationText);
  const navigate = useNavigate();
  const asked = useRows({ postingState: 'posted' }, LATEST_FIRST);
  if (asked.data === undefined) return <PageState of={asked} />;
  const { rows } = asked.data;
  if (rows.length === 0) return <div className="card work-empty">{t('emptyPosted')}</div>;
  return (
    <PublicationTable
      label={t('tab.posted')}
      rows={rows}
      isPosted
      onOpen={({ id }) => void navigate(`/documents/${id}`)}
    />
  );
}

/** Withdrawn, and nothing of it on the web any more. */
function Withdrawn() {
  const { t } = useText(publicationText);
  const navigate = useNavigate();
  const asked = useRows({ postingState: 'withdrawn' }, DUE_FIRST);
  if (asked.data === undefined) return <PageState of={asked} />;
  const { rows } = asked.data;
  if (rows.length === 0) return <div className="card work-empty">{t('emptyWithdrawn')}</div>;
  return (
    <PublicationTable
      label={t('tab.withdrawn')}
      rows={rows}
      isPosted={false}
      onOpen={({ id }) => void navigate(`/documents/${id}`)}
    />
  );
}

type TableProps = {
  readonly label: string;
  readonly rows: readonly DocumentSummary[];
  readonly isPosted: boolean;
  readonly onOpen: (row: DocumentSummary) => void;
};

function PublicationTable({ label, rows, isPosted, onOpen }: TableProps) {
  const { t } = useText(publicationText);
  const terms = useTerms();
  const { rowProps } = useRowKeys(rows, ({ id }) => id, onOpen);
  return (
    <div className="card work-list">
      <RowTable
        name={label}
        columns={(isPosted ? POSTED_COLUMNS : OPEN_COLUMNS).map((id) => ({ id, heading: t(`column.${id}`) }))}
      >
        {rows.map((row) => (
          <tr key={row.id} {...rowProps(row)}>
            <td className="number">{row.docNumber ?? t('unnumbered')}</td>
            <td className="title">
              <Link to={`/documents/${row.id}`} tabIndex={-1}>
                {row.title}
              </Link>
            </td>
            <td className="number">{row.divisionName}</td>
            <td className="number">{isPosted ? row.postedOn : row.reviewApprovedOn}</td>
            <td className="number">{row.posting?.dueOn}</td>
            <td className="number">{row.posting && <DeadlineBadge duty={row.posting} />}</td>
            <td className="address">
              {isPosted
                ? row.postedUrl
                : row.blockers.map(({ code, params }) => terms(`blocker.${code}`, params)).join(t('join'))}
            </td>
          </tr>
        ))}
      </RowTable>
    </div>
  );
}
