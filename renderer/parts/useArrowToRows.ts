/**
 * The first ↓ or ↑ on a page goes to the rows of its list, from a search field too: nobody has to find them with Tab.
 * Fields in which the keys mean something keep them, and the focus moves only when a person moves it.
 */

import { useEffect } from 'react';
import { isBehindDialogue, isComposing } from './shortcuts.ts';

/** What may have the focus then: nothing, the page itself, the way into it, or a search field of the page. */
const IDLE = 'body, main, nav a[aria-current=page]';
const SEARCH = 'main input[type=search]';
/** The row, or the grid that names its row, to which Tab would come. */
const ROWS = 'main [role=grid][tabindex="0"], main [role=grid] tr[tabindex="0"]';

export function useArrowToRows(): void {
  useEffect(() => {
    window.addEventListener('keydown', toRows);
    return () => window.removeEventListener('keydown', toRows);
  }, []);
}

function toRows(event: KeyboardEvent): void {
  if (isComposing(event) || event.defaultPrevented || isBehindDialogue()) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const from = document.activeElement ?? document.body;
  const isMeant = from.matches(IDLE) ? /^Arrow(?:Down|Up)$/.test(event.key) : event.key === 'ArrowDown';
  if (!isMeant || !from.matches(`${IDLE}, ${SEARCH}`)) return;
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)].find((element) => element.checkVisibility());
  if (rows === undefined) return;
  event.preventDefault();
  rows.focus();
}
