/** The confidentiality review of a document: its steps as a chain, what lapsed it, earlier reviews. */

import { Button } from 'antd';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { REVIEW_STEPS, type ReviewStepName } from '../../../electron/domain/review.ts';
import { useSeat } from '../../session.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { momentText } from '../moment.ts';
import { maySign, type ReviewShown, stepAwaited } from './review.ts';
import { Section } from './Section.tsx';
import { StepSigned } from './StepSigned.tsx';
import { useFieldValue } from './useFieldValue.ts';
import './ReviewSection.css';

type Props = { readonly detail: DocumentDetail; readonly onSign: (step: ReviewStepName) => void };

export function ReviewSection({ detail, onSign }: Props) {
  const { t } = useText(documentText);
  const terms = useTerms();
  const { actor } = useSeat();
  const { summary, reviews } = detail;
  const newest = reviews[0];
  const awaited = summary.isVoided ? undefined : stepAwaited(summary.reviewStage);
  const isNeeded = summary.attribute === 'PROACTIVE';
  const mayNow = awaited !== undefined && isNeeded && maySign(awaited, summary.presentDivisionId, actor);
  const signLabel =
    awaited === 'drafter' ? t(newest ? 'reviewRestart' : 'reviewStart') : awaited && terms(`step.${awaited}`);
  return (
    <Section
      id="review"
      title={t('review')}
      aside={newest && !newest.isLapsed ? t('reviewForm', { formNumber: newest.formNumber }) : undefined}
      action={mayNow && <Button onClick={() => onSign(awaited)}>{signLabel}</Button>}
    >
      {isNeeded && summary.reviewStage === 'lapsed' && <Lapsed detail={detail} />}
      {!isNeeded && <p className="grey">{t('reviewNotNeeded')}</p>}
      {summary.isVoided && newest === undefined && isNeeded && <p className="grey">{t('fact.none')}</p>}
      {newest !== undefined && summary.reviewStage === 'returned' && (
        <p className="form-note warn">{t('returnedBanner', { reason: newest.returnReason })}</p>
      )}
      {newest === undefined || newest.isLapsed ? (
        isNeeded && !summary.isVoided && <Chain steps={REVIEW_STEPS} awaited={awaited} detail={detail} />
      ) : (
        <Chain
          steps={newest.stepsRequired as readonly ReviewStepName[]}
          signed={newest.steps}
          awaited={summary.reviewStage === 'returned' ? undefined : awaited}
          detail={detail}
        />
      )}
      <Earlier reviews={newest?.isLapsed ? reviews : reviews.slice(1)} />
    </Section>
  );
}

function Lapsed({ detail }: { readonly detail: DocumentDetail }) {
  const { t } = useText(documentText);
  const terms = useTerms();
  const worded = useFieldValue();
  const { changedSinceReview: changes, history } = detail;
  const amendedAt = history.find(({ act }) => act === 'documents.amend' || act === 'documents.changeAttribute')?.at;
  const fields = changes.map(({ field }) => terms(`field.${field}`)).join(t('listJoin'));
  const sentence =
    amendedAt === undefined
      ? t('lapsedChange', { fields })
      : t('lapsedChangeOn', { fields, on: momentText(amendedAt).slice(0, 10) });
  return (
    <div className="form-note wrong lapsed" role="status">
      <p>{changes.length === 0 ? t('lapsedPlain') : t('lapsedBanner', { changes: sentence })}</p>
      {changes.length > 0 && (
        <dl>
          {changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{terms(`field.${field}`)}</dt>
              <dd>
                {t('lapsedBefore')} <del>{worded(field, before)}</del>
              </dd>
              <dd>
                {t('lapsedAfter')} <ins>{worded(field, after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

type ChainProps = {
  readonly steps: readonly ReviewStepName[];
  readonly signed?: ReviewShown['steps'];
  readonly awaited: ReviewStepName | undefined;
  readonly detail: DocumentDetail;
};

function Chain({ steps, signed = [], awaited, detail }: ChainProps) {
  const { t } = useText(documentText);
  const terms = useTerms();
  const due = detail.duties.find(({ rule, doneOn }) => rule === 'reviewStep' && doneOn === null);
  return (
    <ol className="chain">
      {steps.map((step) => {
        const done = signed.filter((one) => one.step === step);
        const isNow = step === awaited;
        const state = isNow ? 'now' : done.length > 0 ? 'done' : 'later';
        return (
          <li key={step} className={state} aria-current={isNow ? 'step' : undefined}>
            {done.map((one) => (
              <StepSigned key={one.id} step={one} />
            ))}
            {isNow && (
              <div>
                <b>{terms(`step.${step}`)}</b> <span className="step-waits">{t('reviewWaits')}</span>
                {due && signed.length > 0 && <span className="grey"> {t('reviewDue', { on: due.dueOn })}</span>}
              </div>
            )}
            {state === 'later' && (
              <div className="grey">
                {terms(`step.${step}`)} · {t('reviewNotYet')}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Earlier({ reviews }: { readonly reviews: readonly ReviewShown[] }) {
  const { t } = useText(documentText);
  const terms = useTerms();
  if (reviews.length === 0) return null;
  return (
    <details className="earlier">
      <summary>{t('reviewEarlier', { count: reviews.length })}</summary>
      {reviews.map((review) => (
        <div key={review.id}>
          <p>
            {t('reviewForm', { formNumber: review.formNumber })} ·{' '}
            {review.isLapsed ? t('reviewLapsedMark') : terms(`stage.${review.stage}`)}
          </p>
          {review.steps.map((step) => (
            <StepSigned key={step.id} step={step} />
          ))}
        </div>
      ))}
    </details>
  );
}
