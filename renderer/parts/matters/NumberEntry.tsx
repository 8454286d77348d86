/** A whole number; what was typed and is none stays in sight until it is mended. */

import { type ComponentProps, useId } from 'react';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { UnreadNote, unreadControl } from '../Field.tsx';
import { DialogField, useUnread } from '../form/DialogField.tsx';

type Props = Omit<ComponentProps<typeof DialogField>, 'children'> & {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
};

export function NumberEntry({ value, onChange, ...field }: Props) {
  const { t } = useText(mattersText);
  const [unread, setUnread] = useUnread(field.name);
  const noteId = useId();
  return (
    <DialogField {...field}>
      {(control) => (
        <>
          <input
            {...control}
            {...unreadControl(control, noteId, unread !== undefined)}
            className="in"
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            value={unread ?? value ?? ''}
            onChange={(event) => {
              const text = event.target.value;
              const plain = text.normalize('NFKC').trim();
              const isNumber = /^\d{1,9}$/.test(plain);
              setUnread(isNumber || plain === '' ? undefined : text);
              onChange(isNumber ? Number(plain) : null);
            }}
          />
          {unread !== undefined && <UnreadNote id={noteId}>{t('numberUnread')}</UnreadNote>}
        </>
      )}
    </DialogField>
  );
}
