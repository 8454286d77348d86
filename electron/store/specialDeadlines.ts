/** Rows of deadlines by special laws, and of their withdrawals. */

import { asc, eq } from 'drizzle-orm';
import { specialDeadline, specialDeadlineWithdrawal } from '../../drizzle/schema.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';

export type SpecialDeadlineRow = typeof specialDeadline.$inferSelect;
export type SpecialWithdrawalRow = typeof specialDeadlineWithdrawal.$inferSelect;

export function insertSpecialDeadline(db: Db, row: SpecialDeadlineRow): void {
  insertRow(db, specialDeadline, row);
}

export function insertSpecialWithdrawal(db: Db, row: SpecialWithdrawalRow): void {
  insertRow(db, specialDeadlineWithdrawal, row);
}

/** All that a document ever had, in the order they were entered. */
export function specialDeadlinesOf(
  db: ReadableDb,
  documentId: string,
): readonly (SpecialDeadlineRow & { readonly withdrawal: SpecialWithdrawalRow | null })[] {
  return db
    .select({ special: specialDeadline, withdrawal: specialDeadlineWithdrawal })
    .from(specialDeadline)
    .leftJoin(specialDeadlineWithdrawal, eq(specialDeadlineWithdrawal.specialDeadlineId, specialDeadline.id))
    .where(eq(specialDeadline.documentId, documentId))
    .orderBy(asc(specialDeadline.enteredAt), asc(specialDeadline.id))
    .all()
    .map(({ special, withdrawal }) => ({ ...special, withdrawal }));
}

export function findSpecialDeadline(db: ReadableDb, id: string): SpecialDeadlineRow | undefined {
  return db.select().from(specialDeadline).where(eq(specialDeadline.id, id)).get();
}
