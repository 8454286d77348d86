/** Beside a signature: what it binds to, what changed or stands in its way, and the steps signed before. */

import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import type { Broken } from '../../../electron/domain/broken.ts';
import type { ReviewStepName } from '../../../electron/domain/review.ts';
import { useText } from '../../text/index.ts';
import { reviewText } from '../../text/review.ts';
import { useTerms } from '../../text/terms.ts';
import { BoundContent } from './BoundContent.tsx';
import { openReview } from './review.ts';
import { StepSigned } from './StepSigned.tsx';
import './Signing.css';

type Props = {
  readonly detail: DocumentDetail;
  readonly step: ReviewStepName;
  /** The content is another one than when the dialog opened. */
  readonly isChanged: boolean;
  readonly inTheWay: readonly Broken[];
};

export function SignAside({ detail, step, isChanged, inTheWay }: Props) {
  const { t } = useText(reviewText);
  const terms = useTerms();
  const review = openReview(detail);
  return (
    <>
      {isChanged && (
        <p className="form-note warn" role="alert">
          <b>{t('staleTitle')}</b> {t('stale')}
        </p>
      )}
      {inTheWay.map(({ code, params }) => (
        <p key={code} className="form-note wrong" role="alert">
          {terms(code, params)}
        </p>
      ))}
      <p className="sign-note grey">{t(`noteStep.${step}`)}</p>
      <BoundContent detail={detail} />
      {review !== null && review.steps.length > 0 && (
        <section className="bound" aria-label={t('earlierSteps')}>
          <h3>{t('earlierSteps')}</h3>
          {detail.reviews
            .find(({ id }) => id === review.id)
            ?.steps.map((signed) => (
              <StepSigned key={signed.id} step={signed} />
            ))}
        </section>
      )}
    </>
  );
}
