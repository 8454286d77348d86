/** A normative document with its steps from the legality review to the review of its validity, and what was decided about it. */

import { Button } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { hasOnlyTextInterpretation } from '../../../electron/domain/normative.ts';
import { holds, useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { normativeText } from '../../text/normative.ts';
import { useTerms } from '../../text/terms.ts';
import { isHeadOf } from './review.ts';
import { Section } from './Section.tsx';

type Props = { readonly detail: DocumentDetail; readonly onFile: () => void; readonly onValidity: () => void };

export function NormativeSection({ detail, onFile, onValidity }: Props) {
  const { t } = useText(normativeText);
  const terms = useTerms();
  const { actor } = useSeat();
  const { summary, normativeFilings, publications } = detail;
  if (!summary.isNormative) return <Judgements detail={detail} />;
  const isClerk = holds(actor, ['clerk']) && !summary.isVoided;
  const mayFile =
    (isClerk || (isHeadOf(summary.presentDivisionId, actor) && !summary.isVoided)) && publications.length > 0;
  return (
    <>
      <Section
        id="normative"
        title={t('title')}
        aside={summary.validity !== null && `${t('validityNow')} ${terms(`validity.${summary.validity}`)}`}
        action={
          <>
            {mayFile && <Button onClick={onFile}>{t(normativeFilings.length === 0 ? 'file' : 'complete')}</Button>}
            {isClerk && <Button onClick={onValidity}>{t('changeValidity')}</Button>}
          </>
        }
      >
        <Steps detail={detail} />
        <Validity detail={detail} />
      </Section>
      <Judgements detail={detail} />
    </>
  );
}

function Steps({ detail }: { readonly detail: DocumentDetail }) {
  const { t } = useText(normativeText);
  const terms = useTerms();
  const { input, interpretations, publications, normativeFilings, duties } = detail;
  const dueOf = (rule: string) => duties.find((duty) => duty.rule === rule && duty.doneOn === null)?.dueOn;
  const missing = (rule?: string) => {
    const day = rule && dueOf(rule);
    return <span className="grey">{day ? `${t('missing')} · ${t('due', { day })}` : t('missing')}</span>;
  };
  const first = publications.toSorted((a, b) => (a.postedOn < b.postedOn ? -1 : 1))[0];
  const filing = normativeFilings.at(-1);
  const cleanup = dueOf('normativeCleanup');
  const legality = [input.legalityReviewNumber, input.legalityReviewOn].filter(Boolean).join(' · ');
  const forms = interpretations.map(({ form }) => form);
  const filed = filing && <Filings detail={detail} />;
  const later = <span className="grey">{t('notYet')}</span>;
  const published = first && `${first.postedOn} ${terms(`channel.${first.channel}`)}`;
  const interpreted = interpretations.map(({ form, postedOn }) => `${postedOn} ${terms(`interpretationForm.${form}`)}`);
  const steps: readonly { readonly label: string; readonly value: ReactNode }[] = [
    { label: t('step.legality'), value: legality || missing() },
    { label: t('step.plan'), value: input.interpretationPlan || missing() },
    { label: t('step.interpretation'), value: interpreted.join(' · ') || missing('interpretation') },
    { label: t('step.publication'), value: published ?? missing('posting') },
    { label: t('step.filing'), value: filed ?? (first ? missing('normativeFiling') : later) },
    { label: t('step.cleanup'), value: cleanup && t('dueNext', { day: cleanup }) },
  ];
  return (
    <>
      <dl className="facts steps" aria-label={t('steps')}>
        {steps
          .filter(({ value }) => Boolean(value))
          .map(({ label, value }) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
      {hasOnlyTextInterpretation(forms) && <p className="form-note warn">{t('onlyText')}</p>}
    </>
  );
}

/** The last entry stands; earlier ones stay in sight. */
function Filings({ detail }: { readonly detail: DocumentDetail }) {
  const { t } = useText(normativeText);
  return detail.normativeFilings.toReversed().map((filing, at) => (
    <div key={filing.id} className={at === 0 ? undefined : 'grey'}>
      {t('filingLine', { day: filing.reportedOn, body: filing.receivingBody, number: filing.number })}{' '}
      {filing.receiptOn === null ? (
        <span className="grey">{t('receiptNone')}</span>
      ) : (
        t('receiptLine', { day: filing.receiptOn, number: filing.acknowledgement })
      )}{' '}
      {filing.correctionReason !== '' && (
        <span className="grey">{t('correctionLine', { reason: filing.correctionReason })}</span>
      )}
    </div>
  ));
}

function Validity({ detail }: { readonly detail: DocumentDetail }) {
  const { t } = useText(normativeText);
  const terms = useTerms();
  const { validityChanges, replaces } = detail;
  if (validityChanges.length + replaces.length === 0) return null;
  return (
    <ul className="lines" aria-label={t('validity')}>
      {validityChanges.map(({ id, status, effectiveOn, basis, reason, successor, enteredBy }) => (
        <li key={id}>
          <b>{t('validityLine', { day: effectiveOn, status: terms(`validity.${status}`) })}</b>
          {basis !== '' && <span>{basis}</span>}
          {reason !== '' && <span>{reason}</span>}
          {successor && (
            <span>
              {t('replacedBy')} <DocumentLink {...successor} />
            </span>
          )}
          <span className="grey">{t('by', { name: enteredBy })}</span>
        </li>
      ))}
      {replaces.map((replaced) => (
        <li key={replaced.id}>
          <span>{t('replaces')}</span>
          <DocumentLink {...replaced} />
        </li>
      ))}
    </ul>
  );
}

type Named = { readonly id: string; readonly docNumber: string | null; readonly title: string };

function DocumentLink({ id, docNumber, title }: Named) {
  return <Link to={`/documents/${id}`}>{[docNumber, title].filter(Boolean).join(' ')}</Link>;
}

/** Decisions and proposals of every occasion, the latest first. */
function Judgements({ detail }: { readonly detail: DocumentDetail }) {
  const { t } = useText(normativeText);
  const terms = useTerms();
  if (detail.reassessments.length === 0) return null;
  return (
    <Section id="reassessments" title={t('judgements')}>
      <ul className="lines">
        {detail.reassessments.toReversed().map(({ id, kind, occasion, year, decision, reason, decidedOn, byName }) => (
          <li key={id}>
            <b className="number">{decidedOn}</b>
            <span>
              {t('judgementLine', {
                year,
                occasion: terms(`occasion.${occasion}`),
                decision: terms(`decision.${decision}`),
              })}
            </span>
            {kind === 'proposal' && <span className="badge">{t('proposal')}</span>}
            <span>{reason}</span>
            <span className="grey">{byName}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
