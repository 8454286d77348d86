/** Archive entry of a document (归档章): what the stamp says and which piece follows. DA/T 22-2015 归档文件整理规则; 国家档案局令第8号 */

import { type Broken, broken, isBlank } from './broken.ts';

export const RETENTIONS = ['permanent', 'thirtyYears', 'tenYears'] as const;
/** 保管期限：永久 / 定期30年 / 定期10年 */
export type Retention = (typeof RETENTIONS)[number];

export type ArchiveEntry = {
  /** 全宗号 */
  readonly fondsNumber: string;
  /** 归档年度: of the document, not of the filing. */
  readonly archiveYear: number;
  readonly retention: Retention;
  /** 机构（问题） */
  readonly organisation: string;
  /** 件号: runs within fonds, year, retention and organisation. */
  readonly pieceNumber: number;
  /** 页数 */
  readonly pages: number;
  /** 盒号; null until the piece is put in a box. */
  readonly boxNumber: number | null;
};

export const MOST_PIECES = 99_999;
const MOST_PAGES = 9999;
const MOST_BOXES = 9999;

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

export function brokenOnArchiveEntry(entry: ArchiveEntry): readonly Broken[] {
  const findings: Broken[] = [];
  if (isBlank(entry.fondsNumber)) findings.push(broken('archive.fondsMissing', 'fondsNumber'));
  else if (!/^[0-9A-Za-z-]{1,12}$/.test(entry.fondsNumber)) findings.push(broken('archive.fondsBad', 'fondsNumber'));
  if (!(Number.isInteger(entry.archiveYear) && entry.archiveYear >= 1900 && entry.archiveYear <= 2099)) {
    findings.push(broken('archive.yearBad', 'archiveYear'));
  }
  if (isBlank(entry.organisation)) findings.push(broken('archive.organisationMissing', 'organisation'));
  if (!isCount(entry.pieceNumber, MOST_PIECES))
    findings.push(broken('archive.pieceBad', 'pieceNumber', { most: MOST_PIECES }));
  if (!isCount(entry.pages, MOST_PAGES)) findings.push(broken('archive.pagesBad', 'pages', { most: MOST_PAGES }));
  if (entry.boxNumber !== null && !isCount(entry.boxNumber, MOST_BOXES)) {
    findings.push(broken('archive.boxBad', 'boxNumber', { most: MOST_BOXES }));
  }
  return findings;
}

/** 档号: fonds, year, retention, organisation and piece in one line, as the stamp and the label name them. */
export function archiveNumber(entry: ArchiveEntry, words: { readonly retention: string }): string {
  const piece = String(entry.pieceNumber).padStart(4, '0');
  return [entry.fondsNumber, entry.archiveYear, words.retention, entry.organisation, piece].join('-');
}
