/** Amending a rule of duties: what an amendment has to say, and what it may not do. domain practice: 规则更正、新规则自某日起适用. */

import { type Broken, broken, isBlank } from './broken.ts';
import type { DutyRule, DutyRuleId } from './dutyRules.ts';

const LONGEST_PERIOD = { WD: 250, CD: 366, M: 120 } as const;

export type RuleAmendment = Omit<DutyRule, 'isBuiltIn' | 'enteredOn'> & { readonly reason: string };

/** Rows that no other corrects: what the table shows as in force or to come. */
export function currentRules(rules: readonly DutyRule[]): readonly DutyRule[] {
  const corrected = new Set(rules.map(({ correctsId }) => correctsId));
  return rules.filter(({ id }) => !corrected.has(id));
}

/** `divisionIds`: those to which a rule may be given. */
export function brokenOnRuleAmendment(
  amendment: RuleAmendment,
  rules: readonly DutyRule[],
  divisionIds: readonly string[],
): readonly Broken[] {
  const { effectiveFrom, effectiveTo, article, trigger, evidence, divisionId, reason } = amendment;
  return [
    ...(isBlank(article) ? [broken('rule.articleMissing', 'article')] : []),
    ...(isBlank(trigger) ? [broken('rule.triggerMissing', 'trigger')] : []),
    ...(isBlank(evidence) ? [broken('rule.evidenceMissing', 'evidence')] : []),
    ...(isBlank(reason) ? [broken('rule.reasonMissing', 'reason')] : []),
    ...brokenOnPeriod(amendment),
    ...brokenOnStatute(amendment, rules),
    ...(effectiveTo !== null && effectiveTo < effectiveFrom ? [broken('rule.endsBeforeStart', 'effectiveTo')] : []),
    ...(divisionId !== null && !divisionIds.includes(divisionId) ? [broken('rule.divisionUnknown', 'divisionId')] : []),
    ...brokenOnPlace(amendment, rules),
  ];
}

function brokenOnPeriod({ days, unit }: RuleAmendment): readonly Broken[] {
  if (typeof days === 'string') return [];
  const most = LONGEST_PERIOD[unit];
  const isFine = Number.isInteger(days) && days >= 1 && days <= most;
  return isFine ? [] : [broken('rule.periodBad', 'days', { most })];
}

/** 条例第三十条至第三十五条: the clock of a request restarts and pauses by law, and its periods are the law's. */
const BY_STATUTE: readonly DutyRuleId[] = [
  'requestReply',
  'requestCorrection',
  'requestCorrected',
  'requestConsultation',
  'requestFee',
];

function brokenOnStatute({ rule, days, unit }: RuleAmendment, rules: readonly DutyRule[]): readonly Broken[] {
  if (!BY_STATUTE.includes(rule)) return [];
  const isOther = rules.some((row) => row.rule === rule && (row.days !== days || row.unit !== unit));
  return isOther ? [broken('rule.periodByStatute', 'days')] : [];
}

/** A correction changes something; what is no correction starts on a day of its own. */
function brokenOnPlace(amendment: RuleAmendment, rules: readonly DutyRule[]): readonly Broken[] {
  const current = currentRules(rules);
  const corrected = current.find(({ id }) => id === amendment.correctsId);
  if (corrected) return isSame(amendment, corrected) ? [broken('rule.unchanged', 'reason')] : [];
  const isTaken = current.some(
    ({ rule, effectiveFrom }) => rule === amendment.rule && effectiveFrom === amendment.effectiveFrom,
  );
  return isTaken ? [broken('rule.sameDay', 'effectiveFrom', { day: amendment.effectiveFrom })] : [];
}

export const AMENDED_FIELDS = [
  'effectiveFrom',
  'effectiveTo',
  'days',
  'unit',
  'trigger',
  'article',
  'gate',
  'evidence',
  'divisionId',
  'isEnabled',
] as const satisfies readonly (keyof DutyRule & keyof RuleAmendment)[];

function isSame(amendment: RuleAmendment, rule: DutyRule): boolean {
  return AMENDED_FIELDS.every((field) => amendment[field] === rule[field]);
}
