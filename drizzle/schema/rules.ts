/** Dated rules of duties, and the reminders that went out by them. */

import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../electron/domain/day.ts';
import type { PeriodUnit } from '../../electron/domain/deadline.ts';
import type { SubjectKind } from '../../electron/domain/duties.ts';
import type { DutyRuleId, DutyTrigger, PeriodSetting } from '../../electron/domain/dutyRules.ts';

const day = () => text().$type<Day>();
const flag = () => integer({ mode: 'boolean' });

/** One wording of a rule (职责规则); a later row may correct it. */
export const dutyRule = sqliteTable('duty_rule', {
  id: text().primaryKey(),
  rule: text().$type<DutyRuleId>().notNull(),
  effectiveFrom: day().notNull(),
  effectiveTo: day(),
  unit: text().$type<PeriodUnit>().notNull(),
  /** Length of the period in its unit; null where a setting holds it. */
  days: integer(),
  daysSetting: text().$type<PeriodSetting>(),
  article: text().notNull(),
  trigger: text().notNull(),
  gate: text().notNull(),
  evidence: text().notNull(),
  divisionId: text(),
  isEnabled: flag().notNull(),
  isBuiltIn: flag().notNull(),
  correctsId: text(),
  reason: text().notNull(),
  /** Null for what is built in. */
  enteredOn: day(),
  enteredById: text(),
  enteredAt: text().notNull(),
});

/** A reminder that went out (提醒记录), of whatever kind its subject is. */
export const reminderNotice = sqliteTable('reminder_notice', {
  id: text().primaryKey(),
  subjectKind: text().$type<SubjectKind>().notNull(),
  subjectId: text().notNull(),
  rule: text().notNull(),
  stage: text().notNull(),
  dueOn: day().notNull(),
  raisedOn: day().notNull(),
  raisedAt: text().notNull(),
  answeredAt: text(),
  answeredById: text(),
  answer: text().notNull(),
  snoozedUntil: day(),
});

/** A period or day by a special law for one document (专门期限). */
export const specialDeadline = sqliteTable('special_deadline', {
  id: text().primaryKey(),
  documentId: text().notNull(),
  law: text().notNull(),
  days: integer(),
  unit: text().$type<PeriodUnit>(),
  dueOn: day(),
  reason: text().notNull(),
  enteredOn: day().notNull(),
  enteredById: text().notNull(),
  enteredAt: text().notNull(),
});

export const specialDeadlineWithdrawal = sqliteTable('special_deadline_withdrawal', {
  specialDeadlineId: text().primaryKey(),
  reason: text().notNull(),
  withdrawnOn: day().notNull(),
  withdrawnById: text().notNull(),
  enteredAt: text().notNull(),
});

/** What was owed when it was done, where a setting or a calendar would tell it otherwise since. */
export const keptDuty = sqliteTable(
  'kept_duty',
  {
    subjectKind: text().$type<SubjectKind>().notNull(),
    subjectId: text().notNull(),
    rule: text().$type<DutyRuleId>().notNull(),
    doneOn: day().notNull(),
    triggerOn: day().notNull(),
    triggerSource: text().$type<DutyTrigger>().notNull(),
    article: text().notNull(),
    unit: text().$type<PeriodUnit>().notNull(),
    days: integer().notNull(),
    dueOn: day().notNull(),
    isSet: flag().notNull(),
    calendarVersion: text().notNull(),
    overdueWorkingDays: integer().notNull(),
    copiesRequired: integer(),
    keptAt: text().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.subjectId, table.subjectKind, table.rule, table.doneOn, table.triggerOn, table.triggerSource],
    }),
  ],
);
