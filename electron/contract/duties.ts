/** Deadlines: the board, why a date is what it is, reminders, the working-day calendar. */

import { z } from 'zod';
import { DUTY_STATES } from '../domain/duties.ts';
import { DUTY_RULE_IDS } from '../domain/dutyRules.ts';
import { procedure } from './errors.ts';
import {
  blocker,
  day,
  deadlineState,
  documentSummary,
  duty,
  dutySubject,
  id,
  instant,
  periodUnit,
  subjectKind,
  text,
  upload,
  wanted,
} from './records.ts';

export const explainedDay = z.object({
  day,
  kind: z.enum(['trigger', 'counted', 'off', 'weekend', 'makeUp']),
  ordinal: z.number().nullable(),
  name: z.string().nullable(),
});

export const explanation = z.object({
  subject: dutySubject,
  duty,
  days: z.array(explainedDay),
});
export type Explanation = z.infer<typeof explanation>;

export const tileName = z.enum(['overdue', 'today', 'soon', 'copies', 'review', 'interpretation']);
export type TileName = z.infer<typeof tileName>;

const board = z.object({
  today: day,
  isWorkingDay: z.boolean(),
  dayName: z.string().nullable(),
  /** The next days off and make-up days, for the line under the title. */
  ahead: z.array(z.object({ day, kind: z.enum(['off', 'makeUp']), name: z.string() })),
  workingDaysToNextHoliday: z.number().nullable(),
  tiles: z.record(tileName, z.object({ count: z.number(), detail: z.number(), divisions: z.array(z.string()) })),
  groups: z.array(
    z.object({
      divisionId: id,
      divisionName: z.string(),
      rows: z.array(
        z.object({
          subject: dutySubject,
          /** Where the subject is one. */
          document: documentSummary.nullable(),
          /** The most urgent open duty of this subject, for the tile asked. */
          duty: duty.nullable(),
          state: deadlineState.nullable(),
          blockers: z.array(blocker),
        }),
      ),
    }),
  ),
});
export type Board = z.infer<typeof board>;

export const reminder = z.object({
  id,
  subject: dutySubject,
  rule: z.string(),
  stage: z.string(),
  dueOn: day,
  workingDaysLeft: z.number(),
  raisedOn: day,
  answeredAt: instant.nullable(),
  answer: z.string(),
  snoozedUntil: day.nullable(),
});
export type ReminderRecord = z.infer<typeof reminder>;

const dueList = z.object({
  on: day,
  /** `document` where the subject is one. */
  items: z.array(z.object({ subject: dutySubject, document: documentSummary.nullable(), duty, stage: z.string() })),
});
export type DueList = z.infer<typeof dueList>;

const dutyListFilter = z.object({
  /** The day on which states are told; today when null. */
  on: day.nullable(),
  /** `unmet`: all that is not done; `done`: on time or late, within the period or this year. */
  state: z.enum(['unmet', 'done', 'all', ...DUTY_STATES]),
  rule: z.enum(DUTY_RULE_IDS).nullable(),
  kind: subjectKind.nullable(),
  divisionId: id.nullable(),
  /** Due days. */
  from: day.nullable(),
  to: day.nullable(),
  /** Only of documents signed in this period, whenever it is due, and for what the division answers itself. */
  signed: z.object({ from: day.nullable(), to: day.nullable() }).optional(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(1000),
});
export type DutyListFilter = z.infer<typeof dutyListFilter>;

const dutyList = z.object({
  on: day,
  total: z.number(),
  /** Of the rest of the filter, by state. */
  counts: z.array(z.object({ state: deadlineState, count: z.number() })),
  rows: z.array(z.object({ subject: dutySubject, duty })),
});
export type DutyList = z.infer<typeof dutyList>;

export const duties = {
  /** Every duty of every subject, by due day. */
  list: procedure.input(dutyListFilter).output(dutyList),
  /** The same duties as an iCalendar file. */
  calendarFile: procedure
    .input(dutyListFilter.omit({ offset: true, limit: true }).extend({ language: z.enum(['zh', 'en']) }))
    .output(z.file()),
  /** The same duties as a table file. */
  export: procedure.input(dutyListFilter.omit({ offset: true, limit: true }).extend(wanted)).output(z.file()),
  /** Open duties that have reached a stage on that day, today when null. */
  due: procedure.input(z.object({ on: day.nullable() })).output(dueList),
  board: procedure.input(z.object({ tile: tileName.optional() })).output(board),
  /** Of several by the same rule, that of the trigger day, else one that is open. */
  explain: procedure
    .input(z.object({ kind: subjectKind, id: text(80), rule: text(40), triggerOn: day.optional() }))
    .output(explanation),
  /** The hint beside a form: what would follow from a day; null where no rule governs it. */
  preview: procedure.input(z.object({ from: day, rule: z.enum(DUTY_RULE_IDS) })).output(
    z
      .object({
        ...{ days: z.number(), unit: periodUnit, dueOn: day, provisional: z.boolean() },
        ...{ isMakeUp: z.boolean(), calendarVersion: z.string() },
      })
      .nullable(),
  ),
  reminders: procedure.output(z.array(reminder)),
  answerReminder: procedure.input(z.object({ id, answer: text(1000) })).output(z.object({})),
  snoozeReminder: procedure.input(z.object({ id, until: day })).output(z.object({})),
};

export const noticeDay = z.object({ day, kind: z.enum(['off', 'work']), name: text(40) });

export const noticeInput = z.object({
  year: z.int().min(2008).max(2100),
  number: text(100),
  issuedOn: day,
  url: text(500),
  days: z.array(noticeDay).max(120),
});

/** Null where nothing was due before, or is due after. */
export const movedDeadline = z.object({
  subject: dutySubject,
  rule: z.string(),
  before: day.nullable(),
  after: day.nullable(),
  wasProvisional: z.boolean(),
  isProvisional: z.boolean(),
});

export type MovedDeadline = z.infer<typeof movedDeadline>;

export const calendar = {
  notices: procedure.output(
    z.object({
      version: z.string(),
      lastCoveredYear: z.number().nullable(),
      /** Whether the administrator should be asked for next year's notice (from 1 November). */
      isNextYearMissing: z.boolean(),
      notices: z.array(noticeInput.extend({ id: text(40), isBuiltIn: z.boolean() })),
    }),
  ),
  month: procedure.input(z.object({ year: z.int(), month: z.int().min(1).max(12) })).output(
    z.array(
      z.object({
        day,
        isWorkingDay: z.boolean(),
        isMakeUp: z.boolean(),
        name: z.string().nullable(),
        isCovered: z.boolean(),
        /** What is not done and due that day, by rule. */
        due: z.array(z.object({ rule: z.string(), count: z.number() })),
      }),
    ),
  ),
  readFile: procedure.input(z.object({ file: upload })).output(noticeInput),
  /** What an arrangement would move, before it is taken in. */
  previewNotice: procedure.input(noticeInput).output(z.array(movedDeadline)),
  addNotice: procedure.input(noticeInput.extend({ id })).output(z.array(movedDeadline)),
};
