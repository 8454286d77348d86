/** The column 「重实干、强执行、抓落实」 (“重、强、抓”专栏): progress is put there at least once a cycle. 实施方案一（一）3、四. */

import type { MatterKind } from './kind.ts';
import { owedByRenewal, renewalFields } from './renewal.ts';

export const progressColumn: MatterKind = {
  key: 'progressColumn',
  obligation: 'O3',
  fields: [{ key: 'progressTheme', type: 'text', needed: 'opening' }, ...renewalFields('monthly')],
  columns: ['progressTheme', 'updateCycle'],
  stages: ['progress'],
  channels: ['website', 'newMedia'],
  isStanding: true,
  owed: owedByRenewal('progressUpdate'),
};
