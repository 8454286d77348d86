/** Makes the one kind of window there is: sandboxed, isolated, served from `app://main/`. */
import path from 'node:path';
import { BrowserWindow, Menu, type Rectangle, type Session, screen } from 'electron';
import { HELD_PAGE } from './pagePreferences.ts';
import type { PreferenceStore, WindowPlace } from './preferences.ts';
import { HOME } from './scheme.ts';

const SMALLEST = { minWidth: 1024, minHeight: 640 };
const DESK_GREY = '#eef1f4';

export type WindowOptions = {
  readonly session: Session;
  readonly preload: string;
  readonly icon: string;
  readonly preferences: PreferenceStore;
  readonly isDevelopment: boolean;
};

export function openWindow(options: WindowOptions): BrowserWindow {
  const { preferences } = options;
  const { place, zoom } = preferences.get();
  const window = new BrowserWindow({
    ...onScreen(place),
    ...SMALLEST,
    show: false,
    backgroundColor: DESK_GREY,
    icon: options.icon,
    webPreferences: {
      ...HELD_PAGE,
      session: options.session,
      preload: path.resolve(options.preload),
      devTools: options.isDevelopment,
      zoomFactor: zoom / 100,
    },
  });
  window.once('ready-to-show', () => {
    if (place.isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    preferences.change({ place: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } });
  });
  offerEditing(window);
  void window.loadURL(HOME);
  return window;
}

/** A remembered place counts only while a screen is there. */
function onScreen({ width, height, x, y }: WindowPlace): Partial<Rectangle> {
  const { workArea } = screen.getPrimaryDisplay();
  const size = { width: Math.min(width, workArea.width), height: Math.min(height, workArea.height) };
  if (x === undefined || y === undefined) return size;
  const isVisible = screen.getAllDisplays().some(({ workArea: area }) => {
    return x >= area.x - 8 && y >= area.y - 8 && x < area.x + area.width - 100 && y < area.y + area.height - 100;
  });
  return isVisible ? { ...size, x, y } : size;
}

/** The right mouse button offers what a text field can do, as everywhere else. */
function offerEditing(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, editFlags, selectionText }) => {
    if (!isEditable && selectionText === '') return;
    Menu.buildFromTemplate([
      { role: 'cut', enabled: isEditable && editFlags.canCut, visible: isEditable },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: isEditable && editFlags.canPaste, visible: isEditable },
      { role: 'selectAll' },
    ]).popup({ window });
  });
}
