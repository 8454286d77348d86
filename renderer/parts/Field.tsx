/** One field of a form: label, control, and below it what is wrong or what was understood. */

import type { ReactNode } from 'react';
import type { Broken } from '../../electron/domain/broken.ts';
import { useBrokenText } from '../text/terms.ts';
import './Field.css';

export type ControlProps = {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
  readonly 'aria-describedby': string | undefined;
};

type Props = {
  /** Also the id of the control, so that problems can jump to it. */
  readonly name: string;
  readonly label: ReactNode;
  readonly isRequired?: boolean;
  /** Columns of six. */
  readonly span?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly hint?: ReactNode;
  readonly problems?: readonly Broken[];
  readonly children: (control: ControlProps) => ReactNode;
};

/** Beside a control that still shows what was typed and could not be taken. */
export function UnreadNote({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div id={id} role="alert" className="field-problem">
      {children}
    </div>
  );
}

/** What the control says of itself while it shows such a text. */
export function unreadControl(control: Partial<ControlProps>, noteId: string, isUnread: boolean) {
  if (!isUnread) return control;
  return {
    ...control,
    'aria-invalid': true,
    'aria-describedby': [control['aria-describedby'], noteId].filter(Boolean).join(' '),
  };
}

export function Field({ name, label, isRequired = false, span = 1, hint, problems = [], children }: Props) {
  const brokenText = useBrokenText();
  const noteId = `${name}-note`;
  const hasNote = problems.length > 0 || hint !== undefined;
  return (
    <div className={`field span${span}`}>
      <label htmlFor={name}>
        {label}
        {isRequired && <em aria-hidden="true"> *</em>}
      </label>
      {children({
        id: name,
        'aria-invalid': problems.length > 0,
        'aria-required': isRequired,
        'aria-describedby': hasNote ? noteId : undefined,
      })}
      <div id={noteId} aria-live="polite">
        {problems.map((problem) => (
          <div key={problem.code} className="field-problem">
            {brokenText(problem)}
          </div>
        ))}
        {hint !== undefined && <div className="field-hint">{hint}</div>}
      </div>
    </div>
  );
}
