/** 依申请公开属性台账: documents that are opened to whoever asks for them. 条例第十三条、第十八条 */

import type { Day } from '../../domain/day.ts';
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
  signer,
  title,
} from './columns.ts';

export type OnRequestRow = DocumentCells & {
  /** Basis and reason in words. */
  readonly reason: string;
  readonly decidedOn: Day | null;
  readonly copiesReceived: number;
  readonly copiesRequired: number;
  readonly remark: string;
};

export const ON_REQUEST_REGISTER: RegisterDefinition<OnRequestRow> = {
  title: { zh: '依申请公开属性文件台账', en: 'Register of Documents Disclosed on Request' },
  measure: DOCUMENTS,
  columns: [
    order(),
    docNumber(),
    title(),
    docType(),
    division(),
    signer(),
    signedOn(),
    dayColumn({ zh: '认定日期', en: 'Decided on' }, (row) => row.decidedOn),
    { header: { zh: '认定理由', en: 'Reason' }, width: 46, align: 'left', text: (row) => row.reason },
    {
      header: { zh: '备案\n份数', en: 'Copies\nfiled' },
      width: 13,
      text: ({ copiesReceived, copiesRequired }) => `${copiesReceived}/${copiesRequired}`,
    },
    remark(24),
  ],
  nil: NIL,
  totals: (rows, language) => countOf(rows.length, language),
};
