/** When a duty is announced (催办): stages before the due day, catch-up after days off, quiet once answered. domain practice: 提醒、催办、逾期督办. */

import type { WorkCalendar } from './calendar.ts';
import type { Day } from './day.ts';
import type { Duty } from './duties.ts';

/** `T-5` = five working days before, `today`, `overdue`. */
export type ReminderStage = `T-${number}` | 'today' | 'overdue';

/** A reminder that went out (提醒记录). */
export type SentReminder = {
  readonly stage: string;
  /** Due day that it announced; a new calendar that moves the date makes it void. */
  readonly dueOn: Day;
  readonly raisedOn: Day;
  readonly isAnswered: boolean;
  readonly snoozedUntil: Day | null;
};

export type ReminderSettings = {
  /** Working days before the due day. */
  readonly stages: readonly number[];
};

/** Stage that the duty has reached, whether or not it was announced; undefined while it is far away or done. */
export function stageOf(
  duty: Pick<Duty, 'doneOn' | 'dueOn' | 'workingDaysLeft'>,
  today: Day,
  settings: ReminderSettings,
): ReminderStage | undefined {
  if (duty.doneOn !== null) return undefined;
  if (today > duty.dueOn) return 'overdue';
  if (today === duty.dueOn) return 'today';
  const reached = settings.stages.filter((stage) => duty.workingDaysLeft <= stage);
  return reached.length > 0 ? `T-${Math.min(...reached)}` : undefined;
}

/**
 * The stage to announce today, or undefined. After a time without the machine only the most urgent stage is announced;
 * nothing on days off; what is overdue once each working day. A snooze holds until its day. An answer quiets its stage;
 * an answer to `overdue` only that day's, as the duty is still owed.
 */
export function stageDue(
  duty: Pick<Duty, 'doneOn' | 'dueOn' | 'workingDaysLeft'>,
  today: Day,
  calendar: Pick<WorkCalendar, 'isWorkingDay'>,
  settings: ReminderSettings,
  sent: readonly SentReminder[],
): ReminderStage | undefined {
  if (!calendar.isWorkingDay(today)) return undefined;
  const stage = stageOf(duty, today, settings);
  if (stage === undefined) return undefined;
  const ofThisDate = sent.filter(({ dueOn }) => dueOn === duty.dueOn);
  if (ofThisDate.some(({ snoozedUntil }) => snoozedUntil !== null && snoozedUntil > today)) return undefined;
  const same = ofThisDate.filter((reminder) => reminder.stage === stage);
  const last = same.toSorted((a, b) => (a.raisedOn < b.raisedOn ? -1 : 1)).at(-1);
  if (last === undefined) return stage;
  if (last.raisedOn >= today) return undefined;
  const isSnoozeOver = last.snoozedUntil !== null && !last.isAnswered;
  return stage === 'overdue' || isSnoozeOver ? stage : undefined;
}
