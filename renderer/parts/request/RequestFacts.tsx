/** Who asks for what, as registered; the applicant only where this person may see them. */

import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RequestDetail } from '../../../electron/contract/requests.ts';
import { holds, useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { requestText } from '../../text/request.ts';
import { useTerms } from '../../text/terms.ts';
import { Section } from '../document/Section.tsx';
import { momentText } from '../moment.ts';

type Props = { readonly detail: RequestDetail; readonly onAmend: () => void };

export function RequestFacts({ detail, onAmend }: Props) {
  const { t } = useText(requestText);
  const terms = useTerms();
  const { actor } = useSeat();
  const { summary, input, document } = detail;
  const pairs: readonly (readonly [string, ReactNode])[] = [
    [t('fact.applicant'), input.applicantName],
    [t('fact.kind'), terms(`applicant.${input.applicantKind}`)],
    [t('fact.contact'), input.contact],
    [t('fact.address'), input.address],
    [t('fact.channel'), terms(`requestChannel.${input.channel}`)],
    [t('fact.wantedForm'), terms(`wantedForm.${input.wantedForm}`)],
    [t('fact.arrivedOn'), input.arrivedOn],
    [t('fact.confirmedOn'), input.confirmedOn],
    [t('fact.receivedOn'), summary.receivedOn],
    [t('fact.externalNumber'), input.externalNumber],
    [t('fact.division'), summary.divisionName || t('unassigned')],
    [t('fact.registeredBy'), `${detail.registeredBy} ${momentText(detail.enteredAt)}`],
  ];
  const whole: readonly (readonly [string, ReactNode])[] = [
    [t('fact.content'), input.content && <span className="request-content">{input.content}</span>],
    [
      t('fact.document'),
      document && (
        <Link to={`/documents/${document.id}`}>
          {document.docNumber} {document.title} · {terms(`attribute.${document.attribute}`)}
        </Link>
      ),
    ],
    [t('fact.note'), input.note],
  ];
  const isClosed = summary.state === 'voided' || summary.state === 'archived';
  return (
    <Section
      id="facts"
      title={t('facts')}
      aside={detail.showsApplicant ? undefined : t('factsHidden')}
      action={holds(actor, ['clerk']) && !isClosed && <Button onClick={onAmend}>{t('amend')}</Button>}
    >
      <dl className="facts two">
        {pairs
          .filter(([, value]) => Boolean(value))
          .map(([label, value]) => (
            <div key={label} className="fact-pair">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {whole
          .filter(([, value]) => Boolean(value))
          .map(([label, value]) => (
            <div key={label} className="fact-pair whole">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {detail.others.length > 0 && <Others detail={detail} />}
    </Section>
  );
}

function Others({ detail }: { readonly detail: RequestDetail }) {
  const { t } = useText(requestText);
  const terms = useTerms();
  return (
    <>
      <h3>{t('others')}</h3>
      <ul className="lines">
        {detail.others.map(({ id, registerNumber, applicantName, subject, state, result, tie }) => (
          <li key={id}>
            <span className="grey">{t(`tie.${tie}`)}</span>
            <Link className="number" to={`/requests/${id}`}>
              {registerNumber}
            </Link>
            <span>{applicantName}</span>
            <span>{subject}</span>
            <span className="grey">{terms(result ? `reply.${result}` : `requestState.${state}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
