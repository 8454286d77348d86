/** Keyboard shortcuts: each part names its own, the help card shows those that work at the moment. */

import { useEffect, useRef, useSyncExternalStore } from 'react';

export type Shortcut = {
  /** `Ctrl+K`, `F8`, `Alt+1`, `Shift+?`; the first one is printed. */
  readonly keys: readonly string[];
  readonly label: string;
  /** Absent where the part listens itself and only wants it on the card. */
  readonly run?: () => void;
};

type Registration = { readonly current: readonly Shortcut[] };

const registrations = new Set<Registration>();
const listeners = new Set<() => void>();
let shown: readonly Shortcut[] = [];

function present(): readonly Shortcut[] {
  return [...registrations].flatMap(({ current }) => current);
}

function publish(): void {
  shown = present();
  for (const listener of listeners) listener();
}

/** Names shortcuts for as long as the part is on the screen; a later part wins over an earlier one. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const registration = useRef(shortcuts);
  registration.current = shortcuts;
  const signature = shortcuts.map(({ keys, label }) => `${keys.join()} ${label}`).join('\n');
  // The card lists labels, so it is told again when they change (another language).
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the labels
  useEffect(() => {
    registrations.add(registration);
    publish();
    return () => {
      registrations.delete(registration);
      publish();
    };
  }, [signature]);
}

export function useShownShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}

/** `Ctrl+Shift+K`; digits and letters by their place on the keyboard, so that an input method does not change them. */
export function keysOf(event: KeyboardEvent): string {
  const isCommand = event.ctrlKey || event.metaKey;
  const place = /^(?:Digit|Key)(.)$/.exec(event.code)?.[1];
  const key = place !== undefined && (isCommand || event.altKey) ? place : event.key.replace('？', '?');
  const named = key.length === 1 ? key.toUpperCase() : key;
  return [isCommand && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', named].filter(Boolean).join('+');
}

/** An input method is choosing signs: no key means anything else. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function isTyping(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : undefined;
  return element?.matches('input:not([type=checkbox],[type=radio]), textarea, [contenteditable=true]') ?? false;
}

/** While a dialogue is open the keys of the page behind it rest. */
export function isBehindDialogue(): boolean {
  return document.querySelector('dialog[open], .lock') !== null;
}

window.addEventListener('keydown', (event) => {
  if (isComposing(event) || event.defaultPrevented) return;
  const keys = keysOf(event);
  const isPlain = !/^(?:Ctrl|Alt)\+|^(?:Shift\+)?F\d+$/.test(keys);
  if (isPlain && isTyping(event.target)) return;
  const match = present().findLast((shortcut) => shortcut.run !== undefined && shortcut.keys.includes(keys));
  if (match?.run === undefined || isBehindDialogue()) return;
  event.preventDefault();
  match.run();
});
