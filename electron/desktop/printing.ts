/** Prints the paper that the window shows: a printer of this machine, copies, pages, both sides; one paper at a time. */
import type { WebContents } from 'electron';
import type { DesktopAnswer, PaperToPrint, Printer, Printers, PrintProgress, PrintWay } from './bridge.ts';
import type { PreferenceStore } from './preferences.ts';
import { PrintFailure } from './printFailure.ts';

export type PrintWatch = {
  /** Heeded while nothing has gone to the printer. */
  readonly stop: AbortSignal;
  readonly onProgress: (progress: PrintProgress) => void;
};

/** One way to print; `page` is a page of this program that may ask the system. */
export type PrintSystem = {
  readonly way: PrintWay;
  readonly printers: (page: WebContents) => Promise<readonly Printer[]>;
  /** The name of the job, empty where the system tells none; throws what it complained of. */
  readonly print: (paper: PaperToPrint, watch: PrintWatch) => Promise<string>;
};

export type PrintService = {
  readonly printers: (page: WebContents) => Promise<DesktopAnswer<Printers>>;
  readonly print: (
    page: WebContents,
    paper: PaperToPrint,
    onProgress: (progress: PrintProgress) => void,
  ) => Promise<DesktopAnswer<{ readonly job: string }>>;
  readonly stop: () => void;
};

export function makePrintService(system: PrintSystem, preferences: PreferenceStore): PrintService {
  let running: AbortController | undefined;

  async function print(page: WebContents, paper: PaperToPrint, watch: PrintWatch): Promise<string> {
    const { printer, duplex, isMono } = paper;
    const known = await system.printers(page);
    if (!known.some(({ name }) => name === printer)) throw new PrintFailure('PRINTER_GONE');
    const job = await system.print(paper, watch);
    preferences.change({ print: { printer, duplex, isMono } });
    return job;
  }

  return {
    printers: async (page) => {
      const value = { way: system.way, printers: await system.printers(page), last: preferences.get().print };
      return { ok: true, value };
    },
    print: async (page, paper, onProgress) => {
      if (running) return { ok: false, refusal: 'PRINT_BUSY' };
      running = new AbortController();
      try {
        return { ok: true, value: { job: await print(page, paper, { stop: running.signal, onProgress }) } };
      } catch (problem) {
        return refusedFor(problem);
      } finally {
        running = undefined;
      }
    },
    stop: () => running?.abort(),
  };
}

const LONGEST_COMPLAINT = 300;

/** What the print system itself said, in one line. */
function refusedFor(problem: unknown): DesktopAnswer<never> {
  const refusal = problem instanceof PrintFailure ? problem.refusal : 'NOT_PRINTED';
  const { stderr, message } = problem as { readonly stderr?: string; readonly message?: string };
  const detail = (stderr?.trim() || message || '').replaceAll(/\s+/g, ' ').slice(0, LONGEST_COMPLAINT);
  return { ok: false, refusal, ...(detail !== '' && { detail }) };
}
