/** The clock's own work: which reminders go out, once each, and whether the morning's digest is to be shown. */

import type { OwedDuty } from '../../domain/duties.ts';
import { type SentReminder, stageDue, stageOf } from '../../domain/reminder.ts';
import { openDocumentIds } from '../../store/openWork.ts';
import {
  insertReminder,
  isDigestShown,
  noteDigest,
  type ReminderRow,
  raiseReminderAgain,
  remindersOf,
} from '../../store/reminders.ts';
import { owedByDocuments } from '../documents/documentDuties.ts';
import { type Engine, SYSTEM } from '../engine.ts';
import { newId } from '../newId.ts';
import type { Look } from '../registry.ts';
import { otherDuties, subjectKey } from './dutySources.ts';
import { openDuties, type UrgencyCounts, urgencyCounts } from './openDuties.ts';

export type Sweep = UrgencyCounts & {
  /** The first sweep of a working day: the digest is to be shown, this once. */
  readonly digest: boolean;
};

const NOTHING: Sweep = { digest: false, overdue: 0, today: 0, soon: 0 };
const LINES_AT_ONCE = 250;

type Raised = OwedDuty & { readonly stage: string; readonly again?: string };

/**
 * Run at the start, on resume and every hour. Announces what has reached a stage and was not announced, in one
 * transaction with one trail entry; nothing on days off. After a time without the machine only the most urgent stage
 * of a duty goes out.
 */
export async function sweepReminders(engine: Engine): Promise<Sweep> {
  const { registry } = engine;
  if (!registry) return NOTHING;
  const look = registry.look(SYSTEM);
  if (!look.calendar.isWorkingDay(look.today)) return NOTHING;
  const counts = urgencyCounts(openDuties(look, undefined));
  const raised = await remindersToRaise(look);
  const digest = !isDigestShown(look.db, look.today);
  if (raised.length === 0 && !digest) return { ...counts, digest };
  return registry.write(SYSTEM, async ({ db, now, today, record }) => {
    for (const each of raised) {
      if (each.again !== undefined) raiseReminderAgain(db, each.again, today, now);
      else insertReminder(db, newReminder(each, look, now));
    }
    const isFirst = !isDigestShown(db, today);
    noteDigest(db, today, now);
    record({
      act: 'duties.remind',
      entity: 'reminder',
      entityId: today,
      label: today,
      changes: [
        { field: 'reminders', before: '', after: String(raised.length) },
        ...(isFirst ? [{ field: 'digest', before: '', after: today }] : []),
      ],
    });
    return { ...counts, digest: isFirst };
  });
}

function newReminder({ subject, duty, stage }: Raised, { today }: Look, now: string): ReminderRow {
  const { rule, dueOn } = duty;
  const about = { subjectKind: subject.kind, subjectId: subject.id };
  const open = { answeredAt: null, answeredById: null, answer: '', snoozedUntil: null };
  return { id: newId(), ...about, rule, stage, dueOn, raisedOn: today, raisedAt: now, ...open };
}

/** In slices, so that callers get their turn between them. */
async function remindersToRaise(look: Look): Promise<readonly Raised[]> {
  const ids = openDocumentIds(look.db);
  const raised: Raised[] = [];
  for (let at = 0; at < ids.length; at += LINES_AT_ONCE) {
    raised.push(...raisedOf(look, owedByDocuments(look, ids.slice(at, at + LINES_AT_ONCE))));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return [...raised, ...raisedOf(look, otherDuties(look, undefined))];
}

function raisedOf(look: Look, owed: readonly OwedDuty[]): readonly Raised[] {
  const settings = { stages: look.settings.reminderStages };
  const reached = owed.filter(({ duty }) => stageOf(duty, look.today, settings) !== undefined);
  const sent = sentByDuty(look, [...new Set(reached.map(({ subject }) => subject.id))]);
  return reached.flatMap(({ subject, duty }): Raised[] => {
    const before = sent.get(`${subjectKey(subject)} ${duty.rule}`) ?? [];
    const stage = stageDue(duty, look.today, look.calendar, settings, before.map(sentReminder));
    if (stage === undefined) return [];
    const again = before.find((row) => row.stage === stage && row.dueOn === duty.dueOn && row.answeredAt === null)?.id;
    return [{ subject, duty, stage, ...(again === undefined ? {} : { again }) }];
  });
}

function sentByDuty({ db }: Look, subjectIds: readonly string[]): ReadonlyMap<string, readonly ReminderRow[]> {
  const sent = new Map<string, ReminderRow[]>();
  for (const row of remindersOf(db, subjectIds)) {
    const key = `${row.subjectKind} ${row.subjectId} ${row.rule}`;
    sent.set(key, [...(sent.get(key) ?? []), row]);
  }
  return sent;
}

function sentReminder({ stage, dueOn, raisedOn, answeredAt, snoozedUntil }: ReminderRow): SentReminder {
  return { stage, dueOn, raisedOn, isAnswered: answeredAt !== null, snoozedUntil };
}
