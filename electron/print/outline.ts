/** The outline (书签) of a paper: one entry for each place that was named, in the order of the pages. */

import { type PdfFile, ref } from './pdfFile.ts';
import { textString } from './pdfText.ts';
import type { OutlinePlace } from './sheet.ts';

/** Undefined where there is nothing to choose between. */
export function writeOutline(file: PdfFile, places: readonly OutlinePlace[]): number | undefined {
  if (places.length < 2) return undefined;
  const root = file.reserve();
  const numbers = places.map(() => file.reserve());
  places.forEach(({ title, page, y }, index) => {
    const [before, after] = [numbers[index - 1], numbers[index + 1]];
    file.object(
      `<</Title${textString(title)}/Parent ${ref(root)}${before ? `/Prev ${ref(before)}` : ''}` +
        `${after ? `/Next ${ref(after)}` : ''}/Dest[${ref(page)}/XYZ null ${Math.round(y)} null]>>`,
      numbers[index],
    );
  });
  const [first = root, last = root] = [numbers[0], numbers.at(-1)];
  file.object(`<</Type/Outlines/First ${ref(first)}/Last ${ref(last)}/Count ${numbers.length}>>`, root);
  return root;
}
