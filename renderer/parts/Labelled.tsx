/** A label above its control, bound by an id, and below it what is wrong with what it holds. */

import { type ReactNode, useId } from 'react';
import './Field.css';

type Told = { readonly 'aria-invalid': boolean; readonly 'aria-describedby': string | undefined };

type Props = {
  readonly label: ReactNode;
  readonly problem?: string | undefined;
  readonly children: (id: string, told: Told) => ReactNode;
};

export function Labelled({ label, problem, children }: Props) {
  const id = useId();
  const isWrong = problem !== undefined;
  const noteId = `${id}-note`;
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children(id, { 'aria-invalid': isWrong, 'aria-describedby': isWrong ? noteId : undefined })}
      {isWrong && (
        <span id={noteId} className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
