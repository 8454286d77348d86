/** Working-day and calendar-day periods (期限): due date, provisional or firm, and the count behind it. 民法典第二百零一条至第二百零三条. */

import { coversAll, type WorkCalendar } from './calendar.ts';
import { addDays, addMonths, type Day, daysBetween } from './day.ts';

export const PERIOD_UNITS = ['WD', 'CD', 'M'] as const;
/** WD = 工作日, CD = calendar days, M = calendar months; never inferred from the number, always stored with the rule. */
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

export type Deadline = {
  readonly dueOn: Day;
  /** 暂定: the count reaches into a year whose arrangement is not known, so a notice may still move the date. */
  readonly provisional: boolean;
  readonly unit: PeriodUnit;
  /** Length of the period in its unit. */
  readonly days: number;
  readonly calendarVersion: string;
  /** Only for calendar days and months that end on a day off: the next working day, a note beside the strict date. */
  readonly movedTo?: Day;
  /** Only for provisional dates: two working days earlier, since make-up weekends can pull the date forward. */
  readonly reminderOn?: Day;
};

export type CountedDay = {
  readonly day: Day;
  readonly kind: 'trigger' | 'counted' | 'off' | 'weekend' | 'makeUp';
  /** The n-th day of the period, from 1; absent for days that do not count. */
  readonly ordinal?: number;
  /** Name of the holiday or make-up day. */
  readonly name?: string;
};

/** A run of days without a gap, such as 08/05-08/09 #2-6. */
export type CountedSegment = {
  readonly from: Day;
  readonly to: Day;
  readonly firstOrdinal: number;
  readonly lastOrdinal: number;
};

export type ExplainedDeadline = Omit<Deadline, 'days'> & {
  readonly trigger: Day;
  /** Length of the period in its unit. */
  readonly period: number;
  /** Every day from the trigger to the due date. */
  readonly days: readonly CountedDay[];
  readonly segments: readonly CountedSegment[];
};

const PROVISIONAL_MARGIN = 2;

/** Throws RangeError unless `days` is a whole number from 1; the trigger day is not counted. */
export function addWorkingDays(trigger: Day, days: number, calendar: WorkCalendar): Deadline {
  requirePeriod(days);
  const start = calendar.countUpTo(trigger);
  const dueOn = calendar.dayOfCount(start + days);
  const provisional = !coversAll(addDays(trigger, 1), dueOn, calendar);
  return {
    dueOn,
    provisional,
    unit: 'WD',
    days,
    calendarVersion: calendar.version,
    ...(provisional && { reminderOn: calendar.dayOfCount(start + Math.max(days - PROVISIONAL_MARGIN, 1)) }),
  };
}

/**
 * The strict date, which no calendar can move; `movedTo` only where the days off that it passes over are known.
 * Throws RangeError unless `days` is a whole number from 1.
 */
export function addCalendarDays(trigger: Day, days: number, calendar: WorkCalendar): Deadline {
  requirePeriod(days);
  return strict(addDays(trigger, days), 'CD', days, calendar);
}

function strict(dueOn: Day, unit: PeriodUnit, days: number, calendar: WorkCalendar): Deadline {
  const movedTo = calendar.isWorkingDay(dueOn) ? undefined : nextWorkingDay(dueOn, calendar);
  return {
    ...{ dueOn, provisional: false, unit, days, calendarVersion: calendar.version },
    ...(movedTo && coversAll(dueOn, movedTo, calendar) && { movedTo }),
  };
}

/** Throws RangeError unless `days` is a whole number from 1. */
export function deadlineOf(trigger: Day, days: number, unit: PeriodUnit, calendar: WorkCalendar): Deadline {
  if (unit === 'WD') return addWorkingDays(trigger, days, calendar);
  if (unit === 'CD') return addCalendarDays(trigger, days, calendar);
  requirePeriod(days);
  return strict(addMonths(trigger, days), 'M', days, calendar);
}

/**
 * The due date with every day from the trigger to it, so that a clerk can defend the date. Of a period of months its
 * two ends only: no day in between is counted.
 */
export function explainDeadline(
  trigger: Day,
  period: number,
  unit: PeriodUnit,
  calendar: WorkCalendar,
): ExplainedDeadline {
  const deadline = deadlineOf(trigger, period, unit, calendar);
  const days: CountedDay[] = [{ day: trigger, kind: 'trigger' }];
  const segments: CountedSegment[] = [];
  if (unit === 'M') {
    const end: CountedDay = { day: deadline.dueOn, kind: 'counted' };
    return { ...deadline, trigger, period, days: [...days, end], segments };
  }
  let ordinal = 0;
  for (let day = addDays(trigger, 1); day <= deadline.dueOn; day = addDays(day, 1)) {
    const name = calendar.nameOf(day);
    const counts = unit === 'CD' || calendar.isWorkingDay(day);
    const kind = calendar.isMakeUp(day) ? 'makeUp' : counts ? 'counted' : name ? 'off' : 'weekend';
    if (counts) ordinal += 1;
    days.push({ day, kind, ...(counts && { ordinal }), ...(name && { name }) });
    if (counts) extendSegments(segments, day, ordinal);
  }
  return { ...deadline, trigger, period, days, segments };
}

function extendSegments(segments: CountedSegment[], day: Day, ordinal: number): void {
  const open = segments.at(-1);
  if (open && daysBetween(open.to, day) === 1)
    segments[segments.length - 1] = { ...open, to: day, lastOrdinal: ordinal };
  else segments.push({ from: day, to: day, firstOrdinal: ordinal, lastOrdinal: ordinal });
}

/** Working days after `after` up to and with `upTo`; negative where `upTo` is earlier. */
export function workingDaysBetween(after: Day, upTo: Day, calendar: WorkCalendar): number {
  return calendar.countUpTo(upTo) - calendar.countUpTo(after);
}

/**
 * Working days left: 0 on the due day itself, negative by the working days since. Also 0 on the days off right after
 * the due day: whether it is overdue, `today > dueOn` tells.
 */
export function remainingWorkingDays(today: Day, dueOn: Day, calendar: WorkCalendar): number {
  return workingDaysBetween(today, dueOn, calendar);
}

/** The inverse, for range filters: a trigger is due by `day` exactly when it is not later than this. */
export function latestTriggerDueOnOrBefore(
  day: Day,
  days: number,
  calendar: WorkCalendar,
  unit: PeriodUnit = 'WD',
): Day {
  requirePeriod(days);
  if (unit === 'CD') return addDays(day, -days);
  if (unit === 'M') return latestTriggerByMonths(day, days);
  return addDays(calendar.dayOfCount(calendar.countUpTo(day) - days + 1), -1);
}

/** The last days of a long month fall due together at the end of a shorter one. */
function latestTriggerByMonths(day: Day, months: number): Day {
  let trigger = addMonths(day, -months);
  while (addMonths(addDays(trigger, 1), months) <= day) trigger = addDays(trigger, 1);
  return trigger;
}

export function nextWorkingDay(day: Day, calendar: WorkCalendar): Day {
  return calendar.dayOfCount(calendar.countUpTo(day) + 1);
}

export function previousWorkingDay(day: Day, calendar: WorkCalendar): Day {
  return calendar.dayOfCount(calendar.countUpTo(addDays(day, -1)));
}

function requirePeriod(days: number): void {
  if (!Number.isSafeInteger(days) || days < 1) throw new RangeError('a period is a whole number of days from 1');
}
