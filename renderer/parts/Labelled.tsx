/** A label above its control, bound by an id. */

import { type ReactNode, useId } from 'react';

type Props = { readonly label: ReactNode; readonly children: (id: string) => ReactNode };

export function Labelled({ label, children }: Props) {
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
