/** Pre-disclosure of decisions (决策预公开): draft and basis first, then what was heard, adopted and why not. 实施方案一（一）2; 重大行政决策程序暂行条例第十五条. */

import { type Broken, broken, isBlank, REASON_LENGTH, saidLength } from '../broken.ts';
import { addDays, type Day } from '../day.ts';
import type { Owed } from '../duties.ts';
import { ruleFor } from '../dutyRules.ts';
import { dayIn, numberIn, textIn } from './body.ts';
import { firstPosting, type MatterFacts, type MatterKind } from './kind.ts';

/** Thirty days are for major decisions; others are held to the period that the bureau names. */
function isMajor({ body }: MatterFacts): boolean {
  return textIn(body, 'decisionKind') === 'major';
}

/** How long a major decision's consultation takes at least by the rule of its first day, and when it may end. */
function leastPeriod(facts: MatterFacts): { readonly days: number; readonly end: Day } | undefined {
  const from = dayIn(facts.body, 'consultationFrom');
  if (from === null || !isMajor(facts)) return undefined;
  const rule = ruleFor(facts.rules, 'consultation', from);
  return rule && typeof rule.days === 'number' ? { days: rule.days, end: addDays(from, rule.days) } : undefined;
}

function owed(facts: MatterFacts): readonly Owed[] {
  const { body } = facts;
  const from = dayIn(body, 'consultationFrom');
  const to = dayIn(body, 'consultationTo');
  const owing: Owed[] = [];
  if (from !== null && to !== null) {
    // Over once the day has come and someone wrote down what was heard.
    const isHeard = firstPosting(facts, 'consultation') !== null && numberIn(body, 'opinionsReceived') !== null;
    owing.push({
      rule: 'consultation',
      trigger: { on: from, source: 'consultationOpened' },
      dueOn: to,
      doneOn: isHeard ? to : null,
    });
    owing.push({
      rule: 'consultationFeedback',
      trigger: { on: to, source: 'consultationClosed' },
      doneOn: firstPosting(facts, 'feedback'),
    });
  }
  return owing;
}

function brokenOnBody(facts: MatterFacts): readonly Broken[] {
  const { body } = facts;
  const findings: Broken[] = [];
  const [from, to, decided] = ['consultationFrom', 'consultationTo', 'decidedOn'].map((key) => dayIn(body, key));
  if (from && to && to < from) findings.push(broken('matter.consultationBackwards', 'consultationTo', { day: from }));
  const least = leastPeriod(facts);
  const isShort = least !== undefined && to && from && to >= from && to < least.end;
  if (isShort && saidLength(textIn(body, 'shortenedReason')) < REASON_LENGTH) {
    const params = { days: least.days, day: least.end, least: REASON_LENGTH };
    findings.push(broken('matter.consultationShort', 'shortenedReason', params));
  }
  if (to && decided && decided <= to) findings.push(broken('matter.decidedTooEarly', 'decidedOn', { day: to }));
  const [received, adopted] = [numberIn(body, 'opinionsReceived'), numberIn(body, 'opinionsAdopted')];
  if (received !== null && adopted !== null && adopted > received) {
    findings.push(broken('matter.moreAdopted', 'opinionsAdopted', { received }));
  }
  return findings;
}

/** The period runs from the day on which everybody could read the draft. */
function brokenOnClosing(facts: MatterFacts): readonly Broken[] {
  const { body } = facts;
  const findings: Broken[] = [];
  const from = dayIn(body, 'consultationFrom');
  const consulted = firstPosting(facts, 'consultation');
  if (consulted === null) findings.push(broken('matter.draftNotPublished', 'postings'));
  else if (from && consulted > from) {
    findings.push(broken('matter.draftPublishedLater', 'consultationFrom', { day: consulted }));
  }
  const [received, adopted] = [numberIn(body, 'opinionsReceived') ?? 0, numberIn(body, 'opinionsAdopted') ?? 0];
  if (received > adopted && isBlank(textIn(body, 'notAdopted'))) {
    findings.push(broken('matter.notAdoptedMissing', 'notAdopted', { count: received - adopted }));
  }
  const feedback = firstPosting(facts, 'feedback');
  const to = dayIn(body, 'consultationTo');
  if (feedback === null) findings.push(broken('matter.feedbackNotPublished', 'postings'));
  else if (to && feedback < to) findings.push(broken('matter.feedbackTooEarly', 'postings', { day: to }));
  return findings;
}

export const preDecision: MatterKind = {
  key: 'preDecision',
  obligation: 'O2',
  fields: [
    { key: 'decisionKind', type: 'choice', choices: ['major', 'other'], needed: 'opening', initial: 'major' },
    { key: 'decisionBasis', type: 'long', needed: 'opening' },
    { key: 'consultationFrom', type: 'day', needed: 'opening' },
    { key: 'consultationTo', type: 'day', needed: 'opening' },
    { key: 'shortenedReason', type: 'reason', when: (body) => textIn(body, 'decisionKind') === 'major' },
    { key: 'consultationChannels', type: 'channels', needed: 'closing', initial: ['website'] },
    { key: 'opinionsReceived', type: 'number', needed: 'closing' },
    { key: 'opinionsAdopted', type: 'number', needed: 'closing' },
    { key: 'notAdopted', type: 'long' },
    { key: 'decidedOn', type: 'day', isPast: true },
  ],
  columns: ['consultationFrom', 'consultationTo', 'opinionsReceived'],
  stages: ['consultation', 'feedback'],
  channels: ['website', 'newMedia', 'pressConference', 'board', 'other'],
  owed,
  brokenOnBody,
  brokenOnClosing,
};
