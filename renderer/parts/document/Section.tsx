/** One card of the document page: heading, what stands beside it, what can be done. */

import type { ReactNode } from 'react';
import './Section.css';

type Props = {
  readonly id: string;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

export function Section({ id, title, aside, action, children }: Props) {
  return (
    <section id={id} className="card doc-section" aria-labelledby={`${id}-title`}>
      <div className="doc-section-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <span className="doc-section-aside grey">{aside}</span>
        <span className="actions">{action}</span>
      </div>
      {children}
    </section>
  );
}
