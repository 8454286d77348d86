/** A list of the registry: how many there are, whether those no longer in use are shown, and a button for a new one. */

import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';

type Props = {
  readonly name: string;
  readonly count: string;
  readonly all: { readonly label: string; readonly isShown: boolean; readonly onShow: (isShown: boolean) => void };
  readonly add: string;
  readonly onAdd: (() => void) | undefined;
  /** Said in place of the rows. */
  readonly none: string | undefined;
  readonly children: ReactNode;
};

export function ListCard({ name, count, all, add, onAdd, none, children }: Props) {
  return (
    <section className="card list-card" aria-label={name}>
      <div className="list-bar">
        <span className="actions">
          <span role="status">{count}</span>
          <Checkbox checked={all.isShown} onChange={(event) => all.onShow(event.target.checked)}>
            {all.label}
          </Checkbox>
        </span>
        {onAdd && (
          <Button type="primary" onClick={onAdd}>
            {add}
          </Button>
        )}
      </div>
      {none !== undefined && <p className="list-none">{none}</p>}
      {children}
    </section>
  );
}
