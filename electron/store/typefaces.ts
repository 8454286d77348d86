/** Rows of the office's own typefaces: files, withdrawals, and what papers are set in. */

import { asc, desc, eq } from 'drizzle-orm';
import { attachmentContent, typeface, typefaceChoice, typefaceWithdrawal } from '../../drizzle/schema.ts';
import type { TypeScope } from '../domain/typefaces.ts';
import { storeContent } from './attachments.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';
import { connectionOf } from './selectRows.ts';

export type TypefaceRow = typeof typeface.$inferSelect;
export type TypefaceWithdrawalRow = typeof typefaceWithdrawal.$inferSelect;
export type TypefaceChoiceRow = typeof typefaceChoice.$inferSelect;
export type KeptTypeface = TypefaceRow & { readonly withdrawal: TypefaceWithdrawalRow | null };

export function insertTypeface(db: Db, row: Omit<TypefaceRow, 'sha256' | 'bytes'>, content: Uint8Array): void {
  insertRow(db, typeface, { ...row, sha256: storeContent(db, content), bytes: content.byteLength });
}

export function insertTypefaceWithdrawal(db: Db, row: TypefaceWithdrawalRow): void {
  insertRow(db, typefaceWithdrawal, row);
}

/** All that were ever loaded, in that order. */
export function listTypefaces(db: ReadableDb): readonly KeptTypeface[] {
  return db
    .select({ row: typeface, withdrawal: typefaceWithdrawal })
    .from(typeface)
    .leftJoin(typefaceWithdrawal, eq(typefaceWithdrawal.typefaceId, typeface.id))
    .orderBy(asc(typeface.enteredAt), asc(typeface.id))
    .all()
    .map(({ row, withdrawal }) => ({ ...row, withdrawal }));
}

/** The file as it was handed in. */
export function typefaceContent(db: ReadableDb, { sha256 }: Pick<TypefaceRow, 'sha256'>): Uint8Array {
  const stored = db.select().from(attachmentContent).where(eq(attachmentContent.sha256, sha256)).get();
  if (!stored) throw new Error('a typeface without content');
  // As many pages as the file is long, which nobody asks for again before the next paper.
  connectionOf(db).pragma('shrink_memory');
  return stored.content;
}

export function insertTypefaceChoice(db: Db, row: Omit<TypefaceChoiceRow, 'seq'>): void {
  db.insert(typefaceChoice).values(row).run();
}

export function findTypefaceChoice(db: ReadableDb, id: string): TypefaceChoiceRow | undefined {
  return db.select().from(typefaceChoice).where(eq(typefaceChoice.id, id)).get();
}

/** The choice that holds for a scope. */
export function lastTypefaceChoice(db: ReadableDb, scope: TypeScope): TypefaceChoiceRow | undefined {
  return db
    .select()
    .from(typefaceChoice)
    .where(eq(typefaceChoice.scope, scope))
    .orderBy(desc(typefaceChoice.seq))
    .limit(1)
    .get();
}
