/** The few sentences that the desktop itself says: menu, notices, dialogs. Everything else is said by the window. */
import type { DesktopCommand, DesktopLanguage, OpenPurpose } from './bridge.ts';
import type { Reminders } from './engineMessages.ts';

export type DesktopWording = {
  readonly productName: string;
  readonly commands: Readonly<Record<DesktopCommand, string>>;
  readonly menus: Readonly<Record<'file' | 'edit' | 'view' | 'help', string>>;
  readonly items: Readonly<
    Record<
      | 'quit'
      | 'undo'
      | 'redo'
      | 'cut'
      | 'copy'
      | 'paste'
      | 'selectAll'
      | 'textSize'
      | 'language'
      | 'fullScreen'
      | 'reload'
      | 'developerTools'
      | 'about'
      | 'show',
      string
    >
  >;
  readonly filePurpose: Readonly<Record<OpenPurpose, string>>;
  readonly failed: Readonly<Record<'title' | 'explanation' | 'tryAgain' | 'quit', string>>;
  readonly reminder: (reminders: Reminders) => { readonly title: string; readonly body: string };
  readonly trayHint: (reminders: Reminders | undefined) => string;
};

const ZH: DesktopWording = {
  productName: '政务公开文件台账',
  commands: { today: '今日', register: '文件登记', ledger: '文件台账', lock: '锁定' },
  menus: { file: '文件', edit: '编辑', view: '视图', help: '帮助' },
  items: {
    quit: '退出',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    textSize: '文字大小',
    language: '语言',
    fullScreen: '全屏',
    reload: '重新载入',
    developerTools: '开发者工具',
    about: '关于',
    show: '打开窗口',
  },
  filePurpose: { table: '表格文件', evidence: '公开凭证', calendar: '节假日安排', typeface: '字体文件' },
  failed: {
    title: '登记库打不开',
    explanation: '数据没有改动。请记下以下内容，与管理员联系后再试：',
    tryAgain: '再试一次',
    quit: '退出',
  },
  reminder: ({ overdue, today, soon }) => ({
    title: overdue > 0 ? `有 ${overdue} 件事项已逾期` : `今天有 ${today} 件事项到期`,
    body: `逾期 ${overdue} 件，今天到期 ${today} 件，5 个工作日内到期 ${soon} 件。`,
  }),
  trayHint: (reminders) =>
    reminders
      ? `政务公开文件台账：逾期 ${reminders.overdue}，今天 ${reminders.today}，近期 ${reminders.soon}`
      : '政务公开文件台账',
};

const EN: DesktopWording = {
  productName: 'Disclosure Registry',
  commands: { today: 'Today', register: 'Register a document', ledger: 'Ledger', lock: 'Lock' },
  menus: { file: 'File', edit: 'Edit', view: 'View', help: 'Help' },
  items: {
    quit: 'Quit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    textSize: 'Text size',
    language: 'Language',
    fullScreen: 'Full screen',
    reload: 'Reload',
    developerTools: 'Developer tools',
    about: 'About',
    show: 'Open the window',
  },
  filePurpose: { table: 'Tables', evidence: 'Evidence', calendar: 'Holiday arrangements', typeface: 'Font files' },
  failed: {
    title: 'The registry cannot be opened',
    explanation: 'No data was changed. Note what follows, talk to your administrator, then try again:',
    tryAgain: 'Try again',
    quit: 'Quit',
  },
  reminder: ({ overdue, today, soon }) => ({
    title: overdue > 0 ? `${overdue} overdue` : `${today} due today`,
    body: `${overdue} overdue, ${today} due today, ${soon} due within 5 working days.`,
  }),
  trayHint: (reminders) =>
    reminders
      ? `Disclosure Registry: ${reminders.overdue} overdue, ${reminders.today} today, ${reminders.soon} soon`
      : 'Disclosure Registry',
};

export function wording(language: DesktopLanguage): DesktopWording {
  return language === 'zh' ? ZH : EN;
}
