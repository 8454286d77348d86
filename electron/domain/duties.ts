/** What is owed by when, for every kind of subject: a trigger, a rule and the calendar make one duty, its date and its state. */

import type { WorkCalendar } from './calendar.ts';
import type { Day } from './day.ts';
import { deadlineOf, type PeriodUnit, remainingWorkingDays, workingDaysBetween } from './deadline.ts';
import { type DutyRule, type DutyRuleId, type DutyTrigger, type PeriodSetting, ruleFor } from './dutyRules.ts';
import type { RegistrySettings } from './settings.ts';

export const DUTY_STATES = ['open', 'soon', 'today', 'overdue', 'met', 'metLate'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** One duty of one subject (期限); derived each time. Of a posting that is made, the day it was due is a fact. */
export type Duty = {
  readonly rule: DutyRuleId;
  /** Key of `wording/` under `dutyArticle.`, or plain text of the bureau's own. */
  readonly article: string;
  readonly triggerOn: Day;
  readonly triggerSource: DutyTrigger;
  readonly unit: PeriodUnit;
  /** Length of the period in its unit. */
  readonly days: number;
  readonly dueOn: Day;
  /** The date was set, not counted: by a notice, a cycle or a special law. */
  readonly isSet: boolean;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly doneOn: Day | null;
  readonly state: DutyState;
  /** 0 on the due day; negative by the working days since. 0 once done. */
  readonly workingDaysLeft: number;
  /** Working days between the due day and the day done, or today. */
  readonly overdueWorkingDays: number;
};

export const SUBJECT_KINDS = ['document', 'request', 'matter', 'report', 'reassessment'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Whose duty it is: what a board, a reminder or a list names and opens. */
export type DutySubject = {
  readonly kind: SubjectKind;
  readonly id: string;
  /** Empty where it has none. */
  readonly number: string;
  readonly title: string;
  readonly divisionId: string;
  readonly divisionName: string;
  /** Who has it in hand, where its rule makes another division answer for it. */
  readonly inHand?: { readonly id: string; readonly name: string };
};

export type OwedDuty = { readonly subject: DutySubject; readonly duty: Duty };

export type Trigger = { readonly on: Day; readonly source: DutyTrigger };

/** What a subject says of one duty; the rest follows from the rules. */
export type Owed = {
  readonly rule: DutyRuleId;
  readonly trigger: Trigger;
  readonly doneOn: Day | null;
  /** A date that was set takes the place of the counted one. */
  readonly dueOn?: Day | undefined;
  /** The date that was owed when it was done: what is closed never moves. */
  readonly keptDueOn?: Day | undefined;
  /** A period of its own: a cycle that the bureau fixed, a special law. */
  readonly period?: { readonly days: number; readonly unit: PeriodUnit } | undefined;
  /** Source of a date or period of its own. */
  readonly article?: string | undefined;
};

export type DutySettings = Pick<RegistrySettings, PeriodSetting | 'reminderStages'>;

/** The day, the calendar and the rules by which duties are told; every look at the registry is one. */
export type DutySight = {
  readonly calendar: WorkCalendar;
  readonly today: Day;
  readonly settings: DutySettings;
  readonly rules: readonly DutyRule[];
};

/** Undefined where no rule governs the trigger day. */
export function dutyOf(owed: Owed, sight: DutySight): Duty | undefined {
  const { trigger, doneOn } = owed;
  const rule = ruleFor(sight.rules, owed.rule, trigger.on, doneOn);
  if (rule === undefined) return undefined;
  const counted = owed.period ?? { days: daysOf(rule, sight.settings), unit: rule.unit };
  const deadline = deadlineOf(trigger.on, counted.days, counted.unit, sight.calendar);
  const dueOn = owed.dueOn ?? owed.keptDueOn ?? deadline.dueOn;
  return {
    rule: rule.rule,
    article: owed.article ?? rule.article,
    triggerOn: trigger.on,
    triggerSource: trigger.source,
    unit: counted.unit,
    days: counted.days,
    dueOn,
    isSet: owed.dueOn !== undefined,
    // What is done has the day it had then, which no notice moves any more.
    provisional: doneOn === null && owed.dueOn === undefined && deadline.provisional,
    calendarVersion: deadline.calendarVersion,
    doneOn,
    ...progress(dueOn, doneOn, sight),
  };
}

export function daysOf(rule: DutyRule, settings: Pick<RegistrySettings, PeriodSetting>): number {
  return typeof rule.days === 'number' ? rule.days : settings[rule.days];
}

/** How far a duty due on a day has come. */
export function progress(dueOn: Day, doneOn: Day | null, { calendar, today, settings }: DutySight) {
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
