/** What was published of a matter: channel, day, proof, and the review before it. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { MatterDetail, MatterPublication } from '../../../electron/contract/matters.ts';
import { kindOf } from '../../../electron/domain/matters/kinds.ts';
import { client } from '../../client.ts';
import { openWritten, saveFile } from '../../native.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { useTerms } from '../../text/terms.ts';
import { Section } from '../document/Section.tsx';
import { Problem } from '../Problem.tsx';

type Props = {
  readonly detail: MatterDetail;
  readonly onWithdraw: ((publication: MatterPublication) => void) | undefined;
};

export function MatterPublications({ detail, onWithdraw }: Props) {
  const { t } = useText(mattersText);
  const { publications, summary } = detail;
  const hasStages = kindOf(summary.kind).stages.length > 1;
  return (
    <Section id="publications" title={t('publications')}>
      {publications.length === 0 && <p className="grey">{t('publicationsNone')}</p>}
      <ul className="lines">
        {publications.toReversed().map((publication) => (
          <Line key={publication.id} publication={publication} hasStages={hasStages} onWithdraw={onWithdraw} />
        ))}
      </ul>
    </Section>
  );
}

type LineProps = {
  readonly publication: MatterPublication;
  readonly hasStages: boolean;
  readonly onWithdraw: Props['onWithdraw'];
};

function Line({ publication, hasStages, onWithdraw }: LineProps) {
  const { t } = useText(mattersText);
  const terms = useTerms();
  const { evidenceId, evidenceName, withdrawnOn, reviewedOn: on, reviewer } = publication;
  const evidence = useMutation({
    mutationFn: async (id: string) => {
      const saved = await saveFile(await client.matters.evidence({ evidenceId: id }));
      if (saved?.path) await openWritten(saved.path);
    },
  });
  return (
    <li>
      <b className="number">{publication.postedOn}</b>
      {hasStages && <b>{terms(`matterStage.${publication.stage}`)}</b>}
      <span>{terms(`channel.${publication.channel}`)}</span>
      {publication.summary !== '' && <span>{publication.summary}</span>}
      {publication.url !== '' && <span className="address">{publication.url}</span>}
      {publication.overdueWorkingDays > 0 && (
        <span className="badge overdue">{t('overdueLine', { days: publication.overdueWorkingDays })}</span>
      )}
      {publication.lateReason !== '' && (
        <span className="grey">{t('lateLine', { reason: publication.lateReason })}</span>
      )}
      <span className="grey">
        {t('reviewedBy', { on, reviewer, result: terms(`reviewResult.${publication.reviewResult}`) })}
      </span>
      <span className="grey">{t('postedBy', { name: publication.postedBy })}</span>
      {evidenceId === null ? (
        <span className="grey">{t('evidenceNone')}</span>
      ) : (
        <button type="button" className="link-button" onClick={() => evidence.mutate(evidenceId)}>
          {t('evidenceOpen', { name: evidenceName ?? '' })}
        </button>
      )}
      {withdrawnOn !== null && (
        <span className="badge today">
          {t('withdrawnLine', { on: withdrawnOn, reason: publication.withdrawalReason })}
        </span>
      )}
      {withdrawnOn === null && onWithdraw !== undefined && (
        <span className="line-end">
          <Button size="small" onClick={() => onWithdraw(publication)}>
            {t('withdraw')}
          </Button>
        </span>
      )}
      <Problem error={evidence.error} />
    </li>
  );
}
