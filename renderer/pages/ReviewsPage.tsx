/** Reviews: what waits for this person's signature, signed one after the other; for clerks also what is to be sent in. */

import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { DocumentSummary } from '../../electron/contract/records.ts';
import type { WaitingReview } from '../../electron/contract/reviews.ts';
import type { ReviewStepName } from '../../electron/domain/review.ts';
import { orpc } from '../client.ts';
import { DeadlineBadge } from '../parts/DeadlineBadge.tsx';
import { stepAwaited } from '../parts/document/review.ts';
import { SignDialog } from '../parts/document/SignDialog.tsx';
import { PageState } from '../parts/PageState.tsx';
import { RowTable } from '../parts/RowTable.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { useRowKeys } from '../parts/useRowKeys.ts';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { reviewText } from '../text/review.ts';
import { useTerms } from '../text/terms.ts';
import './WorkList.css';

type Row = Pick<WaitingReview, 'document' | 'step' | 'dueOn' | 'workingDaysLeft'>;

const MOST_TO_SEND_IN = 100;
const COLUMNS = ['docNumber', 'title', 'division', 'step', 'dueOn', 'posting'] as const;

export function ReviewsPage() {
  const { t } = useText(reviewText);
  const { actor } = useSeat();
  const navigate = useNavigate();
  const waiting = useQuery(orpc.reviews.waiting.queryOptions());
  const toSendIn = useToSendIn(holds(actor, ['clerk']));
  const [signing, setSigning] = useState<Row>();
  const [said, setSaid] = useState('');
  useShortcuts([
    { keys: ['↑', '↓'], label: t('keyRows') },
    { keys: ['Enter'], label: t('keySign') },
  ]);
  if (waiting.data === undefined) return <PageState of={waiting} />;
  const mine = waiting.data.filter(({ isMine }) => isMine);
  const others = waiting.data.filter(({ isMine }) => !isMine);

  /** The one after the signed one; where that was the last, the first of what is left. */
  function goOn(signed: Row): void {
    const pile = mine.some(({ document }) => document.id === signed.document.id) ? mine : toSendIn;
    const at = pile.findIndex(({ document }) => document.id === signed.document.id);
    const left = pile.filter(({ document }) => document.id !== signed.document.id);
    const next = left[Math.min(at, left.length - 1)];
    setSigning(next);
    setSaid(next === undefined ? t('signedLast') : t('signedNext', { title: next.document.title }));
  }

  return (
    <>
      <h1>
        {t('heading')} <small>{t('headingHint')}</small>
      </h1>
      <p className="work-said" role="status">
        {said || t('count', { mine: mine.length })}
      </p>
      {mine.length === 0 && toSendIn.length === 0 && (
        <div className="card work-empty">
          <p>{t('empty')}</p>
          <p className="grey">{t('emptyHint')}</p>
        </div>
      )}
      {mine.length > 0 && <ReviewTable label={t('mine')} rows={mine} onOpen={setSigning} />}
      {toSendIn.length > 0 && (
        <>
          <h2 className="work-second">{t('toSendIn', { count: toSendIn.length })}</h2>
          <ReviewTable label={t('toSendIn', { count: toSendIn.length })} rows={toSendIn} onOpen={setSigning} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h2 className="work-second">{t('others')}</h2>
          <ReviewTable
            label={t('others')}
            rows={others}
            onOpen={({ document }) => void navigate(`/documents/${document.id}`)}
          />
        </>
      )}
      {signing !== undefined && (
        <SignDialog
          key={signing.document.id}
          documentId={signing.document.id}
          step={signing.step as ReviewStepName}
          onCancel={() => setSigning(undefined)}
          onDone={() => goOn(signing)}
        />
      )}
    </>
  );
}

/** Documents to be posted whose review is not open, the most urgent first. */
function useToSendIn(isClerk: boolean): readonly Row[] {
  const found = useQuery(
    orpc.documents.list.queryOptions({
      input: {
        filter: { reviewStage: 'missing', attribute: 'PROACTIVE', postingState: 'open' },
        sort: { by: 'dueOn', direction: 'asc' },
        offset: 0,
        limit: MOST_TO_SEND_IN,
      },
      enabled: isClerk,
    }),
  );
  if (!isClerk) return [];
  return (found.data?.rows ?? []).map((document) => ({
    document,
    step: stepAwaited(document.reviewStage) ?? 'drafter',
    dueOn: null,
    workingDaysLeft: null,
  }));
}

type TableProps = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly onOpen: (row: Row) => void;
};

function ReviewTable({ label, rows, onOpen }: TableProps) {
  const { t } = useText(reviewText);
  const terms = useTerms();
  const { rowProps } = useRowKeys(rows, ({ document }) => document.id, onOpen);
  const hasDue = rows.some(({ dueOn }) => dueOn !== null);
  return (
    <div className="card work-list">
      <RowTable
        name={label}
        columns={COLUMNS.filter((id) => id !== 'dueOn' || hasDue).map((id) => ({ id, heading: t(`column.${id}`) }))}
      >
        {rows.map((row) => (
          <tr key={row.document.id} {...rowProps(row)}>
            <td className="number">{row.document.docNumber ?? t('unnumbered')}</td>
            <td className="title">
              <Link to={`/documents/${row.document.id}`} tabIndex={-1}>
                {row.document.title}
              </Link>
            </td>
            <td className="name">{row.document.divisionName}</td>
            <td className="held">
              {terms(`step.${row.step}`)}
              <StageNote document={row.document} />
            </td>
            {hasDue && (
              <td className="due">
                <span className="number">{row.dueOn}</span>
                {row.workingDaysLeft !== null && <DeadlineBadge duty={stepDuty(row.workingDaysLeft)} />}
              </td>
            )}
            <td className="due">
              {row.document.posting && (
                <>
                  <span className="number">{row.document.posting.dueOn}</span>
                  <DeadlineBadge duty={row.document.posting} />
                </>
              )}
            </td>
          </tr>
        ))}
      </RowTable>
    </div>
  );
}

function StageNote({ document }: { readonly document: DocumentSummary }) {
  const terms = useTerms();
  const isBack = document.reviewStage === 'returned' || document.reviewStage === 'lapsed';
  if (!isBack) return null;
  return (
    <>
      {' '}
      <span className="badge soon">{terms(`stage.${document.reviewStage}`)}</span>
    </>
  );
}

function stepDuty(days: number): ComponentProps<typeof DeadlineBadge>['duty'] {
  const state = days < 0 ? 'overdue' : days === 0 ? 'today' : 'open';
  return { state, workingDaysLeft: days, overdueWorkingDays: Math.max(-days, 0), provisional: false };
}
