/** What no page of this program may do: navigate, open windows, download, ask for devices, reach the network. */
import { app, type Session, type WebContents } from 'electron';
import { type Host, isOurs } from './scheme.ts';

const FORBIDDEN_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'no-sandbox',
  'disable-web-security',
  'proxy-server',
  'host-resolver-rules',
  'ignore-certificate-errors',
  'load-extension',
];
const EXIT_FORBIDDEN_SWITCH = 3;

/** A delivered program answers no debugger; in development and tests these switches are needed. */
export function refuseDebugging(): void {
  if (!app.isPackaged) return;
  const given = FORBIDDEN_SWITCHES.filter((name) => app.commandLine.hasSwitch(name));
  if (given.length > 0) app.exit(EXIT_FORBIDDEN_SWITCH);
}

/** Must run before any window is made. */
export function guardAllPages(): void {
  app.on('web-contents-created', (_event, page) => guardPage(page));
}

function guardPage(page: WebContents): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }));
  page.on('will-attach-webview', (event) => event.preventDefault());
  page.on('will-navigate', (event) => event.preventDefault());
  page.on('will-frame-navigate', (event) => event.preventDefault());
  page.on('will-redirect', (event) => event.preventDefault());
}

export function guardSession(session: Session, host: Host = 'main'): void {
  session.setPermissionRequestHandler((_page, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowedRequest(details.url, host) }));
  // Chromium looks up its dictionary server even with `spellcheck: false`, unless there is no language to check.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

/** Pictures made in the page are its own; the developer tools exist in development only. */
function isAllowedRequest(address: string, host: Host): boolean {
  const isOwnPicture = address.startsWith(`blob:app://${host}/`) || address.startsWith('data:');
  if (isOurs(address, host) || isOwnPicture) return true;
  return !app.isPackaged && address.startsWith('devtools://');
}
