/** The application menu in the language of the window; entries that concern records are carried out by the window. */
import { app, type BrowserWindow, dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import { DESKTOP_LANGUAGES, type DesktopCommand, type DesktopLanguage, ZOOM_STEPS, type ZoomStep } from './bridge.ts';
import type { Preferences } from './preferences.ts';
import { wording } from './wording.ts';

export type MenuActions = {
  readonly preferences: () => Preferences;
  readonly command: (command: DesktopCommand) => void;
  readonly setZoom: (zoom: ZoomStep) => void;
  readonly setLanguage: (language: DesktopLanguage) => void;
};

const LANGUAGE_NAMES: Readonly<Record<DesktopLanguage, string>> = { zh: '中文', en: 'English' };

export function showMenu(window: BrowserWindow, actions: MenuActions): void {
  const { language } = actions.preferences();
  const words = wording(language);
  const template: MenuItemConstructorOptions[] = [
    { label: words.menus.file, submenu: fileMenu(actions) },
    { label: words.menus.edit, submenu: editMenu(language) },
    { label: words.menus.view, submenu: viewMenu(actions) },
    { label: words.menus.help, submenu: [{ label: words.items.about, click: () => showAbout(window, language) }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function fileMenu({ preferences, command }: MenuActions): MenuItemConstructorOptions[] {
  const { commands, items } = wording(preferences().language);
  return [
    { label: commands.register, accelerator: 'CmdOrCtrl+N', click: () => command('register') },
    { label: commands.today, accelerator: 'CmdOrCtrl+1', click: () => command('today') },
    { label: commands.ledger, accelerator: 'CmdOrCtrl+2', click: () => command('ledger') },
    { type: 'separator' },
    { label: commands.lock, accelerator: 'CmdOrCtrl+L', click: () => command('lock') },
    { label: items.quit, accelerator: 'CmdOrCtrl+Q', role: 'quit' },
  ];
}

function editMenu(language: DesktopLanguage): MenuItemConstructorOptions[] {
  const { items } = wording(language);
  return [
    { label: items.undo, role: 'undo' },
    { label: items.redo, role: 'redo' },
    { type: 'separator' },
    { label: items.cut, role: 'cut' },
    { label: items.copy, role: 'copy' },
    { label: items.paste, role: 'paste' },
    { label: items.selectAll, role: 'selectAll' },
  ];
}

function viewMenu({ preferences, setZoom, setLanguage }: MenuActions): MenuItemConstructorOptions[] {
  const { language, zoom } = preferences();
  const { items } = wording(language);
  const sizes = ZOOM_STEPS.map((step): MenuItemConstructorOptions => {
    return { label: `${step} %`, type: 'radio', checked: step === zoom, click: () => setZoom(step) };
  });
  const languages = DESKTOP_LANGUAGES.map((one): MenuItemConstructorOptions => {
    return { label: LANGUAGE_NAMES[one], type: 'radio', checked: one === language, click: () => setLanguage(one) };
  });
  const development: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { label: items.reload, role: 'reload' },
    { label: items.developerTools, role: 'toggleDevTools' },
  ];
  return [
    { label: items.textSize, submenu: sizes },
    { label: items.language, submenu: languages },
    { label: items.fullScreen, role: 'togglefullscreen' },
    ...(app.isPackaged ? [] : development),
  ];
}

function showAbout(window: BrowserWindow, language: DesktopLanguage): void {
  const { productName } = wording(language);
  void dialog.showMessageBox(window, {
    type: 'info',
    title: productName,
    message: `${productName} ${app.getVersion()}`,
    detail: `Electron ${process.versions.electron} · Chromium ${process.versions.chrome} · Node.js ${process.versions.node}`,
  });
}
