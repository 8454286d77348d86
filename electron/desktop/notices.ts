/** Shows what is due outside of the window: a system notification, a count in the tray, a badge on the icon. */
import path from 'node:path';
import { app, Menu, Notification, nativeImage, Tray } from 'electron';
import type { DesktopCommand, DesktopLanguage } from './bridge.ts';
import type { Reminders } from './engineMessages.ts';
import { withCount } from './trayIcon.ts';
import { wording } from './wording.ts';

export type NoticesOptions = {
  readonly iconsFolder: string;
  readonly language: () => DesktopLanguage;
  /** Brings the window to the front, then lets it carry out the command, if any. */
  readonly show: (command?: DesktopCommand) => void;
};

export type Notices = {
  readonly remind: (reminders: Reminders) => void;
  /** The language changed: say everything anew. */
  readonly refresh: () => void;
};

export function startNotices({ iconsFolder, language, show }: NoticesOptions): Notices {
  const picture = nativeImage.createFromPath(path.join(iconsFolder, 'tray.png'));
  const tray = new Tray(picture);
  tray.on('click', () => show());
  let latest: Reminders | undefined;
  /** Kept, because a notification that is collected as garbage loses its click. */
  let shown: Notification | undefined;

  function refresh(): void {
    const words = wording(language());
    const urgent = latest ? latest.overdue + latest.today : 0;
    tray.setImage(withCount(picture, urgent));
    tray.setToolTip(words.trayHint(latest));
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.items.show, click: () => show() },
        { label: words.commands.today, click: () => show('today') },
        { label: words.commands.register, click: () => show('register') },
        { type: 'separator' },
        { label: words.items.quit, role: 'quit' },
      ]),
    );
    app.setBadgeCount(urgent);
  }

  function notify(reminders: Reminders): void {
    if (!Notification.isSupported()) return;
    shown?.close();
    shown = new Notification({ ...wording(language()).reminder(reminders), icon: picture });
    shown.on('click', () => show('today'));
    shown.show();
  }

  refresh();
  return {
    refresh,
    remind: (reminders) => {
      const isWorse = reminders.overdue + reminders.today > (latest ? latest.overdue + latest.today : 0);
      latest = reminders;
      refresh();
      if ((reminders.digest && isAnything(reminders)) || isWorse) notify(reminders);
    },
  };
}

function isAnything({ overdue, today, soon }: Reminders): boolean {
  return overdue + today + soon > 0;
}
