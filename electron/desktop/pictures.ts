/** Printing by pictures, for systems that take no PDF: each page is drawn at 300 dpi and put on a sheet of its own. */
import type { WebContents, WebContentsPrintOptions } from 'electron';
import { MOST_PICTURED_PAGES, type PaperToPrint, type Printer } from './bridge.ts';
import { PrintFailure } from './printFailure.ts';
import type { PrintSystem } from './printing.ts';
import { type LaidSheets, type SheetRoom, withSheets } from './sheetWindow.ts';

const MICRONS_PER_POINT = 25_400 / 72;
const ANSWER_LIMIT_MS = 120_000;
const ANSWER_LIMIT_PER_SHEET_MS = 3000;

export function picturePrinting(room: SheetRoom): PrintSystem {
  return {
    way: 'pictures',
    printers: picturePrinters,
    print: async (paper, watch) => {
      const { title, bytes, pages } = paper;
      const order = { title, bytes, pages, mostPages: MOST_PICTURED_PAGES };
      await withSheets(room, order, watch, (page, sheets) => handOver(page, sheets, paper));
      return '';
    },
  };
}

async function picturePrinters(page: WebContents): Promise<readonly Printer[]> {
  const found = await page.getPrintersAsync();
  return found.map((printer) => {
    // Newer versions of Electron no longer tell which is the usual one.
    const { isDefault = false } = printer as { readonly isDefault?: boolean };
    return { name: printer.name, label: printer.displayName || printer.name, isDefault };
  });
}

/** Done only when the print system says so; what it was given and did not answer for may still come out. */
function handOver(page: WebContents, sheets: LaidSheets, paper: PaperToPrint): Promise<void> {
  let limit: NodeJS.Timeout | undefined;
  return new Promise<void>((resolve, reject) => {
    const unanswered = () => reject(new PrintFailure('PRINT_UNANSWERED'));
    limit = setTimeout(unanswered, ANSWER_LIMIT_MS + sheets.sheets * ANSWER_LIMIT_PER_SHEET_MS);
    page.once('render-process-gone', unanswered);
    page.print(printOptions(sheets, paper), (isPrinted, why) => {
      if (isPrinted) resolve();
      else reject(new PrintFailure('NOT_PRINTED', why));
    });
  }).finally(() => clearTimeout(limit));
}

/** Printers know sheets by their upright size; one that lies is turned. */
function printOptions({ widthPt, heightPt }: LaidSheets, paper: PaperToPrint): WebContentsPrintOptions {
  const { printer, copies, duplex, isMono } = paper;
  const microns = (points: number) => Math.round(points * MICRONS_PER_POINT);
  return {
    silent: true,
    deviceName: printer,
    copies,
    collate: true,
    duplexMode: duplex,
    color: !isMono,
    margins: { marginType: 'none' },
    scaleFactor: 100,
    landscape: widthPt > heightPt,
    pageSize: {
      width: microns(Math.min(widthPt, heightPt)),
      height: microns(Math.max(widthPt, heightPt)),
    },
  };
}
