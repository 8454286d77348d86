/** Restores a backup: says what is lost, asks for it to be understood, and for the password. */

import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { client, queryClient } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { trailText } from '../../text/trail.ts';
import { Dialog } from '../Dialog.tsx';
import { momentText } from '../moment.ts';
import { PasswordField } from '../PasswordField.tsx';
import { Problem } from '../Problem.tsx';
import './NoticeForm.css';

type Props = {
  readonly backup: { readonly name: string; readonly madeAt: string };
  readonly onDone: () => void;
};

export function RestoreDialog({ backup: { name, madeAt }, onDone }: Props) {
  const { t } = useText(trailText);
  const [password, setPassword] = useState('');
  const [isUnderstood, setUnderstood] = useState(false);
  const at = momentText(madeAt);
  const restore = useMutation({
    mutationFn: () => client.registry.restore({ name, password }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onDone();
    },
  });
  return (
    <Dialog title={t('restoreTitle', { at })} {...(!restore.isPending && { onClose: onDone })}>
      <form
        className="notice-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isUnderstood && password !== '') restore.mutate();
        }}
      >
        <p className="notice wrong">{t('restoreWarning', { at })}</p>
        <Checkbox checked={isUnderstood} onChange={(event) => setUnderstood(event.target.checked)}>
          {t('restoreUnderstood', { at })}
        </Checkbox>
        <PasswordField label={t('password')} value={password} onChange={setPassword} />
        <Problem error={restore.error} />
        <div className="actions dialog-actions">
          <Button
            type="primary"
            danger
            htmlType="submit"
            disabled={!isUnderstood || password === ''}
            loading={restore.isPending}
          >
            {t('restoreConfirm')}
          </Button>
          <Button disabled={restore.isPending} onClick={onDone}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
