/**
 * Codes of the characters of one typeface on paper, in the order in which they are met: one byte for the first ones,
 * which are the commonest, two for the others; no byte has to be escaped in a string.
 */

const ESCAPED = new Set([0x0a, 0x0d, 0x28, 0x29, 0x5c]);

function bytesBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((byte) => !ESCAPED.has(byte));
}

const SINGLE = bytesBetween(0x20, 0x7f);
const HIGH = bytesBetween(0x80, 0xff);
const LOW = bytesBetween(0, 0xff);

/** Of fonts whose codes are one byte at the most. */
export const SIGN_CODES = [...SINGLE, ...HIGH];

export type Code = { readonly code: number; readonly bytes: 1 | 2 };

/** Throws a `RangeError` beyond some 32,000 characters, more than any face that is not a collection holds in use. */
export function codeAt(index: number): Code {
  const single = SINGLE[index];
  if (single !== undefined) return { code: single, bytes: 1 };
  const rest = index - SINGLE.length;
  const [high, low] = [HIGH[Math.floor(rest / LOW.length)], LOW[rest % LOW.length]];
  if (high === undefined || low === undefined) throw new RangeError('too many characters of one typeface');
  return { code: high * 256 + low, bytes: 2 };
}

export function hexOf({ code, bytes }: Code): string {
  return code
    .toString(16)
    .toUpperCase()
    .padStart(2 * bytes, '0');
}

const CODE_SPACES = '2 begincodespacerange\n<20> <7F>\n<8000> <FFFF>\nendcodespacerange';
const SIGN_SPACE = '1 begincodespacerange\n<00> <FF>\nendcodespacerange';
const BLOCK = 100;

/** From codes to character identifiers, which are 1 more than the index. */
export function encodingMap(count: number): string {
  const ranges: { first: Code; last: Code; identifier: number }[] = [];
  for (let index = 0; index < count; index++) {
    const at = codeAt(index);
    const run = ranges.at(-1);
    if (run && run.last.code + 1 === at.code && run.last.code >> 8 === at.code >> 8) run.last = at;
    else ranges.push({ first: at, last: at, identifier: index + 1 });
  }
  const lines = ranges.map(({ first, last, identifier }) => `<${hexOf(first)}> <${hexOf(last)}> ${identifier}`);
  return cmap('Paper-Codes', 'Identity', 1, [CODE_SPACES, ...blocks('cidrange', lines)]);
}

/** From codes back to characters, by which text is found and copied. */
export function characterMap(characters: readonly string[]): string {
  return unicodeMap(CODE_SPACES, characters, codeAt);
}

/** The same for a font of signs. */
export function signMap(characters: readonly string[]): string {
  return unicodeMap(SIGN_SPACE, characters, (index) => ({ code: SIGN_CODES[index] ?? 0, bytes: 1 }));
}

function unicodeMap(spaces: string, characters: readonly string[], codes: (index: number) => Code): string {
  const lines = characters.map((character, index) => `<${hexOf(codes(index))}> <${unitsOf(character)}>`);
  return cmap('Adobe-Identity-UCS', 'UCS', 2, [spaces, ...blocks('bfchar', lines)]);
}

function unitsOf(character: string): string {
  // Half of a pair is no character that anyone could copy.
  if (/^[\uD800-\uDFFF]$/.test(character)) return 'FFFD';
  return Array.from({ length: character.length }, (_, unit) =>
    character.charCodeAt(unit).toString(16).toUpperCase().padStart(4, '0'),
  ).join('');
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
