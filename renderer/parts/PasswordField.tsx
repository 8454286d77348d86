/** A password under its label. */

import { Input } from 'antd';
import type { ReactNode } from 'react';
import { Labelled } from './Labelled.tsx';

type Props = {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (password: string) => void;
  /** One that is being chosen, not the one in use. */
  readonly isNew?: boolean;
  readonly autoFocus?: boolean;
  /** What is wrong with it. */
  readonly problem?: string | undefined;
};

export function PasswordField({ label, value, onChange, isNew = false, autoFocus = false, problem }: Props) {
  return (
    <Labelled label={label} problem={problem}>
      {(id, told) => (
        <Input.Password
          {...told}
          id={id}
          autoFocus={autoFocus}
          value={value}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}
