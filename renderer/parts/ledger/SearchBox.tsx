/** The ledger's search field (Ctrl+F): tells what is typed after a short rest, and nothing while an input method composes. */

import { useEffect, useRef, useState } from 'react';
import { useText } from '../../text/index.ts';
import { ledgerText } from '../../text/ledger.ts';
import { isComposing, useShortcuts } from '../shortcuts.ts';
import '../Field.css';

const REST_MILLISECONDS = 150;

type Props = {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Down and Enter leave the field for the rows. */
  readonly onLeave: () => void;
};

export function SearchBox({ query, onQuery, onLeave }: Props) {
  const { t } = useText(ledgerText);
  const box = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [text, setText] = useState(query);
  const [told, setTold] = useState(query);
  if (query !== told) {
    setTold(query);
    setText(query);
  }
  useShortcuts([{ keys: ['Ctrl+F'], label: t('search'), run: () => box.current?.select() }]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function tell(next: string): void {
    clearTimeout(timer.current);
    setTold(next.trim());
    onQuery(next.trim());
  }
  function type(next: string, isComposed: boolean): void {
    setText(next);
    clearTimeout(timer.current);
    if (isComposed) timer.current = setTimeout(() => tell(next), REST_MILLISECONDS);
  }
  return (
    <div className="ledger-search">
      <input
        ref={box}
        type="search"
        className="in"
        aria-label={t('search')}
        placeholder={t('searchHint')}
        value={text}
        onChange={(event) => type(event.target.value, !(event.nativeEvent as InputEvent).isComposing)}
        onCompositionEnd={(event) => type(event.currentTarget.value, true)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          tell(text);
          onLeave();
        }}
      />
      <kbd>Ctrl F</kbd>
    </div>
  );
}
