/** Changes one's own password; asked of everybody at the first sign-in with a password that someone else set. */

import { Button } from 'antd';
import { type Broken, broken } from '../../electron/domain/broken.ts';
import { changeSeat, client } from '../client.ts';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { TextField } from './form/DialogField.tsx';
import { FormDialog } from './form/FormDialog.tsx';
import { useDialogForm } from './form/useDialogForm.ts';

/** Named as the engine names them, so that what it finds stands beside the field. */
const FIELDS = { current: 'currentPassword', next: 'nextPassword', repeated: 'repeatPassword' } as const;
type FieldName = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as readonly FieldName[];

type Passwords = Readonly<Record<FieldName, string>>;

/** The engine judges the new password; that something is missing or mistyped is seen here. */
function brokenOn(passwords: Passwords): readonly Broken[] {
  const missing = NAMES.filter((name) => passwords[name] === '').map((name) => broken(`password.${name}Missing`, name));
  const { next, repeated } = passwords;
  const differs = repeated !== '' && next !== '' && next !== repeated;
  return differs ? [...missing, broken('password.repeatedDiffers', 'repeated')] : missing;
}

type Props = { readonly onDone: () => void; readonly mayCancel?: boolean };

export function ChangePassword({ onDone, mayCancel = false }: Props) {
  const { t } = useText(shellText);
  const form = useDialogForm<Passwords, unknown>({
    initial: { current: '', next: '', repeated: '' },
    check: brokenOn,
    write: ({ current, next }) => client.people.changePassword({ current, next }),
    onDone,
    isOnce: true,
  });
  return (
    <FormDialog
      title={t('changePassword')}
      confirm={t('save')}
      form={form}
      width={420}
      {...(mayCancel && { onCancel: onDone })}
      instead={<Button onClick={() => void changeSeat(() => client.people.signOut())}>{t('signOut')}</Button>}
    >
      {!mayCancel && <p className="form-note">{t('mustChange')}</p>}
      {NAMES.map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(FIELDS[name])}
          isRequired
          type="password"
          autoComplete={name === 'current' ? 'current-password' : 'new-password'}
          value={form.value[name]}
          onChange={(password) => form.set({ [name]: password })}
        />
      ))}
    </FormDialog>
  );
}
