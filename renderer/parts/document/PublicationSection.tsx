/** Postings and interpretations of a document, with their evidence and withdrawals. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { DocumentDetail } from '../../../electron/contract/documents.ts';
import { client } from '../../client.ts';
import { openWritten, saveFile } from '../../native.ts';
import { holds, useSeat } from '../../session.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { publicationText } from '../../text/publication.ts';
import { useTerms } from '../../text/terms.ts';
import { Problem } from '../Problem.tsx';
import { Section } from './Section.tsx';

type Publication = DocumentDetail['publications'][number];

type Props = {
  readonly detail: DocumentDetail;
  readonly onPost: () => void;
  readonly onWithdraw: (publication: Publication) => void;
  readonly onInterpret: () => void;
};

export function PublicationSection({ detail, onPost, onWithdraw, onInterpret }: Props) {
  const { t } = useText(documentText);
  const words = useText(publicationText);
  const { actor } = useSeat();
  const { summary, publications, interpretations } = detail;
  const mayWrite = holds(actor, ['clerk', 'divisionHead']) && !summary.isVoided;
  const mayWithdraw = holds(actor, ['clerk']) && !summary.isVoided;
  const isForWeb = summary.attribute === 'PROACTIVE';
  const hasInterpretation = summary.isNormative || interpretations.length > 0;
  return (
    <>
      <Section
        id="publication"
        title={t('publication')}
        action={mayWrite && isForWeb && <Button onClick={onPost}>{words.t('post')}</Button>}
      >
        {publications.length === 0 && (
          <p className="grey">{t(isForWeb ? 'publicationNone' : 'publicationNotNeeded')}</p>
        )}
        <ul className="lines">
          {publications.map((publication) => (
            <PublicationLine
              key={publication.id}
              publication={publication}
              onWithdraw={mayWithdraw ? onWithdraw : undefined}
            />
          ))}
        </ul>
      </Section>
      {hasInterpretation && (
        <Section
          id="interpretation"
          title={t('interpretation')}
          action={mayWrite && <Button onClick={onInterpret}>{words.t('interpret')}</Button>}
        >
          {interpretations.length === 0 && <p className="grey">{t('interpretationNone')}</p>}
          <Interpretations detail={detail} />
        </Section>
      )}
    </>
  );
}

type LineProps = { readonly publication: Publication; readonly onWithdraw: Props['onWithdraw'] | undefined };

function PublicationLine({ publication, onWithdraw }: LineProps) {
  const { t } = useText(publicationText);
  const terms = useTerms();
  const { evidenceId, evidenceName, withdrawnOn } = publication;
  const evidence = useMutation({
    mutationFn: async (id: string) => {
      const saved = await saveFile(await client.publications.evidence({ evidenceId: id }));
      if (saved?.path) await openWritten(saved.path);
    },
  });
  return (
    <li>
      <b className="number">{publication.postedOn}</b>
      <span>{terms(`channel.${publication.channel}`)}</span>
      {publication.url !== '' && <span className="address">{publication.url}</span>}
      {publication.overdueWorkingDays > 0 && (
        <span className="badge overdue">{t('overdueLine', { days: publication.overdueWorkingDays })}</span>
      )}
      {publication.lateReason !== '' && (
        <span className="grey">{t('overdueReason', { reason: publication.lateReason })}</span>
      )}
      {publication.exceptionReason !== '' && (
        <span className="grey">{t('exceptionLine', { reason: publication.exceptionReason })}</span>
      )}
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

function Interpretations({ detail }: { readonly detail: DocumentDetail }) {
  const terms = useTerms();
  const { t } = useText(publicationText);
  return (
    <ul className="lines">
      {detail.interpretations.map(({ id, title, form, url, postedOn, enteredBy }) => (
        <li key={id}>
          <b className="number">{postedOn}</b>
          <span>{terms(`interpretationForm.${form}`)}</span>
          <span>{title}</span>
          <span className="address">{url}</span>
          <span className="grey">{t('postedBy', { name: enteredBy })}</span>
        </li>
      ))}
    </ul>
  );
}
