/** A filter that a figure elsewhere has set: it is seen here, and taken off. */

import './ledger/FilterBar.css';

type Props = {
  readonly label: string;
  /** What pressing it does. */
  readonly hint: string;
  readonly onClear: () => void;
};

export function SetChip({ label, hint, onClear }: Props) {
  return (
    <button type="button" className="chip set range" aria-pressed title={hint} onClick={onClear}>
      {label} ×
    </button>
  );
}
