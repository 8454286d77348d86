/** Voids an entry made by mistake; the record and its number stay. */

import type { DocumentDetail } from '../../../electron/contract/documents.ts';
import type { DocumentSummary } from '../../../electron/contract/records.ts';
import { isBlank } from '../../../electron/domain/broken.ts';
import { client } from '../../client.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { TextField } from './DialogField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { useDialogForm } from './useDialogForm.ts';

type Props = { readonly detail: DocumentDetail; readonly onDone: () => void; readonly onCancel: () => void };

export function VoidDialog({ detail, onDone, onCancel }: Props) {
  const { t } = useText(documentText);
  const { id, version } = detail.summary;
  const form = useDialogForm<{ readonly reason: string }, DocumentSummary>({
    initial: { reason: '' },
    check: ({ reason }) => (isBlank(reason) ? [{ code: 'document.voidReasonMissing', field: 'reason' }] : []),
    write: ({ reason }) => client.documents.void({ id, version, reason }),
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
