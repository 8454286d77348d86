/** What a person has typed and not yet saved, and the views a person keeps; personal, so not part of the trail. */

import { and, asc, eq } from 'drizzle-orm';
import { draft, savedView } from '../../drizzle/schema.ts';
import type { Db, ReadableDb } from './open.ts';

export function findDraft(
  db: ReadableDb,
  personId: string,
  form: string,
): { body: string; savedAt: string } | undefined {
  return db
    .select({ body: draft.body, savedAt: draft.savedAt })
    .from(draft)
    .where(and(eq(draft.personId, personId), eq(draft.form, form)))
    .get();
}

export function storeDraft(db: Db, row: typeof draft.$inferSelect): void {
  db.insert(draft)
    .values(row)
    .onConflictDoUpdate({ target: [draft.personId, draft.form], set: { body: row.body, savedAt: row.savedAt } })
    .run();
}

export function discardDraft(db: Db, personId: string, form: string): void {
  db.delete(draft)
    .where(and(eq(draft.personId, personId), eq(draft.form, form)))
    .run();
}

export function listViews(db: ReadableDb, personId: string): readonly (typeof savedView.$inferSelect)[] {
  return db.select().from(savedView).where(eq(savedView.personId, personId)).orderBy(asc(savedView.name)).all();
}

export function storeView(db: Db, row: typeof savedView.$inferSelect): void {
  db.insert(savedView)
    .values(row)
    .onConflictDoUpdate({ target: savedView.id, set: { name: row.name, body: row.body } })
    .run();
}

export function removeView(db: Db, personId: string, id: string): void {
  db.delete(savedView)
    .where(and(eq(savedView.personId, personId), eq(savedView.id, id)))
    .run();
}
