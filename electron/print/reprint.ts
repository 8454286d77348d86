/**
 * Reprints (重印) of a kept paper: its bytes stand untouched at the beginning of the file, followed by an update that
 * fills the one place which every sheet keeps for the mark. Whoever cuts the update off holds the original again.
 */

import type { FontSet } from './fonts.ts';
import { openOperators } from './operators.ts';
import { openPdfFile, type PdfFile, ref } from './pdfFile.ts';
import { readTrailer } from './pdfTrailer.ts';
import { openSheet, type SheetFormat, type TextStyle } from './sheet.ts';
import { openTypesetter } from './typesetter.ts';

/** Its name among the resources of every page. */
export const REPRINT_MARK = 'M';

const STYLE: TextStyle = { face: 'hei', size: 8 };
const FORM = '/Type/XObject/Subtype/Form/BBox';
const PLACE = /^%PDF-1\.7\n%.{4}\n(\d+) 0 obj\n<<\/Type\/XObject\/Subtype\/Form\/BBox\[(0 0 [\d.]+ [\d.]+)\]/su;
const HEAD_LENGTH = 200;

/** An empty picture, to be written before anything else; the answer is its number. */
export function openReprintMark(file: PdfFile, box: string): number {
  return file.stream(`${FORM}[${box}]`, '', { isPlain: true });
}

export type ReprintMark = {
  /** Such as 第 1 次重印　2019-10-08 09:12　打印人 王䶮. */
  readonly text: string;
  /** The format that the paper was printed on. */
  readonly format: SheetFormat;
};

/** The same words on the same bytes give the same bytes. Throws a `RangeError` where the paper keeps no place for a mark. */
export async function markReprint(
  fonts: FontSet,
  original: Uint8Array,
  { text, format }: ReprintMark,
): Promise<Uint8Array> {
  const [, number, box] = PLACE.exec(new TextDecoder('latin1').decode(original.slice(0, HEAD_LENGTH))) ?? [];
  if (number === undefined) throw new RangeError('the paper keeps no place for a mark');
  const { root, info } = readTrailer(original);
  const file = openPdfFile(original);
  const typesetter = openTypesetter(fonts, file, { hasNarrowQuotes: false, isUpdate: true });
  const { sheet, content } = openSheet(typesetter, format, openOperators());
  sheet.text(text, sheet.left, sheet.top + 1, STYLE);
  const resources = file.reserve();
  file.stream(`${FORM}[${box}]/Resources ${ref(resources)}`, content(), { number: Number(number) });
  typesetter.embed();
  file.object(`<</Font ${ref(typesetter.resources)}>>`, resources);
  return file.finish({ root, info });
}
