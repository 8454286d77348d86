/** One request with its whole life: facts, clock, what can be done now, opinions, reply, letters, history. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import type { RequestDetail } from '../../electron/contract/requests.ts';
import { formatDay } from '../../electron/domain/day.ts';
import type { RequestStepKind } from '../../electron/domain/foiRequest.ts';
import { orpc } from '../client.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { ClockSection } from '../parts/request/ClockSection.tsx';
import { ConsultationsSection } from '../parts/request/ConsultationsSection.tsx';
import { DraftDialog } from '../parts/request/DraftDialog.tsx';
import { LettersSection } from '../parts/request/LettersSection.tsx';
import { RegisterDialog } from '../parts/request/RegisterDialog.tsx';
import { ReplySection } from '../parts/request/ReplySection.tsx';
import { RequestFacts } from '../parts/request/RequestFacts.tsx';
import { RequestHistory } from '../parts/request/RequestHistory.tsx';
import { StepDialog } from '../parts/request/StepDialog.tsx';
import type { StepAsked } from '../parts/request/stepAsked.ts';
import { useShortcuts } from '../parts/shortcuts.ts';
import { SubjectAwaited, SubjectHead, SubjectPage, useDialogAsked } from '../parts/subject/SubjectPage.tsx';
import { useText } from '../text/index.ts';
import { requestText } from '../text/request.ts';
import { useTerms } from '../text/terms.ts';
import './DocumentPage.css';

export function RequestPage() {
  const { id = '' } = useParams();
  const { t } = useText(requestText);
  const asked = useQuery(orpc.requests.get.queryOptions({ input: { id } }));
  if (asked.data === undefined) {
    return <SubjectAwaited of={asked} notFound={t('notFound')} back={t('back')} to="/requests" />;
  }
  return <Loaded key={id} detail={asked.data} />;
}

function Loaded({ detail }: { readonly detail: RequestDetail }) {
  const { t, language } = useText(requestText);
  const terms = useTerms();
  const { asked, said, open, ends } = useDialogAsked<StepAsked>();
  const doneWith = ({ step }: StepAsked) =>
    step === 'amended' ? t('amended') : t('done', { step: terms(`requestEvent.${step}`) });
  const common = { detail, onCancel: ends.onCancel, onDone: () => asked && ends.onDone(doneWith(asked)) };
  return (
    <SubjectPage
      head={<RequestHead detail={detail} onStep={open} />}
      said={said}
      banners={
        detail.applicantsForSame > 0 && (
          <p className="form-note warn">
            {t('suggestion', { subject: detail.summary.subject, applicants: detail.applicantsForSame })}
            {detail.judgedBy !== null && t('suggestionBy', { day: formatDay(detail.judgedBy, language) })}{' '}
            {detail.steps.includes('openingJudged') && (
              <Button size="small" onClick={() => open({ step: 'openingJudged' })}>
                {t('judge')}
              </Button>
            )}
          </p>
        )
      }
      main={
        <>
          <RequestFacts detail={detail} onAmend={() => open({ step: 'amended' })} />
          <ReplySection detail={detail} />
          <ConsultationsSection detail={detail} onStep={open} />
          <RequestHistory detail={detail} />
        </>
      }
      side={
        <>
          <ClockSection detail={detail} />
          <LettersSection detail={detail} />
        </>
      }
      dialog={
        <>
          {asked?.step === 'amended' && <RegisterDialog {...common} />}
          {asked?.step === 'drafted' && <DraftDialog {...common} />}
          {asked && asked.step !== 'amended' && asked.step !== 'drafted' && (
            <StepDialog key={asked.step} {...common} step={asked.step} consultationId={asked.consultationId} />
          )}
        </>
      }
    />
  );
}

/** What brings a request nearer to its end, in this order; what is possible first is the next step. */
const ONWARD: readonly RequestStepKind[] = [
  'confirmed',
  'corrected',
  'feePaid',
  'consultationAnswered',
  'assigned',
  'approved',
  'drafted',
  'replied',
  'delivered',
  'archived',
];
/** Always offered beside the next step, the others in the menu. */
const BESIDE: readonly RequestStepKind[] = [
  'correctionAsked',
  'consulted',
  'extended',
  'returned',
  'feeAsked',
  'abandoned',
];

type HeadProps = { readonly detail: RequestDetail; readonly onStep: (asked: StepAsked) => void };

function RequestHead({ detail, onStep }: HeadProps) {
  const { t } = useText(requestText);
  const terms = useTerms();
  const { summary, steps } = detail;
  // What was done once is done again only from the menu.
  const onward = ONWARD.filter(
    (step) => step !== summary.state && (step !== 'assigned' || summary.divisionName === ''),
  );
  const next = onward.find((step) => steps.includes(step));
  const beside = BESIDE.filter((step) => steps.includes(step));
  const others = steps.filter((step) => step !== next && !beside.includes(step));
  useShortcuts(
    next ? [{ keys: ['Ctrl+Enter'], label: terms(`requestStep.${next}`), run: () => onStep({ step: next }) }] : [],
  );
  return (
    <SubjectHead
      number={<span className="number">{summary.registerNumber}</span>}
      state={terms(`requestState.${summary.state}`)}
      name={summary.subject}
      actions={
        <>
          {beside.map((step) => (
            <Button key={step} onClick={() => onStep({ step })}>
              {terms(`requestStep.${step}`)}
            </Button>
          ))}
          {next && (
            <Button type="primary" onClick={() => onStep({ step: next })}>
              {terms(`requestStep.${next}`)} <kbd>{t('nextKey')}</kbd>
            </Button>
          )}
          {others.length > 0 && (
            <Disclosure label={t('otherSteps')} edge="end">
              {(close) => (
                <div className="paper-menu">
                  {others.map((step) => (
                    <button
                      key={step}
                      type="button"
                      className="quiet-button"
                      onClick={() => {
                        close();
                        onStep({ step });
                      }}
                    >
                      {terms(`requestStep.${step}`)}
                    </button>
                  ))}
                </div>
              )}
            </Disclosure>
          )}
        </>
      }
    />
  );
}
