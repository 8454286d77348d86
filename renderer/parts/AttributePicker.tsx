/** The disclosure attribute (Alt+1/2/3), and the basis that withholding or opening on request rests on. */

import { ATTRIBUTES, basesFor, type DisclosureAttribute } from '../../electron/domain/attribute.ts';
import { useText } from '../text/index.ts';
import { registerText } from '../text/register.ts';
import { useTerms } from '../text/terms.ts';
import { Combo } from './Combo.tsx';
import type { ControlProps } from './Field.tsx';
import { useShortcuts } from './shortcuts.ts';
import './AttributePicker.css';

type PickerProps = Partial<ControlProps> & {
  readonly id: string;
  readonly value: DisclosureAttribute | null;
  readonly onChange: (attribute: DisclosureAttribute) => void;
  readonly onBlur?: () => void;
  readonly isDisabled?: boolean;
};

export function AttributePicker({ value, onChange, onBlur, isDisabled = false, id, ...aria }: PickerProps) {
  const { t } = useText(registerText);
  const terms = useTerms();
  const shortcuts = ATTRIBUTES.map((attribute, index) => ({
    keys: [`Alt+${index + 1}`],
    label: terms(`attribute.${attribute}`),
    run: () => onChange(attribute),
  }));
  useShortcuts(isDisabled ? [] : shortcuts);
  return (
    <div
      className="segments"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={aria['aria-describedby']}
    >
      {ATTRIBUTES.map((attribute, index) => (
        <label key={attribute} className={attribute === value ? 'on' : undefined}>
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={id}
            checked={attribute === value}
            disabled={isDisabled}
            aria-invalid={aria['aria-invalid']}
            onChange={() => onChange(attribute)}
            onBlur={onBlur}
          />
          {t(`short.${attribute}`)}
        </label>
      ))}
    </div>
  );
}

type BasisProps = Partial<ControlProps> & {
  readonly id: string;
  readonly attribute: DisclosureAttribute;
  readonly value: string | null;
  readonly unread: string | undefined;
  readonly onChange: (basis: string | null, unread: string | undefined) => void;
  readonly onBlur?: () => void;
};

export function BasisPicker({ attribute, value, onChange, ...props }: BasisProps) {
  const terms = useTerms();
  const options = basesFor(attribute).map(({ code, article, force, isDisabled }) => ({
    value: code,
    label: terms(`basis.${code}`),
    hint: [terms(`article.${article}`), ...(force ? [terms(`force.${force}`)] : [])].join(' · '),
    isDisabled: isDisabled ?? false,
  }));
  return (
    <Combo
      {...props}
      value={value ?? ''}
      options={options}
      onChange={(basis, unread) => onChange(basis || null, unread)}
      isStrict
    />
  );
}
