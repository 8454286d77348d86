/** The table of website columns (栏目设置和责任分工): which division keeps a column, and how fresh it has to be. 实施方案四. */

import type { MatterKind } from './kind.ts';
import { owedByRenewal, renewalFields } from './renewal.ts';

export const siteColumn: MatterKind = {
  key: 'siteColumn',
  obligation: 'O15',
  fields: [
    { key: 'columnPath', type: 'text', needed: 'opening' },
    ...renewalFields('monthly'),
    { key: 'columnEditor', type: 'text' },
    { key: 'columnCheckedOn', type: 'day', isPast: true },
  ],
  columns: ['columnPath', 'columnEditor', 'updateCycle'],
  stages: ['progress'],
  channels: ['website'],
  isStanding: true,
  owed: owedByRenewal('columnUpdate'),
};
