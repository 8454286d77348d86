/** Values used before at the copies desk, most frequent first. */

import { and, desc, eq, sql } from 'drizzle-orm';
import { officialDocument, paperFiling } from '../../drizzle/schema.ts';
import type { ReadableDb } from './open.ts';

export function usedDeliveryValues(
  db: ReadableDb,
  field: 'deliveredBy' | 'location',
  divisionId: string | null,
): readonly string[] {
  const column = paperFiling[field];
  return db
    .select({ value: column })
    .from(paperFiling)
    .innerJoin(officialDocument, eq(officialDocument.id, paperFiling.documentId))
    .where(
      and(sql`${column} <> ''`, divisionId === null ? undefined : eq(officialDocument.draftingDivisionId, divisionId)),
    )
    .groupBy(column)
    .orderBy(desc(sql`count(*)`))
    .limit(50)
    .all()
    .map(({ value }) => value);
}
