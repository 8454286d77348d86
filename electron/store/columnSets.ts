/** Rows of own columns (自选列) that are saved by name. */

import { and, asc, eq, isNull, or } from 'drizzle-orm';
import { ledgerColumnSet, person } from '../../drizzle/schema.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';

type Row = typeof ledgerColumnSet.$inferSelect;
export type ColumnSetRow = Row & { readonly ownerName: string };

/** Those of the person and those that are shared, by name. */
export function columnSetsSeenBy(db: ReadableDb, personId: string): readonly ColumnSetRow[] {
  return db
    .select({ set: ledgerColumnSet, ownerName: person.name })
    .from(ledgerColumnSet)
    .innerJoin(person, eq(person.id, ledgerColumnSet.ownerId))
    .where(
      and(
        isNull(ledgerColumnSet.withdrawnAt),
        or(eq(ledgerColumnSet.ownerId, personId), eq(ledgerColumnSet.isShared, true)),
      ),
    )
    .orderBy(asc(ledgerColumnSet.name))
    .all()
    .map(({ set, ownerName }) => ({ ...set, ownerName }));
}

/** Withdrawn ones too. */
export function findColumnSet(db: ReadableDb, id: string): ColumnSetRow | undefined {
  const row = db
    .select({ set: ledgerColumnSet, ownerName: person.name })
    .from(ledgerColumnSet)
    .innerJoin(person, eq(person.id, ledgerColumnSet.ownerId))
    .where(eq(ledgerColumnSet.id, id))
    .get();
  return row && { ...row.set, ownerName: row.ownerName };
}

export function insertColumnSet(db: Db, row: Row): void {
  insertRow(db, ledgerColumnSet, row);
}

export function updateColumnSet(db: Db, id: string, change: Partial<Omit<Row, 'id' | 'ownerId'>>): void {
  db.update(ledgerColumnSet).set(change).where(eq(ledgerColumnSet.id, id)).run();
}
