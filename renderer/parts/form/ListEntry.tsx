/** Fields of a dialog whose value is found in a list by typing; what is not in the list stays until it is mended. */

import { Combo, type Option } from '../Combo.tsx';
import { DivisionSelect } from '../DivisionSelect.tsx';
import { DialogField, type DialogFieldProps, useUnread } from './DialogField.tsx';

type EntryProps = Omit<DialogFieldProps, 'children'> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A division, found by name or pinyin. */
export function DivisionEntry({ value, onChange, ...field }: EntryProps) {
  const [unread, setUnread] = useUnread(field.name);
  return (
    <DialogField {...field}>
      {(control) => (
        <DivisionSelect
          {...control}
          value={value}
          unread={unread}
          onChange={(id, text) => {
            setUnread(text);
            onChange(id);
          }}
        />
      )}
    </DialogField>
  );
}

/** One of a long list, found by typing. */
export function ListEntry({
  value,
  onChange,
  options,
  ...field
}: EntryProps & { readonly options: readonly Option[] }) {
  const [unread, setUnread] = useUnread(field.name);
  return (
    <DialogField {...field}>
      {(control) => (
        <Combo
          {...control}
          value={value}
          unread={unread}
          options={options}
          onChange={(chosen, text) => {
            setUnread(text);
            onChange(chosen);
          }}
          isStrict
        />
      )}
    </DialogField>
  );
}
