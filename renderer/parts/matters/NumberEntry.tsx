/** A whole number; what was typed and is none stays in sight until it is mended. */

import { type ComponentProps, useState } from 'react';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { DialogField } from '../document/DialogField.tsx';

type Props = Omit<ComponentProps<typeof DialogField>, 'children'> & {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
};

export function NumberEntry({ value, onChange, ...field }: Props) {
  const { t } = useText(mattersText);
  const [typed, setTyped] = useState<string>();
  const isUnread = typed !== undefined && typed.trim() !== '' && value === null;
  return (
    <DialogField {...field}>
      {(control) => (
        <>
          <input
            {...control}
            className="in"
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            aria-invalid={control['aria-invalid'] || isUnread}
            value={typed ?? value ?? ''}
            onChange={(event) => {
              setTyped(event.target.value);
              const plain = event.target.value.normalize('NFKC').trim();
              onChange(/^\d{1,9}$/.test(plain) ? Number(plain) : null);
            }}
          />
          {isUnread && <div className="field-problem">{t('numberUnread')}</div>}
        </>
      )}
    </DialogField>
  );
}
