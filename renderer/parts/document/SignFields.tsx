/** What the signer of one step fills in: self-check, opinion, basis, day, password. */

import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { BASES } from '../../../electron/domain/attribute.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { type ReviewStepName, type SecrecyTicks, STEP_OUTCOMES } from '../../../electron/domain/review.ts';
import { useText } from '../../text/index.ts';
import { reviewText } from '../../text/review.ts';
import { useTerms } from '../../text/terms.ts';
import { ChoiceField, DayEntry, DialogField, RadioField, TextField } from '../form/DialogField.tsx';
import type { DialogForm } from '../form/useDialogForm.ts';
import { SelfCheck } from './SelfCheck.tsx';
import './Signing.css';

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

type Props = {
  readonly form: DialogForm<Signing>;
  readonly step: ReviewStepName;
  readonly detail: DocumentDetail;
  readonly isSendingBack: boolean;
};

export function SignFields({ form, step, detail, isSendingBack }: Props) {
  const { t } = useText(reviewText);
  const terms = useTerms();
  const { value, set } = form;
  const needsOverride = [...form.own, ...form.broken].some(({ field }) => field === 'overrideReason');
  return (
    <>
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
    </>
  );
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
