import { create, type Font } from 'fontkit';
import { expect, test } from 'vitest';
import { tablesOf } from '../../electron/print/faceTables.ts';
import { openSubset } from '../../electron/print/subset.ts';
import { readFonts } from './fonts.ts';

const fonts = readFonts();
const FACES = { song: fonts.song, hei: fonts.hei, fallback: fonts.fallbacks[1] ?? fonts.song };
/** Han, marks, Latin with an accent (composed of two glyphs), a space, which has no outline, and the last of the plane. */
const TEXT = '公开〔é〕ǖ ,Ａ龘\u{20bb7}\ufffd';

function open(bytes: Uint8Array): Font {
  const font = create(bytes);
  if ('fonts' in font) throw new Error('a collection');
  return font;
}

test.each(Object.entries(FACES))('the glyphs of %s keep outline and width in a subset of them', (_, face) => {
  const font = face();
  const { glyphOf, advanceOf } = tablesOf(font);
  const subset = openSubset(font);
  const taken = [...TEXT].map((character) => {
    const glyph = glyphOf(character.codePointAt(0) ?? 0);
    expect(glyph).toBe(font.glyphForCodePoint(character.codePointAt(0) ?? 0).id);
    return { glyph, number: subset.include(glyph) };
  });
  const made = open(subset.encode());
  for (const { glyph, number } of taken) {
    const [before, after] = [font.getGlyph(glyph), made.getGlyph(number)];
    expect(after.path.commands).toEqual(before.path.commands);
    const widths = [
      font.hmtx.metrics.get(Math.min(glyph, font.hmtx.metrics.length - 1)),
      made.hmtx.metrics.get(number),
    ];
    expect(widths.map(({ advance }) => advance)).toEqual([advanceOf(glyph), advanceOf(glyph)]);
  }
});
