/** The names of a face, in Chinese and English: OpenType specification, table name. */

import { type Sfnt, tableOf } from './sfnt.ts';

export type FaceNames = {
  /** Empty where the file says none in that language. */
  readonly familyZh: string;
  readonly familyEn: string;
  readonly styleZh: string;
  readonly styleEn: string;
  readonly postscriptName: string;
  readonly version: string;
  readonly copyright: string;
};

const MOST_RECORDS = 2000;
const LONGEST_NAME = 300;
const RECORD_LENGTH = 12;

const COPYRIGHT = 0;
const FAMILY = 1;
const STYLE = 2;
const VERSION = 5;
const POSTSCRIPT_NAME = 6;
const WHOLE_FAMILY = 16;
const WHOLE_STYLE = 17;

/** Mainland, Taiwan, Hong Kong, Singapore, Macao; of Macintosh the two scripts. */
const WINDOWS_CHINESE = [0x0804, 0x0404, 0x0c04, 0x1004, 0x1404];
const MACINTOSH_CHINESE = [33, 19];
const WINDOWS_ENGLISH = 0x09;
const UNICODE = 0;
const MACINTOSH = 1;
const WINDOWS = 3;

type NameRecord = { readonly name: number; readonly language: 'zh' | 'en' | 'other'; readonly text: string };

export function namesOf(face: Sfnt): FaceNames {
  const records = recordsOf(face);
  const find = (language: NameRecord['language'], ...names: readonly number[]) =>
    names
      .map((name) => records.find((record) => record.name === name && record.language === language)?.text ?? '')
      .find((text) => text !== '') ?? '';
  const any = (name: number) => find('en', name) || find('zh', name) || find('other', name);
  return {
    familyZh: find('zh', WHOLE_FAMILY, FAMILY),
    familyEn: find('en', WHOLE_FAMILY, FAMILY) || find('other', WHOLE_FAMILY, FAMILY),
    styleZh: find('zh', WHOLE_STYLE, STYLE),
    styleEn: find('en', WHOLE_STYLE, STYLE) || find('other', WHOLE_STYLE, STYLE),
    postscriptName: any(POSTSCRIPT_NAME).replace(/[^!-~]|[()[\]{}<>/%#]/g, ''),
    version: any(VERSION),
    copyright: any(COPYRIGHT),
  };
}

function recordsOf(face: Sfnt): readonly NameRecord[] {
  const table = tableOf(face, 'name');
  if (!table || table.byteLength < 6) return [];
  const storage = table.getUint16(4);
  const count = Math.min(table.getUint16(2), MOST_RECORDS, Math.floor((table.byteLength - 6) / RECORD_LENGTH));
  const records: NameRecord[] = [];
  for (let at = 6; at < 6 + count * RECORD_LENGTH; at += RECORD_LENGTH) {
    const [platform, encoding, language, name] = [0, 2, 4, 6].map((of) => table.getUint16(at + of)) as [
      number,
      number,
      number,
      number,
    ];
    const place = storage + table.getUint16(at + 10);
    const length = Math.min(table.getUint16(at + 8), table.byteLength - place);
    if (length <= 0 || name > WHOLE_STYLE) continue;
    const bytes = new Uint8Array(table.buffer, table.byteOffset + place, length);
    const text = decoded(bytes, platform, encoding).replace(/\p{Cc}+/gu, ' ');
    records.push({ name, language: languageOf(platform, language), text: text.trim().slice(0, LONGEST_NAME) });
  }
  return records;
}

function languageOf(platform: number, language: number): NameRecord['language'] {
  if (platform === WINDOWS) {
    if (WINDOWS_CHINESE.includes(language)) return 'zh';
    return (language & 0x3ff) === WINDOWS_ENGLISH ? 'en' : 'other';
  }
  if (platform === MACINTOSH) return MACINTOSH_CHINESE.includes(language) ? 'zh' : language === 0 ? 'en' : 'other';
  return 'other';
}

/** Double bytes of the national standards, as old files have them: single ones come with a zero before. */
const MACINTOSH_GB = 25;
const WINDOWS_GB = 3;

function decoded(bytes: Uint8Array, platform: number, encoding: number): string {
  if ((platform === WINDOWS && encoding === WINDOWS_GB) || (platform === MACINTOSH && encoding === MACINTOSH_GB)) {
    return new TextDecoder('gb18030').decode(bytes.filter((byte) => byte !== 0));
  }
  if (platform === WINDOWS || platform === UNICODE) return new TextDecoder('utf-16be').decode(bytes);
  return platform === MACINTOSH && encoding === 0 ? new TextDecoder('latin1').decode(bytes) : '';
}
