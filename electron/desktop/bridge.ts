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

export type Printers = {
  /** Whether this system takes a PDF to print it; where not, the file is saved and printed by the system's own program. */
  readonly isOffered: boolean;
  readonly printers: readonly Printer[];
  readonly last: PrintChoice | null;
};

/** Empty leaves the sheet to the printer. */
export const PRINTED_SIZES = ['A4', 'A3', ''] as const;
export type PrintedSize = (typeof PRINTED_SIZES)[number];

export type PaperToPrint = PrintChoice & {
  /** Name of the job in the printer's queue. */
  readonly title: string;
  /** The very PDF. */
  readonly bytes: Uint8Array;
  readonly copies: number;
  /** Counted from 1, both ends included; none = all. */
  readonly pages: readonly { readonly from: number; readonly to: number }[];
  readonly size: PrintedSize;
};

/** Why a native service did not do it; sentences are the window's. */
export type DesktopRefusal =
  | 'TOO_LARGE'
  | 'NOT_WRITTEN_HERE'
  | 'CANNOT_READ'
  | 'CANNOT_WRITE'
  | 'PRINTER_GONE'
  | 'NOT_PRINTED'
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
