/** A choice of two or three that stand side by side under a label. */

import { Segments } from '../Segments.tsx';

type Props<Value extends string> = {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly options: readonly Value[];
  readonly value: Value;
  readonly say: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
};

export function Switch<Value extends string>(props: Props<Value>) {
  const { label, isLabelShown = true, ...choice } = props;
  return (
    <div className="labelled">
      {isLabelShown && <span>{label}</span>}
      <Segments name={label} {...choice} />
    </div>
  );
}
