/** Restores a backup: says what is lost, asks for it to be understood, and for the password. */

import { broken } from '../../../electron/domain/broken.ts';
import { client } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { trailText } from '../../text/trail.ts';
import { DialogField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { momentText } from '../moment.ts';

type Props = {
  readonly backup: { readonly name: string; readonly madeAt: string };
  readonly onDone: () => void;
};

export function RestoreDialog({ backup: { name, madeAt }, onDone }: Props) {
  const { t } = useText(trailText);
  const at = momentText(madeAt);
  const form = useDialogForm({
    initial: { isUnderstood: false, password: '' },
    check: ({ isUnderstood, password }) => [
      ...(isUnderstood ? [] : [broken('restoring.notUnderstood', 'isUnderstood')]),
      ...(password === '' ? [broken('password.missing', 'password')] : []),
    ],
    write: ({ password }) => client.registry.restore({ name, password }),
    onDone,
    isOnce: true,
  });
  const { value, set } = form;
  return (
    <FormDialog
      title={t('restoreTitle', { at })}
      confirm={t('restoreConfirm')}
      form={form}
      onCancel={onDone}
      width={520}
      isDanger
    >
      <p className="form-note wrong">{t('restoreWarning', { at })}</p>
      <DialogField name="isUnderstood" label={t('restoreUnderstanding')} isRequired>
        {(control) => (
          <label className="tick-label">
            <input
              {...control}
              type="checkbox"
              checked={value.isUnderstood}
              onChange={(event) => set({ isUnderstood: event.target.checked })}
            />{' '}
            {t('restoreUnderstood', { at })}
          </label>
        )}
      </DialogField>
      <TextField
        name="password"
        label={t('password')}
        isRequired
        type="password"
        autoComplete="current-password"
        value={value.password}
        onChange={(password) => set({ password })}
      />
    </FormDialog>
  );
}
