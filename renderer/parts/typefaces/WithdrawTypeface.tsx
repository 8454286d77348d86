/** Withdraws a face: papers printed from now on are set without it. */

import type { TypefaceRecord } from '../../../electron/contract/typefaces.ts';
import { brokenOnTypefaceWithdrawal } from '../../../electron/domain/typefaces.ts';
import { client } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { typefacesText } from '../../text/typefaces.ts';
import { TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { faceName } from './faceName.ts';

type Props = { readonly face: TypefaceRecord; readonly onDone: () => void };

export function WithdrawTypeface({ face, onDone }: Props) {
  const { t, language } = useText(typefacesText);
  const form = useDialogForm<{ readonly reason: string }, TypefaceRecord>({
    initial: { reason: '' },
    check: ({ reason }) => brokenOnTypefaceWithdrawal(reason, face.withdrawal !== null),
    write: ({ reason }) => client.typefaces.withdraw({ id: face.id, reason }),
    onDone,
  });
  const title = t('withdrawTitle', { name: faceName(face, language) });
  return (
    <FormDialog title={title} confirm={t('withdrawConfirm')} form={form} onCancel={onDone} isDanger>
      <p className="form-note">{t('withdrawHint')}</p>
      <TextField
        name="reason"
        label={t('withdrawReason')}
        isRequired
        isLong
        maxLength={500}
        value={form.value.reason}
        onChange={(reason) => form.set({ reason })}
      />
    </FormDialog>
  );
}
