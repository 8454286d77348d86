/** Sets a deadline by a special law, a period or a day, or withdraws it with a reason. */

import { useState } from 'react';
import type { DocumentDetail, SpecialDeadlineRecord } from '../../../electron/contract/documentDetail.ts';
import type { DocumentSummary } from '../../../electron/contract/records.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { PERIOD_UNITS } from '../../../electron/domain/deadline.ts';
import { brokenOnSpecialDeadline } from '../../../electron/domain/specialDeadline.ts';
import { client } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { specialDeadlineText } from '../../text/specialDeadline.ts';
import { useTerms } from '../../text/terms.ts';
import { ChoiceField, DayEntry, RadioField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { ReasonDialog } from '../form/ReasonDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';

type Entry = {
  readonly law: string;
  readonly days: string;
  readonly unit: string;
  readonly dueOn: Day | null;
  readonly reason: string;
};
type Way = 'period' | 'dueOn';

function specialOf({ law, days, unit, dueOn, reason }: Entry, way: Way) {
  const period = {
    days: days.trim() === '' ? null : Math.trunc(Number(days)) || 0,
    unit: PERIOD_UNITS.find((known) => known === unit) ?? null,
    dueOn: null,
  };
  return { law, reason, ...(way === 'period' ? period : { days: null, unit: null, dueOn }) };
}

type Props = { readonly detail: DocumentDetail; readonly onDone: () => void; readonly onCancel: () => void };

export function SpecialDeadlineDialog({ detail: { summary }, onDone, onCancel }: Props) {
  const { t } = useText(specialDeadlineText);
  const terms = useTerms();
  const [way, setWay] = useState<Way>('period');
  const facts = {
    ...{ clockOn: summary.posting?.triggerOn ?? null, postedOn: summary.postedOn, hasSpecial: false },
  };
  const form = useDialogForm<Entry, DocumentSummary>({
    initial: { law: '', days: '', unit: 'WD', dueOn: null, reason: '' },
    check: (entry) => brokenOnSpecialDeadline(specialOf(entry, way), facts),
    write: (entry, id) => client.documents.setSpecialDeadline({ id, documentId: summary.id, ...specialOf(entry, way) }),
    onDone,
  });
  const { value, set } = form;
  return (
    <FormDialog title={t('setTitle')} confirm={t('confirm')} form={form} onCancel={onCancel}>
      <p className="form-note">{t('hint')}</p>
      <TextField
        name="law"
        label={t('law')}
        hint={t('lawHint')}
        isRequired
        maxLength={300}
        value={value.law}
        onChange={(law) => set({ law })}
      />
      <RadioField
        name="way"
        label={t('way')}
        value={way}
        onChange={(chosen) => setWay(chosen === 'dueOn' ? 'dueOn' : 'period')}
        options={(['period', 'dueOn'] as const).map((one) => ({ value: one, label: t(one) }))}
      />
      {way === 'period' ? (
        <>
          <TextField
            name="days"
            label={t('days')}
            isHalf
            isRequired
            maxLength={3}
            value={value.days}
            onChange={(days) => set({ days })}
          />
          <ChoiceField
            name="unit"
            label={t('unit')}
            isHalf
            value={value.unit}
            onChange={(unit) => set({ unit })}
            options={PERIOD_UNITS.map((unit) => ({ value: unit, label: terms(`unit.${unit}`) }))}
          />
        </>
      ) : (
        <DayEntry
          name={value.dueOn === null ? 'days' : 'dueOn'}
          label={t('dueOn')}
          isHalf
          isRequired
          value={value.dueOn}
          onChange={(dueOn) => set({ dueOn })}
        />
      )}
      <TextField
        name="reason"
        label={t('reason')}
        isRequired
        isLong
        maxLength={500}
        value={value.reason}
        onChange={(reason) => set({ reason })}
      />
    </FormDialog>
  );
}

type WithdrawProps = Omit<Props, 'detail'> & { readonly special: SpecialDeadlineRecord };

export function WithdrawSpecialDialog({ special, ...ends }: WithdrawProps) {
  const { t } = useText(specialDeadlineText);
  return (
    <ReasonDialog
      title={t('withdrawTitle')}
      confirm={t('withdrawConfirm')}
      hint={t('withdrawHint', { law: special.law })}
      isGrave
      label={t('reason')}
      missing="specialDeadline.reasonMissing"
      write={(reason) => client.documents.withdrawSpecialDeadline({ id: special.id, reason })}
      {...ends}
    />
  );
}
