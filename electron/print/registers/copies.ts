/** 公文备案登记簿: one line for every delivery at the copies desk. 实施方案五（三） */

import type { Day } from '../../domain/day.ts';
import type { PaperLanguage } from '../page.ts';
import type { RegisterDefinition } from '../register.ts';
import {
  countColumn,
  type DocumentCells,
  dayColumn,
  division,
  docNumber,
  NIL,
  order,
  remark,
  title,
} from './columns.ts';

export type CopiesRow = Pick<DocumentCells, 'docNumber' | 'title' | 'division'> & {
  readonly deliveredOn: Day;
  readonly deliveredBy: string;
  readonly copiesRequired: number;
  /** With this delivery. */
  readonly copies: number;
  /** All deliveries up to this one. */
  readonly copiesSoFar: number;
  /** Copies still missing after this delivery. */
  readonly missing: number;
  /** Day on which the last missing copy came later, or was waived; null while copies are missing or none ever was. */
  readonly completedOn: Day | null;
  readonly isWaived: boolean;
  readonly receivedBy: string;
  /** 去向: where the copies stand or went, in words. */
  readonly whereabouts: string;
  readonly remark: string;
};

function shortage({ missing, completedOn, isWaived }: CopiesRow, language: PaperLanguage): string {
  if (missing === 0) return language === 'zh' ? '齐' : 'complete';
  const short = language === 'zh' ? `缺 ${missing} 份` : `${missing} missing`;
  if (completedOn === null) return short;
  const later = isWaived ? { zh: '免补', en: 'waived' } : { zh: '补齐', en: 'complete' };
  return `${short}\n${completedOn}\n${later[language]}`;
}

function totals(rows: readonly CopiesRow[], language: PaperLanguage): string {
  const copies = rows.reduce((sum, row) => sum + row.copies, 0);
  const open = rows.filter(({ missing, completedOn }) => missing > 0 && completedOn === null).length;
  if (language === 'zh') {
    const rest = open === 0 ? '份数均已齐全' : `其中 ${open} 次收件后至今未补齐`;
    return rows.length === 0 ? '共收件 0 次。' : `共收件 ${rows.length} 次、${copies} 份；${rest}。`;
  }
  const deliveries = rows.length === 1 ? '1 delivery' : `${rows.length} deliveries`;
  if (rows.length === 0) return `${deliveries}.`;
  return `${deliveries}, ${copies} copies; ${open === 0 ? 'all complete' : `${open} still incomplete`}.`;
}

export const COPIES_REGISTER: RegisterDefinition<CopiesRow> = {
  title: { zh: '公文备案登记簿', en: 'Register of Paper Copies' },
  measure: { zh: '单位：份', en: 'Unit: copies' },
  columns: [
    order(),
    dayColumn({ zh: '收件日期', en: 'Received on' }, (row) => row.deliveredOn),
    division({ zh: '送件处室', en: 'Division' }),
    { header: { zh: '送件人', en: 'Brought\nby' }, width: 16, text: (row) => row.deliveredBy },
    title(),
    docNumber(36),
    countColumn({ zh: '应送\n份数', en: 'Copies\ndue' }, (row) => row.copiesRequired, 13),
    {
      header: { zh: '实收\n份数', en: 'Copies\ngiven' },
      width: 14,
      text: ({ copies, copiesSoFar }, language) =>
        copies === copiesSoFar ? String(copies) : `${copies}\n${language === 'zh' ? '累计' : 'in all'} ${copiesSoFar}`,
    },
    { header: { zh: '差额及\n补交日期', en: 'Shortage' }, width: 20, text: shortage },
    { header: { zh: '接收人', en: 'Taken\nby' }, width: 16, text: (row) => row.receivedBy },
    { header: { zh: '去向', en: 'Whereabouts' }, width: 27, align: 'left', text: (row) => row.whereabouts },
    remark(16),
  ],
  nil: NIL,
  totals,
};
