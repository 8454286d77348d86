/** Copies the typefaces that papers embed, with their licences, from the packages into out/fonts. */

import { copyFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(root, 'node_modules', '@expo-google-fonts');

/** Noto Serif SC draws text, its black weight titles, Noto Sans SC heads, Noto Serif TC and JP what those lack. */
const FILES = [
  ['noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', 'song.ttf'],
  ['noto-serif-sc/900Black/NotoSerifSC_900Black.ttf', 'songBlack.ttf'],
  ['noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf', 'hei.ttf'],
  ['noto-serif-tc/400Regular/NotoSerifTC_400Regular.ttf', 'fallbackTc.ttf'],
  ['noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf', 'fallbackJp.ttf'],
  ['noto-serif-sc/LICENSE_FONT', 'LICENSE-noto-serif-sc.txt'],
  ['noto-sans-sc/LICENSE_FONT', 'LICENSE-noto-sans-sc.txt'],
  ['noto-serif-tc/LICENSE_FONT', 'LICENSE-noto-serif-tc.txt'],
  ['noto-serif-jp/LICENSE_FONT', 'LICENSE-noto-serif-jp.txt'],
];

function sizeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

/** Several programs may ask at once: a file appears whole or not at all, and one that is there stays. */
export function copyFonts(folder = join(root, 'out', 'fonts')) {
  mkdirSync(folder, { recursive: true });
  for (const [from, name] of FILES) {
    const [source, target] = [join(packages, from), join(folder, name)];
    if (sizeOf(source) === sizeOf(target)) continue;
    const partial = `${target}.${process.pid}`;
    copyFileSync(source, partial);
    renameSync(partial, target);
  }
  return folder;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) copyFonts();
