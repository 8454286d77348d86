/** The table of statutory duties, each with its article and period, and what of them a document still owes. 条例第二十六条; 实施方案三（一）、五（三）. */

import type { WorkCalendar } from './calendar.ts';
import type { Day } from './day.ts';
import { deadlineOf, type PeriodUnit, remainingWorkingDays, workingDaysBetween } from './deadline.ts';
import type { RegistrySettings } from './settings.ts';
import type { DocumentStanding, TriggerSource } from './standing.ts';

export const DUTY_RULE_IDS = ['posting', 'interpretation', 'copies', 'reviewStep'] as const;
export type DutyRuleId = (typeof DUTY_RULE_IDS)[number];

export type DutyRule = {
  readonly id: DutyRuleId;
  /** First and last trigger day to which this wording of the rule applies. */
  readonly effectiveFrom: Day;
  readonly effectiveTo?: Day;
  readonly unit: PeriodUnit;
  readonly days: number | 'copiesWithinWorkingDays' | 'reviewStepWorkingDays';
  /** Words of the source stand in `wording/` under `dutyArticle.<key>`. */
  readonly article: string;
};

const day = (text: string) => text as Day;

/** A number of days named by a setting has no source of its own. */
export const DUTY_RULES: readonly DutyRule[] = [
  {
    id: 'posting',
    effectiveFrom: day('2008-05-01'),
    effectiveTo: day('2019-05-14'),
    unit: 'WD',
    days: 20,
    article: 'posting2008',
  },
  { id: 'posting', effectiveFrom: day('2019-05-15'), unit: 'WD', days: 20, article: 'posting' },
  { id: 'interpretation', effectiveFrom: day('2019-08-01'), unit: 'WD', days: 5, article: 'interpretation' },
  { id: 'copies', effectiveFrom: day('2019-08-01'), unit: 'WD', days: 'copiesWithinWorkingDays', article: 'copies' },
  {
    id: 'reviewStep',
    effectiveFrom: day('2008-05-01'),
    unit: 'WD',
    days: 'reviewStepWorkingDays',
    article: 'reviewStep',
  },
];

export const DUTY_STATES = ['open', 'soon', 'today', 'overdue', 'met', 'metLate'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** One duty of one document (期限); derived each time, never stored. */
export type Duty = {
  readonly rule: DutyRuleId;
  readonly article: string;
  readonly triggerOn: Day;
  readonly triggerSource: TriggerSource;
  readonly unit: PeriodUnit;
  readonly days: number;
  readonly dueOn: Day;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly doneOn: Day | null;
  readonly state: DutyState;
  /** 0 on the due day; negative by the working days since. 0 once done. */
  readonly workingDaysLeft: number;
  /** Working days between the due day and the day done, or today. */
  readonly overdueWorkingDays: number;
};

/** Stored with the document or in its standing, so that a board needs no other facts. */
export type DutyFacts = Pick<
  DocumentStanding,
  | 'clockOn'
  | 'clockSource'
  | 'copiesRequired'
  | 'copiesCompleteOn'
  | 'reviewStage'
  | 'reviewWaitingSince'
  | 'postedOn'
  | 'interpretedOn'
  | 'needsInterpretation'
> & {
  readonly signedOn: Day | null;
  readonly writtenOn: Day | null;
  readonly printedOn: Day | null;
  readonly isNormative: boolean;
  readonly isVoided: boolean;
};

export type DutySettings = Pick<
  RegistrySettings,
  | 'copiesWithinWorkingDays'
  | 'copiesClock'
  | 'interpretationClock'
  | 'normativePosting'
  | 'reviewStepWorkingDays'
  | 'reminderStages'
>;

export type Trigger = { readonly on: Day; readonly source: TriggerSource };

/** The wording of a rule that governs a trigger day; undefined before there was one. */
export function ruleFor(id: DutyRuleId, triggerOn: Day): DutyRule | undefined {
  return DUTY_RULES.find(
    (rule) =>
      rule.id === id &&
      rule.effectiveFrom <= triggerOn &&
      (rule.effectiveTo === undefined || triggerOn <= rule.effectiveTo),
  );
}

type Owed = { readonly rule: DutyRuleId; readonly trigger: Trigger; readonly doneOn: Day | null };

/** First of these days that is known. */
function triggerOf(facts: DutyFacts, sources: readonly ('signedOn' | 'writtenOn' | 'printedOn' | 'postedOn')[]) {
  for (const source of sources) {
    const on = facts[source];
    if (on !== null) return { on, source };
  }
  return undefined;
}

const CLOCKS = {
  printed: ['printedOn', 'writtenOn', 'signedOn'],
  signed: ['signedOn', 'writtenOn'],
  posted: ['postedOn'],
} as const;

function owedBy(facts: DutyFacts, settings: DutySettings): readonly Owed[] {
  if (facts.isVoided) return [];
  const owed: Owed[] = [];
  const { clockOn, clockSource } = facts;
  if (clockOn !== null && clockSource !== null) {
    owed.push({ rule: 'posting', trigger: { on: clockOn, source: clockSource }, doneOn: facts.postedOn });
  }
  const issued = triggerOf(facts, CLOCKS[settings.interpretationClock]);
  const isInterpreted = facts.needsInterpretation || facts.interpretedOn !== null;
  if (issued && facts.isNormative && clockOn !== null && isInterpreted) {
    owed.push({ rule: 'interpretation', trigger: issued, doneOn: facts.interpretedOn });
  }
  const delivered = triggerOf(facts, CLOCKS[settings.copiesClock]);
  if (delivered && facts.copiesRequired > 0) {
    owed.push({ rule: 'copies', trigger: delivered, doneOn: facts.copiesCompleteOn });
  }
  const isWaiting = ['divisionHead', 'generalOffice', 'leaderInCharge'].includes(facts.reviewStage);
  if (isWaiting && facts.reviewWaitingSince !== null && facts.postedOn === null) {
    owed.push({ rule: 'reviewStep', trigger: { on: facts.reviewWaitingSince, source: 'reviewStep' }, doneOn: null });
  }
  return owed;
}

/** All duties of a document as they stand today, the earliest due first. */
export function dutiesOf(
  facts: DutyFacts,
  calendar: WorkCalendar,
  today: Day,
  settings: DutySettings,
): readonly Duty[] {
  const duties = owedBy(facts, settings).flatMap((owed) => dutyOf(owed, calendar, today, settings) ?? []);
  return hastened(duties, facts, calendar, today, settings).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

function dutyOf(owed: Owed, calendar: WorkCalendar, today: Day, settings: DutySettings): Duty | undefined {
  const { trigger, doneOn } = owed;
  const rule = ruleFor(owed.rule, trigger.on);
  if (rule === undefined) return undefined;
  const days = typeof rule.days === 'number' ? rule.days : settings[rule.days];
  const { dueOn, provisional, unit, calendarVersion } = deadlineOf(trigger.on, days, rule.unit, calendar);
  return {
    rule: rule.id,
    article: rule.article,
    triggerOn: trigger.on,
    triggerSource: trigger.source,
    unit,
    days,
    dueOn,
    provisional,
    calendarVersion,
    doneOn,
    ...progress(dueOn, doneOn, calendar, today, settings),
  };
}

function progress(dueOn: Day, doneOn: Day | null, calendar: WorkCalendar, today: Day, settings: DutySettings) {
  const until = doneOn ?? today;
  const overdueWorkingDays = until > dueOn ? workingDaysBetween(dueOn, until, calendar) : 0;
  if (doneOn !== null) {
    const state: DutyState = doneOn > dueOn ? 'metLate' : 'met';
    return { state, workingDaysLeft: 0, overdueWorkingDays };
  }
  const workingDaysLeft = remainingWorkingDays(today, dueOn, calendar);
  return { state: openState(today, dueOn, workingDaysLeft, settings), workingDaysLeft, overdueWorkingDays };
}

function openState(today: Day, dueOn: Day, workingDaysLeft: number, settings: DutySettings): DutyState {
  if (today > dueOn) return 'overdue';
  if (today === dueOn) return 'today';
  return workingDaysLeft <= Math.max(0, ...settings.reminderStages) ? 'soon' : 'open';
}

/** By setting, a normative document has to be on the web when its interpretation is due. */
function hastened(
  duties: readonly Duty[],
  facts: DutyFacts,
  calendar: WorkCalendar,
  today: Day,
  settings: DutySettings,
): readonly Duty[] {
  const interpretation = duties.find(({ rule }) => rule === 'interpretation');
  if (settings.normativePosting !== 'interpretation' || interpretation === undefined) return duties;
  return duties.map((duty) => {
    if (duty.rule !== 'posting' || duty.dueOn <= interpretation.dueOn) return duty;
    const { article, triggerOn, triggerSource, unit, days, dueOn, provisional } = interpretation;
    const moved = { article, triggerOn, triggerSource, unit, days, dueOn, provisional };
    return { ...duty, ...moved, ...progress(dueOn, facts.postedOn, calendar, today, settings) };
  });
}
