/** One publication of a document or a matter: when, where, how late, by whom, its evidence, and its withdrawal. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Day } from '../../../electron/domain/day.ts';
import { openWritten, saveFile } from '../../native.ts';
import { useText } from '../../text/index.ts';
import { publicationText } from '../../text/publication.ts';
import { useTerms } from '../../text/terms.ts';
import { Problem } from '../Problem.tsx';

type Publication = {
  readonly postedOn: Day;
  readonly channel: string;
  readonly url: string;
  readonly overdueWorkingDays: number;
  readonly lateReason: string;
  readonly postedBy: string;
  readonly evidenceId: string | null;
  readonly evidenceName: string | null;
  readonly withdrawnOn: Day | null;
  readonly withdrawalReason: string;
};

type Props = {
  readonly publication: Publication;
  /** Of which part of its subject. */
  readonly stage?: string | undefined;
  readonly summary?: string;
  /** What else is told of it. */
  readonly note?: ReactNode;
  readonly fetchEvidence: (evidenceId: string) => Promise<File>;
  readonly onWithdraw: (() => void) | undefined;
};

export function PublicationLine({ publication, stage, summary = '', note, fetchEvidence, onWithdraw }: Props) {
  const { t } = useText(publicationText);
  const terms = useTerms();
  const { overdueWorkingDays: days, lateReason, withdrawnOn } = publication;
  return (
    <li>
      <b className="number">{publication.postedOn}</b>
      {stage !== undefined && <b>{stage}</b>}
      <span>{terms(`channel.${publication.channel}`)}</span>
      {summary !== '' && <span>{summary}</span>}
      {publication.url !== '' && <span className="address">{publication.url}</span>}
      {days > 0 && <span className="badge overdue">{t('overdueLine', { days })}</span>}
      {lateReason !== '' && <span className="grey">{t('overdueReason', { reason: lateReason })}</span>}
      {note}
      <span className="grey">{t('postedBy', { name: publication.postedBy })}</span>
      <Evidence publication={publication} fetch={fetchEvidence} />
      {withdrawnOn !== null && (
        <span className="badge today">
          {t('withdrawnLine', { on: withdrawnOn, reason: publication.withdrawalReason })}
        </span>
      )}
      {withdrawnOn === null && onWithdraw !== undefined && (
        <span className="line-end">
          <Button size="small" onClick={onWithdraw}>
            {t('withdraw')}
          </Button>
        </span>
      )}
    </li>
  );
}

type EvidenceProps = {
  readonly publication: Pick<Publication, 'evidenceId' | 'evidenceName'>;
  readonly fetch: Props['fetchEvidence'];
};

function Evidence({ publication: { evidenceId, evidenceName }, fetch }: EvidenceProps) {
  const { t } = useText(publicationText);
  const opened = useMutation({
    mutationFn: async (id: string) => {
      const saved = await saveFile(await fetch(id));
      if (saved?.path) await openWritten(saved.path);
    },
  });
  if (evidenceId === null) return <span className="grey">{t('evidenceNone')}</span>;
  return (
    <>
      <button type="button" className="link-button" onClick={() => opened.mutate(evidenceId)}>
        {t('evidenceOpen', { name: evidenceName ?? '' })}
      </button>
      <Problem error={opened.error} />
    </>
  );
}
