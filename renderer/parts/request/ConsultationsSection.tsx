/** Opinions sought of third parties and co-making organs; nothing where none was. */

import { Button } from 'antd';
import type { ConsultationRecord, RequestDetail } from '../../../electron/contract/requests.ts';
import { useText } from '../../text/index.ts';
import { requestText } from '../../text/request.ts';
import { useTerms } from '../../text/terms.ts';
import { Section } from '../document/Section.tsx';
import type { StepAsked } from './stepAsked.ts';

type Props = { readonly detail: RequestDetail; readonly onStep: (asked: StepAsked) => void };

export function ConsultationsSection({ detail, onStep }: Props) {
  const { t } = useText(requestText);
  if (detail.consultations.length === 0) return null;
  return (
    <Section id="consultations" title={t('consultations')}>
      <ul className="lines">
        {detail.consultations.map((consultation) => (
          <Line key={consultation.consultationId} consultation={consultation} steps={detail.steps} onStep={onStep} />
        ))}
      </ul>
    </Section>
  );
}

type LineProps = {
  readonly consultation: ConsultationRecord;
  readonly steps: RequestDetail['steps'];
  readonly onStep: Props['onStep'];
};

function Line({ consultation, steps, onStep }: LineProps) {
  const { t } = useText(requestText);
  const terms = useTerms();
  const { consultationId, party, name, matter, sentOn, letterReceivedOn, silentAfter, answeredOn } = consultation;
  const isOpen = answeredOn === null;
  return (
    <li>
      <span className="grey">{terms(`consultedParty.${party}`)}</span>
      <b>{name}</b>
      <span>{matter}</span>
      <span className="number">{t('consultation.sent', { day: sentOn })}</span>
      <span className="number">
        {letterReceivedOn === null
          ? t('consultation.noReceipt')
          : t('consultation.received', { day: letterReceivedOn })}
      </span>
      {isOpen && silentAfter !== null && (
        <span className="number">{t('consultation.until', { day: silentAfter })}</span>
      )}
      {isOpen ? (
        <span className="badge soon">{t('consultation.open')}</span>
      ) : (
        <>
          <span>
            {t('consultation.answered', {
              day: answeredOn,
              answer: terms(`consultationAnswer.${consultation.answer}`),
            })}
          </span>
          {consultation.answer === 'silent' && (
            <span className="grey">{terms(`consultationOutcome.${consultation.outcome}`)}</span>
          )}
          {consultation.answerReason !== '' && <span className="grey">{consultation.answerReason}</span>}
        </>
      )}
      {isOpen && (
        <span className="line-end actions">
          {letterReceivedOn === null && steps.includes('letterReceived') && (
            <Button size="small" onClick={() => onStep({ step: 'letterReceived', consultationId })}>
              {t('recordLetterDay')}
            </Button>
          )}
          {steps.includes('consultationAnswered') && (
            <Button size="small" onClick={() => onStep({ step: 'consultationAnswered', consultationId })}>
              {t('recordOpinion')}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
