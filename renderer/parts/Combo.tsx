/** A text field with a list: free text with suggestions, or a choice found by typing words or pinyin initials. */

import { useEffect, useState } from 'react';
import { dialogText } from '../text/dialog.ts';
import { useText } from '../text/index.ts';
import { type ControlProps, UnreadNote, unreadControl } from './Field.tsx';
import { isPinyinLoaded, loadPinyin, matchesTyped } from './pinyin.ts';
import { isComposing } from './shortcuts.ts';
import './Combo.css';
import './Field.css';

export type Option = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly isDisabled?: boolean;
};

type Props = Partial<ControlProps> & {
  readonly id: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string, unread: string | undefined) => void;
  readonly onBlur?: () => void;
  /** Only a value of the list may stand here; else the list merely suggests. */
  readonly isStrict?: boolean;
  /** Text that was entered in a strict field and is nothing of the list. */
  readonly unread?: string | undefined;
  readonly isDisabled?: boolean;
  readonly placeholder?: string;
};

export function Combo(props: Props) {
  const { value, options, onChange, onBlur, isStrict = false, unread, isDisabled = false, ...control } = props;
  const { t } = useText(dialogText);
  const [typed, setTyped] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const [before, setBefore] = useState({ value, unread });
  const [, setLoaded] = useState(false);
  const isChosen = (option: Option) => option.value === value;
  const shown = isStrict ? (typed ?? options.find(isChosen)?.label ?? unread ?? '') : value;
  const found = options.filter(({ label }) => matchesTyped(label, typed ?? ''));
  const listId = `${control.id}-list`;
  const noteId = `${control.id}-unread`;
  const isUnread = typed === undefined && unread !== undefined && isReady(unread, options);
  const isShown = isOpen && found.length > 0;

  function type(text: string): void {
    if (/[a-z]/i.test(text)) void loadPinyin().then(() => setLoaded(true));
    if (typed === undefined) setBefore({ value, unread });
    setTyped(text);
    setOpen(true);
    setAt(isStrict ? 0 : -1);
    if (!isStrict) onChange(text, undefined);
    else if (text.trim() === '') onChange('', undefined);
    else understand(text, 0);
  }

  /** Of what fits, the one at the place that is marked; where nothing fits, the text stays as it is and is no choice. */
  function understand(text: string, place: number): void {
    const fitting = options.filter(({ label }) => matchesTyped(label, text))[place];
    if (fitting === undefined || fitting.isDisabled) onChange('', text);
    else onChange(fitting.value, undefined);
  }

  function move(step: number): void {
    const next = isShown ? (at + step + found.length) % found.length : Math.max(found.findIndex(isChosen), 0);
    setOpen(true);
    setAt(next);
    if (isStrict && typed !== undefined) understand(typed, next);
  }

  function pick(option: Option | undefined): void {
    if (option !== undefined && !option.isDisabled) onChange(option.value, undefined);
    close();
  }

  function takeBack(): void {
    if (isStrict && typed !== undefined) onChange(before.value, before.unread);
    close();
  }

  function close(): void {
    setOpen(false);
    setTyped(undefined);
    setAt(-1);
  }

  // Fast fingers are ahead of the list or of the dictionary: what they typed is looked up once both are here.
  useEffect(() => {
    if (!isStrict || unread === undefined || !isReady(unread, options)) return;
    const fitting = options.find(({ label, isDisabled }) => !isDisabled && matchesTyped(label, unread));
    if (fitting !== undefined) onChange(fitting.value, undefined);
  });

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.ctrlKey || event.metaKey) {
      // The form is sent from here: what was typed is judged as if the field were left.
      if (event.key === 'Enter') close();
    } else if (step !== undefined && found.length > 0) {
      move(step);
      event.preventDefault();
    } else if (event.key === 'Enter' && isShown && at >= 0) pick(found[at]);
    else if (event.key === 'Escape' && isOpen) {
      takeBack();
      event.preventDefault();
    }
  }

  return (
    <>
      <div className="combo">
        <input
          {...control}
          {...unreadControl(control, noteId, isUnread)}
          className="in"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={listId}
          aria-activedescendant={isShown && at >= 0 ? `${listId}-${at}` : undefined}
          disabled={isDisabled}
          value={shown}
          onChange={(event) => type(event.target.value)}
          onFocus={(event) => event.target.select()}
          onClick={() => setOpen(true)}
          onBlur={() => {
            close();
            onBlur?.();
          }}
          onKeyDown={onKeyDown}
        />
        <div id={listId} role="listbox" aria-labelledby={control.id} className="combo-list" hidden={!isShown}>
          {found.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field itself takes the keys of its list
            <div
              key={option.value}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              aria-disabled={option.isDisabled}
              ref={index === at ? showInList : undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
            >
              {option.label}
              {option.hint !== undefined && <small>{option.hint}</small>}
            </div>
          ))}
        </div>
      </div>
      {isUnread && <UnreadNote id={noteId}>{t('notOffered', { typed: unread })}</UnreadNote>}
    </>
  );
}

function isReady(text: string, options: readonly Option[]): boolean {
  return options.length > 0 && (isPinyinLoaded() || !/[a-z]/i.test(text));
}

function showInList(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
