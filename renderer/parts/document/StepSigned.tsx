/** One signature of a review: opinion, who, when, and whether it still verifies. */

import { SECRECY_TICKS } from '../../../electron/domain/review.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import type { ReviewShown } from './review.ts';
import './Signing.css';

export function StepSigned({ step }: { readonly step: ReviewShown['steps'][number] }) {
  const { t } = useText(documentText);
  const terms = useTerms();
  const found = SECRECY_TICKS.filter((tick) => step.ticks?.[tick]).map((tick) => terms(`tick.${tick}`));
  return (
    <div className="step-signed">
      <div>
        <b>{terms(`step.${step.step}`)}</b> <span className="step-outcome">{terms(`outcome.${step.outcome}`)}</span>
      </div>
      {step.opinion !== '' && <div className="step-opinion">{step.opinion}</div>}
      {step.ticks !== null && (
        <div className="grey">
          {found.length === 0 ? t('reviewTicksNone') : t('reviewTicksSome', { ticks: found.join(t('listJoin')) })}
        </div>
      )}
      {step.basis !== null && <div className="grey">{terms(`basis.${step.basis}`)}</div>}
      {step.isLeaderInfoProofread && <div className="grey">{t('reviewLeaderRead')}</div>}
      {step.overrideReason !== '' && <div className="grey">{t('reviewOverride', { reason: step.overrideReason })}</div>}
      <div className="grey">
        {t('reviewSignedBy', { name: step.signerName, on: step.signedOn })}
        {step.onBehalfOf !== '' && ` ${t('reviewOnBehalfOf', { name: step.onBehalfOf })}`}{' '}
        <span className={step.isGenuine ? 'seal genuine' : 'seal forged'}>
          {t(step.isGenuine ? 'reviewGenuine' : 'reviewForged')}
        </span>
      </div>
    </div>
  );
}
