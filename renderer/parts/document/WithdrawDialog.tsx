/** Enters that a posting was taken off the web; the posting itself stays on record. */

import type { DocumentDetail } from '../../../electron/contract/documents.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { brokenOnWithdrawal } from '../../../electron/domain/publication.ts';
import { client } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { publicationText } from '../../text/publication.ts';
import { DayEntry, TextField } from './DialogField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { useDialogForm } from './useDialogForm.ts';

type Props = {
  readonly publication: DocumentDetail['publications'][number];
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

type Withdrawal = { readonly withdrawnOn: Day | null; readonly reason: string };

export function WithdrawDialog({ publication, onDone, onCancel }: Props) {
  const { t } = useText(publicationText);
  const { state } = useSeat();
  const form = useDialogForm<Withdrawal, DocumentDetail>({
    initial: { withdrawnOn: state.today, reason: '' },
    check: (value) => brokenOnWithdrawal(value, { ...publication, today: state.today }),
    write: ({ withdrawnOn, reason }) =>
      client.publications.withdraw({
        publicationId: publication.id,
        withdrawnOn: withdrawnOn ?? state.today,
        reason,
      }),
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
