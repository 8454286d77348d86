/** Deadlines: the board, why a date is what it is, reminders with their answers. */

import type { Explanation, ReminderRecord } from '../contract/duties.ts';
import { broken, isBlank } from '../domain/broken.ts';
import { deadlineOf, explainDeadline, remainingWorkingDays } from '../domain/deadline.ts';
import type { Duty } from '../domain/duties.ts';
import type { LedgerLine } from '../store/ledgerQuery.ts';
import { linesInOrder } from '../store/ledgerQuery.ts';
import {
  answeredReminders,
  findReminder,
  openReminders,
  type ReminderRow,
  answerReminder as storeAnswer,
  snoozeReminder as storeSnooze,
} from '../store/reminders.ts';
import { divisionScope } from './actor.ts';
import { boardOf } from './board.ts';
import { dueListOf } from './dueList.ts';
import { os, read, write } from './procedure.ts';
import { refusal, refuseBroken, refuseIfBroken } from './refusal.ts';
import { labelOf } from './registering.ts';
import type { Look } from './registry.ts';
import { dutiesOfLine, dutyRecord, lineOf } from './summaries.ts';
import { brokenOnTexts } from './texts.ts';

/** One duty of a document within what the person may see. */
function dutyOfDocument(look: Look, documentId: string, rule: string): { line: LedgerLine; duty: Duty } {
  const line = lineOf(look, documentId, divisionScope(look.actor));
  const duty = dutiesOfLine(line, look).find((owed) => owed.rule === rule);
  if (!duty) throw refusal('NOT_FOUND');
  return { line, duty };
}

const explain = os.duties.explain.handler(
  read(async (look): Promise<Explanation> => {
    const { line, duty } = dutyOfDocument(look, look.input.documentId, look.input.rule);
    const { docNumber, title } = line.document;
    const { days } = explainDeadline(duty.triggerOn, duty.days, duty.unit, look.calendar);
    return {
      duty: dutyRecord(duty),
      docNumber,
      title,
      days: days.map(({ day, kind, ordinal, name }) => ({ day, kind, ordinal: ordinal ?? null, name: name ?? null })),
    };
  }),
);

const preview = os.duties.preview.handler(
  read(async ({ input: { from, days, unit }, calendar }) => {
    if (days === 0) refuseBroken('input.invalid', 'days');
    const { dueOn, provisional, calendarVersion } = deadlineOf(from, days, unit, calendar);
    return { dueOn, provisional, isMakeUp: calendar.isMakeUp(dueOn), calendarVersion };
  }),
);

/** Answered reminders shown, the latest. */
const MOST_ANSWERED = 200;

const reminders = os.duties.reminders.handler(
  read(async (look): Promise<ReminderRecord[]> => {
    const open = latestOfEachDuty(openReminders(look.db));
    const rows = [...open, ...answeredReminders(look.db, MOST_ANSWERED)];
    const documentIds = [...new Set(rows.map(({ documentId }) => documentId))];
    const lines = new Map(linesInOrder(look.db, documentIds).map((line) => [line.document.id, line]));
    return rows
      .flatMap((row) => {
        const line = lines.get(row.documentId);
        return line && (row.answeredAt !== null || isStillOwed(row, line, look))
          ? [reminderRecord(row, line, look)]
          : [];
      })
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  }),
);

/** T-5 says nothing more once T-1 went out. */
function latestOfEachDuty(rows: readonly ReminderRow[]): readonly ReminderRow[] {
  return [...new Map(rows.map((row) => [`${row.documentId} ${row.rule}`, row])).values()];
}

/** Done, voided or moved to another day: the reminder has no object any more. */
function isStillOwed(row: ReminderRow, line: LedgerLine, look: Look): boolean {
  return dutiesOfLine(line, look).some(
    ({ rule, dueOn, doneOn }) => rule === row.rule && dueOn === row.dueOn && doneOn === null,
  );
}

function reminderRecord(row: ReminderRow, { document, divisionName }: LedgerLine, look: Look): ReminderRecord {
  const { id, documentId, rule, stage, dueOn, raisedOn, answeredAt, answer, snoozedUntil } = row;
  const { docNumber, title } = document;
  const workingDaysLeft = remainingWorkingDays(look.today, dueOn, look.calendar);
  return {
    ...{ id, documentId, docNumber, title, divisionName, rule, stage, dueOn, workingDaysLeft },
    ...{ raisedOn, answeredAt, answer, snoozedUntil },
  };
}

function openReminder({ db }: Look, id: string): { row: ReminderRow; line: LedgerLine } {
  const row = findReminder(db, id);
  const line = row && linesInOrder(db, [row.documentId])[0];
  if (!row || !line) throw refusal('NOT_FOUND');
  return { row, line };
}

const answerReminder = os.duties.answerReminder.handler(
  write(async (work) => {
    const { db, actor, now, input } = work;
    const { row, line } = openReminder(work, input.id);
    refuseIfBroken([
      ...(isBlank(input.answer) ? [broken('reminder.answerMissing', 'answer')] : []),
      ...brokenOnTexts({ answer: input.answer }),
    ]);
    storeAnswer(db, row.id, { answer: input.answer, answeredAt: now, answeredById: actor.personId });
    work.record({
      act: 'duties.answerReminder',
      entity: 'document',
      entityId: row.documentId,
      label: labelOf(line.document),
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
    const { row, line } = openReminder(work, input.id);
    if (input.until <= today) refuseBroken('reminder.snoozeBad', 'until');
    // Nothing is put off past its due day; what is late already may be.
    if (today <= row.dueOn && input.until > row.dueOn) {
      refuseBroken('reminder.snoozeTooLong', 'until', { day: row.dueOn });
    }
    storeSnooze(db, row.id, input.until);
    work.record({
      act: 'duties.snoozeReminder',
      entity: 'document',
      entityId: row.documentId,
      label: labelOf(line.document),
      changes: [
        { field: 'reminder', before: '', after: `${row.rule} ${row.stage} ${row.raisedOn}` },
        { field: 'until', before: row.snoozedUntil ?? '', after: input.until },
      ],
    });
    return {};
  }),
);

export const duties = {
  due: os.duties.due.handler(read(async (look) => dueListOf(look, look.input.on))),
  board: os.duties.board.handler(read(async (look) => boardOf(look, look.input.tile))),
  explain,
  preview,
  reminders,
  answerReminder,
  snoozeReminder,
};
