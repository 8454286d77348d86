/** The dated rules of duties: what is owed within which period, since when and by which article. 实施方案; 条例; 民法典第二百条至第二百零四条. */

import type { Day } from './day.ts';
import type { PeriodUnit } from './deadline.ts';
import { TRIGGER_SOURCES } from './standing.ts';

export const DUTY_RULE_IDS = [
  'posting',
  'interpretation',
  'copies',
  'reviewStep',
  'normativeFiling',
  'normativeCleanup',
  'reassessment',
  'stockReview',
  'consultation',
  'consultationFeedback',
  'progressUpdate',
  'listPosting',
  'proposalReply',
  'budgetPosting',
  'organisationPosting',
  'periodicPosting',
  'inspectionPosting',
  'penaltyPosting',
  'penaltyForwarding',
  'penaltyPostingForOther',
  'penaltyTakingDown',
  'reformActivity',
  'meetingTopic',
  'publicResponse',
  'columnUpdate',
  'requestReply',
  'requestCorrection',
  'requestCorrected',
  'requestConsultation',
  'requestFee',
  'requestDelivery',
  'severalRequests',
  'annualReport',
] as const;
export type DutyRuleId = (typeof DUTY_RULE_IDS)[number];

/** Which day sets a clock going; the words stand in `wording/` under `trigger.<source>`. */
export const DUTY_TRIGGERS = [
  ...TRIGGER_SOURCES,
  'promulgated',
  'lastCleanup',
  'notDisclosed',
  'lastReassessed',
  'regulationInForce',
  'consultationOpened',
  'consultationClosed',
  'progressMade',
  'lastUpdated',
  'listChanged',
  'replySigned',
  'budgetApproved',
  'organisationChanged',
  'periodEnded',
  'inspectionDone',
  'penaltyDecided',
  'penaltyReceived',
  'penaltyOverturned',
  'measureTaken',
  'topicSubmitted',
  'publicEvent',
  'requestReceived',
  'correctionNoticed',
  'requestCorrected',
  'letterReceived',
  'feeNoticed',
  'requestReplied',
  'severalAsked',
  'yearEnded',
] as const;
export type DutyTrigger = (typeof DUTY_TRIGGERS)[number];

/** Periods that no source names: the bureau sets them. */
export const PERIOD_SETTINGS = ['copiesWithinWorkingDays', 'reviewStepWorkingDays'] as const;
export type PeriodSetting = (typeof PERIOD_SETTINGS)[number];

/** One wording of a rule (职责规则). Rows only grow: an amendment is a row that corrects another, or one of a later day. */
export type DutyRule = {
  readonly id: string;
  readonly rule: DutyRuleId;
  /** First and last trigger day to which this wording applies. */
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly unit: PeriodUnit;
  /** Length of the period in its unit, or the setting that holds it. */
  readonly days: number | PeriodSetting;
  /** Of a built-in rule keys of `wording/` (`dutyArticle.`, `ruleTrigger.`, `ruleGate.`, `ruleEvidence.`), of the bureau's own plain text. */
  readonly article: string;
  readonly trigger: string;
  /** What stays shut until the duty is done; empty where nothing does. */
  readonly gate: string;
  readonly evidence: string;
  /** Responsible division; null: the one that has the matter in hand. */
  readonly divisionId: string | null;
  readonly isEnabled: boolean;
  readonly isBuiltIn: boolean;
  /** The row that this one takes the place of. */
  readonly correctsId: string | null;
  /** Day on which the bureau entered it; null for what is built in. */
  readonly enteredOn: Day | null;
};

type BuiltIn = Pick<DutyRule, 'rule' | 'unit' | 'days'> & {
  readonly from: string;
  readonly to?: string;
  readonly article?: string;
  readonly hasGate?: true;
};

function builtIn({ rule, unit, days, from, to, article = rule, hasGate }: BuiltIn): DutyRule {
  return {
    id: `${rule}.${from}`,
    ...{ rule, unit, days, article },
    effectiveFrom: from as Day,
    effectiveTo: (to ?? null) as Day | null,
    ...{ trigger: rule, gate: hasGate ? rule : '', evidence: rule },
    ...{ divisionId: null, isEnabled: true, isBuiltIn: true, correctsId: null, enteredOn: null },
  };
}

const PLAN = '2019-08-01';
const REGULATION = '2019-05-15';
/** 《市场监督管理行政处罚信息公示规定》（总局令第45号）. */
const PENALTIES = '2021-09-01';

/** 实施方案 and the law behind it. A period that neither names is the bureau's own and says so in its article. */
export const BUILT_IN_RULES: readonly DutyRule[] = (
  [
    {
      rule: 'posting',
      from: '2008-05-01',
      to: '2019-05-14',
      unit: 'WD',
      days: 20,
      article: 'posting2008',
      hasGate: true,
    },
    { rule: 'posting', from: REGULATION, unit: 'WD', days: 20, hasGate: true },
    { rule: 'interpretation', from: PLAN, unit: 'WD', days: 5, hasGate: true },
    { rule: 'copies', from: PLAN, unit: 'WD', days: 'copiesWithinWorkingDays' },
    { rule: 'reviewStep', from: '2008-05-01', unit: 'WD', days: 'reviewStepWorkingDays', hasGate: true },
    { rule: 'normativeFiling', from: '2008-05-01', unit: 'CD', days: 15 },
    { rule: 'normativeCleanup', from: '2008-05-01', unit: 'M', days: 24 },
    { rule: 'reassessment', from: REGULATION, unit: 'M', days: 12 },
    { rule: 'stockReview', from: REGULATION, unit: 'M', days: 6 },
    { rule: 'consultation', from: '2019-09-01', unit: 'CD', days: 30, hasGate: true },
    { rule: 'consultationFeedback', from: PLAN, unit: 'WD', days: 20, hasGate: true },
    { rule: 'progressUpdate', from: PLAN, unit: 'M', days: 1 },
    { rule: 'listPosting', from: REGULATION, unit: 'WD', days: 20 },
    { rule: 'proposalReply', from: REGULATION, unit: 'WD', days: 20, hasGate: true },
    { rule: 'budgetPosting', from: '2015-01-01', unit: 'CD', days: 20 },
    { rule: 'organisationPosting', from: REGULATION, unit: 'WD', days: 20, hasGate: true },
    { rule: 'periodicPosting', from: PLAN, unit: 'WD', days: 20, hasGate: true },
    { rule: 'inspectionPosting', from: PLAN, unit: 'WD', days: 20 },
    {
      rule: 'penaltyPosting',
      from: REGULATION,
      to: '2021-08-31',
      unit: 'WD',
      days: 20,
      article: 'penaltyPosting2019',
    },
    { rule: 'penaltyPosting', from: PENALTIES, unit: 'WD', days: 20 },
    { rule: 'penaltyForwarding', from: PENALTIES, unit: 'WD', days: 10 },
    { rule: 'penaltyPostingForOther', from: PENALTIES, unit: 'WD', days: 10 },
    { rule: 'penaltyTakingDown', from: PENALTIES, unit: 'WD', days: 3, hasGate: true },
    { rule: 'reformActivity', from: PLAN, unit: 'WD', days: 20 },
    { rule: 'meetingTopic', from: PLAN, unit: 'WD', days: 5 },
    { rule: 'publicResponse', from: PLAN, unit: 'WD', days: 2 },
    { rule: 'columnUpdate', from: PLAN, unit: 'M', days: 1 },
    { rule: 'requestReply', from: REGULATION, unit: 'WD', days: 20 },
    { rule: 'requestCorrection', from: REGULATION, unit: 'WD', days: 7 },
    { rule: 'requestCorrected', from: REGULATION, unit: 'WD', days: 15 },
    { rule: 'requestConsultation', from: REGULATION, unit: 'WD', days: 15 },
    { rule: 'requestFee', from: REGULATION, unit: 'WD', days: 20 },
    { rule: 'requestDelivery', from: REGULATION, unit: 'WD', days: 10, hasGate: true },
    { rule: 'severalRequests', from: REGULATION, unit: 'WD', days: 20 },
    { rule: 'annualReport', from: REGULATION, unit: 'CD', days: 31 },
  ] as const satisfies readonly BuiltIn[]
).map(builtIn);

/**
 * The wording that governs a trigger day; undefined before there was one, or while it is set aside. Of several the one
 * entered last. What is done is judged by the rules entered before that day: an amendment never reaches back.
 */
export function ruleFor(
  rules: readonly DutyRule[],
  id: DutyRuleId,
  triggerOn: Day,
  doneOn: Day | null = null,
): DutyRule | undefined {
  const rows = rowsOf(rules, id);
  const known = doneOn === null ? rows : rows.filter(({ enteredOn }) => enteredOn === null || enteredOn < doneOn);
  const rule = known.findLast(
    (row) =>
      row.effectiveFrom <= triggerOn &&
      (row.effectiveTo === null || triggerOn <= row.effectiveTo) &&
      !known.some(({ correctsId }) => correctsId === row.id),
  );
  return rule?.isEnabled ? rule : undefined;
}

const rowsById = new WeakMap<readonly DutyRule[], Map<DutyRuleId, readonly DutyRule[]>>();

/** A board asks for the same few rules of every document. */
function rowsOf(rules: readonly DutyRule[], id: DutyRuleId): readonly DutyRule[] {
  const known = rowsById.get(rules) ?? new Map<DutyRuleId, readonly DutyRule[]>();
  rowsById.set(rules, known);
  const rows = known.get(id) ?? rules.filter(({ rule }) => rule === id);
  known.set(id, rows);
  return rows;
}
