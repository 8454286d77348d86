/** Replies to proposals of deputies and members (建议提案答复): the full text as a rule; less than that needs its reason. 实施方案一（三）. */

import { type Broken, broken } from '../broken.ts';
import { dayIn, textIn } from './body.ts';
import { firstPosting, type MatterFacts, type MatterKind } from './kind.ts';

function isOpened({ body }: Pick<MatterFacts, 'body'>): boolean {
  return textIn(body, 'replyDisclosure') !== 'none';
}

function brokenOnClosing(facts: MatterFacts): readonly Broken[] {
  return isOpened(facts) && firstPosting(facts) === null ? [broken('matter.notPublished', 'postings')] : [];
}

export const proposalReply: MatterKind = {
  key: 'proposalReply',
  obligation: 'O5',
  fields: [
    { key: 'proposalNumber', type: 'text', needed: 'opening' },
    { key: 'proposalKind', type: 'choice', choices: ['suggestion', 'proposal'], needed: 'opening' },
    { key: 'proposer', type: 'text' },
    { key: 'repliedOn', type: 'day', needed: 'opening', isPast: true },
    {
      key: 'replyDisclosure',
      type: 'choice',
      choices: ['full', 'summary', 'none'],
      needed: 'opening',
      initial: 'full',
    },
    {
      key: 'withheldReason',
      type: 'reason',
      needed: 'opening',
      when: (body) => ['summary', 'none'].includes(textIn(body, 'replyDisclosure')),
    },
  ],
  columns: ['proposalNumber', 'repliedOn', 'replyDisclosure'],
  numberField: 'proposalNumber',
  stages: ['posting'],
  channels: ['website', 'newMedia', 'other'],
  owed: (facts) => {
    const on = dayIn(facts.body, 'repliedOn');
    if (on === null || !isOpened(facts)) return [];
    return [{ rule: 'proposalReply', trigger: { on, source: 'replySigned' }, doneOn: firstPosting(facts) }];
  },
  brokenOnPosting: (facts) => (isOpened(facts) ? [] : [broken('matter.replyWithheld', 'replyDisclosure')]),
  brokenOnClosing,
};
