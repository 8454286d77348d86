/** What the window finds as `window.desktop`: native services under names, and nothing of Electron itself. */

export const DESKTOP_LANGUAGES = ['zh', 'en'] as const;
export type DesktopLanguage = (typeof DESKTOP_LANGUAGES)[number];

/** Sizes of everything on the screen, in percent. */
export const ZOOM_STEPS = [100, 125, 150] as const;
export type ZoomStep = (typeof ZOOM_STEPS)[number];

export type AppInfo = {
  readonly version: string;
  readonly platform: string;
  readonly runtime: string;
  readonly language: DesktopLanguage;
  readonly zoom: ZoomStep;
};

export type FileToSave = {
  readonly suggestedName: string;
  readonly bytes: Uint8Array;
};

export type OpenedFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
};

/** What the file is for decides which kinds are offered and how large one may be. */
export const OPEN_PURPOSES = ['table', 'evidence', 'calendar', 'typeface'] as const;
export type OpenPurpose = (typeof OPEN_PURPOSES)[number];

export type Printer = {
  /** As the print system knows it. */
  readonly name: string;
  /** As people know it. */
  readonly label: string;
  readonly isDefault: boolean;
};

/** 单面, 双面长边翻转, 双面短边翻转 */
export const DUPLEX_MODES = ['simplex', 'longEdge', 'shortEdge'] as const;
export type DuplexMode = (typeof DUPLEX_MODES)[number];

/** What this workstation remembers of its last print. */
export type PrintChoice = { readonly printer: string; readonly duplex: DuplexMode; readonly isMono: boolean };

/** The file itself goes to the print system, or pictures of its pages where the system takes no PDF. */
export const PRINT_WAYS = ['file', 'pictures'] as const;
export type PrintWay = (typeof PRINT_WAYS)[number];

/** Pages that are drawn for one job; more would take minutes and gigabytes. */
export const MOST_PICTURED_PAGES = 200;

export type Printers = {
  readonly way: PrintWay;
  readonly printers: readonly Printer[];
  readonly last: PrintChoice | null;
};

/** Counted from 1, both ends included. */
export type PageRange = { readonly from: number; readonly to: number };

/** Empty leaves the sheet to the printer. */
export const PRINTED_SIZES = ['A4', 'A3', ''] as const;
export type PrintedSize = (typeof PRINTED_SIZES)[number];

export type PaperToPrint = PrintChoice & {
  /** Name of the job in the printer's queue. */
  readonly title: string;
  /** The very PDF. */
  readonly bytes: Uint8Array;
  readonly copies: number;
  /** None = all. */
  readonly pages: readonly PageRange[];
  readonly size: PrintedSize;
};

/** Pages drawn so far of those asked for. */
export type PrintProgress = { readonly drawn: number; readonly of: number };

/** Why a native service did not do it; sentences are the window's. */
export type DesktopRefusal =
  | 'TOO_LARGE'
  | 'NOT_WRITTEN_HERE'
  | 'CANNOT_READ'
  | 'CANNOT_WRITE'
  | 'PRINTER_GONE'
  | 'NOT_PRINTED'
  /** Its pages could not be made ready; nothing went to the printer. */
  | 'NOT_DRAWN'
  /** More pages than are drawn for one job. */
  | 'TOO_MANY_PAGES'
  /** The person stopped it before anything went to the printer. */
  | 'PRINT_STOPPED'
  /** Another paper is still being drawn. */
  | 'PRINT_BUSY'
  /** It was handed over and the print system has not answered: sheets may come out. */
  | 'PRINT_UNANSWERED'
  | 'BAD_REQUEST';

export type DesktopAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly refusal: DesktopRefusal;
      /** What the system itself complained of, in its own words. */
      readonly detail?: string;
    };

/** Menu entries and clicked notices that the window itself carries out. */
export const DESKTOP_COMMANDS = ['today', 'register', 'ledger', 'lock'] as const;
export type DesktopCommand = (typeof DESKTOP_COMMANDS)[number];

export type PageStart = {
  /** As remembered from the last time; the page's own storage forgets with each start. */
  readonly language: DesktopLanguage;
  readonly zoom: ZoomStep;
  /** There is a registry, and nobody can have signed in yet: name and password are asked for while the engine starts. */
  readonly opensAtSignIn: boolean;
};

export type DesktopBridge = {
  readonly initial: PageStart;
  readonly appInfo: () => Promise<DesktopAnswer<AppInfo>>;
  /** Asks the person for a place and writes the file there; null when the person changed their mind. */
  readonly saveFile: (file: FileToSave) => Promise<DesktopAnswer<{ readonly path: string } | null>>;
  readonly openFile: (purpose: OpenPurpose) => Promise<DesktopAnswer<OpenedFile | null>>;
  /** Opens a file that `saveFile` wrote since the program started, with the system's own program. */
  readonly openWritten: (path: string) => Promise<DesktopAnswer<null>>;
  readonly printers: () => Promise<DesktopAnswer<Printers>>;
  /** Hands the file to the printer; the job as the print system names it, empty where it does not. */
  readonly printPaper: (paper: PaperToPrint) => Promise<DesktopAnswer<{ readonly job: string }>>;
  /** Stops what is being drawn; what went to the printer is the printer's. */
  readonly stopPrinting: () => Promise<DesktopAnswer<null>>;
  readonly onPrintProgress: (listener: (progress: PrintProgress) => void) => () => void;
  readonly setLanguage: (language: DesktopLanguage) => Promise<DesktopAnswer<null>>;
  readonly setZoom: (zoom: ZoomStep) => Promise<DesktopAnswer<null>>;
  /** The screen was locked or the machine goes to sleep. Answers a function that stops listening. */
  readonly onScreenLocked: (listener: () => void) => () => void;
  readonly onCommand: (listener: (command: DesktopCommand) => void) => () => void;
  /** The person chose another language, another size of text in the menu. */
  readonly onLanguage: (listener: (language: DesktopLanguage) => void) => () => void;
  readonly onZoom: (listener: (zoom: ZoomStep) => void) => () => void;
};

/**
 * A page asks for its engine port with `window.postMessage(ENGINE_PORT, '*')`; the answer is a message with the same
 * word and one port. The port closes when the engine dies; asking again brings one to the restarted engine.
 */
export const ENGINE_PORT = 'engine-port';
