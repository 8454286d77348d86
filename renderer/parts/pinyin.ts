/** Finds Chinese words by the initials of their pinyin; the dictionary is fetched only when someone types letters. */

type Initials = (text: string) => string;

let initials: Initials | undefined;
let loading: Promise<void> | undefined;
const known = new Map<string, string>();

/** Readings that the dictionary takes wrong in the names of offices. */
const OFFICE_READINGS = { 处长: 'chù zhǎng', 调研: 'diào yán', 率先: 'shuài xiān', 稽查: 'jī chá', 会计: 'kuài jì' };

export function isPinyinLoaded(): boolean {
  return initials !== undefined;
}

export function loadPinyin(): Promise<void> {
  loading ??= import('pinyin-pro').then(({ customPinyin, pinyin }) => {
    customPinyin(OFFICE_READINGS);
    initials = (text) => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
  });
  return loading;
}

/** Whether a word holds the typed text, or its initials begin with or hold the typed letters. */
export function matchesTyped(word: string, typed: string): boolean {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  if (wanted === '' || word.normalize('NFKC').toLowerCase().includes(wanted)) return true;
  if (!/^[a-z]+$/.test(wanted) || initials === undefined) return false;
  const letters = known.get(word) ?? initials(word);
  known.set(word, letters);
  return letters.includes(wanted);
}
