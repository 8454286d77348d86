/** How many paper copies came in, as a number for the keyboard and as boxes to see and to click. */

import { useText } from '../text/index.ts';
import { registerText } from '../text/register.ts';
import type { ControlProps } from './Field.tsx';
import './CopiesField.css';

type Props = Partial<ControlProps> & {
  readonly id: string;
  readonly required: number;
  readonly value: number;
  readonly onChange: (copies: number) => void;
};

const MOST = 99;
const BOXES = 14;

export function CopiesField({ required, value, onChange, ...control }: Props) {
  const { t } = useText(registerText);
  const set = (copies: number) => onChange(Math.min(Math.max(copies, 0), MOST));

  function onKeyDown(event: React.KeyboardEvent): void {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(value + step);
  }

  return (
    <div className="copies">
      <input
        {...control}
        className="in"
        inputMode="numeric"
        autoComplete="off"
        value={String(value)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          const digits = event.target.value.normalize('NFKC').replace(/\D/g, '');
          set(Number(digits.slice(-2)));
        }}
        onKeyDown={onKeyDown}
      />
      {Array.from({ length: Math.min(Math.max(required, value), BOXES) }, (_, index) => index + 1).map((copy) => (
        <button
          key={copy}
          type="button"
          tabIndex={-1}
          className={copy <= value ? 'copy' : 'copy missing'}
          onClick={() => set(copy === value ? copy - 1 : copy)}
        >
          {copy}
          <br />
          {t(copy <= value ? 'copyIn' : 'copyMissing')}
        </button>
      ))}
    </div>
  );
}
