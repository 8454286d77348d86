/** Words of the paper copies. */

import { catalogue } from './catalogue.ts';

export const copiesWording = catalogue(
  {
    'copyState.received': '在库',
    'copyState.lent': '借出',
    'copyState.transferred': '已移交',
    'movement.lend': '借出',
    'movement.return': '归还',
    'movement.transfer': '移交',

    'copies.countBad': '份数须为 {least} 至 {most} 的整数。',
    'copies.deliveredByMissing': '请填写送件人。',
    'copies.deliveredOnMissing': '请填写收件日期。',
    'copies.deliveredInFuture': '收件日期{day:day}尚未到来。',
    'copies.filingUnknown': '没有这次收件的记录。',
    'copies.correctionReasonMissing': '请写明更正原因。',
    'copies.fewerThanOut': '第 {copyNo} 份已借出或移交，更正后的份数不能少于 {copyNo} 份。',
    'copies.nothingToWaive': '份数已齐，无须免补。',
    'copies.waiverReasonTooShort': '免补理由至少写 {least} 个字。',
    'copies.copyUnknown': '没有第 {copyNo} 份。',
    'copies.notLent': '第 {copyNo} 份没有借出，不能归还。',
    'copies.notOnShelf': '第 {copyNo} 份不在库（{state:copyState}：{party}）。',
    'copies.partyMissing': '请填写借阅人或接收单位。',
    'copies.movedOnMissing': '请填写日期。',
    'copies.movedInFuture': '日期{day:day}尚未到来。',
    'copies.movedBeforeLast': '日期早于上次变动之日{day:day}。',
    'copies.dueBackBeforeLoan': '应还日期早于借出日期{day:day}。',
  },
  {
    'copyState.received': 'On the shelf',
    'copyState.lent': 'Lent',
    'copyState.transferred': 'Transferred',
    'movement.lend': 'Lend',
    'movement.return': 'Return',
    'movement.transfer': 'Transfer',

    'copies.countBad': 'The number of copies must be a whole number from {least} to {most}.',
    'copies.deliveredByMissing': 'Enter who delivered the copies.',
    'copies.deliveredOnMissing': 'Enter the day of delivery.',
    'copies.deliveredInFuture': 'The day of delivery, {day:day}, has not come yet.',
    'copies.filingUnknown': 'There is no such delivery.',
    'copies.correctionReasonMissing': 'State the reason for the correction.',
    'copies.fewerThanOut':
      'Copy {copyNo} has been lent or transferred, so the corrected count cannot be less than {copyNo}.',
    'copies.nothingToWaive': 'No copies are missing, so there is nothing to waive.',
    'copies.waiverReasonTooShort': 'The reason for the waiver needs at least {least} characters.',
    'copies.copyUnknown': 'There is no copy {copyNo}.',
    'copies.notLent': 'Copy {copyNo} is not lent, so it cannot be returned.',
    'copies.notOnShelf': 'Copy {copyNo} is not on the shelf ({state:copyState}: {party}).',
    'copies.partyMissing': 'Enter the borrower or the receiving body.',
    'copies.movedOnMissing': 'Enter the day.',
    'copies.movedInFuture': 'The day {day:day} has not come yet.',
    'copies.movedBeforeLast': 'The day is before the last movement, {day:day}.',
    'copies.dueBackBeforeLoan': 'It cannot be due back before it is lent, {day:day}.',
  },
);
