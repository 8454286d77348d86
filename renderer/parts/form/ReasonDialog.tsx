/** Voids or withdraws something that stays on record: all that is asked is why. */

import type { ReactNode } from 'react';
import { isBlank } from '../../../electron/domain/broken.ts';
import { TextField } from './DialogField.tsx';
import { FormDialog } from './FormDialog.tsx';
import { useDialogForm } from './useDialogForm.ts';

type Props = {
  readonly title: string;
  readonly confirm: string;
  /** What it does and what stays as it is. */
  readonly hint: ReactNode;
  readonly isGrave?: boolean;
  readonly label: string;
  /** Code of the rule that is broken without a reason. */
  readonly missing: string;
  readonly write: (reason: string) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

export function ReasonDialog({ title, confirm, hint, isGrave, label, missing, write, onDone, onCancel }: Props) {
  const form = useDialogForm<{ readonly reason: string }, unknown>({
    initial: { reason: '' },
    check: ({ reason }) => (isBlank(reason) ? [{ code: missing, field: 'reason' }] : []),
    write: ({ reason }) => write(reason),
    onDone,
  });
  return (
    <FormDialog {...{ title, confirm, form, onCancel }} isDanger>
      <p className={isGrave ? 'form-note warn' : 'form-note'}>{hint}</p>
      <TextField
        name="reason"
        label={label}
        isRequired
        isLong
        maxLength={500}
        value={form.value.reason}
        onChange={(reason) => form.set({ reason })}
      />
    </FormDialog>
  );
}
