/** The format for the years 2019 and 2020. 国办公开办函〔2019〕60号. */

import type { ReportBlock, ReportColumn, ReportLayout } from './layout.ts';
import { DISPUTES_TABLE, requestsTable } from './sharedTables.ts';

const ITEMS: readonly ReportColumn[] = [{ key: 'itemsBefore' }, { key: 'itemsChange', kind: 'change' }];

function items(key: string, rows: readonly string[], hasDecisions: boolean): ReportBlock {
  return {
    key,
    rows: rows.map((row) => ({ key: row, groups: [] })),
    columns: hasDecisions ? [...ITEMS, { key: 'decisions' }] : ITEMS,
  };
}

export const LAYOUT_2019: ReportLayout = {
  key: '2019',
  firstYear: 2019,
  source: '国办公开办函〔2019〕60号',
  tables: [
    {
      key: 'disclosed',
      blocks: [
        {
          key: 'item1',
          rows: [
            { key: 'rules', groups: [] },
            { key: 'normativeFiles', groups: [] },
          ],
          columns: [{ key: 'newlyMade' }, { key: 'newlyOpened' }, { key: 'openInAll' }],
        },
        items('item5', ['licences', 'otherServices'], true),
        items('item6', ['penalties', 'coercion'], true),
        items('item8', ['fees'], false),
        {
          key: 'item9',
          rows: [{ key: 'procurement', groups: [] }],
          columns: [{ key: 'purchases' }, { key: 'purchaseAmount', kind: 'money' }],
        },
      ],
    },
    requestsTable([{ key: 'otherHandling', groups: ['results'] }]),
    DISPUTES_TABLE,
  ],
};
