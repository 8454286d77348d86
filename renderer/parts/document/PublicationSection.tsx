/** Postings and interpretations of a document, with their evidence and withdrawals. */

import { Button } from 'antd';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { client } from '../../client.ts';
import { holds, useSeat } from '../../session.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { publicationText } from '../../text/publication.ts';
import { useTerms } from '../../text/terms.ts';
import { PublicationLine } from '../subject/PublicationLine.tsx';
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
              note={
                publication.exceptionReason !== '' && (
                  <span className="grey">{words.t('exceptionLine', { reason: publication.exceptionReason })}</span>
                )
              }
              fetchEvidence={(evidenceId) => client.publications.evidence({ evidenceId })}
              onWithdraw={mayWithdraw ? () => onWithdraw(publication) : undefined}
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
