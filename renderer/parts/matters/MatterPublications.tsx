/** What was published of a matter: channel, day, proof, and the review before it. */

import type { MatterDetail, MatterPublication } from '../../../electron/contract/matters.ts';
import { kindOf } from '../../../electron/domain/matters/kinds.ts';
import { client } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { useTerms } from '../../text/terms.ts';
import { Section } from '../document/Section.tsx';
import { PublicationLine } from '../subject/PublicationLine.tsx';

type Props = {
  readonly detail: MatterDetail;
  readonly onWithdraw: ((publication: MatterPublication) => void) | undefined;
};

export function MatterPublications({ detail, onWithdraw }: Props) {
  const { t } = useText(mattersText);
  const terms = useTerms();
  const { publications, summary } = detail;
  const hasStages = kindOf(summary.kind).stages.length > 1;
  const reviewed = ({ reviewedOn: on, reviewer, reviewResult }: MatterPublication) =>
    t('reviewedBy', { on, reviewer, result: terms(`reviewResult.${reviewResult}`) });
  return (
    <Section id="publications" title={t('publications')}>
      {publications.length === 0 && <p className="grey">{t('publicationsNone')}</p>}
      <ul className="lines">
        {publications.toReversed().map((publication) => (
          <PublicationLine
            key={publication.id}
            publication={publication}
            stage={hasStages ? terms(`matterStage.${publication.stage}`) : undefined}
            summary={publication.summary}
            note={<span className="grey">{reviewed(publication)}</span>}
            fetchEvidence={(evidenceId) => client.matters.evidence({ evidenceId })}
            onWithdraw={onWithdraw && (() => onWithdraw(publication))}
          />
        ))}
      </ul>
    </Section>
  );
}
