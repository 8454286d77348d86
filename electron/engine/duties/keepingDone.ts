/** Keeps what is done as it was judged, before a setting or a calendar tells it otherwise. Closed items are never touched. */

import type { HolidayNotice } from '../../domain/calendar.ts';
import { toDay } from '../../domain/day.ts';
import type { OwedDuty } from '../../domain/duties.ts';
import { isJudgedOtherwise } from '../../domain/keptDuty.ts';
import type { SettingKey } from '../../domain/settings.ts';
import { insertKeptDuty } from '../../store/keptDuties.ts';
import { type LedgerLine, linesInOrder } from '../../store/ledgerQuery.ts';
import { idsOfNormative, idsWithCopies, idsWithin } from '../../store/openWork.ts';
import { owedByLine } from '../documents/documentDuties.ts';
import type { Look, Work } from '../registry.ts';
import { allOtherDuties, subjectKey } from './dutySources.ts';
import { firstTriggerMoved } from './movedDeadlines.ts';

const LINES_AT_ONCE = 500;

/** A writing hand; that a setting or a notice moved nothing of what is done needs no word in the trail. */
type Sight = Omit<Work, 'record'>;

type Change = {
  /** As things are told once the change is made. */
  readonly after: Look;
  /** Documents of which the change may judge otherwise what is done. */
  readonly documentIds: readonly string[];
  /** Another number of copies is asked for: all that were complete are kept, each with its number. */
  readonly isOfCopies?: boolean;
};

/** Settings by which something that is done would be judged otherwise. */
const OF_COPIES: readonly SettingKey[] = ['copiesRequired', 'copiesApplyTo'];
const OF_COPIES_CLOCK: readonly SettingKey[] = ['copiesWithinWorkingDays', 'copiesClock'];
const OF_NORMATIVE: readonly SettingKey[] = ['interpretationClock', 'normativePosting'];
const OF_OTHERS: readonly SettingKey[] = ['reassessmentBy'];

export function keepDoneOnSetting(before: Sight, after: Look, key: SettingKey): void {
  const { db } = before;
  if (OF_COPIES.includes(key)) keepDone(before, { after, documentIds: idsWithCopies(db), isOfCopies: true });
  if (OF_COPIES_CLOCK.includes(key)) keepDone(before, { after, documentIds: idsWithCopies(db) });
  if (OF_NORMATIVE.includes(key)) keepDone(before, { after, documentIds: idsOfNormative(db) });
  if (OF_OTHERS.includes(key)) keepDone(before, { after, documentIds: [] });
}

/** Its days count for what began before the last of them and was done after the first of its year. */
export function keepDoneOnNotice(before: Sight, after: Look, notice: HolidayNotice): void {
  const upTo = [toDay(`${notice.year}-12-31`), ...notice.days.map(({ day }) => day)].toSorted().at(-1);
  const within = { from: firstTriggerMoved(notice), upTo: upTo ?? toDay(`${notice.year}-12-31`) };
  keepDone(before, { after, documentIds: idsWithin(before.db, within) });
}

/** Before the change is made. Stores only what it would judge otherwise. */
function keepDone(before: Sight, { after, documentIds, isOfCopies = false }: Change): void {
  keepDiffering(before, allOtherDuties(before, undefined), allOtherDuties(after, undefined));
  for (let at = 0; at < documentIds.length; at += LINES_AT_ONCE) {
    for (const line of linesInOrder(before.db, documentIds.slice(at, at + LINES_AT_ONCE))) {
      const owed = owedByLine(line, before);
      if (isOfCopies) keepCopies(before, line, owed);
      else keepDiffering(before, owed, owedByLine(line, after), line.standing.copiesRequired);
    }
  }
}

function keepDiffering(
  work: Sight,
  before: readonly OwedDuty[],
  after: readonly OwedDuty[],
  copiesRequired: number | null = null,
): void {
  const told = new Map(after.map((owed) => [keyOf(owed), owed.duty]));
  for (const owed of before) {
    if (owed.duty.doneOn !== null && isJudgedOtherwise(owed.duty, told.get(keyOf(owed))))
      keep(work, owed, copiesRequired);
  }
}

/** A document owes each thing once, whatever day a setting counts from; other subjects may owe the same of several days. */
function keyOf({ subject, duty }: OwedDuty): string {
  const { rule, triggerOn, doneOn } = duty;
  const key = `${subjectKey(subject)} ${rule}`;
  return subject.kind === 'document' ? key : `${key} ${triggerOn} ${doneOn}`;
}

function keepCopies(work: Sight, { standing, kept }: LedgerLine, owed: readonly OwedDuty[]): void {
  const copies = owed.find(({ duty }) => duty.rule === 'copies' && duty.doneOn !== null);
  const isKept = kept.some(({ rule, doneOn }) => rule === 'copies' && doneOn === copies?.duty.doneOn);
  if (copies && !isKept) keep(work, copies, standing.copiesRequired);
}

function keep({ db, now }: Sight, { subject, duty }: OwedDuty, copiesRequired: number | null): void {
  const { rule, doneOn, triggerOn, triggerSource, article, unit, days, dueOn, isSet, calendarVersion } = duty;
  if (doneOn === null) return;
  insertKeptDuty(db, {
    ...{
      subjectKind: subject.kind,
      subjectId: subject.id,
      rule,
      doneOn,
      triggerOn,
      triggerSource,
      article,
      unit,
      days,
    },
    ...{ dueOn, isSet, calendarVersion, overdueWorkingDays: duty.overdueWorkingDays },
    copiesRequired: rule === 'copies' ? copiesRequired : null,
    keptAt: now,
  });
}
