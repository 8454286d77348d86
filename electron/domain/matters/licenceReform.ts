/** The log of what was done to make 「证照分离」 known and understood. 实施方案二（三）. */

import { dayIn } from './body.ts';
import type { MatterKind } from './kind.ts';

export const licenceReform: MatterKind = {
  key: 'licenceReform',
  obligation: 'O10',
  fields: [
    {
      key: 'reformActivity',
      type: 'choice',
      choices: ['publicity', 'interpretation', 'training', 'survey'],
      needed: 'opening',
      initial: 'publicity',
    },
    { key: 'measureOn', type: 'day', needed: 'opening', isPast: true },
    { key: 'activityOn', type: 'day', needed: 'closing', isPast: true },
    { key: 'activityPlace', type: 'text' },
    { key: 'activityMedia', type: 'text' },
    { key: 'activityContent', type: 'long', needed: 'closing' },
  ],
  columns: ['reformActivity', 'measureOn', 'activityOn'],
  stages: ['posting'],
  channels: ['website', 'newMedia', 'pressConference', 'board', 'other'],
  owed: ({ body }) => {
    const on = dayIn(body, 'measureOn');
    if (on === null) return [];
    return [{ rule: 'reformActivity', trigger: { on, source: 'measureTaken' }, doneOn: dayIn(body, 'activityOn') }];
  },
};
