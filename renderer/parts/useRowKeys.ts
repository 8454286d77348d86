/** Arrow keys move the selected row of a list, Home and End jump, Enter opens; the row itself has the focus. */

import { useEffect, useRef, useState } from 'react';
import { isComposing } from './shortcuts.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

export function useRowKeys<Row>(rows: readonly Row[], keyOf: (row: Row) => string, open: (row: Row) => void) {
  const [selectedKey, select] = useState<string>();
  const elements = useRef(new Map<string, HTMLElement>());
  const isMoving = useRef(false);
  const at = Math.max(
    rows.findIndex((row) => keyOf(row) === selectedKey),
    0,
  );
  const selected = rows[at];
  const key = selected && keyOf(selected);

  useEffect(() => {
    if (isMoving.current && key !== undefined) elements.current.get(key)?.focus();
    isMoving.current = false;
  }, [key]);

  function move(to: number): void {
    const row = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    if (row === undefined) return;
    isMoving.current = true;
    select(keyOf(row));
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    if (!(event.target as HTMLElement).matches('tr')) return;
    const step = STEPS[event.key];
    if (step !== undefined) move(at + step);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(rows.length - 1);
    else if (event.key === 'Enter' && selected !== undefined) open(selected);
    else return;
    event.preventDefault();
  }

  const rowProps = (row: Row) => ({
    ref: (element: HTMLElement | null) => {
      if (element === null) elements.current.delete(keyOf(row));
      else elements.current.set(keyOf(row), element);
    },
    tabIndex: keyOf(row) === key ? 0 : -1,
    'aria-selected': keyOf(row) === key,
    className: keyOf(row) === key ? 'selected' : undefined,
    onKeyDown,
    onFocus: () => select(keyOf(row)),
    onClick: () => select(keyOf(row)),
    onDoubleClick: () => open(row),
  });
  return { selected, rowProps };
}
