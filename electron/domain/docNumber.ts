/** Document numbers (发文字号) such as 辽市监发〔2019〕12号: repaired visibly or refused with a reason, never guessed. GB/T 9704 7.2.5 */

export type DocNumber = {
  /** The one right way to write it. */
  readonly text: string;
  /** 一般发文字号 / 令 / 公告、通告 */
  readonly kind: 'standard' | 'order' | 'announcement';
  /** 机关代字; empty where an announcement names no issuer (2019年第5号). */
  readonly agencyCode: string;
  /** Null for orders in one running series (国令第707号). */
  readonly year: number | null;
  readonly seq: number;
};

/** What was repaired on the way to `text`; shown to the clerk before saving. */
export const DOC_NUMBER_FIXES = [
  'space', // blanks, line breaks or invisible signs removed
  'width', // full-width or compatibility forms made plain
  'traditional', // 號 written 号
  'bracket', // other brackets made 〔〕
  'mixedBracket', // opening and closing bracket did not belong together
  'ordinalWord', // 第 after 〕 dropped
  'leadingZero', // 012 written 12
] as const;
export type DocNumberFix = (typeof DOC_NUMBER_FIXES)[number];

export const DOC_NUMBER_REFUSALS = [
  'docNumber.empty', // nothing, 无, 无文号
  'docNumber.letterO', // letter O or I among the digits
  'docNumber.twoDigitYear', // 〔19〕
  'docNumber.chineseYear', // 〔二〇一九〕
  'docNumber.badYear', // brackets hold no year of 1900 to 2099
  'docNumber.bracketMissing', // only one of the two brackets
  'docNumber.yearNotBracketed', // 辽市监发2019年12号
  'docNumber.yearMissing', // 辽市监发12号
  'docNumber.agencyMissing', // 〔2019〕12号, 20170233号
  'docNumber.agencyNotChinese', // X府发〔2019〕14号
  'docNumber.agencyTooShort', // a single character before the year
  'docNumber.agencyTooLong', // more than 15 characters before the year
  'docNumber.sequenceMissing', // 〔2014〕号
  'docNumber.zeroSequence', // 0号
  'docNumber.subNumber', // 12-1号
  'docNumber.sequenceTooLong', // more than six digits
  'docNumber.severalNumbers', // 12号、13号
  'docNumber.suffixMissing', // no 号 at the end; the suggestion adds it
  'docNumber.ordinalMissing', // 公告2019年5号, 国令707号; the suggestion adds 第
  'docNumber.trailingText', // 159号机号
  'docNumber.yearDash', // 2019-12
  'docNumber.notANumber',
] as const;
export type DocNumberRefusal = (typeof DOC_NUMBER_REFUSALS)[number];

export type DocNumberReading =
  | { readonly ok: true; readonly number: DocNumber; readonly fixes: readonly DocNumberFix[]; readonly raw: string }
  | {
      readonly ok: false;
      readonly code: DocNumberRefusal;
      readonly params?: Readonly<Record<string, string | number>>;
      /** What may have been meant; never taken without the clerk's yes. */
      readonly suggestion?: string;
    };

const OPENING = '〔[［【〖(（〈《{｛「『<﹝﹙⟦';
const CLOSING = '〕]］】〗)）〉》}｝」』>﹞﹚⟧';
const BRACKETS = new RegExp(`[${escaped(OPENING + CLOSING)}]`, 'g');
const BRACKET = new RegExp(`[${escaped(OPENING + CLOSING)}]`);
const BRACKETED = new RegExp(`([${escaped(OPENING)}])([^${escaped(OPENING + CLOSING)}]*)([${escaped(CLOSING)}])`);
const INVISIBLE = /[\s\p{Cf}]/gu;
const LONGEST_TEXT = 100;
const HAN = String.raw`[\u4e00-\u9fff]`;
const YEAR = String.raw`(?:19|20)\d{2}`;
/** Orders and joint announcements name their issuers in full, codes of other documents are short. */
const NAMED = `${HAN}{0,40}(?:公告|通告|令)`;
const STANDARD = new RegExp(`^(${HAN}{2,15}|${NAMED})〔(${YEAR})〕(第?)(\\d{1,6})号$`);
const YEARLY = new RegExp(`^((?:${NAMED})?)(${YEAR})年第(\\d{1,6})号$`);
const RUNNING_ORDER = new RegExp(`^(${HAN}{1,40}令)第(\\d{1,6})号$`);
const ALL_HAN = new RegExp(`^${HAN}+$`);

/** Reads a document number as typed or found in a file. */
export function parseDocNumber(raw: string): DocNumberReading {
  const fixes: DocNumberFix[] = [];
  const text = plain(raw, fixes);
  const read = readStandard(text) ?? readYearly(text) ?? readRunningOrder(text);
  if (!read) return refuse(text);
  if (read.seq === 0) return { ok: false, code: 'docNumber.zeroSequence' };
  if (read.hasOrdinalWord) fixes.push('ordinalWord');
  if (read.hasLeadingZero) fixes.push('leadingZero');
  const { agencyCode, year, seq } = read;
  return { ok: true, number: { text: read.write(seq), kind: kindOf(agencyCode), agencyCode, year, seq }, fixes, raw };
}

/** The raw text without what only looks different: blanks, widths, brackets, 號. */
function plain(raw: string, fixes: DocNumberFix[]): string {
  // Most numbers are written as they should be, and an import looks at each of them several times.
  if (STANDARD.test(raw) && !raw.includes('號')) return raw;
  const tight = raw.replace(INVISIBLE, '');
  if (tight !== raw) fixes.push('space');
  const narrow = tight.normalize('NFKC').replace(INVISIBLE, '');
  if (narrow.replace(BRACKETS, '') !== tight.replace(BRACKETS, '')) fixes.push('width');
  const simplified = narrow.replaceAll('號', '号');
  if (simplified !== narrow) fixes.push('traditional');
  const pair = BRACKETED.exec(simplified);
  if (!pair) return simplified;
  const [whole, opening = '', inside = '', closing = ''] = pair;
  if (OPENING.indexOf(opening) !== CLOSING.indexOf(closing)) fixes.push('bracket', 'mixedBracket');
  else if (!tight.includes('〔') || !tight.includes('〕')) fixes.push('bracket');
  return simplified.replace(whole, `〔${inside}〕`);
}

type Read = {
  readonly agencyCode: string;
  readonly year: number | null;
  readonly seq: number;
  readonly hasOrdinalWord: boolean;
  readonly hasLeadingZero: boolean;
  readonly write: (seq: number) => string;
};

function readStandard(text: string): Read | undefined {
  const [, agencyCode, year, ordinalWord, digits] = STANDARD.exec(text) ?? [];
  if (agencyCode === undefined || year === undefined || digits === undefined) return undefined;
  return {
    agencyCode,
    year: Number(year),
    seq: Number(digits),
    hasOrdinalWord: ordinalWord === '第',
    hasLeadingZero: digits.startsWith('0'),
    write: (seq) => `${agencyCode}〔${year}〕${seq}号`,
  };
}

function readYearly(text: string): Read | undefined {
  const [, agencyCode, year, digits] = YEARLY.exec(text) ?? [];
  if (agencyCode === undefined || year === undefined || digits === undefined) return undefined;
  return {
    agencyCode,
    year: Number(year),
    seq: Number(digits),
    hasOrdinalWord: false,
    hasLeadingZero: digits.startsWith('0'),
    write: (seq) => `${agencyCode}${year}年第${seq}号`,
  };
}

function readRunningOrder(text: string): Read | undefined {
  const [, agencyCode, digits] = RUNNING_ORDER.exec(text) ?? [];
  if (agencyCode === undefined || digits === undefined) return undefined;
  return {
    agencyCode,
    year: null,
    seq: Number(digits),
    hasOrdinalWord: false,
    hasLeadingZero: digits.startsWith('0'),
    write: (seq) => `${agencyCode}第${seq}号`,
  };
}

function kindOf(agencyCode: string): DocNumber['kind'] {
  if (agencyCode.endsWith('令')) return 'order';
  return agencyCode === '' || /(?:公告|通告)$/.test(agencyCode) ? 'announcement' : 'standard';
}

/** The one reason that helps the clerk most; looked for from the outside in: whole, brackets, year, number, code. */
function refuse(text: string): DocNumberReading {
  if (text === '' || /^无(?:文号|字号|发文字号)?$/.test(text)) return { ok: false, code: 'docNumber.empty' };
  if (text.length > LONGEST_TEXT) return { ok: false, code: 'docNumber.notANumber' };
  const bracketed = /^(.*?)〔(.*?)〕(.*)$/.exec(text);
  if (bracketed) return refuseBracketed(bracketed[1] ?? '', bracketed[2] ?? '', bracketed[3] ?? '');
  if (/\d[oOiIlL]|[oOiIlL]\d/.test(text)) return { ok: false, code: 'docNumber.letterO' };
  if (BRACKET.test(text)) return { ok: false, code: 'docNumber.bracketMissing' };
  const [, agencyCode = '', year = '', digits = ''] = /^(.*?)((?:19|20)\d{2})年第?(\d{1,6})号?$/.exec(text) ?? [];
  if (year) return refuseYearly(text, agencyCode, year, digits);
  const order = new RegExp(`^(${HAN}{1,40}令)(\\d{1,6})号$`).exec(text);
  if (order) return { ok: false, code: 'docNumber.ordinalMissing', suggestion: `${order[1]}第${order[2]}号` };
  if (/\d{4}[-—–_/]\d+/.test(text)) return { ok: false, code: 'docNumber.yearDash' };
  if (/^\d+号?$/.test(text)) return { ok: false, code: 'docNumber.agencyMissing' };
  if (new RegExp(`^${HAN}{2,15}第?\\d+号$`).test(text)) return { ok: false, code: 'docNumber.yearMissing' };
  return { ok: false, code: 'docNumber.notANumber' };
}

function refuseYearly(text: string, agencyCode: string, year: string, digits: string): DocNumberReading {
  const isYearly = agencyCode === '' || /(?:公告|通告|令)$/.test(agencyCode);
  const suggestion = isYearly
    ? `${agencyCode}${year}年第${Number(digits)}号`
    : `${agencyCode}〔${year}〕${Number(digits)}号`;
  if (!isYearly) return { ok: false, code: 'docNumber.yearNotBracketed', ...checked(suggestion) };
  const code = text.endsWith('号') ? 'docNumber.ordinalMissing' : 'docNumber.suffixMissing';
  return { ok: false, code, ...checked(suggestion) };
}

function refuseBracketed(agencyCode: string, year: string, rest: string): DocNumberReading {
  if (/[oOiIlL]/.test(year + rest)) return { ok: false, code: 'docNumber.letterO' };
  if (/^\d{2}$/.test(year)) return { ok: false, code: 'docNumber.twoDigitYear', params: { year } };
  if (/^[〇○零一二三四五六七八九]+$/.test(year)) return { ok: false, code: 'docNumber.chineseYear', params: { year } };
  if (!/^(?:19|20)\d{2}$/.test(year)) return { ok: false, code: 'docNumber.badYear', params: { year } };
  const sequence = refuseSequence(agencyCode, year, rest);
  if (sequence) return sequence;
  if (agencyCode === '') return { ok: false, code: 'docNumber.agencyMissing' };
  if (!ALL_HAN.test(agencyCode)) return { ok: false, code: 'docNumber.agencyNotChinese' };
  if (agencyCode.length === 1) return { ok: false, code: 'docNumber.agencyTooShort' };
  if (agencyCode.length > 15)
    return { ok: false, code: 'docNumber.agencyTooLong', params: { length: agencyCode.length } };
  return { ok: false, code: 'docNumber.notANumber' };
}

function refuseSequence(agencyCode: string, year: string, rest: string): DocNumberReading | undefined {
  if (/^第?号?$/.test(rest)) return { ok: false, code: 'docNumber.sequenceMissing' };
  if (/^第?\d+[-—–―~～.]\d+号?$/.test(rest) || /^第?\d+号?之[一二三四五六七八九十\d]+/.test(rest)) {
    return { ok: false, code: 'docNumber.subNumber' };
  }
  if (/\d号?[、,;和及至]/.test(rest) || BRACKET.test(rest)) {
    return { ok: false, code: 'docNumber.severalNumbers' };
  }
  if (/^第?\d{7,}号?$/.test(rest)) return { ok: false, code: 'docNumber.sequenceTooLong' };
  if (/^第?\d+$/.test(rest)) {
    const suggestion = `${agencyCode}〔${year}〕${Number(rest.replace('第', ''))}号`;
    return { ok: false, code: 'docNumber.suffixMissing', ...checked(suggestion) };
  }
  if (/^第?\d+号.+$/.test(rest)) return { ok: false, code: 'docNumber.trailingText' };
  return /^第?\d+号$/.test(rest) ? undefined : { ok: false, code: 'docNumber.notANumber' };
}

/** A suggestion only where it would be taken as it stands. */
function checked(suggestion: string): { suggestion?: string } {
  const reading = parseDocNumber(suggestion);
  return reading.ok && reading.fixes.length === 0 ? { suggestion } : {};
}

/** Text key whose plain order is agency, year, number; numbers without a year come before those with one. */
export function sortKey(number: DocNumber): string {
  return `${number.agencyCode} ${String(number.year ?? 0).padStart(4, '0')} ${String(number.seq).padStart(6, '0')}`;
}

export function compareDocNumbers(a: DocNumber, b: DocNumber): number {
  const [first, second] = [sortKey(a), sortKey(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** 文号序列: the series in which the number must be unique and without gaps, such as 辽市监发〔2019〕. */
export function seriesOf(number: DocNumber): string {
  return number.year === null ? number.agencyCode : `${number.agencyCode}〔${number.year}〕`;
}

function escaped(signs: string): string {
  return signs.replace(/[\\\]^[-]/g, '\\$&');
}
