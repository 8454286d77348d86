/** The facts of a document as registered, and its annexes. */

import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { holds, useSeat } from '../../session.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { momentText } from '../moment.ts';
import { Section } from './Section.tsx';

type Props = { readonly detail: DocumentDetail; readonly onVoid: () => void };

export function FactsSection({ detail, onVoid }: Props) {
  const { t } = useText(documentText);
  const { actor } = useSeat();
  const { summary } = detail;
  const mayWrite = holds(actor, ['clerk']) && !summary.isVoided;
  return (
    <Section
      id="facts"
      title={t('facts')}
      action={
        mayWrite && (
          <>
            <Link className="quiet-button as-link" to={`/register/${summary.id}`}>
              {t('amend')}
            </Link>
            <Button danger onClick={onVoid}>
              {t('void')}
            </Button>
          </>
        )
      }
    >
      <Facts detail={detail} />
    </Section>
  );
}

function Facts({ detail }: { readonly detail: DocumentDetail }) {
  const { t } = useText(documentText);
  const terms = useTerms();
  const { summary, input, revision, source, registeredByName } = detail;
  const flags = [
    summary.isNormative && t('fact.normative'),
    summary.isLeaderRelated && t('fact.leader'),
    input.isJoint && t('fact.joint'),
  ].filter((flag) => flag !== false);
  const short: readonly (readonly [string, ReactNode])[] = [
    [t('fact.docType'), summary.docType],
    [t('fact.division'), summary.divisionName],
    [t('fact.drafter'), summary.drafter],
    [t('fact.signer'), summary.signer],
    [t('fact.signedOn'), summary.signedOn],
    [t('fact.writtenOn'), summary.writtenOn],
    [t('fact.printedOn'), summary.printedOn],
    [t('fact.channel'), input.channel && terms(`channel.${input.channel}`)],
    [t('fact.flags'), flags.join(t('listJoin'))],
    [t('fact.leadAgency'), input.isJoint && input.leadAgency],
    [t('fact.legality'), [input.legalityReviewNumber, input.legalityReviewOn].filter(Boolean).join(' · ')],
    [t('fact.interpretationPlan'), input.interpretationPlan],
    [t('fact.remarkNote'), input.remarkNote],
    [t('fact.registeredBy'), `${registeredByName} ${momentText(summary.enteredAt)}`],
    [t('fact.source'), t(source === 'import' ? 'source.imported' : 'source.entered')],
    [t('fact.revision'), t('fact.revisionValue', { revision })],
  ];
  return (
    <dl className="facts two">
      {short
        .filter(([, value]) => Boolean(value))
        .map(([label, value]) => (
          <div key={label} className="fact-pair">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {input.annexes.length > 0 && (
        <div className="fact-pair whole">
          <dt>{t('annexes')}</dt>
          <dd>
            {input.annexes.map(({ name, sha256 }) => (
              <div key={name}>
                {name} {sha256 !== null && <span className="grey">{t('annexKept')}</span>}
              </div>
            ))}
          </dd>
        </div>
      )}
      {input.note !== '' && (
        <div className="fact-pair whole">
          <dt>{t('fact.note')}</dt>
          <dd>{input.note}</dd>
        </div>
      )}
    </dl>
  );
}
