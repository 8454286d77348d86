/** Words of files that go out: tables and calendars. */

import { catalogue } from './catalogue.ts';

export const exportWording = catalogue(
  {
    'export.ledger': '文件公开台账',
    'export.deadlines': '政务公开期限',
    'export.provisional': '（暂定）',
    'export.colon': '：',
    'export.counted': '自{day}起算；{division}',
  },
  {
    'export.ledger': 'Disclosure ledger',
    'export.deadlines': 'Disclosure deadlines',
    'export.provisional': '(provisional)',
    'export.colon': ': ',
    'export.counted': 'Counted from {day}; {division}',
  },
);
