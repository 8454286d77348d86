/**
 * Some pages of a paper as a paper of its own: page for page the same, under the same title, with that part of the
 * structure and of the outline that these pages hold.
 */

import { openCopier } from './excerptObjects.ts';
import { copyStructure } from './excerptStructure.ts';
import { type PaperFacts, readNamedFonts } from './metadata.ts';
import { finishPaper, pageText } from './paperEnd.ts';
import { contentOf, openPaperReader, type PaperReader } from './paperReader.ts';
import { openPdfFile } from './pdfFile.ts';
import { readTextString } from './pdfText.ts';
import type { OutlinePlace } from './sheet.ts';
import { openTags } from './tags.ts';

/** `pages` count from 1 and rise. Throws a `RangeError` for a file that was not written by this program. */
export async function excerptOf(bytes: Uint8Array, pages: readonly number[], madeAt: string): Promise<Uint8Array> {
  const reader = openPaperReader(bytes);
  const catalog = reader.object(reader.root).text;
  const kids = referencesIn(/\/Kids\[([^\]]*)\]/.exec(reader.object(referenceIn(catalog, 'Pages')).text)?.[1] ?? '');
  const taken = pages.flatMap((page) => kids[page - 1] ?? []);
  const file = openPdfFile();
  const copy = openCopier(reader, file);
  const tree = file.reserve();
  const numbers = new Map(taken.map((page) => [page, file.reserve()]));
  const tags = openTags(file);
  const keys = copyStructure(reader, catalog, numbers, tags);
  taken.forEach((page, index) => {
    const { text } = reader.object(page);
    const fresh = {
      tree,
      box: /\/MediaBox\[([^\]]*)\]/.exec(text)?.[1] ?? '',
      resources: copy(referenceIn(text, 'Resources')),
      contents: copy(referenceIn(text, 'Contents')),
      key: keys[index] ?? 0,
    };
    file.object(pageText(fresh), numbers.get(page));
  });
  return finishPaper(file, {
    facts: factsOf(reader, catalog, madeAt),
    fonts: readNamedFonts(new TextDecoder().decode(contentOf(reader.object(referenceIn(catalog, 'Metadata'))))),
    tree,
    pages: [...numbers.values()],
    outline: outlineOf(reader, catalog, numbers),
    structure: tags.finish(),
  });
}

export function referenceIn(text: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1] ?? Number.NaN);
}

function referencesIn(text: string): readonly number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

/** Without its number: an excerpt is not the paper that the registry keeps under it. */
function factsOf(reader: PaperReader, catalog: string, madeAt: string): PaperFacts {
  const { text } = reader.object(reader.info);
  const said = (name: string) => readTextString(new RegExp(`/${name}<([0-9A-Fa-f]*)>`).exec(text)?.[1] ?? '');
  const language = catalog.includes('/Lang(en)') ? 'en' : 'zh';
  return { title: said('Title'), subject: said('Subject'), author: said('Author'), language, madeAt };
}

function outlineOf(
  reader: PaperReader,
  catalog: string,
  numbers: ReadonlyMap<number, number>,
): readonly OutlinePlace[] {
  const places: OutlinePlace[] = [];
  if (!catalog.includes('/Outlines')) return places;
  let next = referenceIn(reader.object(referenceIn(catalog, 'Outlines')).text, 'First');
  while (!Number.isNaN(next)) {
    const { text } = reader.object(next);
    const [, page, y] = /\/Dest\[(\d+) 0 R\/XYZ null (-?\d+)/.exec(text) ?? [];
    const number = numbers.get(Number(page));
    const title = readTextString(/\/Title<([0-9A-Fa-f]*)>/.exec(text)?.[1] ?? '');
    if (number !== undefined) places.push({ title, page: number, y: Number(y) });
    next = referenceIn(text, 'Next');
  }
  return places;
}
