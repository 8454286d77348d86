/** The hidden page that prints by pictures: takes one paper on its port and lays each page asked for on one sheet. */
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { SHEETS_PORT, type SheetNews, type SheetOrder } from '../../electron/desktop/sheetOrder.ts';
import { drawPage, type SheetSize, sizeOfFirst } from './drawPage.ts';
import { startPngMaker } from './pngMaker.ts';
import './sheets.css';

/** A sheet as high as its page is begins a second one where the printer rounds down; the last point is margin. */
const SPARED_PT = 1;
const LONGEST_COMPLAINT = 300;

window.addEventListener('message', (event) => {
  const port = event.ports[0];
  if (event.source !== window || event.data !== SHEETS_PORT || port === undefined) return;
  const tell = (news: SheetNews) => port.postMessage(news);
  port.onmessage = ({ data }: MessageEvent<SheetOrder>) => {
    layOut(data, tell).catch((problem: unknown) => {
      tell({ kind: 'failed', message: String(problem).slice(0, LONGEST_COMPLAINT) });
    });
  };
});

async function layOut({ title, bytes, pages, mostPages }: SheetOrder, tell: (news: SheetNews) => void): Promise<void> {
  document.title = title;
  const worker = PDFWorker.create({ port: new Worker(workerUrl, { type: 'module' }) });
  const pdf = await getDocument({ data: bytes, worker, useWorkerFetch: false, useWasm: false }).promise;
  const wanted = pagesOf(pdf, pages);
  const [first] = wanted;
  if (first === undefined) throw new Error('the paper has none of these pages');
  if (wanted.length > mostPages) return tell({ kind: 'tooMany', pages: wanted.length });
  const sheet = await sizeOfFirst(pdf, first);
  setSheet(sheet);
  const png = startPngMaker();
  const lay = async (picture: ImageBitmap, at: number) => {
    await addSheet(await png.make(picture));
    tell({ kind: 'drawn', drawn: at + 1, of: wanted.length });
  };
  // While a page becomes a picture the next one is drawn.
  let laid: Promise<void> = Promise.resolve();
  for (const [at, number] of wanted.entries()) {
    const [picture] = await Promise.all([drawPage(pdf, number, sheet), laid]);
    laid = lay(picture, at);
  }
  await laid;
  png.close();
  worker.destroy();
  tell({ kind: 'laid', ...sheet, sheets: wanted.length });
}

function pagesOf(pdf: PDFDocumentProxy, ranges: SheetOrder['pages']): readonly number[] {
  const all = Array.from({ length: pdf.numPages }, (_, at) => at + 1);
  if (ranges.length === 0) return all;
  return all.filter((page) => ranges.some(({ from, to }) => page >= from && page <= to));
}

function setSheet({ widthPt, heightPt }: SheetSize): void {
  const style = document.styleSheets[0];
  style?.insertRule(`@page { size: ${widthPt}pt ${heightPt}pt; margin: 0; }`);
  style?.insertRule(`.sheet { height: ${heightPt - SPARED_PT}pt; width: ${widthPt}pt; }`);
  style?.insertRule(`.sheet img { height: ${heightPt}pt; width: ${widthPt}pt; }`);
}

async function addSheet(picture: Blob): Promise<void> {
  const image = new Image();
  const section = document.createElement('section');
  section.className = 'sheet';
  section.append(image);
  const isLoaded = new Promise((resolve, reject) => {
    image.addEventListener('load', resolve);
    image.addEventListener('error', () => reject(new Error('a drawn page could not be shown')));
  });
  image.src = URL.createObjectURL(picture);
  document.body.append(section);
  await isLoaded;
}
