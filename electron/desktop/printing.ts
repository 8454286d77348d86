/** Prints the very file that the window shows: a printer of this machine, copies, pages, both sides. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { DesktopAnswer, PaperToPrint, Printers } from './bridge.ts';
import { cupsPrinters, printByCups } from './cups.ts';
import type { PreferenceStore } from './preferences.ts';

/** CUPS takes the file itself. Windows has no command that prints a PDF: there the file is saved and opened instead. */
const isOffered = () => process.platform !== 'win32';

export type PrintService = {
  readonly printers: () => Promise<DesktopAnswer<Printers>>;
  readonly print: (paper: PaperToPrint) => Promise<DesktopAnswer<{ readonly job: string }>>;
};

export function makePrintService(preferences: PreferenceStore): PrintService {
  const known = async () => (isOffered() ? await cupsPrinters() : []);
  return {
    printers: async () => {
      const value = { isOffered: isOffered(), printers: await known(), last: preferences.get().print };
      return { ok: true, value };
    },
    print: async (paper) => {
      const { printer, duplex, isMono } = paper;
      if (!(await known()).some(({ name }) => name === printer)) return { ok: false, refusal: 'PRINTER_GONE' };
      try {
        const job = await withFile(paper.bytes, (file) => printByCups(file, paper));
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
