/** The search box of the header (Ctrl+K): number, title, person, pinyin initials or the code of a label; Enter opens. */

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { readLabelCode } from '../../electron/domain/labelCode.ts';
import { orpc } from '../client.ts';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { isComposing, useShortcuts } from './shortcuts.ts';
import './QuickSearch.css';

const SHOWN = 8;
/** More hits than this are not counted while a person types. */
const COUNTED = 200;

export function QuickSearch() {
  const { t } = useText(shellText);
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [isEntered, setEntered] = useState(false);
  const query = useDeferredValue(text.trim());
  /** A scanner types the code of a label and presses Enter. */
  const isCode = readLabelCode(query) !== undefined;
  useShortcuts([{ keys: ['Ctrl+K'], label: t('keySearch'), run: () => box.current?.select() }]);
  const found = useQuery(
    orpc.documents.list.queryOptions({
      input: {
        filter: { query },
        sort: { by: 'enteredAt', direction: 'desc' },
        offset: 0,
        limit: SHOWN,
        countUpTo: COUNTED,
      },
      enabled: isOpen && query !== '' && !isCode,
      placeholderData: (before) => before,
    }),
  );
  const coded = useQuery(orpc.archive.find.queryOptions({ input: { code: query }, enabled: isOpen && isCode }));
  const rows = isCode ? (coded.data ?? []) : (found.data?.rows ?? []);
  const total = isCode ? 0 : (found.data?.total ?? 0);
  const isAnswered = isCode ? coded.data !== undefined : found.data !== undefined && !found.isPlaceholderData;
  const isShown = isOpen && query !== '' && (isCode ? coded : found).data !== undefined;
  const options = [
    ...rows.map((row) => ({ key: row.id, path: `/documents/${row.id}`, row })),
    ...(total > 0 ? [{ key: 'all', path: `/ledger?query=${encodeURIComponent(query)}`, row: undefined }] : []),
  ];
  const chosen = Math.min(at, Math.max(options.length - 1, 0));

  function open(path: string): void {
    setOpen(false);
    box.current?.blur();
    void navigate(path);
  }

  // Enter may be quicker than the answer: it then opens what the answer brings.
  useEffect(() => {
    if (!isEntered || !isShown || !isAnswered || query !== text.trim()) return;
    setEntered(false);
    const path = options[chosen]?.path;
    if (path !== undefined) open(path);
  });

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) setAt((chosen + step + options.length) % options.length);
    else if (event.key === 'Enter') setEntered(true);
    else if (event.key === 'Escape') {
      setText('');
      setOpen(false);
    } else return;
    event.preventDefault();
  }

  return (
    <div className="quick-search">
      <input
        ref={box}
        role="combobox"
        aria-label={t('search')}
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && options.length > 0 ? `${listId}-${chosen}` : undefined}
        placeholder={t('searchHint')}
        title={t('search')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setEntered(false);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd>Ctrl K</kbd>
      <div id={listId} role="listbox" aria-label={t('searchResults')} hidden={!isShown} className="quick-found">
        {options.map(({ key, path, row }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box itself takes the keys of its list
          <div
            key={key}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => open(path)}
          >
            {row === undefined ? (
              total < COUNTED ? (
                t('searchAll', { count: total })
              ) : (
                t('searchMany', { count: COUNTED })
              )
            ) : (
              <>
                {row.docNumber !== null && <span className="number">{row.docNumber}</span>} {row.title}
              </>
            )}
          </div>
        ))}
        {options.length === 0 && (
          <div role="option" aria-selected={false} aria-disabled="true" tabIndex={-1}>
            {t('searchNothing', { query })}
          </div>
        )}
      </div>
    </div>
  );
}
