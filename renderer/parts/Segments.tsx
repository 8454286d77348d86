/** A choice of a few that stand side by side as one bar. */

import './Segments.css';

type Props<Value extends string> = {
  readonly name: string;
  readonly options: readonly Value[];
  readonly value: string;
  readonly say: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
};

export function Segments<Value extends string>({ name, options, value, say, onChoose }: Props<Value>) {
  return (
    <fieldset className="segments" aria-label={name}>
      {options.map((option) => (
        <button key={option} type="button" aria-pressed={option === value} onClick={() => onChoose(option)}>
          {say(option)}
        </button>
      ))}
    </fieldset>
  );
}
