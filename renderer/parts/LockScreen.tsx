/** Covers the screen while the seat is locked; the page behind it keeps what was entered. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { changeSeat, client, queryClient } from '../client.ts';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { PasswordField } from './PasswordField.tsx';
import { Problem } from './Problem.tsx';
import './LockScreen.css';

type Props = { readonly name: string; readonly onUnlocked: () => void };

export function LockScreen({ name, onUnlocked }: Props) {
  const { t } = useText(shellText);
  const [password, setPassword] = useState('');
  const [hasTried, setTried] = useState(false);
  const unlock = useMutation({
    mutationFn: () => client.people.unlock({ password }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onUnlocked();
    },
    onError: () => setPassword(''),
  });
  const leave = useMutation({
    mutationFn: () => changeSeat(() => client.people.signOut()),
    onSuccess: onUnlocked,
  });
  return (
    <main className="lock">
      <form
        className="card sign-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(password === '');
          if (password === '') event.currentTarget.querySelector('input')?.focus();
          else unlock.mutate();
        }}
      >
        <h1>{t('locked')}</h1>
        <p>{t('lockedHint')}</p>
        <PasswordField
          label={`${name} · ${t('password')}`}
          value={password}
          onChange={setPassword}
          autoFocus
          problem={hasTried && password === '' ? t('passwordMissing') : undefined}
        />
        <Problem error={unlock.error ?? leave.error} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={unlock.isPending}>
            {t('unlock')}
          </Button>
          <Button onClick={() => leave.mutate()}>{t('otherPerson')}</Button>
        </div>
      </form>
    </main>
  );
}
