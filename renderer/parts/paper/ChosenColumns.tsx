/** The chosen columns in their order: moved by Alt and the arrow keys, by dragging, or by buttons. */

import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { LedgerColumnName } from '../../../electron/domain/ledgerColumnSet.ts';
import { columnSetText } from '../../text/columnSet.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { isComposing } from '../shortcuts.ts';

type Props = {
  readonly columns: readonly LedgerColumnName[];
  readonly onColumns: (columns: readonly LedgerColumnName[]) => void;
};

export function ChosenColumns({ columns, onColumns }: Props) {
  const { t } = useText(columnSetText);
  const terms = useTerms();
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const [wished, setAt] = useState(0);
  const [dragged, setDragged] = useState<number>();
  const at = Math.max(0, Math.min(wished, columns.length - 1));
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  function move(from: number, to: number): void {
    const name = columns[from];
    if (name === undefined || to < 0 || to >= columns.length) return;
    onColumns(columns.filter((_, index) => index !== from).toSpliced(to, 0, name));
    setAt(to);
  }
  const drop = () => onColumns(columns.filter((_, index) => index !== at));

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step !== undefined) {
      if (event.altKey) move(at, at + step);
      else setAt(Math.max(0, Math.min(at + step, columns.length - 1)));
    } else if (event.key === 'Delete') drop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="labelled">
      <span id={listId}>{t('chosen')}</span>
      {columns.length === 0 && <p className="grey">{t('chosenNone')}</p>}
      <ul
        ref={list}
        className="chosen-columns"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list whose entries are chosen and moved
        role="listbox"
        hidden={columns.length === 0}
        tabIndex={0}
        aria-labelledby={listId}
        aria-activedescendant={columns.length > 0 ? `${listId}${columns[at]}` : undefined}
        onKeyDown={onKeyDown}
      >
        {columns.map((name, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, its entry is named by it
          <li
            key={name}
            id={`${listId}${name}`}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see the list
            role="option"
            aria-selected={index === at}
            draggable
            onClick={() => setAt(index)}
            onDragStart={() => setDragged(index)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => {
              event.preventDefault();
              if (dragged === undefined || dragged === index) return;
              move(dragged, index);
              setDragged(index);
            }}
          >
            <span className="number">{index + 1}</span> {terms(`ledgerColumn.${name}`)}
          </li>
        ))}
      </ul>
      {columns.length > 0 && (
        <>
          <span className="grey">{t('keys')}</span>
          <span className="actions">
            <Button size="small" disabled={at === 0} onClick={() => move(at, at - 1)}>
              {t('up')}
            </Button>
            <Button size="small" disabled={at === columns.length - 1} onClick={() => move(at, at + 1)}>
              {t('down')}
            </Button>
            <Button size="small" onClick={drop}>
              {t('drop')}
            </Button>
          </span>
        </>
      )}
    </div>
  );
}
