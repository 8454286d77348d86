/** Functions of the bureau and its leaders' fields (机构职责、领导分工), public once what is secret was taken out. 实施方案一（五）. */

import { broken } from '../broken.ts';
import { dayIn } from './body.ts';
import { firstPosting, type MatterKind } from './kind.ts';

export const organisation: MatterKind = {
  key: 'organisation',
  obligation: 'O7',
  fields: [
    {
      key: 'organisationKind',
      type: 'choice',
      choices: ['functions', 'leaders', 'divisions'],
      needed: 'opening',
      initial: 'functions',
    },
    { key: 'organisationChangedOn', type: 'day', needed: 'opening', isPast: true },
    // 先脱密、后公开: who took what out by which rule, and that nothing else was to be taken out.
    { key: 'declassifyingNote', type: 'reason', needed: 'publication' },
    { key: 'declassifiedBy', type: 'text', needed: 'publication' },
  ],
  columns: ['organisationKind', 'organisationChangedOn', 'declassifiedBy'],
  stages: ['posting'],
  channels: ['website', 'other'],
  owed: (facts) => {
    const on = dayIn(facts.body, 'organisationChangedOn');
    if (on === null) return [];
    const trigger = { on, source: 'organisationChanged' } as const;
    return [{ rule: 'organisationPosting', trigger, doneOn: firstPosting(facts) }];
  },
  brokenOnClosing: (facts) => (firstPosting(facts) === null ? [broken('matter.notPublished', 'postings')] : []),
};
