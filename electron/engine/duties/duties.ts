/** Deadlines: the board, why a date is what it is, reminders with their answers. */

import type { Explanation, ReminderRecord } from '../../contract/duties.ts';
import { broken, isBlank } from '../../domain/broken.ts';
import type { WorkCalendar } from '../../domain/calendar.ts';
import { explainDeadline, remainingWorkingDays } from '../../domain/deadline.ts';
import { type Duty, type DutySubject, dutyOf, type OwedDuty } from '../../domain/duties.ts';
import {
  answeredReminders,
  findReminder,
  openReminders,
  type ReminderRow,
  answerReminder as storeAnswer,
  snoozeReminder as storeSnooze,
} from '../../store/reminders.ts';
import { divisionScope } from '../actor.ts';
import { owedByDocuments } from '../documents/documentDuties.ts';
import { dutyRecord } from '../documents/summaries.ts';
import { os, read, write } from '../procedure.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Look } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { boardOf } from './board.ts';
import { dueListOf } from './dueList.ts';
import { dutiesFile, dutyListOf, exportDuties } from './dutyList.ts';
import { allOtherDuties, dutiesOfSubject, subjectKey } from './dutySources.ts';

const explain = os.duties.explain.handler(
  read(async (look): Promise<Explanation> => {
    const { input, actor, calendar } = look;
    const { rule, triggerOn } = input;
    const all = dutiesOfSubject(look, input, divisionScope(actor)).filter(({ duty }) => duty.rule === rule);
    const owed = all.find(({ duty }) => (triggerOn ? duty.triggerOn === triggerOn : duty.doneOn === null)) ?? all[0];
    if (!owed) throw refusal('NOT_FOUND');
    const { subject, duty } = owed;
    return { subject: { ...subject }, duty: dutyRecord(duty), days: daysBehind(duty, calendar) };
  }),
);

/** The days that were counted; of a date that was set or kept, its two ends. */
function daysBehind({ triggerOn, dueOn, days, unit, isSet }: Duty, calendar: WorkCalendar): Explanation['days'] {
  const ends = [
    { day: triggerOn, kind: 'trigger' as const, ordinal: null, name: null },
    { day: dueOn, kind: 'counted' as const, ordinal: null, name: null },
  ];
  if (isSet) return ends;
  const explained = explainDeadline(triggerOn, days, unit, calendar);
  // What is done keeps its day, which by the calendar of today may be another one.
  if (explained.dueOn !== dueOn) return ends;
  return explained.days.map(({ day, kind, ordinal, name }) => ({
    ...{ day, kind, ordinal: ordinal ?? null, name: name ?? null },
  }));
}

const preview = os.duties.preview.handler(
  read(async (look) => {
    const { from, rule } = look.input;
    const duty = dutyOf({ rule, trigger: { on: from, source: 'signedOn' }, doneOn: null }, look);
    if (!duty) return null;
    const { days, unit, dueOn, provisional, calendarVersion } = duty;
    return { days, unit, dueOn, provisional, isMakeUp: look.calendar.isMakeUp(dueOn), calendarVersion };
  }),
);

/** Answered reminders shown, the latest. */
const MOST_ANSWERED = 200;

const reminders = os.duties.reminders.handler(
  read(async (look): Promise<ReminderRecord[]> => {
    const rows = [...latestOfEachDuty(openReminders(look.db)), ...answeredReminders(look.db, MOST_ANSWERED)];
    const owed = owedBySubject(look, rows);
    return rows
      .flatMap((row) => {
        const ofSubject = owed.get(subjectOfRow(row)) ?? [];
        const subject = (ofSubject.find(({ duty }) => duty.rule === row.rule) ?? ofSubject[0])?.subject;
        return subject && (row.answeredAt !== null || isStillOwed(row, ofSubject))
          ? [reminderRecord(row, subject, look)]
          : [];
      })
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  }),
);

function subjectOfRow({ subjectKind, subjectId }: ReminderRow): string {
  return subjectKey({ kind: subjectKind, id: subjectId });
}

/** T-5 says nothing more once T-1 went out. */
function latestOfEachDuty(rows: readonly ReminderRow[]): readonly ReminderRow[] {
  return [...new Map(rows.map((row) => [`${subjectOfRow(row)} ${row.rule}`, row])).values()];
}

/** What the subjects of these reminders owe or owed. */
function owedBySubject(look: Look, rows: readonly ReminderRow[]): ReadonlyMap<string, readonly OwedDuty[]> {
  const documents = rows.filter(({ subjectKind }) => subjectKind === 'document').map(({ subjectId }) => subjectId);
  const others = rows.length > documents.length ? allOtherDuties(look, undefined) : [];
  const owed = new Map<string, OwedDuty[]>();
  for (const each of [...owedByDocuments(look, [...new Set(documents)]), ...others]) {
    const key = subjectKey(each.subject);
    owed.set(key, [...(owed.get(key) ?? []), each]);
  }
  return owed;
}

/** Done, voided or moved to another day: the reminder has no object any more. */
function isStillOwed(row: ReminderRow, owed: readonly OwedDuty[]): boolean {
  return owed.some(({ duty: { rule, dueOn, doneOn } }) => rule === row.rule && dueOn === row.dueOn && doneOn === null);
}

function reminderRecord(row: ReminderRow, subject: DutySubject, look: Look): ReminderRecord {
  const { id, rule, stage, dueOn, raisedOn, answeredAt, answer, snoozedUntil } = row;
  const workingDaysLeft = remainingWorkingDays(look.today, dueOn, look.calendar);
  return {
    ...{ id, subject: { ...subject }, rule, stage, dueOn, workingDaysLeft },
    ...{ raisedOn, answeredAt, answer, snoozedUntil },
  };
}

function openReminder(look: Look, id: string): { row: ReminderRow; label: string } {
  const row = findReminder(look.db, id);
  const owed = row && owedBySubject(look, [row]).get(subjectOfRow(row))?.[0];
  if (!row || !owed) throw refusal('NOT_FOUND');
  return { row, label: [owed.subject.number, owed.subject.title].filter((part) => part !== '').join(' ') };
}

const answerReminder = os.duties.answerReminder.handler(
  write(async (work) => {
    const { db, actor, now, input } = work;
    const { row, label } = openReminder(work, input.id);
    refuseIfBroken([
      ...(isBlank(input.answer) ? [broken('reminder.answerMissing', 'answer')] : []),
      ...brokenOnTexts({ answer: input.answer }),
    ]);
    storeAnswer(db, row.id, { answer: input.answer, answeredAt: now, answeredById: actor.personId });
    work.record({
      act: 'duties.answerReminder',
      entity: row.subjectKind,
      entityId: row.subjectId,
      label,
      changes: [
        { field: 'reminder', before: '', after: `${row.rule} ${row.stage} ${row.raisedOn}` },
        { field: 'answer', before: row.answer, after: input.answer },
      ],
    });
    return {};
  }),
);

const snoozeReminder = os.duties.snoozeReminder.handler(
  write(async (work) => {
    const { db, today, input } = work;
    const { row, label } = openReminder(work, input.id);
    if (input.until <= today) refuseBroken('reminder.snoozeBad', 'until');
    // Nothing is put off past its due day; what is late already may be.
    if (today <= row.dueOn && input.until > row.dueOn) {
      refuseBroken('reminder.snoozeTooLong', 'until', { day: row.dueOn });
    }
    storeSnooze(db, row.id, input.until);
    work.record({
      act: 'duties.snoozeReminder',
      entity: row.subjectKind,
      entityId: row.subjectId,
      label,
      changes: [
        { field: 'reminder', before: '', after: `${row.rule} ${row.stage} ${row.raisedOn}` },
        { field: 'until', before: row.snoozedUntil ?? '', after: input.until },
      ],
    });
    return {};
  }),
);

const calendarFile = os.duties.calendarFile.handler(
  read(async (look) => {
    const { registry, actor, input } = look;
    const { language: _, ...filter } = input;
    await registry.write(actor, async ({ record }) => {
      record({ act: 'duties.calendarFile', entity: 'ledger', entityId: 'ics', label: JSON.stringify(filter) });
    });
    return dutiesFile(look, input);
  }),
);

export const duties = {
  list: os.duties.list.handler(read(async (look) => await dutyListOf(look, look.input))),
  calendarFile,
  export: os.duties.export.handler(read(async (look) => exportDuties({ ...look, look }, look.input))),
  due: os.duties.due.handler(read(async (look) => dueListOf(look, look.input.on))),
  board: os.duties.board.handler(read(async (look) => boardOf(look, look.input.tile))),
  explain,
  preview,
  reminders,
  answerReminder,
  snoozeReminder,
};
