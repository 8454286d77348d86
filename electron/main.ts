/** The desktop program: one window, its engine, menu, notices and native services; starts and stops them in order. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { app, dialog, ipcMain, powerMonitor, session, type WebContents } from 'electron';
import { defaultDataFolder, holdsRegistry } from './dataFolder.ts';
import { type DesktopCommand, ENGINE_PORT } from './desktop/bridge.ts';
import { cupsPrinting } from './desktop/cups.ts';
import { startEngineHost } from './desktop/engineHost.ts';
import { makeFileService } from './desktop/files.ts';
import { chooseGraphics } from './desktop/graphics.ts';
import { guardAllPages, guardSession, refuseDebugging } from './desktop/guard.ts';
import { showMenu } from './desktop/menu.ts';
import { startNotices } from './desktop/notices.ts';
import { picturePrinting } from './desktop/pictures.ts';
import { openPreferences, type PreferenceStore, type Preferences } from './desktop/preferences.ts';
import { makePrintService, type PrintSystem } from './desktop/printing.ts';
import { printWayOf } from './desktop/printWay.ts';
import { answerScheme, registerScheme } from './desktop/scheme.ts';
import { answerServices, isTrusted } from './desktop/services.ts';
import { openWindow } from './desktop/window.ts';
import { wording } from './desktop/wording.ts';
import { openSite, type Site } from './site/site.ts';

const resourcesFolder = path.resolve(import.meta.dirname, '..');
const iconsFolder = path.join(resourcesFolder, 'icons');
const dataFolder = defaultDataFolder();

const command = app.isPackaged ? process.argv[1] : undefined;
if (command && !command.startsWith('-')) await runCommandLine(command);
else startDesktop();

/**
 * The delivered program is its own command line; a service stays, every other command ends with its code. Awaited by
 * this module, so that it runs before Electron looks for a display, which a server does not have.
 */
async function runCommandLine(name: string): Promise<void> {
  await import('./cli.ts');
  const stays = name === 'serve' && !process.exitCode;
  if (stays) await new Promise(() => undefined);
  app.exit(Number(process.exitCode ?? 0));
}

function startDesktop(): void {
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', path.join(dataFolder, 'window'));
  refuseDebugging();
  // A process started by root cannot be sandboxed; elsewhere every page is, whatever its window says.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  guardAllPages();
  const preferences = openPreferences(dataFolder);
  chooseGraphics(preferences);
  // Not awaited: the application becomes ready only after this module has been read to its end.
  if (app.requestSingleInstanceLock()) void app.whenReady().then(() => run(preferences));
  else app.quit();
}

function run(preferences: PreferenceStore): void {
  const language = () => preferences.get().language;
  const pages = session.fromPartition('registry');
  guardSession(pages);
  const site = openSite(path.join(resourcesFolder, 'renderer'));
  answerScheme(pages, site);

  const host = startEngineHost({
    program: path.join(import.meta.dirname, 'engineProcess.js'),
    dataFolder,
    resourcesFolder,
    onReminders: (reminders) => notices.remind(reminders),
    onFailed: (message) => void askAboutFailure(message),
  });
  const window = openWindow({
    session: pages,
    preload: path.join(resourcesFolder, 'preload/preload.cjs'),
    icon: path.join(iconsFolder, 'icon.png'),
    preferences,
    isDevelopment: !app.isPackaged,
  });
  const notices = startNotices({ iconsFolder, language, show });
  giveSeat(window.webContents, host.connect);

  /** The window is gone before the program: it stays behind for the engine's last backup. */
  function send(channel: string, value?: unknown): void {
    if (!window.isDestroyed()) window.webContents.send(channel, value);
  }

  function show(command?: DesktopCommand): void {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    if (command) send('desktop:command', command);
  }

  function change(choice: Partial<Preferences>): void {
    preferences.change(choice);
    window.webContents.setZoomFactor(preferences.get().zoom / 100);
    showMenu(window, menuActions);
    notices.refresh();
  }

  const menuActions = {
    preferences: preferences.get,
    command: show,
    setZoom: (zoom: Preferences['zoom']) => {
      change({ zoom });
      send('desktop:zoom', zoom);
    },
    setLanguage: (chosen: Preferences['language']) => {
      change({ language: chosen });
      send('desktop:language', chosen);
    },
  };
  showMenu(window, menuActions);
  const printing = makePrintService(choosePrintSystem(site), preferences);
  // A paper that is still being drawn would keep a program without a window.
  window.on('closed', printing.stop);
  answerServices({
    files: makeFileService(language),
    printing,
    preferences,
    holdsRegistry: holdsRegistry(dataFolder),
    setLanguage: (chosen) => change({ language: chosen }),
    setZoom: (zoom) => change({ zoom }),
  });

  const lock = () => send('desktop:screenLocked');
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('resume', host.resumed);
  app.on('second-instance', () => show());
  app.on('window-all-closed', () => app.quit());
  closeInOrder(host.close);

  async function askAboutFailure(message: string): Promise<void> {
    const { productName, failed } = wording(language());
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title: productName,
      message: failed.title,
      detail: `${failed.explanation}\n\n${message}`,
      buttons: [failed.tryAgain, failed.quit],
      cancelId: 1,
      noLink: true,
    });
    if (response === 0) host.restart();
    else app.quit();
  }
}

function choosePrintSystem(site: Site): PrintSystem {
  const asked = process.env.DISCLOSURE_REGISTRY_PRINTS;
  const way = printWayOf({ platform: process.platform, isPackaged: app.isPackaged, asked });
  if (way === 'file') return cupsPrinting();
  const sheets = session.fromPartition('sheets');
  guardSession(sheets, 'sheets');
  answerScheme(sheets, site, 'sheets');
  return picturePrinting({ session: sheets, preload: path.join(resourcesFolder, 'preload/sheetsPreload.cjs') });
}

/** A seat lasts as long as its window: after a reload or a restarted engine the person is still signed in. */
function giveSeat(page: WebContents, connect: (page: WebContents, token: string) => void): void {
  const token = randomBytes(32).toString('base64url');
  ipcMain.on(ENGINE_PORT, (event) => {
    if (event.sender === page && isTrusted(event)) connect(page, token);
  });
}

/** The window goes at once; the program stays until the engine has made its daily backup and closed the registry. */
function closeInOrder(close: () => Promise<void>): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void close().then(() => {
      isClosed = true;
      app.quit();
    });
  });
}
