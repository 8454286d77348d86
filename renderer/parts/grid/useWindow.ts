/** The rows of a long list that are on the screen, and a few around them; the selected one is kept in sight. */

import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** Both as the style sheet has them. */
export const ROW_HEIGHT = 42;
const HEADER_HEIGHT = 34;
/** Rows drawn above and below what is seen. */
const SPARE = 8;

export type Seen = { readonly first: number; readonly last: number };

/** Before the first rows are measured: what a large window shows. */
export const FIRST_SEEN: Seen = { first: 0, last: 40 };

export function useWindow(
  box: RefObject<HTMLElement | null>,
  { total, selected, onSee }: { total: number; selected: number; onSee: (seen: Seen) => void },
) {
  const [scrollTop, setScrollTop] = useState(0);
  const [height, setHeight] = useState(600);
  const first = Math.max(Math.floor(scrollTop / ROW_HEIGHT) - SPARE, 0);
  const last = Math.min(Math.ceil((scrollTop + height) / ROW_HEIGHT) + SPARE, total) - 1;

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  useEffect(() => onSee({ first, last }), [first, last, onSee]);
  useLayoutEffect(() => keepInSight(box.current, selected), [box, selected]);

  return {
    indexes: Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => first + at),
    /** How many rows a page has. */
    fullRows: Math.max(Math.floor((height - HEADER_HEIGHT) / ROW_HEIGHT), 1),
    onScroll: (event: React.UIEvent) => setScrollTop(event.currentTarget.scrollTop),
  };
}

/** Scrolls as little as needed; the header covers the top. */
function keepInSight(box: HTMLElement | null, index: number): void {
  if (box === null) return;
  const top = index * ROW_HEIGHT;
  const room = box.clientHeight - HEADER_HEIGHT;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + ROW_HEIGHT > box.scrollTop + room) box.scrollTop = top + ROW_HEIGHT - room;
}
