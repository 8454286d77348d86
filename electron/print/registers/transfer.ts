/** 主动公开政府信息移送清单: what was disclosed in a month, for the archives or the public library. 条例第二十五条 */

import type { Day } from '../../domain/day.ts';
import type { PaperLanguage } from '../page.ts';
import type { RegisterDefinition } from '../register.ts';
import {
  countColumn,
  type DocumentCells,
  dayColumn,
  division,
  docNumber,
  docType,
  order,
  remark,
  title,
} from './columns.ts';

export type TransferRow = Pick<DocumentCells, 'docNumber' | 'title' | 'docType' | 'division'> & {
  readonly writtenOn: Day | null;
  readonly postedOn: Day;
  /** Where it was disclosed, in words. */
  readonly channel: string;
  readonly copies: number;
  /** From the archive stamp; null where it has none yet. */
  readonly pages: number | null;
  readonly remark: string;
};

function totals(rows: readonly TransferRow[], language: PaperLanguage): string {
  const copies = rows.reduce((sum, row) => sum + row.copies, 0);
  if (language === 'zh') return rows.length === 0 ? '共 0 件（零清单）。' : `共 ${rows.length} 件、${copies} 份。`;
  if (rows.length === 0) return '0 documents (nil list).';
  return `${rows.length === 1 ? '1 document' : `${rows.length} documents`}, ${copies === 1 ? '1 copy' : `${copies} copies`}.`;
}

export const TRANSFER_LIST: RegisterDefinition<TransferRow> = {
  title: { zh: '主动公开政府信息移送清单', en: 'Transfer List of Disclosed Government Information' },
  measure: { zh: '单位：件、份', en: 'Unit: documents, copies' },
  columns: [
    order(),
    title(),
    docNumber(),
    docType(),
    division(),
    dayColumn({ zh: '成文日期', en: 'Dated' }, (row) => row.writtenOn),
    dayColumn({ zh: '公开日期', en: 'Disclosed on' }, (row) => row.postedOn),
    { header: { zh: '公开渠道', en: 'Channel' }, width: 26, text: (row) => row.channel },
    countColumn({ zh: '份数', en: 'Copies' }, (row) => row.copies, 13),
    {
      header: { zh: '页数', en: 'Pages' },
      width: 12,
      text: ({ pages }) => (pages === null ? '' : String(pages)),
    },
    remark(22),
  ],
  nil: { zh: '本期无主动公开的政府信息', en: 'Nil list: nothing was disclosed in this period' },
  totals,
};
