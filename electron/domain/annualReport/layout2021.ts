/** The format for the years from 2021 on. 国办公开办函〔2021〕30号. */

import type { ReportLayout } from './layout.ts';
import { DISPUTES_TABLE, requestsTable } from './sharedTables.ts';

export const LAYOUT_2021: ReportLayout = {
  key: '2021',
  firstYear: 2021,
  source: '国办公开办函〔2021〕30号',
  tables: [
    {
      key: 'disclosed',
      blocks: [
        {
          key: 'item1',
          rows: [
            { key: 'rules', groups: [] },
            { key: 'normative', groups: [] },
          ],
          columns: [{ key: 'made' }, { key: 'abolished' }, { key: 'inForce' }],
        },
        { key: 'item5', rows: [{ key: 'licences', groups: [] }], columns: [{ key: 'decisions' }] },
        {
          key: 'item6',
          rows: [
            { key: 'penalties', groups: [] },
            { key: 'coercion', groups: [] },
          ],
          columns: [{ key: 'decisions' }],
        },
        { key: 'item8', rows: [{ key: 'fees', groups: [] }], columns: [{ key: 'feeAmount', kind: 'money' }] },
      ],
    },
    requestsTable([
      { key: 'notCorrected', groups: ['results', 'otherHandling'] },
      { key: 'feeUnpaid', groups: ['results', 'otherHandling'] },
      { key: 'other', groups: ['results', 'otherHandling'] },
    ]),
    DISPUTES_TABLE,
  ],
};
