/** What is typed of a rule, and what it says to the engine. */

import type { DutyRuleRecord, RuleAmendmentInput } from '../../../electron/contract/rules.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { PERIOD_UNITS } from '../../../electron/domain/deadline.ts';
import type { Language } from '../../../electron/domain/wording/catalogue.ts';
import { type RulePart, sayRule } from '../../../electron/domain/wording/say.ts';

export type RuleEntry = {
  readonly effectiveFrom: Day | null;
  readonly effectiveTo: Day | null;
  /** Empty where a setting holds the period. */
  readonly days: string;
  readonly unit: string;
  readonly trigger: string;
  readonly article: string;
  readonly gate: string;
  readonly evidence: string;
  readonly divisionId: string;
  readonly isEnabled: boolean;
  readonly reason: string;
};

const PARTS = {
  trigger: 'ruleTrigger',
  article: 'dutyArticle',
  gate: 'ruleGate',
  evidence: 'ruleEvidence',
} as const satisfies Record<string, RulePart>;

export function entryOf(rule: DutyRuleRecord, language: Language, isCorrection: boolean): RuleEntry {
  const said = (part: keyof typeof PARTS) => sayRule(language, PARTS[part], rule[part]);
  return {
    effectiveFrom: isCorrection ? rule.effectiveFrom : null,
    effectiveTo: isCorrection ? rule.effectiveTo : null,
    days: typeof rule.days === 'number' ? String(rule.days) : '',
    unit: rule.unit,
    ...{ trigger: said('trigger'), article: said('article'), gate: said('gate'), evidence: said('evidence') },
    divisionId: rule.divisionId ?? '',
    isEnabled: rule.isEnabled,
    reason: '',
  };
}

/** Words left as they were keep their key, so that the other language keeps its own. */
export function amendmentOf(
  entry: RuleEntry & { readonly effectiveFrom: Day },
  rule: DutyRuleRecord,
  language: Language,
  isCorrection: boolean,
): RuleAmendmentInput {
  const kept = (part: keyof typeof PARTS) =>
    entry[part] === sayRule(language, PARTS[part], rule[part]) ? rule[part] : entry[part].trim();
  const typed = entry.days.trim();
  return {
    rule: rule.rule,
    ...{ effectiveFrom: entry.effectiveFrom, effectiveTo: entry.effectiveTo },
    unit: PERIOD_UNITS.find((unit) => unit === entry.unit) ?? rule.unit,
    days: typed === '' && typeof rule.days === 'string' ? rule.days : Math.trunc(Number(typed)) || 0,
    ...{ trigger: kept('trigger'), article: kept('article'), gate: kept('gate'), evidence: kept('evidence') },
    divisionId: entry.divisionId || null,
    isEnabled: entry.isEnabled,
    correctsId: isCorrection ? rule.id : null,
    reason: entry.reason.trim(),
  };
}
