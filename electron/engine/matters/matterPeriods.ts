/** What comes again by itself: the next period of a regular publication is opened when the one before is closed or over. */

import type { Day } from '../../domain/day.ts';
import { kindOf, MATTER_KINDS, matterNumber } from '../../domain/matters/kinds.ts';
import { insertMatter, lastOfChains, type MatterRow, matterAfter } from '../../store/matters.ts';
import { indexSubject, searchedMatter } from '../../store/subjectSearch.ts';
import type { Engine } from '../engine.ts';
import { SYSTEM } from '../engine.ts';
import { newId } from '../newId.ts';
import type { Work } from '../registry.ts';

const RECURRING = MATTER_KINDS.filter(({ next }) => next !== undefined).map(({ key }) => key);
/** A weekly item that was forgotten for years: more is not opened in one go. */
const MOST_AT_ONCE = 120;

/** Up to the first period that is not over yet. A void one ends its chain. */
export function openNextPeriods(work: Work, from: MatterRow): void {
  let last = from;
  for (let opened = 0; opened < MOST_AT_ONCE && isToGoOn(last, work.today); opened++) {
    const known = matterAfter(work.db, last.id);
    last = known ?? openNext(work, last);
  }
}

function isToGoOn({ kind, body, closedOn, voidedAt }: MatterRow, today: Day): boolean {
  const { over } = kindOf(kind);
  return over !== undefined && voidedAt === null && (closedOn !== null || over(body, today));
}

function openNext({ db, now, today, record }: Work, before: MatterRow): MatterRow {
  const row: MatterRow = {
    ...before,
    ...{ id: newId(), version: 1, body: kindOf(before.kind).next?.(before.body) ?? before.body },
    ...{ openedOn: today, closedOn: null, closeNote: '', previousId: before.id, openedById: null, enteredAt: now },
  };
  insertMatter(db, row);
  indexSubject(db, searchedMatter(row));
  const label = `${matterNumber(row)} ${row.title}`;
  record({ act: 'matters.openNext', entity: 'matter', entityId: row.id, label });
  return row;
}

/** Run with the hourly sweep: periods that ended meanwhile are followed by their next. */
export async function openDuePeriods({ registry }: Engine): Promise<void> {
  if (!registry) return;
  const { db, today } = registry.look(SYSTEM);
  const due = lastOfChains(db, RECURRING).filter((row) => isToGoOn(row, today));
  if (due.length === 0) return;
  await registry.write(SYSTEM, async (work) => {
    for (const row of due) openNextPeriods(work, row);
  });
}
