/** Native services of the desktop window, with what a browser can do in their place. */

import type {
  DesktopBridge,
  DesktopCommand,
  DesktopRefusal,
  OpenPurpose,
  PaperToPrint,
  Printers,
  PrintProgress,
} from '../electron/desktop/bridge.ts';
import type { Language } from './text/index.ts';

declare global {
  interface Window {
    readonly desktop?: DesktopBridge;
  }
}

export function isDesktop(): boolean {
  return window.desktop !== undefined;
}

/** As `PageStart` says; a browser knows nothing before the engine answers. */
export function opensAtSignIn(): boolean {
  return window.desktop?.initial.opensAtSignIn ?? false;
}

/** A native service that did not do it; `refusal` has its sentence in the shell's texts. */
export class NativeRefusal extends Error {
  readonly refusal: DesktopRefusal;
  /** What the system itself said. */
  readonly detail: string;
  constructor(refusal: DesktopRefusal, detail = '') {
    super(refusal);
    this.refusal = refusal;
    this.detail = detail;
  }
}

/** Where the file was written; null when the person changed their mind. A browser keeps the place to itself. */
export async function saveFile(file: File): Promise<{ readonly path: string | null } | null> {
  if (window.desktop === undefined) {
    offerDownload(file);
    return { path: null };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await window.desktop.saveFile({ suggestedName: file.name, bytes });
  if (!answer.ok) throw new NativeRefusal(answer.refusal);
  return answer.value;
}

function offerDownload(file: File): void {
  const url = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = file.name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const ACCEPTED: Readonly<Record<OpenPurpose, string>> = {
  table: '.csv,.xlsx,.xls,.et',
  evidence: '.png,.jpg,.jpeg,.pdf,.mht,.mhtml,.html',
  calendar: '.json,.csv,.xlsx',
  typeface: '.ttf,.otf,.ttc,.otc',
};

/** The file that the person chose; null when they changed their mind. */
export async function chooseFile(purpose: OpenPurpose): Promise<File | null> {
  if (window.desktop === undefined) return chooseInBrowser(ACCEPTED[purpose]);
  const answer = await window.desktop.openFile(purpose);
  if (!answer.ok) throw new NativeRefusal(answer.refusal);
  return answer.value && new File([new Uint8Array(answer.value.bytes)], answer.value.name);
}

function chooseInBrowser(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

/** Opens a file that was saved before with the system's own program, from where it is printed. */
export async function openWritten(path: string): Promise<void> {
  const answer = await window.desktop?.openWritten(path);
  if (answer && !answer.ok) throw new NativeRefusal(answer.refusal);
}

/** None in a browser, whose own dialog knows its printers. */
export async function findPrinters(): Promise<Printers> {
  const answer = await window.desktop?.printers();
  if (answer && !answer.ok) throw new NativeRefusal(answer.refusal);
  return answer?.value ?? { way: 'file', printers: [], last: null };
}

export type PrintWish = Omit<PaperToPrint, 'title' | 'bytes'>;

/** The job as the print system names it, if it does. */
export async function printOnPaper(file: File, wish: PrintWish): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await window.desktop?.printPaper({ ...wish, title: file.name, bytes });
  if (answer && !answer.ok) throw new NativeRefusal(answer.refusal, answer.detail);
  return answer?.value.job ?? '';
}

/** Stops what is being drawn for the printer. */
export function stopPrinting(): void {
  void window.desktop?.stopPrinting();
}

export function onPrintProgress(listener: (progress: PrintProgress) => void): () => void {
  return window.desktop?.onPrintProgress(listener) ?? (() => undefined);
}

/** A browser shows the paper in a tab of its own, from where its own dialog prints it: printer, copies, sheets. */
export function showForPrinting(file: File): null {
  const url = URL.createObjectURL(file);
  window.open(url, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(url), 600_000);
  return null;
}

export function tellLanguage(language: Language): void {
  void window.desktop?.setLanguage(language);
}

/** The screen was locked or the machine goes to sleep; a browser does not tell. */
export function onScreenLocked(listener: () => void): () => void {
  return window.desktop?.onScreenLocked(listener) ?? (() => undefined);
}

/** Menu entries and clicked notices. */
export function onCommand(listener: (command: DesktopCommand) => void): () => void {
  return window.desktop?.onCommand(listener) ?? (() => undefined);
}
