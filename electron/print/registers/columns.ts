/** Columns and words that several registers share. */

import type { Day } from '../../domain/day.ts';
import type { PaperLanguage } from '../page.ts';
import type { Bilingual, RegisterColumn } from '../register.ts';

/** What each of them says about a document. */
export type DocumentCells = {
  readonly docNumber: string;
  readonly title: string;
  readonly docType: string;
  readonly division: string;
  readonly signer: string;
  readonly signedOn: Day | null;
};

const NO_NUMBER: Bilingual = { zh: '无文号', en: 'no number' };
export const NONE = '—';

export function order<Row>(): RegisterColumn<Row> {
  return { header: { zh: '序号', en: 'No.' }, width: 11, text: (_, __, index) => String(index + 1) };
}

export function docNumber<Row extends Pick<DocumentCells, 'docNumber'>>(width = 38): RegisterColumn<Row> {
  const header = { zh: '发文字号', en: 'Document number' };
  return { header, width, text: (row, language) => row.docNumber || NO_NUMBER[language] };
}

/** Takes what the other columns leave. */
export function title<Row extends Pick<DocumentCells, 'title'>>(): RegisterColumn<Row> {
  return { header: { zh: '文件标题', en: 'Title' }, width: 0, align: 'left', text: (row) => row.title };
}

export function docType<Row extends Pick<DocumentCells, 'docType'>>(): RegisterColumn<Row> {
  return { header: { zh: '文种', en: 'Type' }, width: 14, text: (row) => row.docType };
}

export function division<Row extends Pick<DocumentCells, 'division'>>(header?: Bilingual): RegisterColumn<Row> {
  return { header: header ?? { zh: '起草处室', en: 'Division' }, width: 23, text: (row) => row.division };
}

export function signer<Row extends Pick<DocumentCells, 'signer'>>(): RegisterColumn<Row> {
  return { header: { zh: '签发人', en: 'Signer' }, width: 17, text: (row) => row.signer };
}

export function dayColumn<Row>(header: Bilingual, of: (row: Row) => Day | null): RegisterColumn<Row> {
  return { header, width: 20, text: (row) => of(row) ?? NONE };
}

export function signedOn<Row extends Pick<DocumentCells, 'signedOn'>>(): RegisterColumn<Row> {
  return dayColumn({ zh: '签发日期', en: 'Signed on' }, (row) => row.signedOn);
}

/** Left empty or filled: what the desk writes by hand. */
export function remark<Row extends { readonly remark: string }>(width = 26): RegisterColumn<Row> {
  return { header: { zh: '备注', en: 'Remarks' }, width, align: 'left', text: (row) => row.remark };
}

export function countColumn<Row>(header: Bilingual, of: (row: Row) => number, width = 15): RegisterColumn<Row> {
  return { header, width, text: (row) => String(of(row)) };
}

/** 共 3 件。 / 3 documents. */
export function countOf(count: number, language: PaperLanguage): string {
  if (language === 'zh') return `共 ${count} 件。`;
  return count === 1 ? '1 document.' : `${count} documents.`;
}

export const DOCUMENTS: Bilingual = { zh: '单位：件', en: 'Unit: documents' };
export const NIL: Bilingual = { zh: '本期无', en: 'Nil return: none in this period' };
