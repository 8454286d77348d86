/** The hidden page that draws a paper and lays each of its pages on one sheet: no Node, no network, one port. */
import path from 'node:path';
import { BrowserWindow, MessageChannelMain, type Session, type WebContents } from 'electron';
import { HELD_PAGE } from './pagePreferences.ts';
import { PrintFailure } from './printFailure.ts';
import type { PrintWatch } from './printing.ts';
import { SHEETS_PAGE } from './scheme.ts';
import { isSheetNews, SHEETS_PORT, type SheetNews, type SheetOrder } from './sheetOrder.ts';

export type SheetRoom = {
  /** Of its own, so that the page shares neither storage nor address with the window. */
  readonly session: Session;
  readonly preload: string;
};

export type LaidSheets = Extract<SheetNews, { readonly kind: 'laid' }>;

/** A page takes seconds; a paper that shows none for so long never will. */
const SILENCE_LIMIT_MS = 60_000;

/** Lays the sheets out, hands their page to `use`, and is gone afterwards whatever happens. */
export async function withSheets(
  room: SheetRoom,
  order: SheetOrder,
  watch: PrintWatch,
  use: (page: WebContents, sheets: LaidSheets) => Promise<void>,
): Promise<void> {
  const window = openHidden(room);
  try {
    await use(window.webContents, await layOut(window.webContents, order, watch));
  } finally {
    window.destroy();
  }
}

function openHidden({ session, preload }: SheetRoom): BrowserWindow {
  return new BrowserWindow({
    show: false,
    skipTaskbar: true,
    webPreferences: {
      ...HELD_PAGE,
      session,
      preload: path.resolve(preload),
      devTools: false,
      // What is hidden is otherwise drawn once a second at most.
      backgroundThrottling: false,
    },
  });
}

async function layOut(page: WebContents, order: SheetOrder, { stop, onProgress }: PrintWatch): Promise<LaidSheets> {
  let silence: NodeJS.Timeout | undefined;
  const { port1: ours, port2: theirs } = new MessageChannelMain();
  try {
    return await new Promise<LaidSheets>((resolve, reject) => {
      const fail = (why: string) => reject(new PrintFailure('NOT_DRAWN', why));
      silence = setTimeout(() => fail('timeout'), SILENCE_LIMIT_MS);
      const stopped = () => reject(new PrintFailure('PRINT_STOPPED'));
      if (stop.aborted) stopped();
      stop.addEventListener('abort', stopped);
      page.once('render-process-gone', (_event, { reason }) => fail(reason));
      ours.on('message', ({ data }) => {
        if (!isSheetNews(data)) return fail('unknown answer');
        silence?.refresh();
        if (data.kind === 'drawn') onProgress({ drawn: data.drawn, of: data.of });
        if (data.kind === 'laid') resolve(data);
        if (data.kind === 'tooMany') reject(new PrintFailure('TOO_MANY_PAGES', String(data.pages)));
        if (data.kind === 'failed') fail(data.message);
      });
      ours.start();
      ours.postMessage(order);
      page.loadURL(SHEETS_PAGE).then(
        () => page.mainFrame.postMessage(SHEETS_PORT, null, [theirs]),
        (problem: Error) => fail(problem.message),
      );
    });
  } finally {
    clearTimeout(silence);
    ours.close();
  }
}
