/** Enters that something of a matter was taken off its channel; the publication itself stays on record. */

import type { MatterDetail, MatterPublication } from '../../../electron/contract/matters.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { brokenOnWithdrawal } from '../../../electron/domain/publication.ts';
import { client } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { DayEntry, TextField } from '../document/DialogField.tsx';
import { FormDialog } from '../document/FormDialog.tsx';
import { useDialogForm } from '../document/useDialogForm.ts';

type Props = { readonly publication: MatterPublication; readonly onDone: () => void; readonly onCancel: () => void };
type Withdrawal = { readonly withdrawnOn: Day | null; readonly reason: string };

export function WithdrawMatterDialog({ publication, onDone, onCancel }: Props) {
  const { t } = useText(mattersText);
  const { state } = useSeat();
  const form = useDialogForm<Withdrawal, MatterDetail>({
    initial: { withdrawnOn: state.today, reason: '' },
    check: (value) => brokenOnWithdrawal(value, { ...publication, today: state.today }),
    write: (value) => client.matters.withdraw({ ...value, publicationId: publication.id }),
    onDone,
  });
  const { value, set } = form;
  return (
    <FormDialog title={t('withdrawTitle')} confirm={t('withdrawConfirm')} form={form} onCancel={onCancel} isDanger>
      <p className="form-note">{t('withdrawHint')}</p>
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
