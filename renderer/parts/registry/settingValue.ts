/** The value of a setting in words, as it is typed, and back. */

import { SETTINGS, type SettingKey } from '../../../electron/domain/settings.ts';

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}

type Words = { readonly terms: (code: string) => string; readonly join: string; readonly none: string };

/** `value` is JSON, as the engine keeps it. */
export function settingInWords(key: SettingKey, value: string, { terms, join, none }: Words): string {
  const read = JSON.parse(value) as unknown;
  const { kind } = SETTINGS[key];
  if (kind === 'integer') return String(read);
  if (kind === 'choice') return terms(`settingChoice.${String(read)}`);
  const parts = Array.isArray(read) ? read.map(String) : [];
  if (parts.length === 0) return none;
  return parts.map((part) => (kind === 'steps' ? terms(`step.${part}`) : part)).join(join);
}

/** What stands in the field: the number, the choice, or the parts separated by spaces. */
export function settingAsTyped(value: string): string {
  const read = JSON.parse(value) as unknown;
  return Array.isArray(read) ? read.join(' ') : String(read);
}

/** What the engine judges; a text that is no number stays a text and is refused by its rule. */
export function settingTyped(key: SettingKey, typed: string): unknown {
  const { kind } = SETTINGS[key];
  if (kind === 'choice') return typed;
  const number = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : text);
  if (kind === 'integer') return number(typed.normalize('NFKC').trim());
  const parts = typed
    .normalize('NFKC')
    .split(/[\s,、;]+/)
    .filter((part) => part !== '');
  return kind === 'stages' ? parts.map(number) : parts;
}
