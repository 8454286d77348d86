/** The map from the codes of an embedded font back to characters, by which text is found and copied. */

const ENTRIES_A_BLOCK = 100;

/** `characters[n]` has the code `first + n`, written with `digits` hexadecimal digits. */
export function characterMap(characters: readonly string[], digits: number, first: number): string {
  const hex = (number: number, length: number) => number.toString(16).toUpperCase().padStart(length, '0');
  const entries = characters.map((character, index) => {
    const units = Array.from({ length: character.length }, (_, unit) => hex(character.charCodeAt(unit), 4)).join('');
    return `<${hex(first + index, digits)}> <${isLoneSurrogate(character) ? 'FFFD' : units}>`;
  });
  const blocks: string[] = [];
  for (let start = 0; start < entries.length; start += ENTRIES_A_BLOCK) {
    const block = entries.slice(start, start + ENTRIES_A_BLOCK);
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    `<${'0'.repeat(digits)}> <${'F'.repeat(digits)}>`,
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function isLoneSurrogate(character: string): boolean {
  return character.length === 1 && /^[\uD800-\uDFFF]$/.test(character);
}
