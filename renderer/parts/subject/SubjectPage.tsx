/** The page of one document, matter or request: its head, what was just done, its sections, and the dialog that is open. */

import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { refusalOf } from '../../client.ts';
import { PageState } from '../PageState.tsx';
import './SubjectPage.css';

type Props = {
  readonly head: ReactNode;
  /** What was done last, as a sentence. */
  readonly said: string;
  readonly banners?: ReactNode;
  readonly main: ReactNode;
  readonly side: ReactNode;
  readonly dialog: ReactNode;
};

export function SubjectPage({ head, said, banners, main, side, dialog }: Props) {
  // Coming from a list leaves the focus nowhere; from anywhere else it stays where the person put it.
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('content')?.focus();
  }, []);
  return (
    <div className="doc-page">
      {head}
      <p className="doc-said" role="status">
        {said}
      </p>
      {banners}
      <div className="doc-columns">
        <div className="doc-main">{main}</div>
        <div className="doc-side">{side}</div>
      </div>
      {dialog}
    </div>
  );
}

type HeadProps = {
  readonly number: ReactNode;
  readonly state: string;
  /** Class name of the state, where it has a colour of its own. */
  readonly tone?: string;
  readonly name: string;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
};

export function SubjectHead({ number, state, tone, name, actions, children }: HeadProps) {
  return (
    <header className="doc-head">
      <div className="doc-title">
        <h1>
          {number} <span className={tone ? `badge doc-state ${tone}` : 'badge doc-state'}>{state}</span>
        </h1>
        <p className="doc-name">{name}</p>
        {children}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </header>
  );
}

type AwaitedProps = {
  readonly of: Parameters<typeof PageState>[0]['of'];
  readonly notFound: string;
  readonly back: string;
  readonly to: string;
};

/** Until the subject has come; or that there is none, or none that this person may see. */
export function SubjectAwaited({ of: asked, notFound, back, to }: AwaitedProps) {
  if (refusalOf(asked.error)?.code !== 'NOT_FOUND') return <PageState of={asked} />;
  return (
    <div className="doc-missing">
      <h1>{notFound}</h1>
      <Link to={to}>{back}</Link>
    </div>
  );
}

/** The one dialog that a page has open, and the sentence that the last one left behind. */
export function useDialogAsked<Asked>() {
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState('');
  return {
    asked,
    said,
    open: (next: Asked) => {
      setSaid('');
      setAsked(next);
    },
    ends: {
      onCancel: () => setAsked(undefined),
      onDone: (sentence: string) => {
        setAsked(undefined);
        setSaid(sentence);
      },
    },
  };
}
