/** A choice of two or three that stand side by side under a label. */

import './Switch.css';

type Props<Value extends string> = {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly options: readonly Value[];
  readonly value: Value;
  readonly say: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
};

export function Switch<Value extends string>(props: Props<Value>) {
  const { label, isLabelShown = true, options, value, say, onChoose } = props;
  return (
    <div className="labelled">
      {isLabelShown && <span>{label}</span>}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex row in all engines */}
      <div className="switch" role="group" aria-label={label}>
        {options.map((option) => (
          <button key={option} type="button" aria-pressed={option === value} onClick={() => onChoose(option)}>
            {say(option)}
          </button>
        ))}
      </div>
    </div>
  );
}
