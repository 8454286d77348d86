/** The typefaces of the papers, read from the folder that the build fills. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyFonts } from '../../build/fonts.mjs';
import { type FontSet, openFonts } from '../../electron/print/fonts.ts';

export function readFonts(): FontSet {
  const folder = copyFonts();
  const read = (name: string) => readFileSync(join(folder, `${name}.ttf`));
  return openFonts({
    song: read('song'),
    songBlack: read('songBlack'),
    hei: read('hei'),
    fallbacks: [read('fallbackTc'), read('fallbackJp')],
  });
}
