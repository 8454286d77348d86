/** Answers what the window asks of the desktop: each request is checked for its sender and its shape first. */
import { app, BrowserWindow, ipcMain, type WebFrameMain } from 'electron';
import {
  type AppInfo,
  DESKTOP_LANGUAGES,
  type DesktopAnswer,
  type DesktopLanguage,
  type FileToSave,
  OPEN_PURPOSES,
  type PageStart,
  ZOOM_STEPS,
  type ZoomStep,
} from './bridge.ts';
import type { FileService } from './files.ts';
import type { PreferenceStore } from './preferences.ts';
import type { PrintService } from './printing.ts';
import { isPaperToPrint } from './printRequest.ts';
import { isOurs } from './scheme.ts';

export type ServiceOptions = {
  readonly files: FileService;
  readonly printing: PrintService;
  readonly preferences: PreferenceStore;
  readonly holdsRegistry: boolean;
  readonly setLanguage: (language: DesktopLanguage) => void;
  readonly setZoom: (zoom: ZoomStep) => void;
};

const LARGEST_SAVED_BYTES = 256 * 1024 * 1024;
const LONGEST_NAME = 200;
const LONGEST_PATH = 4096;
const REFUSED = { ok: false, refusal: 'BAD_REQUEST' } as const;
const DONE = { ok: true, value: null } as const;

type Sender = { readonly sender: Electron.WebContents; readonly senderFrame: WebFrameMain | null };

/** Only the top frame of one of our windows, and only while it shows our own page. */
export function isTrusted({ sender, senderFrame }: Sender): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url);
}

export function answerServices(options: ServiceOptions): void {
  const { files, printing, preferences, setLanguage, setZoom } = options;
  let opensAtSignIn = options.holdsRegistry;
  ipcMain.on('desktop:initial', (event) => {
    const { language, zoom } = preferences.get();
    const start: PageStart = { language, zoom, opensAtSignIn };
    event.returnValue = start;
    // A page that is loaded again finds its person still signed in.
    opensAtSignIn = false;
  });
  answer('desktop:appInfo', () => ({ ok: true, value: describeApp(preferences) }));
  answer('desktop:saveFile', (request, window) => {
    return isFileToSave(request) ? files.save(window, request) : REFUSED;
  });
  answer('desktop:openFile', (request, window) => {
    const purpose = OPEN_PURPOSES.find((one) => one === request);
    return purpose ? files.open(window, purpose) : REFUSED;
  });
  answer('desktop:openWritten', (request) => {
    return typeof request === 'string' && request.length <= LONGEST_PATH ? files.openWritten(request) : REFUSED;
  });
  answer('desktop:printers', (_request, window) => printing.printers(window.webContents));
  answer('desktop:printPaper', (request, { webContents: page }) => {
    if (!isPaperToPrint(request)) return REFUSED;
    return printing.print(page, request, (progress) => {
      if (!page.isDestroyed()) page.send('desktop:printProgress', progress);
    });
  });
  answer('desktop:stopPrinting', () => {
    printing.stop();
    return DONE;
  });
  answer('desktop:setLanguage', (request) => {
    const language = DESKTOP_LANGUAGES.find((one) => one === request);
    if (!language) return REFUSED;
    setLanguage(language);
    return DONE;
  });
  answer('desktop:setZoom', (request) => {
    const zoom = ZOOM_STEPS.find((one) => one === request);
    if (!zoom) return REFUSED;
    setZoom(zoom);
    return DONE;
  });
}

type Body = (request: unknown, window: BrowserWindow) => DesktopAnswer<unknown> | Promise<DesktopAnswer<unknown>>;

function answer(channel: string, body: Body): void {
  ipcMain.handle(channel, (event, request: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    return window && isTrusted(event) ? body(request, window) : REFUSED;
  });
}

function describeApp(preferences: PreferenceStore): AppInfo {
  const { language, zoom } = preferences.get();
  const runtime = `Electron ${process.versions.electron}`;
  return { version: app.getVersion(), platform: process.platform, runtime, language, zoom };
}

function isFileToSave(value: unknown): value is FileToSave {
  if (typeof value !== 'object' || value === null) return false;
  const { suggestedName, bytes } = value as Record<string, unknown>;
  if (typeof suggestedName !== 'string' || suggestedName.length === 0 || suggestedName.length > LONGEST_NAME)
    return false;
  return bytes instanceof Uint8Array && bytes.length <= LARGEST_SAVED_BYTES;
}
