/** A filter as a chip: closed it names what it filters, set it says by what. */

import './ledger/FilterBar.css';

type Choice = { readonly value: string; readonly label: string };

type Props = {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Choice[];
  readonly onChoose: (value: string | undefined) => void;
};

export function ChoiceChip({ label, value, options, onChoose }: Props) {
  return (
    <select
      className={value === undefined ? 'chip' : 'chip set'}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChoose(event.target.value || undefined)}
    >
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
