/** Results of inspections (“双随机、一公开”) and penalties: on three platforms, each with its proof. 实施方案二（二）. */

import { type Broken, broken } from '../broken.ts';
import { dayIn, listIn, type MatterBody, numberIn } from './body.ts';
import { type MatterFacts, type MatterKind, postedEverywhere } from './kind.ts';
import {
  brokenOnClosingFallen,
  brokenOnPenalty,
  isPenalty,
  isPostedElsewhere,
  owedByPenalty,
  penaltyFields,
} from './penalty.ts';

const NAMED_BY_THE_PLAN = ['creditChina', 'publicitySystem', 'website'] as const;

function brokenOnClosing(facts: MatterFacts): readonly Broken[] {
  const { body, postings } = facts;
  const fallen = isPenalty(body) ? brokenOnClosingFallen(facts) : undefined;
  if (fallen !== undefined) return fallen;
  if (isPostedElsewhere(body)) return [];
  return listIn(body, 'inspectionChannels').flatMap((channel) => {
    const there = postings.filter((posting) => posting.channel === channel);
    if (there.length === 0) return [broken('matter.channelOpen', 'postings', { channel })];
    return there.some(({ hasEvidence }) => hasEvidence) ? [] : [broken('matter.proofMissing', 'postings', { channel })];
  });
}

function brokenOnBody(facts: MatterFacts): readonly Broken[] {
  const { body } = facts;
  if (isPenalty(body)) return brokenOnPenalty(facts);
  const [inspected, found] = [numberIn(body, 'inspected'), numberIn(body, 'problemsFound')];
  if (inspected === null || found === null || found <= inspected) return [];
  return [broken('matter.moreProblems', 'problemsFound', { inspected })];
}

const isInspection = (body: MatterBody) => !isPenalty(body);

export const inspection: MatterKind = {
  key: 'inspection',
  obligation: 'O9',
  fields: [
    {
      key: 'inspectionKind',
      type: 'choice',
      choices: ['doubleRandom', 'special', 'penalty'],
      needed: 'opening',
      initial: 'doubleRandom',
    },
    { key: 'inspectionPlan', type: 'text' },
    { key: 'inspectedOn', type: 'day', needed: 'opening', isPast: true, when: isInspection },
    { key: 'inspected', type: 'number', needed: 'closing', when: isInspection },
    { key: 'problemsFound', type: 'number', needed: 'closing', when: isInspection },
    ...penaltyFields,
    { key: 'inspectionChannels', type: 'channels', needed: 'opening', initial: NAMED_BY_THE_PLAN },
  ],
  columns: ['inspectionKind', 'inspectedOn', 'inspected'],
  numberField: 'inspectionPlan',
  stages: ['posting'],
  channels: [...NAMED_BY_THE_PLAN, 'newMedia', 'other'],
  owed: (facts) => {
    if (isPenalty(facts.body)) return owedByPenalty(facts);
    const on = dayIn(facts.body, 'inspectedOn');
    if (on === null) return [];
    const doneOn = postedEverywhere(facts, listIn(facts.body, 'inspectionChannels'));
    return [{ rule: 'inspectionPosting', trigger: { on, source: 'inspectionDone' }, doneOn }];
  },
  brokenOnBody,
  brokenOnClosing,
};
