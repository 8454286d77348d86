/** Prints the very file that the window shows: a printer of this machine, copies, pages, both sides. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import type { DesktopAnswer, PaperToPrint, Printer, Printers } from './bridge.ts';
import { cupsPrinters, printByCups } from './cups.ts';
import type { PreferenceStore } from './preferences.ts';
import { printByViewer } from './viewerPrinting.ts';

/** How the platform prints: CUPS takes the file itself; Windows has no such command, so the PDF viewer prints there. */
type Way = {
  readonly printers: (window: BrowserWindow) => Promise<readonly Printer[]>;
  readonly print: (file: string, paper: PaperToPrint) => Promise<string>;
};

const BY_CUPS: Way = { printers: cupsPrinters, print: printByCups };
const BY_VIEWER: Way = {
  printers: async ({ webContents }) => {
    const found = await webContents.getPrintersAsync();
    return found.map(({ name, displayName }) => ({ name, label: displayName || name, isDefault: false }));
  },
  print: printByViewer,
};

export type PrintService = {
  readonly printers: (window: BrowserWindow) => Promise<DesktopAnswer<Printers>>;
  readonly print: (window: BrowserWindow, paper: PaperToPrint) => Promise<DesktopAnswer<{ readonly job: string }>>;
};

export function makePrintService(preferences: PreferenceStore): PrintService {
  const way = process.platform === 'win32' ? BY_VIEWER : BY_CUPS;
  return {
    printers: async (window) => {
      const printers = await way.printers(window);
      return { ok: true, value: { printers, last: preferences.get().print } };
    },
    print: async (window, paper) => {
      const { printer, duplex, isMono } = paper;
      if (!(await way.printers(window)).some(({ name }) => name === printer)) {
        return { ok: false, refusal: 'PRINTER_GONE' };
      }
      try {
        const job = await withFile(paper.bytes, (file) => way.print(file, paper));
        preferences.change({ print: { printer, duplex, isMono } });
        return { ok: true, value: { job } };
      } catch (problem) {
        return { ok: false, refusal: 'NOT_PRINTED', detail: complaintOf(problem) };
      }
    },
  };
}

/** For the print system's eyes only, and gone as soon as it has taken the file. */
async function withFile(bytes: Uint8Array, use: (file: string) => Promise<string>): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'disclosure-print-'));
  try {
    const file = path.join(folder, 'paper.pdf');
    await writeFile(file, bytes, { mode: 0o600 });
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const LONGEST_COMPLAINT = 300;

/** What the print system itself said, in one line. */
function complaintOf(problem: unknown): string {
  const { stderr, message } = problem as { readonly stderr?: string; readonly message?: string };
  return (stderr?.trim() || message || '').replaceAll(/\s+/g, ' ').slice(0, LONGEST_COMPLAINT);
}
