/** Puts beside the bundled programs what they read at run time: migrations and seeds, typefaces, icons. */
import fs from 'node:fs';
import path from 'node:path';
import { copyFonts } from './fonts.mjs';
import { root } from './machine.mjs';

const out = path.join(root, 'out');

function copy(from, to, isWanted = () => true) {
  const target = path.join(out, to);
  fs.rmSync(target, { recursive: true, force: true });
  fs.cpSync(path.join(root, from), target, { recursive: true, filter: (file) => isWanted(file) });
}

copy('drizzle', 'drizzle', (file) => !file.endsWith('.ts'));
copy('build/icons', 'icons', (file) => !file.endsWith('.svg'));
copyFonts(path.join(out, 'fonts'));
