/** Enters that something was taken off the web; its publication stays on record. */

import type { Day } from '../../../electron/domain/day.ts';
import { brokenOnWithdrawal } from '../../../electron/domain/publication.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { publicationText } from '../../text/publication.ts';
import { DayEntry, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';

type Withdrawal = { readonly withdrawnOn: Day; readonly reason: string };

type Props = {
  readonly publication: { readonly postedOn: Day; readonly withdrawnOn: Day | null };
  readonly hint: string;
  readonly write: (withdrawal: Withdrawal) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

export function WithdrawDialog({ publication, hint, write, onDone, onCancel }: Props) {
  const { t } = useText(publicationText);
  const { today } = useSeat().state;
  const form = useDialogForm<{ readonly withdrawnOn: Day | null; readonly reason: string }, unknown>({
    initial: { withdrawnOn: today, reason: '' },
    check: (value) => brokenOnWithdrawal(value, { ...publication, today }),
    write: ({ withdrawnOn, reason }) => write({ withdrawnOn: withdrawnOn ?? today, reason }),
    onDone,
  });
  const { value, set } = form;
  return (
    <FormDialog title={t('withdrawTitle')} confirm={t('withdrawConfirm')} form={form} onCancel={onCancel} isDanger>
      <p className="form-note">{hint}</p>
      <DayEntry
        name="withdrawnOn"
        label={t('withdrawnOn')}
        isRequired
        isHalf
        value={value.withdrawnOn}
        onChange={(withdrawnOn) => set({ withdrawnOn })}
      />
      <TextField
        name="reason"
        label={t('withdrawReason')}
        isRequired
        isLong
        maxLength={1000}
        value={value.reason}
        onChange={(reason) => set({ reason })}
      />
    </FormDialog>
  );
}
