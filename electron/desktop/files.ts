/** The only file access a window has: a person picks the place, each time, in the system's own dialog. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter, shell } from 'electron';
import type { DesktopAnswer, DesktopLanguage, DesktopRefusal, FileToSave, OpenedFile, OpenPurpose } from './bridge.ts';
import { wording } from './wording.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST_OPENED_MEGABYTES: Readonly<Record<OpenPurpose, number>> = {
  table: 20,
  evidence: 20,
  calendar: 20,
  typeface: 40,
};

const EXTENSIONS: Readonly<Record<OpenPurpose, readonly string[]>> = {
  table: ['xlsx', 'csv', 'xls'],
  evidence: ['pdf', 'png', 'jpg', 'jpeg', 'html', 'mht', 'docx', 'doc'],
  calendar: ['json', 'csv', 'xlsx', 'ics'],
  typeface: ['ttf', 'otf', 'ttc', 'otc'],
};
const SAVED_EXTENSIONS = ['pdf', 'xlsx', 'csv', 'json', 'ics', 'txt', 'db', 'zip'];

export type FileService = {
  readonly save: (window: BrowserWindow, file: FileToSave) => Promise<DesktopAnswer<{ readonly path: string } | null>>;
  readonly open: (window: BrowserWindow, purpose: OpenPurpose) => Promise<DesktopAnswer<OpenedFile | null>>;
  readonly openWritten: (file: string) => Promise<DesktopAnswer<null>>;
};

export function makeFileService(language: () => DesktopLanguage): FileService {
  const written = new Set<string>();
  return {
    save: async (window, { suggestedName, bytes }) => {
      const name = path.basename(suggestedName.replaceAll('\\', '/'));
      const extension = path.extname(name).slice(1).toLowerCase();
      if (!SAVED_EXTENSIONS.includes(extension)) return refused('BAD_REQUEST');
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: path.join(app.getPath('documents'), name),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      if (canceled || !filePath) return { ok: true, value: null };
      const file = withExtension(filePath, extension);
      try {
        await writePrivately(file, bytes);
      } catch {
        return refused('CANNOT_WRITE');
      }
      written.add(file);
      return { ok: true, value: { path: file } };
    },
    open: async (window, purpose) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        filters: filters(purpose, language()),
        properties: ['openFile'],
      });
      const file = filePaths[0];
      return canceled || !file ? { ok: true, value: null } : readOpened(file, LARGEST_OPENED_MEGABYTES[purpose]);
    },
    openWritten: async (file) => {
      if (!written.has(file)) return refused('NOT_WRITTEN_HERE');
      const complaint = await shell.openPath(file);
      return complaint === '' ? { ok: true, value: null } : refused('CANNOT_READ');
    },
  };
}

function refused(refusal: DesktopRefusal): { readonly ok: false; readonly refusal: DesktopRefusal } {
  return { ok: false, refusal };
}

function filters(purpose: OpenPurpose, language: DesktopLanguage): FileFilter[] {
  return [{ name: wording(language).filePurpose[purpose], extensions: [...EXTENSIONS[purpose]] }];
}

function withExtension(file: string, extension: string): string {
  return path.extname(file).toLowerCase() === `.${extension}` ? file : `${file}.${extension}`;
}

/** Written beside its place and renamed, so that a full disk never leaves half a ledger under the asked name. */
async function writePrivately(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  const handle = await open(part, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file).catch(async (problem: unknown) => {
    await rm(part, { force: true });
    throw problem;
  });
}

async function readOpened(file: string, mostMegabytes: number): Promise<DesktopAnswer<OpenedFile>> {
  try {
    const { size } = await stat(file);
    if (size > mostMegabytes * MEGABYTE) return refused('TOO_LARGE');
    const handle = await open(file, 'r');
    try {
      return { ok: true, value: { name: path.basename(file), bytes: new Uint8Array(await handle.readFile()) } };
    } finally {
      await handle.close();
    }
  } catch {
    return refused('CANNOT_READ');
  }
}
