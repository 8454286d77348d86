/** Single cells of foreign ledgers: yes or no, counts, channels and the basis of withholding, read or left unread. */

import { BASIS_CODES, type BasisCode } from '../domain/attribute.ts';
import { type Day, dayNumber, dayOfNumber, toDay } from '../domain/day.ts';
import { CHANNELS, type PublicationChannel } from '../domain/publication.ts';
import { LANGUAGES } from '../domain/wording/catalogue.ts';
import { say } from '../domain/wording/say.ts';

const YES: readonly string[] = ['是', '有', '√', '✓', '✔', 'y', 'yes', 'true', '1', '对'];
const NO: readonly string[] = ['否', '无', '不是', '没有', '×', 'x', 'n', 'no', 'false', '0', ''];

/** What a ledger says where there is no number. */
const UNNUMBERED: readonly string[] = ['无', '无文号', '没有', '-', '--', '—', '——', '/', '\\', 'none', 'no number'];
const NO_SECRECY: readonly string[] = ['', '无', '非密', '不涉密', '公开', '普通', '一般', '-', '—', '/'];

const CHANNEL_WORDS: Readonly<Record<PublicationChannel, readonly string[]>> = {
  website: ['网站', '官网', '门户'],
  gazette: ['公报'],
  newMedia: ['微信', '微博', '新媒体', '公众号', '客户端'],
  pressConference: ['发布会', '吹风会'],
  board: ['公开栏', '公示栏', '公告栏', '大厅'],
  other: ['其他', '报刊', '报纸', '广播', '电视'],
};

const BASIS_WORDS: readonly (readonly [BasisCode, readonly string[]])[] = [
  ['threeSecuritiesOneStability', ['三安全一稳定', '国家安全', '公共安全', '经济安全', '社会稳定']],
  ['tradeSecret', ['商业秘密']],
  ['personalPrivacy', ['个人隐私']],
  ['internalPersonnel', ['人事管理', '内部人事']],
  ['internalLogistics', ['后勤管理', '后勤']],
  ['internalWorkflow', ['内部工作流程', '内部流程', '工作流程']],
  ['processDiscussion', ['讨论记录']],
  ['processDraft', ['过程稿']],
  ['processConsultation', ['磋商信函']],
  ['processRequest', ['请示报告']],
  ['enforcementFile', ['行政执法案卷', '执法案卷']],
  ['particularPersons', ['特定人', '特定对象']],
  ['notGenerallyApplicable', ['不普遍适用', '不具有普遍']],
  ['caseByCase', ['逐案', '个案']],
];

export function readYesNo(text: string): boolean | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (YES.includes(plain)) return true;
  return NO.includes(plain) ? false : undefined;
}

/** 7, ７份, 7 份; undefined for anything else. */
export function readCount(text: string): number | undefined {
  const digits = /^(\d{1,3})份?$/u.exec(text.normalize('NFKC').replace(/\s/gu, ''))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

export function isUnnumberedWord(text: string): boolean {
  return UNNUMBERED.includes(text.normalize('NFKC').trim().toLowerCase());
}

/** The code whose own word, in either language, the text is: what our exports say is read again. */
export function readOwnWord<Code extends string>(
  prefix: string,
  codes: readonly Code[],
  text: string,
): Code | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  return codes.find((code) =>
    LANGUAGES.some((language) => say(language, `${prefix}.${code}`).normalize('NFKC').toLowerCase() === plain),
  );
}

const EARLIEST_NUMBERED = toDay('1950-01-01');
const LATEST_NUMBERED = toDay('2099-12-31');
/** Day 0 of Excel after its invented 29 February 1900, and of files from old Macintoshes. */
const [ZERO_1900, ZERO_1904] = [toDay('1899-12-30'), toDay('1904-01-01')];

/** 43678 in a column of days: a date whose cell has lost its format. Undefined outside 1950-2099. */
export function readNumberedDay(text: string, isFrom1904: boolean): Day | undefined {
  const digits = /^(\d{5})(?:\.\d+)?$/u.exec(text.normalize('NFKC').trim())?.[1];
  if (digits === undefined) return undefined;
  const day = dayOfNumber(dayNumber(isFrom1904 ? ZERO_1904 : ZERO_1900) + Number(digits));
  return day >= EARLIEST_NUMBERED && day <= LATEST_NUMBERED ? day : undefined;
}

/** Whether the column 密级 says anything but that there is none. */
export function isSecrecyLevel(text: string): boolean {
  return !NO_SECRECY.includes(text.normalize('NFKC').trim());
}

export function readChannel(text: string): PublicationChannel | undefined {
  const plain = text.normalize('NFKC').trim();
  const code = CHANNELS.find((channel) => channel === plain) ?? readOwnWord('channel', CHANNELS, plain);
  return code ?? CHANNELS.find((channel) => CHANNEL_WORDS[channel].some((word) => plain.includes(word)));
}

/** The basis whose words stand in the text, when they are the words of one basis only. */
export function readBasis(text: string): BasisCode | undefined {
  const plain = text.normalize('NFKC').trim();
  const code = BASIS_CODES.find((basis) => basis === plain) ?? readOwnWord('basis', BASIS_CODES, plain);
  if (code !== undefined) return code;
  const found = BASIS_WORDS.filter(([, words]) => words.some((word) => plain.includes(word)));
  return found.length === 1 ? found[0]?.[0] : undefined;
}
