/** Changes one's own password; asked of everybody at the first sign-in with a password that someone else set. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { changeSeat, client, queryClient } from '../client.ts';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { Dialog } from './Dialog.tsx';
import { PasswordField } from './PasswordField.tsx';
import { Problem } from './Problem.tsx';

const FIELDS = ['currentPassword', 'nextPassword', 'repeatPassword'] as const;

export function ChangePassword({
  onDone,
  mayCancel = false,
}: {
  readonly onDone: () => void;
  readonly mayCancel?: boolean;
}) {
  const { t } = useText(shellText);
  const [passwords, setPasswords] = useState({ currentPassword: '', nextPassword: '', repeatPassword: '' });
  const [hasDiffering, setDiffering] = useState(false);
  const change = useMutation({
    mutationFn: () =>
      client.people.changePassword({ current: passwords.currentPassword, next: passwords.nextPassword }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onDone();
    },
  });
  function submit(event: React.FormEvent): void {
    event.preventDefault();
    const differ = passwords.nextPassword !== passwords.repeatPassword;
    setDiffering(differ);
    if (!differ) change.mutate();
  }
  return (
    <Dialog title={t('changePassword')} width={420} {...(mayCancel && { onClose: onDone })}>
      <form onSubmit={submit} className="sign-in-form">
        {!mayCancel && <p>{t('mustChange')}</p>}
        {FIELDS.map((field, index) => (
          <PasswordField
            key={field}
            label={t(field)}
            isNew={index > 0}
            autoFocus={index === 0}
            value={passwords[field]}
            onChange={(password) => setPasswords({ ...passwords, [field]: password })}
          />
        ))}
        {hasDiffering && <p className="problem-line">{t('passwordsDiffer')}</p>}
        <Problem error={change.error} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t('save')}
          </Button>
          {mayCancel ? (
            <Button onClick={onDone}>{t('cancel')}</Button>
          ) : (
            <Button onClick={() => void changeSeat(() => client.people.signOut())}>{t('signOut')}</Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
