/** First letters of readings (拼音首字母); their dictionary is large, so it is loaded before the first write, not at every start. */

import { foldText } from './searchText.ts';

/** Words whose first letters the dictionary gets wrong, as office people read them. */
const OFFICE_READINGS: Readonly<Record<string, string>> = {
  处长: 'chù zhǎng',
  局长: 'jú zhǎng',
  率先: 'shuài xiān',
  藏文: 'zàng wén',
  单县: 'shàn xiàn',
  乐清: 'yuè qīng',
};

type Readings = Pick<typeof import('pinyin-pro'), 'pinyin'>;
let readings: Readings | undefined;

/** Has to have been awaited once before `initialsOf`. */
export async function loadReadings(): Promise<void> {
  if (readings !== undefined) return;
  const loaded = await import('pinyin-pro');
  loaded.customPinyin(OFFICE_READINGS);
  readings = loaded;
}

/**
 * First letters of a text's reading (拼音首字母), digits and Latin letters kept, all else left out: 关于印发2019年要点 → gyyf2019nyd.
 * The column `initials` holds their `bigramTokens`.
 */
export function initialsOf(text: string): string {
  if (readings === undefined) throw new Error('The readings are not loaded');
  const letters = readings.pinyin(foldText(text), { pattern: 'first', type: 'array' });
  // Without its tone mark (ā → a): from the letters alone that is quicker than from the whole readings.
  return letters
    .join('')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '');
}
