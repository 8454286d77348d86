/** A table whose rows are walked with the arrow keys and opened by Enter; the rows get their keys from `useRowKeys`. */

import type { ReactNode } from 'react';

type Column = {
  readonly id: string;
  readonly heading: string;
  /** Said, not shown: the column of what can be done with a row. */
  readonly isOffscreen?: boolean;
  readonly className?: string;
};

type Props = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly className?: string;
  readonly isHidden?: boolean;
  readonly children: ReactNode;
};

export function RowTable({ name, columns, className, isHidden, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the rows are chosen by arrow keys
    <table className={className ? `table ${className}` : 'table'} role="grid" aria-label={name} hidden={isHidden}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={column.className}>
              {column.isOffscreen ? <span className="offscreen">{column.heading}</span> : column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
