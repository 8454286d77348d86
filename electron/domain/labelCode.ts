/** What a label's code holds: a document by the last digits of its id, or a box by its place on the shelf. Read by scanner or typed. */

import type { ArchiveEntry } from './archive.ts';

/** 文件: the twelve digits of an id that are random, so that two documents all but never share them. */
const DOCUMENT_MARK = 'WJ';
/** 档案盒 */
const BOX_MARK = 'HJ';
const DIGITS = 12;
const RETENTION_MARKS = { permanent: 'Y', thirtyYears: '30', tenYears: '10' } as const;

export type LabelCode =
  | { readonly kind: 'document'; readonly idEnd: string }
  | { readonly kind: 'box'; readonly box: BoxKey };

export type BoxKey = Pick<ArchiveEntry, 'fondsNumber' | 'archiveYear' | 'retention'> & { readonly boxNumber: number };

/** Capital letters and digits only: the densest form of both kinds of code. */
export function documentCode(id: string): string {
  return DOCUMENT_MARK + id.slice(-DIGITS).toUpperCase();
}

/** Under the bars, in groups that can be read aloud. */
export function readableCode(code: string): string {
  return [code.slice(0, 2), ...(code.slice(2).match(/.{1,4}/g) ?? [])].join(' ');
}

export function boxCode({ fondsNumber, archiveYear, retention, boxNumber }: BoxKey): string {
  return `${BOX_MARK}${fondsNumber.toUpperCase()}-${archiveYear}-${RETENTION_MARKS[retention]}-${boxNumber}`;
}

/** What was scanned or typed: blanks, full-width signs and small letters do not matter. Undefined where it is no code. */
export function readLabelCode(text: string): LabelCode | undefined {
  const plain = text.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
  const [, idEnd] = /^WJ-?([0-9A-F]{4}-?[0-9A-F]{4}-?[0-9A-F]{4})$/.exec(plain) ?? [];
  if (idEnd !== undefined) return { kind: 'document', idEnd: idEnd.replaceAll('-', '').toLowerCase() };
  const [, fondsNumber, year, mark, boxNumber] = /^HJ([0-9A-Z-]{1,12})-(\d{4})-(Y|30|10)-(\d{1,4})$/.exec(plain) ?? [];
  const retention = (['permanent', 'thirtyYears', 'tenYears'] as const).find((each) => RETENTION_MARKS[each] === mark);
  if (fondsNumber === undefined || retention === undefined) return undefined;
  return { kind: 'box', box: { fondsNumber, archiveYear: Number(year), retention, boxNumber: Number(boxNumber) } };
}
