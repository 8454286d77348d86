/** Wording of the screen in Chinese and English. Terms of the field and refusals stand in `electron/domain/wording`. */

import { useCallback, useSyncExternalStore } from 'react';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type TextParams = Readonly<Record<string, string | number>>;

export type Catalogue<Key extends string> = {
  readonly zh: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
};

/** One area's texts; English must have exactly the keys of Chinese. */
export function catalogue<const Zh extends Record<string, string>>(
  zh: Zh,
  en: Readonly<Record<keyof Zh, string>>,
): Catalogue<keyof Zh & string> {
  return { zh, en };
}

/** `{name}` is replaced by its value, `{count|document|documents}` by the first word where the value is 1. */
export function fill(text: string, params: TextParams = {}): string {
  return text.replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (whole, name: string, one?: string, other?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one === undefined) return String(value);
    return String((Number(value) === 1 ? one : other) ?? '');
  });
}

const STORED = 'language';
const listeners = new Set<() => void>();

/** The desktop remembers for the workstation, a browser for itself. */
function preferred(): Language {
  if (window.desktop) return window.desktop.initial.language;
  const stored = localStorage.getItem(STORED);
  if (stored === 'zh' || stored === 'en') return stored;
  return 'zh';
}

let current: Language = preferred();
document.documentElement.lang = tagOf(current);
window.desktop?.onLanguage(setLanguage);

function tagOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

export function setLanguage(language: Language): void {
  current = language;
  localStorage.setItem(STORED, language);
  document.documentElement.lang = tagOf(language);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => current);
}

export type Say<Key extends string> = (key: Key, params?: TextParams) => string;

/** `const { t, language } = useText(boardText)` */
export function useText<Key extends string>(
  texts: Catalogue<Key>,
): { readonly t: Say<Key>; readonly language: Language; readonly setLanguage: (language: Language) => void } {
  const language = useLanguage();
  const t = useCallback<Say<Key>>((key, params) => fill(texts[language][key], params), [texts, language]);
  return { t, language, setLanguage };
}
