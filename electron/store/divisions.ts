/** Divisions over time: successors, earlier names, and whose documents a division answers for. */

import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { division, divisionFormerName } from '../../drizzle/schema.ts';
import type { Day } from '../domain/day.ts';
import { type DivisionLink, nameOn, presentDivision } from '../domain/division.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';
import { allRows } from './selectRows.ts';

export type FormerNameRow = typeof divisionFormerName.$inferSelect;

export function divisionLinks(db: ReadableDb): readonly DivisionLink[] {
  return db.select({ id: division.id, successorId: division.successorId }).from(division).all();
}

export function insertFormerName(db: Db, row: FormerNameRow): void {
  insertRow(db, divisionFormerName, row);
}

export const formerNames: (db: ReadableDb) => readonly FormerNameRow[] = allRows(divisionFormerName, [
  'replacedOn',
  'enteredAt',
]);

const divisionRows = allRows(division);

export type DivisionsKnown = {
  /** As the division was called on that day; the name of today where no day is known. */
  readonly nameOn: (id: string, day: Day | null) => string;
  /** Who has its work today. */
  readonly present: (id: string) => { readonly id: string; readonly name: string };
};

/** Divisions by all their names and links, read once for any number of documents. */
export function knowDivisions(db: ReadableDb): DivisionsKnown {
  const all = divisionRows(db);
  const byId = new Map(all.map((row) => [row.id, row]));
  const former = formerNames(db);
  const presentOnes = new Map<string, { readonly id: string; readonly name: string }>();
  return {
    nameOn: (id, day) => {
      const own = byId.get(id) ?? { name: '', shortName: '' };
      if (day === null || former.length === 0) return own.name;
      return nameOn(
        own,
        former.filter(({ divisionId }) => divisionId === id),
        day,
      ).name;
    },
    present: (id) => {
      const known = presentOnes.get(id);
      if (known) return known;
      const presentId = presentDivision(all, id);
      const present = { id: presentId, name: byId.get(presentId)?.name ?? '' };
      presentOnes.set(id, present);
      return present;
    },
  };
}

/** What is of a division or of one whose work came to it; UNION ends where links should ever turn in a circle. */
export function ofDivision(column: SQLiteColumn, divisionId: string): SQL {
  return sql`${column} IN (WITH RECURSIVE heritage (id) AS (SELECT ${divisionId}
    UNION SELECT former.id FROM division AS former JOIN heritage ON former.successor_id = heritage.id)
    SELECT id FROM heritage)`;
}
