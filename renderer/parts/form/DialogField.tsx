/** Fields of a dialog: what is broken comes from the dialog around them and stands beside the field it belongs to. */

import { createContext, type ReactNode, useContext, useEffect, useId, useRef } from 'react';
import type { Broken } from '../../../electron/domain/broken.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { useSeat } from '../../session.ts';
import { DayField } from '../DayField.tsx';
import { type ControlProps, Field } from '../Field.tsx';
import type { DialogForm } from './useDialogForm.ts';

type Around = Pick<DialogForm<object>, 'broken' | 'unread' | 'setUnread'>;

export const DialogContext = createContext<Around>({ broken: [], unread: {}, setUnread: () => undefined });

/** The text of a field that says nothing it can hold: kept by the dialog, which is not done before it is mended. */
export function useUnread(name: string): readonly [string | undefined, (text: string | undefined) => void] {
  const { unread, setUnread } = useContext(DialogContext);
  const forget = useRef(() => {});
  forget.current = () => setUnread(name, undefined);
  // A field that leaves the dialog takes its text along.
  useEffect(() => () => forget.current(), []);
  return [unread[name], (text) => setUnread(name, text)];
}

export type DialogFieldProps = {
  /** Name of the input field in the engine's words, to which broken rules belong. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isRequired?: boolean;
  readonly isHalf?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
};

export function useProblems(name: string): readonly Broken[] {
  return useContext(DialogContext).broken.filter(({ field }) => field === name);
}

/** The id is made, since a dialog may stand above a page with the same fields. */
export function DialogField({ name, isHalf = false, hint, isRequired = false, label, children }: DialogFieldProps) {
  const id = useId();
  const problems = useProblems(name);
  return (
    <Field
      name={id}
      label={label}
      span={isHalf ? 1 : 2}
      isRequired={isRequired}
      problems={problems}
      {...(hint !== undefined && problems.length === 0 && { hint: <span className="grey">{hint}</span> })}
    >
      {children}
    </Field>
  );
}

type TextProps = Omit<DialogFieldProps, 'children'> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'url';
  readonly isLong?: boolean;
  readonly maxLength?: number;
  readonly autoComplete?: string;
};

/** One line, or several; in several lines Shift+Enter breaks the line, since Enter goes to the next field. */
export function TextField({
  value,
  onChange,
  type = 'text',
  isLong = false,
  maxLength,
  autoComplete = 'off',
  ...field
}: TextProps) {
  const common = { className: 'in', maxLength, value };
  return (
    <DialogField {...field}>
      {(control) =>
        isLong ? (
          <textarea {...control} {...common} rows={2} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <input
            {...control}
            {...common}
            type={type}
            autoComplete={autoComplete}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </DialogField>
  );
}

type Option = { readonly value: string; readonly label: string; readonly isDisabled?: boolean };

type ChoiceProps = Omit<DialogFieldProps, 'children'> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
  /** Words of the empty choice; absent where one must be chosen and one is. */
  readonly empty?: string;
};

export function ChoiceField({ value, onChange, options, empty, ...field }: ChoiceProps) {
  return (
    <DialogField {...field}>
      {(control) => (
        <select {...control} className="in" value={value} onChange={(event) => onChange(event.target.value)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </DialogField>
  );
}

/** Few choices side by side; the arrow keys choose. */
export function RadioField({ value, onChange, options, ...field }: Omit<ChoiceProps, 'empty'>) {
  const name = useId();
  return (
    <DialogField {...field}>
      {({ id, ...control }) => (
        <div role="radiogroup" id={id} aria-label={field.label} className="radio-row">
          {options.map((option, at) => (
            <label key={option.value} className={option.value === value ? 'radio chosen' : 'radio'}>
              <input
                type="radio"
                name={name}
                value={option.value}
                checked={option.value === value}
                disabled={option.isDisabled}
                aria-invalid={control['aria-invalid']}
                aria-describedby={control['aria-describedby']}
                data-group-first={at === 0 && value === '' ? '' : undefined}
                onChange={() => onChange(option.value)}
              />{' '}
              {option.label}
            </label>
          ))}
        </div>
      )}
    </DialogField>
  );
}

type DayProps = Omit<DialogFieldProps, 'children'> & {
  readonly value: Day | null;
  readonly onChange: (day: Day | null) => void;
};

/** A day; what was typed and is no date stays in sight until it is mended. */
export function DayEntry({ value, onChange, ...field }: DayProps) {
  const { state } = useSeat();
  const [unread, setUnread] = useUnread(field.name);
  return (
    <DialogField {...field}>
      {(control) => (
        <DayField
          {...control}
          value={value}
          unread={unread}
          today={state.today}
          onChange={(day, text) => {
            setUnread(text);
            onChange(day);
          }}
        />
      )}
    </DialogField>
  );
}
