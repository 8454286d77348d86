/** Rows of matters, of what was published of them, and of what was taken down again. */

import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import {
  attachment,
  disclosureMatter,
  division,
  matterPublication,
  matterWithdrawal,
  person,
} from '../../drizzle/schema.ts';
import { ofDivision } from './divisions.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';

export type MatterRow = typeof disclosureMatter.$inferSelect;
export type MatterPublicationRow = typeof matterPublication.$inferSelect;
export type MatterLine = { readonly matter: MatterRow; readonly divisionName: string };

export type MatterConditions = {
  readonly id?: string | undefined;
  readonly kind?: string | undefined;
  readonly divisionId?: string | undefined;
  /** Neither closed nor void. */
  readonly isOpen?: boolean | undefined;
};

const OPEN = and(isNull(disclosureMatter.closedOn), isNull(disclosureMatter.voidedAt));

/** The newest first. */
export function listMatters(db: ReadableDb, { id, kind, divisionId, isOpen }: MatterConditions): readonly MatterLine[] {
  return db
    .select({ matter: disclosureMatter, divisionName: division.name })
    .from(disclosureMatter)
    .innerJoin(division, eq(division.id, disclosureMatter.divisionId))
    .where(
      and(
        id === undefined ? undefined : eq(disclosureMatter.id, id),
        kind === undefined ? undefined : eq(disclosureMatter.kind, kind),
        divisionId === undefined ? undefined : ofDivision(disclosureMatter.divisionId, divisionId),
        isOpen ? OPEN : undefined,
      ),
    )
    .orderBy(desc(disclosureMatter.openedOn), desc(disclosureMatter.id))
    .all();
}

export function findMatter(db: ReadableDb, id: string): MatterRow | undefined {
  return db.select().from(disclosureMatter).where(eq(disclosureMatter.id, id)).get();
}

/** The same item of the next period, once it was opened. */
export function matterAfter(db: ReadableDb, previousId: string): MatterRow | undefined {
  return db.select().from(disclosureMatter).where(eq(disclosureMatter.previousId, previousId)).get();
}

export function insertMatter(db: Db, row: MatterRow): void {
  insertRow(db, disclosureMatter, row);
}

export function updateMatter(db: Db, id: string, values: Partial<MatterRow>): void {
  db.update(disclosureMatter).set(values).where(eq(disclosureMatter.id, id)).run();
}

export function insertMatterPublication(db: Db, row: MatterPublicationRow): void {
  insertRow(db, matterPublication, row);
}

export function insertMatterWithdrawal(db: Db, row: typeof matterWithdrawal.$inferSelect): void {
  insertRow(db, matterWithdrawal, row);
}

export function findMatterPublication(db: ReadableDb, id: string): MatterPublicationRow | undefined {
  return db.select().from(matterPublication).where(eq(matterPublication.id, id)).get();
}

/** What a duty looks at: publications that stand, of many matters at once, in the order of their days. */
export function standingPublications(
  db: ReadableDb,
  matterIds: readonly string[] | undefined,
): readonly MatterPublicationRow[] {
  if (matterIds?.length === 0) return [];
  return db
    .select({ publication: matterPublication })
    .from(matterPublication)
    .leftJoin(matterWithdrawal, eq(matterWithdrawal.publicationId, matterPublication.id))
    .where(
      and(
        matterIds === undefined ? undefined : inArray(matterPublication.matterId, [...matterIds]),
        isNull(matterWithdrawal.publicationId),
      ),
    )
    .orderBy(asc(matterPublication.postedOn), asc(matterPublication.id))
    .all()
    .map(({ publication }) => publication);
}

/** All publications of one matter, the withdrawn ones too, with the names that a page shows. */
export function matterPublicationsOf(db: ReadableDb, matterId: string) {
  return db
    .select({
      publication: matterPublication,
      postedBy: person.name,
      evidenceName: attachment.name,
      withdrawnOn: matterWithdrawal.withdrawnOn,
      withdrawalReason: matterWithdrawal.reason,
    })
    .from(matterPublication)
    .innerJoin(person, eq(person.id, matterPublication.postedById))
    .leftJoin(attachment, eq(attachment.id, matterPublication.evidenceId))
    .leftJoin(matterWithdrawal, eq(matterWithdrawal.publicationId, matterPublication.id))
    .where(eq(matterPublication.matterId, matterId))
    .orderBy(asc(matterPublication.postedOn), asc(matterPublication.id))
    .all();
}

/** The matter whose publication an attachment proves. */
export function matterEvidenceOwner(db: ReadableDb, evidenceId: string): string | undefined {
  const found = db
    .select({ matterId: matterPublication.matterId })
    .from(matterPublication)
    .where(and(eq(matterPublication.evidenceId, evidenceId), isNotNull(matterPublication.evidenceId)))
    .get();
  return found?.matterId;
}

/** Open or done, but not void, and nobody has opened the next period: where a chain of periods ends. */
export function lastOfChains(db: ReadableDb, kinds: readonly string[]): readonly MatterRow[] {
  const isContinued = sql`EXISTS (SELECT 1 FROM disclosure_matter AS later WHERE later.previous_id = ${disclosureMatter.id})`;
  return db
    .select()
    .from(disclosureMatter)
    .where(and(inArray(disclosureMatter.kind, [...kinds]), isNull(disclosureMatter.voidedAt), sql`NOT ${isContinued}`))
    .all();
}
