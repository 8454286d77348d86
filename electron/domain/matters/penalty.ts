/**
 * Penalties (行政处罚信息公示): posted within 20 working days where the party is registered in this province; where it is
 * not, forwarded within 10 and posted by the province of registration within 10 more; taken down within 3 once the
 * decision falls. 《市场监督管理行政处罚信息公示规定》（总局令第45号）第九条至第十一条, in force since 2021-09-01.
 */

import { type Broken, broken } from '../broken.ts';
import type { Day } from '../day.ts';
import type { Owed } from '../duties.ts';
import { dayIn, listIn, type MatterBody, textIn } from './body.ts';
import { type MatterFacts, type MatterField, postedEverywhere } from './kind.ts';

const IN_FORCE = '2021-09-01';

/** 当事人在本省登记 / 在外省登记，由我局推送 / 外省推送，由我局公示 */
const PARTIES = ['sameProvince', 'otherProvince', 'forwardedToUs'] as const;

export function isPenalty(body: MatterBody): boolean {
  return textIn(body, 'inspectionKind') === 'penalty';
}

const isOf = (party: (typeof PARTIES)[number]) => (body: MatterBody) =>
  isPenalty(body) && textIn(body, 'penaltyParty') === party;

/** Who posts it: another province, to which this bureau only forwards it. */
export const isPostedElsewhere = isOf('otherProvince');

export const penaltyFields: readonly MatterField[] = [
  {
    key: 'penaltyParty',
    type: 'choice',
    choices: PARTIES,
    needed: 'opening',
    initial: 'sameProvince',
    when: isPenalty,
  },
  {
    key: 'penaltyDecidedOn',
    type: 'day',
    needed: 'opening',
    isPast: true,
    when: (body) => isPenalty(body) && !isOf('forwardedToUs')(body),
  },
  { key: 'penaltyReceivedOn', type: 'day', needed: 'opening', isPast: true, when: isOf('forwardedToUs') },
  { key: 'penaltyForwardedOn', type: 'day', needed: 'closing', isPast: true, when: isPostedElsewhere },
  // 决定被变更、撤销、确认违法或者确认无效
  { key: 'penaltyOverturnedOn', type: 'day', isPast: true, when: isPenalty },
  {
    key: 'penaltyTakenDownOn',
    type: 'day',
    needed: 'closing',
    isPast: true,
    when: (body) => isPenalty(body) && dayIn(body, 'penaltyOverturnedOn') !== null,
  },
];

/** The day of the decision; where a record was opened before there was a field for it, that of the inspection. */
function decidedOn(body: MatterBody): Day | null {
  return dayIn(body, 'penaltyDecidedOn') ?? dayIn(body, 'inspectedOn');
}

export function owedByPenalty(facts: MatterFacts): readonly Owed[] {
  const { body } = facts;
  const overturnedOn = dayIn(body, 'penaltyOverturnedOn');
  if (overturnedOn !== null) {
    const trigger = { on: overturnedOn, source: 'penaltyOverturned' } as const;
    return [{ rule: 'penaltyTakingDown', trigger, doneOn: dayIn(body, 'penaltyTakenDownOn') }];
  }
  const doneOn = postedEverywhere(facts, listIn(body, 'inspectionChannels'));
  const receivedOn = dayIn(body, 'penaltyReceivedOn');
  if (isOf('forwardedToUs')(body)) {
    if (receivedOn === null) return [];
    return [{ rule: 'penaltyPostingForOther', trigger: { on: receivedOn, source: 'penaltyReceived' }, doneOn }];
  }
  const on = decidedOn(body);
  if (on === null) return [];
  const trigger = { on, source: 'penaltyDecided' } as const;
  // Before these provisions every penalty was the deciding bureau's own to post.
  if (!isPostedElsewhere(body) || on < IN_FORCE) return [{ rule: 'penaltyPosting', trigger, doneOn }];
  return [{ rule: 'penaltyForwarding', trigger, doneOn: dayIn(body, 'penaltyForwardedOn') }];
}

export function brokenOnPenalty({ body }: MatterFacts): readonly Broken[] {
  const [decided, forwarded] = [decidedOn(body), dayIn(body, 'penaltyForwardedOn')];
  const [overturned, takenDown] = [dayIn(body, 'penaltyOverturnedOn'), dayIn(body, 'penaltyTakenDownOn')];
  return [
    ...(decided && forwarded && forwarded < decided ? [broken('matter.forwardedTooEarly', 'penaltyForwardedOn')] : []),
    ...(decided && overturned && overturned < decided
      ? [broken('matter.overturnedTooEarly', 'penaltyOverturnedOn')]
      : []),
    ...(overturned && takenDown && takenDown < overturned
      ? [broken('matter.takenDownTooEarly', 'penaltyTakenDownOn')]
      : []),
  ];
}

/** What fell is to stand nowhere any more. */
export function brokenOnClosingFallen({ body, postings }: MatterFacts): readonly Broken[] | undefined {
  if (dayIn(body, 'penaltyOverturnedOn') === null) return undefined;
  return postings.length > 0 ? [broken('matter.stillPublished', 'postings', { count: postings.length })] : [];
}
