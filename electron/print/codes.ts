/**
 * Codes of the characters of one typeface on paper: one byte for those that come first, which should be the commonest,
 * two for all others; no byte has to be escaped in a string.
 */

const ESCAPED = new Set([0x0a, 0x0d, 0x28, 0x29, 0x5c]);

function bytesBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((byte) => !ESCAPED.has(byte));
}

const SINGLE = bytesBetween(0x20, 0xcf);
const HIGH = bytesBetween(0xd0, 0xff);
const LOW = bytesBetween(0, 0xff);

/** `identifier` counts the characters of the typeface; 0 is left to the sign for none. */
export type Code = { readonly code: number; readonly bytes: 1 | 2; readonly identifier: number };

/**
 * A code, whether it takes one byte or two, and the font that it is of, in one number: papers ask for a million of them.
 * 0 is none.
 */
export type PackedCode = number;
const [BYTES_SHIFT, FONT_SHIFT] = [16, 18];

type CodeOfFont = { readonly code: number; readonly bytes: number; readonly font: number };

export function packCode({ code, bytes, font }: CodeOfFont): PackedCode {
  return code + (bytes << BYTES_SHIFT) + (font << FONT_SHIFT);
}

export const isTwoBytes = (packed: PackedCode): boolean => ((packed >>> BYTES_SHIFT) & 3) === 2;
export const fontOf = (packed: PackedCode): number => packed >>> FONT_SHIFT;

/** Of the character that is the n-th of its typeface. Throws a `RangeError` beyond some 12,000, more than a paper ever holds. */
export function codeAt(index: number): Code {
  const single = SINGLE[index];
  if (single !== undefined) return { code: single, bytes: 1, identifier: index + 1 };
  const rest = index - SINGLE.length;
  const [high, low] = [HIGH[Math.floor(rest / LOW.length)], LOW[rest % LOW.length]];
  if (high === undefined || low === undefined) throw new RangeError('too many characters of one typeface');
  return { code: high * 256 + low, bytes: 2, identifier: index + 1 };
}

/** Codes of a font of signs: one byte each. */
export const SIGN_CODES = [...SINGLE, ...HIGH];

function hexOf(code: number, bytes: number): string {
  return code
    .toString(16)
    .toUpperCase()
    .padStart(2 * bytes, '0');
}

const CODE_SPACES = '2 begincodespacerange\n<20> <CF>\n<D000> <FFFF>\nendcodespacerange';
const SIGN_SPACE = '1 begincodespacerange\n<00> <FF>\nendcodespacerange';
const BLOCK = 100;

/** From codes to the identifiers of the characters, in the order in which they got their codes. */
export function encodingMap(identifiers: readonly number[]): string {
  const ranges: { first: number; last: number; bytes: number; identifier: number }[] = [];
  identifiers.forEach((identifier, index) => {
    const { code, bytes } = codeAt(index);
    const run = ranges.at(-1);
    const isNext = run && run.last + 1 === code && run.last >> 8 === code >> 8;
    if (isNext && run.identifier + code - run.first === identifier) run.last = code;
    else ranges.push({ first: code, last: code, bytes, identifier });
  });
  const lines = ranges.map(
    ({ first, last, bytes, identifier }) => `<${hexOf(first, bytes)}> <${hexOf(last, bytes)}> ${identifier}`,
  );
  return cmap('Paper-Codes', 'Identity', 1, [CODE_SPACES, ...blocks('cidrange', lines)]);
}

type CodedCharacter = Pick<Code, 'code' | 'bytes'> & { readonly character: string };

/** From codes back to characters, by which text is found and copied. */
export function characterMap(characters: readonly CodedCharacter[]): string {
  return unicodeMap(CODE_SPACES, characters);
}

/** The same for a font of signs. */
export function signMap(characters: readonly string[]): string {
  const coded = characters.map((character, index) => ({ character, code: SIGN_CODES[index] ?? 0, bytes: 1 as const }));
  return unicodeMap(SIGN_SPACE, coded);
}

/** Consecutive codes are named once, as lists; a list stays within one first byte. */
function unicodeMap(spaces: string, characters: readonly CodedCharacter[]): string {
  const lists: { first: number; last: number; bytes: number; units: string[] }[] = [];
  for (const { character, code, bytes } of characters) {
    const list = lists.at(-1);
    if (list && list.last + 1 === code && list.last >> 8 === code >> 8 && list.units.length < BLOCK) {
      list.last = code;
      list.units.push(unitsOf(character));
    } else lists.push({ first: code, last: code, bytes, units: [unitsOf(character)] });
  }
  const lines = lists.map(({ first, last, bytes, units }) => {
    const list = units.map((each) => `<${each}>`).join('');
    return `<${hexOf(first, bytes)}> <${hexOf(last, bytes)}> [${list}]`;
  });
  return cmap('Adobe-Identity-UCS', 'UCS', 2, [spaces, ...blocks('bfrange', lines)]);
}

function unitsOf(character: string): string {
  // Half of a pair is no character that anyone could copy.
  if (/^[\uD800-\uDFFF]$/.test(character)) return 'FFFD';
  return Array.from({ length: character.length }, (_, unit) => hexOf(character.charCodeAt(unit), 2)).join('');
}

function blocks(name: string, lines: readonly string[]): readonly string[] {
  const made: string[] = [];
  for (let start = 0; start < lines.length; start += BLOCK) {
    const block = lines.slice(start, start + BLOCK);
    made.push(`${block.length} begin${name}`, ...block, `end${name}`);
  }
  return made;
}

function cmap(name: string, ordering: string, type: number, parts: readonly string[]): string {
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    `/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> def`,
    `/CMapName /${name} def`,
    `/CMapType ${type} def`,
    ...parts,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
