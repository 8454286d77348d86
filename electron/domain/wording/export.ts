/** Words of files that go out: tables and calendars. */

import { catalogue } from './catalogue.ts';

export const exportWording = catalogue(
  {
    'export.ledger': '文件公开台账',
    'export.requests': '依申请公开登记簿',
    'export.duties': '职责期限清单',
    'export.yes': '是',
    'export.no': '否',
    'export.deadlines': '政务公开期限',
    'export.provisional': '（暂定）',
    'export.colon': '：',
    'export.counted': '自{day}起算；{division}',
  },
  {
    'export.ledger': 'Disclosure ledger',
    'export.requests': 'Register of requests',
    'export.duties': 'List of duties',
    'export.yes': 'Yes',
    'export.no': 'No',
    'export.deadlines': 'Disclosure deadlines',
    'export.provisional': '(provisional)',
    'export.colon': ': ',
    'export.counted': 'Counted from {day}; {division}',
  },
);
