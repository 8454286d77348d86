/** Public concern and the answer to it (舆情回应): found early, judged early, dealt with early. 实施方案三（二）. */

import { dayIn } from './body.ts';
import { firstPosting, type MatterKind } from './kind.ts';

export const publicResponse: MatterKind = {
  key: 'publicResponse',
  obligation: 'O13',
  fields: [
    { key: 'concernFoundOn', type: 'day', needed: 'opening', isPast: true },
    { key: 'concernSource', type: 'text', needed: 'opening' },
    {
      key: 'concernGrade',
      type: 'choice',
      choices: ['ordinary', 'serious', 'grave'],
      needed: 'opening',
      initial: 'ordinary',
    },
    { key: 'concernContent', type: 'long', needed: 'opening' },
    { key: 'concernHandling', type: 'long', needed: 'closing' },
    { key: 'respondedOn', type: 'day', needed: 'closing', isPast: true },
  ],
  columns: ['concernFoundOn', 'concernGrade', 'respondedOn'],
  stages: ['posting'],
  channels: ['website', 'newMedia', 'pressConference', 'other'],
  owed: (facts) => {
    const on = dayIn(facts.body, 'concernFoundOn');
    if (on === null) return [];
    // An answer by telephone is one, too: it has no publication.
    const days = [firstPosting(facts), dayIn(facts.body, 'respondedOn')].filter((day) => day !== null).toSorted();
    return [{ rule: 'publicResponse', trigger: { on, source: 'publicEvent' }, doneOn: days[0] ?? null }];
  },
};
