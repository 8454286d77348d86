/** A paper: its sheets, its facts, its fonts, and one compressed stream of operators for each sheet. */

import { PDFDocument, PDFName, PDFNumber, type PDFRef } from 'pdf-lib';
import type { FaceName, FontSet } from './fonts.ts';
import { openOperators } from './operators.ts';
import { mm, type OpenSheet, openSheet, type Sheet, type SheetFormat, type Stamp, type TextStyle } from './sheet.ts';
import { type Deflate, openCompressor } from './streams.ts';
import { breakLines, isOneLine, type Measure, measureText } from './text.ts';
import { openTypesetter, type Typesetter } from './typesetter.ts';

export type PaperLanguage = 'zh' | 'en';

export type PaperFacts = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly language: PaperLanguage;
  /** Instant that becomes the date of creation; nothing in here asks for the time. */
  readonly madeAt: string;
};

export type Paper = {
  readonly addSheet: (format: SheetFormat) => Sheet;
  /** Draws once what many sheets of this format will show. */
  readonly makeStamp: (format: SheetFormat, draw: (sheet: Sheet) => void) => Stamp;
  /** In points. */
  readonly widthOf: (text: string, style: TextStyle) => number;
  readonly linesOf: (text: string, style: TextStyle, width: number) => readonly string[];
  readonly isOneLine: (text: string, style: TextStyle, width: number) => boolean;
  readonly finish: () => Promise<Uint8Array>;
};

/** Giving way costs a millisecond, so saving does it seldom. */
const OBJECTS_A_TURN = 400;
const EM = 1000;

export async function openPaper(fonts: FontSet, facts: PaperFacts, deflate?: Deflate): Promise<Paper> {
  const pdf = await describedDocument(facts);
  const { context } = pdf;
  const compressed = openCompressor(context, deflate);
  const typesetter = openTypesetter(fonts, context, facts.language === 'en');
  const measures = measuresOf(typesetter);
  const stamps = context.obj({});
  const resources = context.register(context.obj({ Font: typesetter.resources, XObject: stamps }));
  const tree = pdf.catalog.Pages();
  const parent = pdf.catalog.get(PDFName.of('Pages'));
  const pages: PDFRef[] = [];
  const operators = openOperators();
  let open: (OpenSheet & { readonly format: SheetFormat }) | undefined;

  function close(): void {
    if (!open) return;
    // Plain dictionaries are packed and compressed with others; pdf-lib's own pages are not.
    const page = context.obj({
      Type: 'Page',
      Parent: parent,
      MediaBox: boxOf(open.format),
      Resources: resources,
      Contents: compressed(open.content()),
    });
    pages.push(context.register(page));
    open = undefined;
  }

  function addSheet(format: SheetFormat): Sheet {
    close();
    open = { ...openSheet(typesetter, format, operators), format };
    return open.sheet;
  }

  function makeStamp(format: SheetFormat, draw: (sheet: Sheet) => void): Stamp {
    const { sheet, content } = openSheet(typesetter, format, openOperators());
    draw(sheet);
    const resource = `X${stamps.keys().length + 1}`;
    const form = { Type: 'XObject', Subtype: 'Form', BBox: boxOf(format), Resources: resources };
    stamps.set(PDFName.of(resource), compressed(content(), form));
    return { resource };
  }

  async function finish(): Promise<Uint8Array> {
    close();
    for (const page of pages) tree.Kids().push(page);
    tree.set(PDFName.of('Count'), PDFNumber.of(pages.length));
    typesetter.embed(compressed);
    return pdf.save({ addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: OBJECTS_A_TURN });
  }

  return {
    addSheet,
    makeStamp,
    widthOf: (text, { face, size, spacing = 0 }) =>
      (measureText(text, measures[face]) * size) / EM + spacing * ([...text].length - 1),
    linesOf: (text, { face, size }, width) => breakLines(text, measures[face], (width / size) * EM),
    isOneLine: (text, { face, size }, width) => isOneLine(text, measures[face], (width / size) * EM),
    finish,
  };
}

/** In hundredths of a point. */
function boxOf({ width, height }: SheetFormat): number[] {
  return [0, 0, Math.round(mm(width) * 100) / 100, Math.round(mm(height) * 100) / 100];
}

async function describedDocument(facts: PaperFacts): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(facts.title, { showInWindowTitleBar: true });
  pdf.setSubject(facts.subject);
  pdf.setAuthor(facts.author);
  pdf.setLanguage(facts.language === 'zh' ? 'zh-CN' : 'en');
  pdf.setCreator('Disclosure Registry');
  pdf.setProducer('Disclosure Registry');
  pdf.setCreationDate(new Date(facts.madeAt));
  pdf.setModificationDate(new Date(facts.madeAt));
  return pdf;
}

/** In thousandths of an em: whole numbers, which cost no memory. */
function measuresOf(typesetter: Typesetter): Readonly<Record<FaceName, Measure>> {
  const of = (face: FaceName) => (codePoint: number) => typesetter.sign(face, codePoint).width;
  return { song: of('song'), songBlack: of('songBlack'), hei: of('hei') };
}
