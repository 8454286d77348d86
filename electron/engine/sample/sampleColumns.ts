/** Own columns of the sample registry: what the office checks its website by, and its list of normative documents. */

import { newId } from '../newId.ts';
import { saveColumnSet } from '../paper/columnSets.ts';
import type { Work } from '../registry.ts';

export function tellColumnSets(work: Work): void {
  const sets = [
    {
      name: '网站公开核对表',
      columns: ['docNumber', 'title', 'attribute', 'dueOn', 'postedOn', 'deadline', 'postedChannel', 'postedUrl'],
      isShared: true,
    },
    {
      name: '规范性文件清单',
      columns: ['docNumber', 'title', 'normative', 'legality', 'signedOn', 'postedOn', 'interpretedOn', 'validity'],
      isShared: false,
    },
  ];
  for (const set of sets) saveColumnSet(work, { ...set, id: newId(), version: 0 });
}
