/** Signs one step of the confidentiality review: the bound content, the opinion, the signer's password. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { BASES } from '../../../electron/domain/attribute.ts';
import type { Broken } from '../../../electron/domain/broken.ts';
import type { Day } from '../../../electron/domain/day.ts';
import {
  mayReturn,
  type ReviewStepName,
  SECRECY_TICKS,
  type SecrecyTick,
  type SecrecyTicks,
  STEP_OUTCOMES,
} from '../../../electron/domain/review.ts';
import { brokenOnSigning } from '../../../electron/domain/signing.ts';
import { client, orpc } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { reviewText } from '../../text/review.ts';
import { useTerms } from '../../text/terms.ts';
import { PageState } from '../PageState.tsx';
import { BoundContent } from './BoundContent.tsx';
import { ChoiceField, DayEntry, DialogField, RadioField, TextField } from './DialogField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { openReview } from './review.ts';
import { SelfCheck } from './SelfCheck.tsx';
import { StepSigned } from './StepSigned.tsx';
import { useDialogForm } from './useDialogForm.ts';
import './Signing.css';

type Props = {
  readonly documentId: string;
  readonly step: ReviewStepName;
  readonly onDone: (detail: DocumentDetail) => void;
  readonly onCancel: () => void;
};

export type Signing = {
  readonly outcome: string;
  readonly opinion: string;
  readonly ticks: SecrecyTicks;
  readonly basis: string;
  readonly onBehalfOf: string;
  readonly overrideReason: string;
  readonly isLeaderInfoProofread: boolean;
  readonly signedOn: Day | null;
  readonly password: string;
};

export function SignDialog(props: Props) {
  const asked = useQuery(orpc.documents.get.queryOptions({ input: { id: props.documentId } }));
  if (asked.data === undefined) return <PageState of={asked} />;
  return <SignForm {...props} detail={asked.data} />;
}

function SignForm({ detail, step, onDone, onCancel }: Props & { readonly detail: DocumentDetail }) {
  const { t } = useText(reviewText);
  const terms = useTerms();
  const { actor, state } = useSeat();
  const [firstHash] = useState(detail.contentHash);
  const review = openReview(detail);
  const form = useDialogForm<Signing, DocumentDetail>({
    initial: {
      outcome: '',
      opinion: '',
      ticks: {},
      basis: '',
      onBehalfOf: '',
      overrideReason: '',
      isLeaderInfoProofread: false,
      signedOn: state.today,
      password: '',
    },
    check: (value) => [
      ...withoutOutcome(
        value,
        brokenOnSigning({
          ...value,
          signedOn: value.signedOn ?? undefined,
          today: state.today,
          basis: value.basis || null,
          review,
          step,
          signer: actor,
          document: { draftingDivisionId: detail.summary.divisionId, isLeaderRelated: detail.summary.isLeaderRelated },
          currentContentHash: detail.contentHash,
        }),
      ),
      ...(value.signedOn === null ? [{ code: 'review.signedOnMissing', field: 'signedOn' }] : []),
      ...(value.password === '' ? [{ code: 'password.missing', field: 'password' }] : []),
    ],
    write: (value, id) =>
      client.reviews.sign({
        ...value,
        id,
        documentId: detail.summary.id,
        step,
        ticks: step === 'drafter' ? completeTicks(value.ticks) : null,
        basis: value.basis || null,
        signedOn: value.signedOn ?? state.today,
        contentHash: detail.contentHash,
      }),
    onDone,
  });
  const { value, set } = form;
  const isSendingBack = mayReturn(step) && value.outcome === STEP_OUTCOMES[step].at(-1);
  const needsOverride = [...form.own, ...form.broken].some(({ field }) => field === 'overrideReason');
  const inTheWay = form.own.filter(({ field }) => field === 'step');
  return (
    <FormDialog
      title={t('signStep', { step: terms(`step.${step}`) })}
      confirm={t('confirm')}
      form={form}
      onCancel={onCancel}
      isDanger={isSendingBack}
      width={1000}
      aside={
        <>
          {detail.contentHash !== firstHash && (
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
      }
    >
      {step === 'drafter' && <SelfCheck ticks={value.ticks} onTicks={(ticks) => set({ ticks })} />}
      <RadioField
        name="outcome"
        label={t('outcome')}
        isRequired
        value={value.outcome}
        onChange={(outcome) => set({ outcome })}
        options={STEP_OUTCOMES[step].map((outcome) => ({ value: outcome, label: terms(`outcome.${outcome}`) }))}
      />
      <TextField
        name="opinion"
        label={t('opinion')}
        hint={t('opinionHint')}
        isLong
        maxLength={2000}
        value={value.opinion}
        onChange={(opinion) => set({ opinion })}
      />
      {(step === 'drafter' || step === 'generalOffice') && (
        <ChoiceField
          name="basis"
          label={t('basis')}
          empty={t('basisNone')}
          value={value.basis}
          onChange={(basis) => set({ basis })}
          options={BASES.filter(({ isDisabled }) => !isDisabled).map(({ code }) => ({
            value: code,
            label: terms(`basis.${code}`),
          }))}
        />
      )}
      {step === 'divisionHead' && detail.summary.isLeaderRelated && (
        <LeaderTick is={value.isLeaderInfoProofread} onIs={(is) => set({ isLeaderInfoProofread: is })} />
      )}
      {needsOverride && (
        <TextField
          name="overrideReason"
          label={t('overrideReason')}
          isRequired
          maxLength={500}
          value={value.overrideReason}
          onChange={(overrideReason) => set({ overrideReason })}
        />
      )}
      <DayEntry
        name="signedOn"
        label={t('signedOn')}
        isRequired
        isHalf
        value={value.signedOn}
        onChange={(signedOn) => set({ signedOn })}
      />
      <TextField
        name="onBehalfOf"
        label={t('onBehalfOf')}
        isHalf
        maxLength={100}
        value={value.onBehalfOf}
        onChange={(onBehalfOf) => set({ onBehalfOf })}
      />
      {isSendingBack && <p className="form-note warn">{t('returnWarning')}</p>}
      <TextField
        name="password"
        label={t('password')}
        hint={t('passwordHint')}
        isRequired
        type="password"
        autoComplete="current-password"
        value={value.password}
        onChange={(password) => set({ password })}
      />
    </FormDialog>
  );
}

/** An opinion not chosen yet is one sentence, not the list of what it would demand. */
function withoutOutcome({ outcome }: Signing, found: readonly Broken[]): readonly Broken[] {
  if (outcome !== '') return found;
  const others = found.filter(({ field }) => field !== 'outcome');
  return [...others, { code: 'review.outcomeMissing', field: 'outcome' }];
}

function completeTicks(ticks: SecrecyTicks): Record<SecrecyTick, boolean> {
  const entries = SECRECY_TICKS.map((tick) => [tick, ticks[tick] === true] as const);
  return Object.fromEntries(entries) as Record<SecrecyTick, boolean>;
}

function LeaderTick({ is, onIs }: { readonly is: boolean; readonly onIs: (is: boolean) => void }) {
  const { t } = useText(reviewText);
  return (
    <DialogField name="isLeaderInfoProofread" label={t('leaderProofreadLabel')} isRequired>
      {(bound) => (
        <label className="tick-label">
          <input {...bound} type="checkbox" checked={is} onChange={(event) => onIs(event.target.checked)} />{' '}
          {t('leaderProofread')}
        </label>
      )}
    </DialogField>
  );
}
