/** Rows of deadlines by special laws, and of their withdrawals. */

import { eq } from 'drizzle-orm';
import { specialDeadline, specialDeadlineWithdrawal } from '../../drizzle/schema.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';
import { rowsBy } from './selectRows.ts';

export type SpecialDeadlineRow = typeof specialDeadline.$inferSelect;
export type SpecialWithdrawalRow = typeof specialDeadlineWithdrawal.$inferSelect;

export function insertSpecialDeadline(db: Db, row: SpecialDeadlineRow): void {
  insertRow(db, specialDeadline, row);
}

export function insertSpecialWithdrawal(db: Db, row: SpecialWithdrawalRow): void {
  insertRow(db, specialDeadlineWithdrawal, row);
}

const deadlinesOf = rowsBy(specialDeadline, 'documentId', ['enteredAt', 'id']);
const withdrawalOf = rowsBy(specialDeadlineWithdrawal, 'specialDeadlineId');

/** All that a document ever had, in the order they were entered. */
export function specialDeadlinesOf(
  db: ReadableDb,
  documentId: string,
): readonly (SpecialDeadlineRow & { readonly withdrawal: SpecialWithdrawalRow | null })[] {
  return deadlinesOf(db, documentId).map((special) => ({
    ...special,
    withdrawal: withdrawalOf(db, special.id)[0] ?? null,
  }));
}

export function findSpecialDeadline(db: ReadableDb, id: string): SpecialDeadlineRow | undefined {
  return db.select().from(specialDeadline).where(eq(specialDeadline.id, id)).get();
}
