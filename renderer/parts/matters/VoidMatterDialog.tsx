/** Voids a matter that was entered by mistake; the record stays. */

import type { MatterDetail } from '../../../electron/contract/matters.ts';
import { isBlank } from '../../../electron/domain/broken.ts';
import { client } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { TextField } from '../document/DialogField.tsx';
import { FormDialog } from '../document/FormDialog.tsx';
import { useDialogForm } from '../document/useDialogForm.ts';

type Props = { readonly detail: MatterDetail; readonly onDone: () => void; readonly onCancel: () => void };

export function VoidMatterDialog({ detail, onDone, onCancel }: Props) {
  const { t } = useText(mattersText);
  const { id, version } = detail.summary;
  const form = useDialogForm<{ readonly reason: string }, MatterDetail>({
    initial: { reason: '' },
    check: ({ reason }) => (isBlank(reason) ? [{ code: 'matter.reasonMissing', field: 'reason' }] : []),
    write: ({ reason }) => client.matters.void({ id, version, reason }),
    onDone,
  });
  return (
    <FormDialog title={t('voidTitle')} confirm={t('voidConfirm')} form={form} onCancel={onCancel} isDanger>
      <p className="form-note warn">{t('voidHint')}</p>
      <TextField
        name="reason"
        label={t('voidReason')}
        isRequired
        isLong
        maxLength={500}
        value={form.value.reason}
        onChange={(reason) => form.set({ reason })}
      />
    </FormDialog>
  );
}
