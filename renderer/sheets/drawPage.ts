/** Draws one page of a PDF as a printer needs it. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const DOTS_PER_POINT = 300 / 72;
/** A canvas above this is refused by the browser; A3 at 300 dpi has 17 million. */
const MOST_DOTS = 60_000_000;

export type SheetSize = { readonly widthPt: number; readonly heightPt: number };

export async function sizeOfFirst(pdf: PDFDocumentProxy, number: number): Promise<SheetSize> {
  const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
  return { widthPt: width, heightPt: height };
}

/** A page that lies on a standing sheet, or the other way round, is turned. The canvas is given back at once. */
export async function drawPage(pdf: PDFDocumentProxy, number: number, sheet: SheetSize): Promise<ImageBitmap> {
  const page = await pdf.getPage(number);
  const plain = page.getViewport({ scale: 1 });
  const isTurned = plain.width > plain.height !== sheet.widthPt > sheet.heightPt;
  const scale = Math.min(DOTS_PER_POINT, Math.sqrt(MOST_DOTS / (plain.width * plain.height)));
  const viewport = page.getViewport({ scale, rotation: (page.rotate + (isTurned ? 90 : 0)) % 360 });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  try {
    // Drawing for the screen waits for the screen, which a hidden page has none of.
    await page.render({ canvas, viewport, intent: 'print' }).promise;
    return await createImageBitmap(canvas);
  } finally {
    canvas.width = 0;
    canvas.height = 0;
    page.cleanup();
  }
}
