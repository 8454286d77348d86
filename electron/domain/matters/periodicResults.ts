/** Results published regularly (定期公开): food sampling, product quality, special equipment, period after period in several channels. 实施方案二（一）. */

import { type Broken, broken } from '../broken.ts';
import { dayIn, listIn, type MatterBody, numberIn, textIn } from './body.ts';
import { PERIOD_CYCLES, type PeriodCycle, periodAfter, periodHolding } from './cycle.ts';
import { type MatterFacts, type MatterKind, postedEverywhere } from './kind.ts';

/** Any day of the period may be typed; the period is the whole one around it. */
function settle(body: MatterBody): MatterBody {
  const within = dayIn(body, 'periodFrom');
  const cycle = textIn(body, 'periodCycle') as PeriodCycle;
  if (within === null || !PERIOD_CYCLES.includes(cycle)) return { ...body, periodTo: null };
  const { from, to } = periodHolding(within, cycle);
  return { ...body, periodFrom: from, periodTo: to };
}

/** The same item of the next period, with nothing found yet. */
function next(body: MatterBody): MatterBody {
  const [from, to] = [dayIn(body, 'periodFrom'), dayIn(body, 'periodTo')];
  if (from === null || to === null) return body;
  const after = periodAfter({ from, to }, textIn(body, 'periodCycle') as PeriodCycle);
  return { ...body, periodFrom: after.from, periodTo: after.to, batches: null, failedBatches: null };
}

function brokenOnBody({ body }: MatterFacts): readonly Broken[] {
  const [batches, failed] = [numberIn(body, 'batches'), numberIn(body, 'failedBatches')];
  const days = numberIn(body, 'publishWithin');
  return [
    ...(batches !== null && failed !== null && failed > batches
      ? [broken('matter.moreFailed', 'failedBatches', { batches })]
      : []),
    ...(days !== null && days < 1 ? [broken('matter.periodTooShort', 'publishWithin')] : []),
  ];
}

function brokenOnClosing(facts: MatterFacts): readonly Broken[] {
  return listIn(facts.body, 'resultChannels')
    .filter((channel) => !facts.postings.some((posting) => posting.channel === channel))
    .map((channel) => broken('matter.channelOpen', 'postings', { channel }));
}

export const periodicResults: MatterKind = {
  key: 'periodicResults',
  obligation: 'O8',
  fields: [
    {
      key: 'resultSubject',
      type: 'choice',
      choices: ['food', 'product', 'equipment'],
      needed: 'opening',
      initial: 'food',
    },
    { key: 'periodCycle', type: 'choice', choices: PERIOD_CYCLES, needed: 'opening', initial: 'monthly' },
    { key: 'periodFrom', type: 'day', needed: 'opening' },
    { key: 'periodTo', type: 'day', isDerived: true },
    { key: 'publishWithin', type: 'number', needed: 'opening', initial: 20 },
    { key: 'resultChannels', type: 'channels', needed: 'opening', initial: ['website'] },
    { key: 'batches', type: 'number', needed: 'closing' },
    { key: 'failedBatches', type: 'number', needed: 'closing' },
  ],
  columns: ['resultSubject', 'periodFrom', 'periodTo'],
  numberField: 'periodTo',
  stages: ['posting'],
  channels: ['website', 'newMedia', 'publicitySystem', 'gazette', 'other'],
  settle,
  next,
  over: (body, today) => (dayIn(body, 'periodTo') ?? today) < today,
  owed: (facts) => {
    const on = dayIn(facts.body, 'periodTo');
    const days = numberIn(facts.body, 'publishWithin');
    if (on === null) return [];
    return [
      {
        rule: 'periodicPosting',
        trigger: { on, source: 'periodEnded' },
        doneOn: postedEverywhere(facts, listIn(facts.body, 'resultChannels')),
        ...(days !== null && days > 0 && { period: { days, unit: 'WD' as const } }),
      },
    ];
  },
  brokenOnBody,
  brokenOnClosing,
};
