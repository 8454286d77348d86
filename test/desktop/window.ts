/** Opens the real program on a screen with a data folder of its own, for tests that drive it as a person does. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { findElectron } from '../../build/electron.mjs';

const LAUNCH_LIMIT_MS = 60_000;
const root = path.resolve(import.meta.dirname, '../..');

export type DesktopOptions = {
  /** Kept after `close` when given; else a fresh one that goes with the window. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
};

export type Desktop = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** What the page complained of since it was opened: errors, refused resources, breaches of its policy. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

export async function openDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const dataFolder = options.dataFolder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'registry-desktop-'));
  const electron = await findElectron();
  // Playwright then finds the runtime itself and holds the program back until it listens; a path of our own would race.
  if (electron.env.ELECTRON_OVERRIDE_DIST_PATH) {
    process.env.ELECTRON_OVERRIDE_DIST_PATH = electron.env.ELECTRON_OVERRIDE_DIST_PATH;
  }
  const app = await _electron.launch({
    args: [root],
    timeout: LAUNCH_LIMIT_MS,
    env: { ...inheritedEnvironment(), ...electron.env, ...options.env, DISCLOSURE_REGISTRY_DATA: dataFolder },
  });
  const output: string[] = [];
  app.process().stderr?.on('data', (chunk) => output.push(String(chunk)));
  const page = await app.firstWindow().catch((problem: unknown) => {
    throw new Error(`the window did not open: ${output.join('')}`, { cause: problem });
  });
  return {
    app,
    page,
    dataFolder,
    complaints: collectComplaints(page),
    close: async () => {
      await app.close();
      if (!options.dataFolder) fs.rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]));
}

function collectComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

export async function enginePid({ app }: Desktop): Promise<number> {
  const pid = await app.evaluate(({ app: main }) => {
    return main.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'Registry engine')?.pid;
  });
  if (pid === undefined) throw new Error('the engine does not run');
  return pid;
}

/** The engine dies as at a power cut; answers the process id that was killed. */
export async function killEngine(desktop: Desktop): Promise<number> {
  const pid = await enginePid(desktop);
  process.kill(pid, 'SIGKILL');
  return pid;
}

/** The person picks `file` in the next save dialogs; null closes them without a choice. */
export async function chooseWhereToSave({ app }: Desktop, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, file);
}

/** The person picks `file` in the next open dialogs; null closes them without a choice. */
export async function chooseWhatToOpen({ app }: Desktop, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => {
      return Promise.resolve({ canceled: filePath === null, filePaths: filePath === null ? [] : [filePath] });
    };
  }, file);
}
