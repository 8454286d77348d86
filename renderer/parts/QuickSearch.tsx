/**
 * The search box of the header (Ctrl+K): number, title, person, pinyin initials or the code of a label; requests and matters
 * by number and title. Enter opens.
 */

import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { COUNTED, type Find, useFound } from './search/useFound.ts';
import { isComposing, useShortcuts } from './shortcuts.ts';
import './QuickSearch.css';

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
  useShortcuts([{ keys: ['Ctrl+K'], label: t('keySearch'), run: () => box.current?.select() }]);
  const { documents, requests, matters, total, isShown, isAnswered } = useFound(query, isOpen);
  const counted = total < COUNTED ? t('searchAll', { count: total }) : t('searchMany', { count: COUNTED });
  const all: Find = { key: 'all', path: `/ledger?query=${encodeURIComponent(query)}`, number: '', title: counted };
  const groups = [
    { name: undefined, finds: total > 0 ? [...documents, all] : documents },
    { name: t('requests'), finds: requests },
    { name: t('matters'), finds: matters },
  ];
  const options = groups.flatMap(({ finds }) => finds);
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

  function optionOf(find: Find) {
    const index = options.indexOf(find);
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the box itself takes the keys of its list
      <div
        key={find.key}
        id={`${listId}-${index}`}
        role="option"
        tabIndex={-1}
        aria-selected={index === chosen}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => open(find.path)}
      >
        {find.number !== '' && <span className="number">{find.number}</span>} {find.title}
      </div>
    );
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
        {groups.map(({ name, finds }) =>
          name === undefined ? (
            finds.map(optionOf)
          ) : finds.length === 0 ? null : (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form, this is a group of a listbox
            <div key={name} role="group" aria-label={name}>
              <div className="quick-group" aria-hidden="true">
                {name}
              </div>
              {finds.map(optionOf)}
            </div>
          ),
        )}
        {options.length === 0 && (
          <div role="option" aria-selected={false} aria-disabled="true" tabIndex={-1}>
            {t('searchNothing', { query })}
          </div>
        )}
      </div>
    </div>
  );
}
