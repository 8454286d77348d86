/** Printing through Chromium's PDF viewer in a hidden window of its own, which sees the one file and nothing else. */
import { readFile } from 'node:fs/promises';
import { BrowserWindow, session, type WebContents } from 'electron';
import type { PaperToPrint } from './bridge.ts';
import { guardSession } from './guard.ts';

const ADDRESS = 'app://paper/paper.pdf';
const VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';
/** The viewer tells nobody when its pages are laid out; printing before that prints nothing. */
const LAYOUT_MS = 1500;
const PRINTING_LIMIT_MS = 120_000;

/** Always an empty job name: this way the system tells none. Throws with Chromium's own reason. */
export async function printByViewer(file: string, paper: PaperToPrint): Promise<string> {
  const pages = session.fromPartition('printing');
  const bytes = await readFile(file);
  guardSession(
    pages,
    (address) => address === ADDRESS || address.startsWith(VIEWER) || address.startsWith('chrome://'),
  );
  pages.protocol.handle('app', () => new Response(bytes, { headers: { 'content-type': 'application/pdf' } }));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: pages, sandbox: true, contextIsolation: true, nodeIntegration: false, plugins: true },
  });
  try {
    await window.loadURL(ADDRESS);
    await new Promise((resolve) => setTimeout(resolve, LAYOUT_MS));
    await printed(window.webContents, paper);
    return '';
  } finally {
    window.destroy();
    pages.protocol.unhandle('app');
  }
}

function printed(page: WebContents, { printer, copies, pages, duplex, isMono, size }: PaperToPrint): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('the printer does not answer')), PRINTING_LIMIT_MS);
    page.print(
      {
        ...{ silent: true, deviceName: printer, copies, color: !isMono, duplexMode: duplex },
        pageRanges: pages.map(({ from, to }) => ({ from: from - 1, to: to - 1 })),
        ...(size === '' ? {} : { pageSize: size }),
      },
      (isDone, reason) => {
        clearTimeout(limit);
        if (isDone) resolve();
        else reject(new Error(reason));
      },
    );
  });
}
