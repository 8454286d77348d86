/** The typefaces of papers: read when the first paper is made, then kept. */

import fs from 'node:fs';
import path from 'node:path';
import type { FontSet } from '../print/fonts.ts';

const opened = new Map<string, FontSet>();

/** The print room is loaded with its first paper: the window must not wait for it at every start. */
export async function fontsIn(folder: string): Promise<FontSet> {
  const known = opened.get(folder);
  if (known) return known;
  const read = (name: string) => () => fs.readFileSync(path.join(folder, `${name}.ttf`));
  const { openFonts } = await import('../print/fonts.ts');
  const fonts = openFonts({
    song: read('song'),
    songBlack: read('songBlack'),
    hei: read('hei'),
    fallbacks: [read('fallbackTc'), read('fallbackJp')],
  });
  opened.set(folder, fonts);
  return fonts;
}
