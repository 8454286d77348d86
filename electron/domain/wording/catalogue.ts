/** Both languages of one subject side by side; the type demands the same keys of each. */

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Catalogue<Key extends string> = { readonly [L in Language]: Readonly<Record<Key, string>> };

export function catalogue<const Zh extends Record<string, string>>(
  zh: Zh,
  en: Readonly<Record<keyof Zh, string>>,
): Catalogue<keyof Zh & string> {
  return { zh, en };
}
