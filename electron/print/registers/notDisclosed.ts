/** 不予公开登记表: kept apart, with the reason and the force of the article. 条例第十四至十六条、第十八条 */

import type { Day } from '../../domain/day.ts';
import type { PaperLanguage } from '../page.ts';
import type { RegisterDefinition } from '../register.ts';
import {
  countOf,
  DOCUMENTS,
  type DocumentCells,
  dayColumn,
  division,
  docNumber,
  docType,
  NIL,
  order,
  remark,
  signedOn,
  title,
} from './columns.ts';

export type NotDisclosedRow = DocumentCells & {
  /** Article and case in words. */
  readonly basis: string;
  /** 不予公开 / 不得公开 / 可以不予公开: the force of the article, in words. */
  readonly force: string;
  readonly reason: string;
  readonly decidedOn: Day | null;
  readonly remark: string;
};

function totals(rows: readonly NotDisclosedRow[], language: PaperLanguage): string {
  const count = countOf(rows.length, language);
  const forces = [...new Set(rows.map(({ force }) => force).filter((force) => force !== ''))];
  if (forces.length === 0) return count;
  const parts = forces.map((force) => {
    const having = rows.filter((row) => row.force === force).length;
    return language === 'zh' ? `依法“${force}”的 ${having} 件` : `${having} that “${force}”`;
  });
  return `${count.slice(0, -1)}${language === 'zh' ? '：' : ': '}${parts.join(language === 'zh' ? '，' : ', ')}${count.slice(-1)}`;
}

export const NOT_DISCLOSED_REGISTER: RegisterDefinition<NotDisclosedRow> = {
  title: { zh: '不予公开文件登记表', en: 'Register of Documents Not Disclosed' },
  measure: DOCUMENTS,
  columns: [
    order(),
    docNumber(),
    title(),
    docType(),
    division(),
    signedOn(),
    dayColumn({ zh: '认定日期', en: 'Decided on' }, (row) => row.decidedOn),
    {
      header: { zh: '认定依据', en: 'Basis' },
      width: 36,
      align: 'left',
      text: ({ basis, force }) => (force === '' ? basis : `${basis}\n（${force}）`),
    },
    { header: { zh: '不予公开的理由', en: 'Reason' }, width: 38, align: 'left', text: (row) => row.reason },
    remark(20),
  ],
  nil: NIL,
  totals,
};
