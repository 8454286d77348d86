/** A paper: its sheets, its facts, its fonts and its structure, written sheet by sheet as each is finished. */

import type { FontSet } from './fonts.ts';
import { namedFonts, type PaperFacts } from './metadata.ts';
import { openOperators } from './operators.ts';
import { finishPaper, pageText } from './paperEnd.ts';
import { openPdfFile, ref } from './pdfFile.ts';
import { openReprintMark, REPRINT_MARK } from './reprint.ts';
import {
  mm,
  type OpenSheet,
  type OutlinePlace,
  openSheet,
  type Sheet,
  type SheetFormat,
  type Stamp,
  type TextStyle,
} from './sheet.ts';
import { type Element, type ElementKind, type ElementOptions, openTags } from './tags.ts';
import { breakLines, lineWidth, measureText } from './text.ts';
import { openTypesetter } from './typesetter.ts';

export type { PaperFacts, PaperLanguage } from './metadata.ts';

export type Paper = {
  readonly addSheet: (format: SheetFormat) => Sheet;
  /** Draws once what many sheets of this format will show. */
  readonly makeStamp: (format: SheetFormat, draw: (sheet: Sheet) => void) => Stamp;
  /** An element that goes on over sheets, such as a long table: drawn by `Sheet.inside`, closed when it is complete. */
  readonly openElement: (kind: ElementKind, parent?: Element, options?: ElementOptions) => Element;
  readonly closeElement: (element: Element) => void;
  /** In points. */
  readonly widthOf: (text: string, style: TextStyle) => number;
  readonly linesOf: (text: string, style: TextStyle, width: number) => readonly string[];
  /** In points; undefined of a text that is more than one line within the width. */
  readonly lineWidth: (text: string, style: TextStyle, width: number) => number | undefined;
  /** When the sheets before the open one are written; waited for, long papers keep no more than a few in memory. */
  readonly written: () => Promise<void>;
  readonly finish: () => Promise<Uint8Array>;
};

const EM = 1000;

export async function openPaper(fonts: FontSet, facts: PaperFacts): Promise<Paper> {
  const file = openPdfFile();
  // The mark of reprints stands at the very beginning of the file.
  const mark = facts.reprintOn && openReprintMark(file, boxOf(facts.reprintOn));
  const typesetter = openTypesetter(fonts, file, { hasNarrowQuotes: facts.language === 'en' });
  const { measure } = typesetter;
  const tags = openTags(file);
  const [resources, tree] = [file.reserve(), file.reserve()];
  const stamps: number[] = [];
  const pages: number[] = [];
  const outline: OutlinePlace[] = [];
  const operators = openOperators();
  let open: (OpenSheet & { readonly format: SheetFormat; readonly page: number }) | undefined;

  function close(): void {
    if (!open) return;
    const contents = file.stream('', open.content());
    const key = tags.endPage(open.owners());
    file.object(pageText({ tree, box: boxOf(open.format), resources, contents, key }), open.page);
    pages.push(open.page);
    open = undefined;
  }

  function addSheet(format: SheetFormat): Sheet {
    close();
    const page = file.reserve();
    const place = { tags, page, onOutline: (found: OutlinePlace) => outline.push(found) };
    if (mark) operators.write(`/Artifact BMC /${REPRINT_MARK} Do EMC\n`);
    open = { ...openSheet(typesetter, format, operators, place), format, page };
    return open.sheet;
  }

  function makeStamp(format: SheetFormat, draw: (sheet: Sheet) => void): Stamp {
    const { sheet, content } = openSheet(typesetter, format, openOperators());
    draw(sheet);
    const form = `/Type/XObject/Subtype/Form/BBox[${boxOf(format)}]/Resources ${ref(resources)}`;
    return { resource: `X${stamps.push(file.stream(form, content()))}` };
  }

  async function finish(): Promise<Uint8Array> {
    close();
    const faces = typesetter.embed();
    const drawn = [
      ...(mark ? [`/${REPRINT_MARK} ${ref(mark)}`] : []),
      ...stamps.map((number, index) => `/X${index + 1} ${ref(number)}`),
    ].join('');
    file.object(`<</Font ${ref(typesetter.resources)}${drawn && `/XObject<<${drawn}>>`}>>`, resources);
    return finishPaper(file, { facts, fonts: namedFonts(faces), tree, pages, outline, structure: tags.finish() });
  }

  return {
    addSheet,
    makeStamp,
    openElement: tags.open,
    closeElement: tags.close,
    widthOf: (text, { face, size, spacing = 0 }) =>
      (measureText(text, measure[face]) * size) / EM + spacing * ([...text].length - 1),
    linesOf: (text, { face, size }, width) => breakLines(text, measure[face], (width / size) * EM),
    lineWidth: (text, { face, size }, width) => {
      const found = lineWidth(text, measure[face], (width / size) * EM);
      return found === undefined ? undefined : (found * size) / EM;
    },
    written: file.written,
    finish,
  };
}

/** In hundredths of a point. */
function boxOf({ width, height }: SheetFormat): string {
  const points = (millimetres: number) => Math.round(mm(millimetres) * 100) / 100;
  return `0 0 ${points(width)} ${points(height)}`;
}
