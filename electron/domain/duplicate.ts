/** Whether two records tell of the same document: its number, or a title so near that a person should look. */

const ORDINALS = /\d+|第[一二三四五六七八九十百]+/gu;
/** Titles that share so much of their pairs of characters are near. */
const NEAR = 0.9;

/** A title without what clerks write now so, now so: width, marks, blanks, and the issuing agency before 关于. */
export function plainTitle(title: string): string {
  const plain = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{Cf}]+/gu, '');
  const about = plain.indexOf('关于');
  return about > 0 ? plain.slice(about) : plain;
}

/** Near in their characters, and the same in every number: the second batch is not the first. */
export function isNearTitle(one: string, other: string): boolean {
  const [a, b] = [plainTitle(one), plainTitle(other)];
  if (a === b) return true;
  if (a.match(ORDINALS)?.join() !== b.match(ORDINALS)?.join()) return false;
  return likeness(pairsOf(a), pairsOf(b)) >= NEAR;
}

function pairsOf(text: string): readonly string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/** Dice's measure: twice what they share over all they have; 1 for the same pairs. */
function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of one) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of other) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared += 1;
  }
  return (2 * shared) / (one.length + other.length);
}
