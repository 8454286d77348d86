/** How every paper of ours ends: its pages, its outline, its structure and what it says of itself. */

import { languageTag, type PaperFacts, writeInformation, writeOutputIntent, writeXmp } from './metadata.ts';
import { writeOutline } from './outline.ts';
import { type PdfFile, ref } from './pdfFile.ts';
import type { OutlinePlace } from './sheet.ts';

export type PageParts = {
  readonly tree: number;
  /** Four numbers in points. */
  readonly box: string;
  readonly resources: number;
  readonly contents: number;
  /** In the tree of who owns its marked contents. */
  readonly key: number;
};

export function pageText({ tree, box, resources, contents, key }: PageParts): string {
  return (
    `<</Type/Page/Parent ${ref(tree)}/MediaBox[${box}]/Resources ${ref(resources)}/Contents ${ref(contents)}` +
    `/StructParents ${key}/Tabs/S>>`
  );
}

export type PaperEnd = {
  readonly facts: PaperFacts;
  /** The office's own among its typefaces, as they are named in the metadata. */
  readonly fonts: string;
  /** Number kept for the tree of the pages. */
  readonly tree: number;
  readonly pages: readonly number[];
  readonly outline: readonly OutlinePlace[];
  /** Number of the finished structure. */
  readonly structure: number;
};

export function finishPaper(
  file: PdfFile,
  { facts, fonts, tree, pages, outline, structure }: PaperEnd,
): Promise<Uint8Array> {
  file.bareObject(`<</Type/Pages/Count ${pages.length}/Kids[${pages.map(ref).join(' ')}]>>`, tree);
  const outlines = writeOutline(file, outline);
  const root = file.object(
    `<</Type/Catalog/Pages ${ref(tree)}/Lang(${languageTag(facts.language)})/MarkInfo<</Marked true>>` +
      `/StructTreeRoot ${ref(structure)}/Metadata ${ref(writeXmp(file, facts, fonts))}` +
      `/OutputIntents[${writeOutputIntent(file)}]/ViewerPreferences<</DisplayDocTitle true>>` +
      `${outlines ? `/Outlines ${ref(outlines)}/PageMode/UseOutlines` : ''}>>`,
  );
  return file.finish({ root, info: writeInformation(file, facts) });
}
