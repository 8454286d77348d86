/** Takes objects over into another file with all that they refer to, each once. */

import type { PaperReader } from './paperReader.ts';
import { type PdfFile, ref } from './pdfFile.ts';

const REFERENCE = /(\d+) 0 R/g;

/** The answer is the number in the new file. */
export function openCopier({ object }: PaperReader, file: PdfFile): (number: number) => number {
  const numbers = new Map<number, number>();

  function copy(number: number): number {
    const before = numbers.get(number);
    if (before !== undefined) return before;
    const copied = file.reserve();
    numbers.set(number, copied);
    const { text, stream } = object(number);
    const moved = text.replace(REFERENCE, (_, referred: string) => ref(copy(Number(referred))));
    if (!stream) file.object(moved, copied);
    else file.stream(moved.slice(2, -2).replace(/\/Length \d+$/, ''), stream, { number: copied, isPlain: true });
    return copied;
  }

  return copy;
}
