/** A text field with a list: free text with suggestions, or a choice found by typing words or pinyin initials. */

import { useEffect, useState } from 'react';
import type { ControlProps } from './Field.tsx';
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
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** Only a value of the list may stand here; else the list merely suggests. */
  readonly isStrict?: boolean;
  readonly isDisabled?: boolean;
  readonly placeholder?: string;
};

export function Combo({ value, options, onChange, onBlur, isStrict = false, isDisabled = false, ...control }: Props) {
  const [typed, setTyped] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const [awaited, setAwaited] = useState<string>();
  const [, setLoaded] = useState(false);
  const shown = isStrict ? (typed ?? awaited ?? options.find((option) => option.value === value)?.label ?? '') : value;
  const found = options.filter(({ label }) => matchesTyped(label, typed ?? ''));
  const listId = `${control.id}-list`;
  const isShown = isOpen && found.length > 0;

  function type(text: string): void {
    if (/[a-z]/i.test(text)) void loadPinyin().then(() => setLoaded(true));
    setTyped(text);
    setOpen(true);
    setAt(isStrict ? 0 : -1);
    if (!isStrict) onChange(text);
  }

  function pick(option: Option | undefined): void {
    if (option !== undefined && !option.isDisabled) onChange(option.value);
    close();
  }

  function close(): void {
    setOpen(false);
    setTyped(undefined);
    setAt(-1);
  }

  /** What was typed and not chosen: the first that fits, else nothing. */
  function settle(): void {
    close();
    if (!isStrict || typed === undefined) return;
    // Looked up anew: the dictionary may have come since the list was drawn.
    const fitting = options.filter(({ label }) => matchesTyped(label, typed));
    if (typed.trim() === '') onChange('');
    else if (fitting[0] === undefined && !isReady(typed, options)) setAwaited(typed);
    else choose(fitting[Math.max(at, 0)]);
  }

  function choose(fitting: Option | undefined): void {
    if (fitting === undefined) onChange('');
    else if (!fitting.isDisabled) onChange(fitting.value);
  }

  // Fast fingers are ahead of the list or of the dictionary: what they typed is looked up once both are here.
  useEffect(() => {
    if (awaited === undefined || !isReady(awaited, options)) return;
    setAwaited(undefined);
    choose(options.find(({ label }) => matchesTyped(label, awaited)));
  });

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      if (isShown) setAt((at + step + found.length) % found.length);
      else {
        setOpen(true);
        setAt(
          Math.max(
            found.findIndex((option) => option.value === value),
            0,
          ),
        );
      }
      event.preventDefault();
    } else if (event.key === 'Enter' && isShown && at >= 0) pick(found[at]);
    else if (event.key === 'Escape' && isOpen) {
      close();
      event.preventDefault();
    }
  }

  return (
    <div className="combo">
      <input
        {...control}
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
          settle();
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
  );
}

function isReady(text: string, options: readonly Option[]): boolean {
  return options.length > 0 && (isPinyinLoaded() || !/[a-z]/i.test(text));
}

function showInList(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
