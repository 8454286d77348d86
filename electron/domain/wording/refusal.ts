/** Words of refusals and faults: the closed list of ways in which the engine says no. */

import { catalogue } from './catalogue.ts';

export const refusalWording = catalogue(
  {
    'refusal.SIGN_IN': '请先登录。',
    'refusal.WRONG_PASSWORD': '用户名或密码不对，还可再试 {triesLeft} 次。',
    'refusal.THROTTLED': '输错次数过多，请在 {retryInSeconds} 秒后再试。',
    'refusal.LOCKED': '已锁定，请输入密码解锁。',
    'refusal.NOT_ALLOWED': '您的角色无权办理这项操作。',
    'refusal.NOT_FOUND': '没有找到，或它不属于您的处室。',
    'refusal.STALE': '别人刚刚改过这条记录，请核对最新内容后再改。',
    'refusal.NO_REGISTRY': '这里还没有登记库，请先新建或打开样例库。',
    'refusal.REGISTRY_EXISTS': '这里已有登记库，不能再建。',
    'refusal.BROKEN_RULES': '有不合规定之处，请更正后再保存。',
    'refusal.FAULT': '程序出错，编号 {faultNumber}。数据未改动；请记下编号并告知管理员。',
    'day.impossible': '“{text}”不是日历上的日期。',
    'input.invalid': '格式不对。',
    'disk.full': '磁盘空间不足，内容没有保存。请清理磁盘后重试。',
    'schema.newer': '登记库由更新版本的程序写成，请升级本程序后再打开。',
    'schema.foreign': '这不是登记库文件。',
    'schema.broken': '升级登记库时发现数据会丢失，已停止并保持原样。请告知管理员。',
    'backup.unknown': '没有这个备份。',
    'backup.unsound': '备份文件已损坏，没有恢复。',
    'language.zh': '中文',
    'language.en': 'English',
  },
  {
    'refusal.SIGN_IN': 'Please sign in.',
    'refusal.WRONG_PASSWORD': 'The user name or the password is wrong. {triesLeft} {triesLeft|try is|tries are} left.',
    'refusal.THROTTLED': 'Too many wrong tries. Try again in {retryInSeconds} {retryInSeconds|second|seconds}.',
    'refusal.LOCKED': 'The registry is locked. Enter your password to unlock it.',
    'refusal.NOT_ALLOWED': 'Your role does not allow this.',
    'refusal.NOT_FOUND': 'It was not found, or it does not belong to your division.',
    'refusal.STALE': 'Someone has just changed this record. Check what it says now before you change it.',
    'refusal.NO_REGISTRY': 'There is no registry here yet. Create one or open the sample.',
    'refusal.REGISTRY_EXISTS': 'There is a registry here already.',
    'refusal.BROKEN_RULES': 'Something is against the rules. Correct it and save again.',
    'refusal.FAULT':
      'The program failed; the fault has number {faultNumber}. Nothing was changed. Note the number and tell the administrator.',
    'day.impossible': '“{text}” is not a day of the calendar.',
    'input.invalid': 'This has the wrong form.',
    'disk.full': 'The disk is full and nothing was saved. Make room and try again.',
    'schema.newer': 'The registry was written by a newer version. Upgrade this program to open it.',
    'schema.foreign': 'This file is not a registry.',
    'schema.broken':
      'The upgrade of the registry would have lost data. It was stopped and left as it was; tell the administrator.',
    'backup.unknown': 'There is no such backup.',
    'backup.unsound': 'The backup file is damaged. Nothing was restored.',
    'language.zh': '中文',
    'language.en': 'English',
  },
);
