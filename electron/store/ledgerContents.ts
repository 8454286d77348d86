/** What printed ledgers said, slice by slice, their bytes, and their reprints. */

import { count, eq } from 'drizzle-orm';
import { ledgerContent, ledgerReprint, ledgerSlice, ledgerSnapshot } from '../../drizzle/schema.ts';
import { insertRow } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';

export type ReprintRow = typeof ledgerReprint.$inferSelect;

export type LedgerContent = {
  /** JSON of the sheet without its rows. */
  readonly sheet: string;
  readonly pdf: Uint8Array;
  readonly slices: readonly Uint8Array[];
};

export function insertContent(db: Db, snapshotId: string, { sheet, pdf, slices }: LedgerContent): void {
  insertRow(db, ledgerContent, { snapshotId, sheet, pdf: Buffer.from(pdf) });
  slices.forEach((content, position) => {
    insertRow(db, ledgerSlice, { snapshotId, position, content: Buffer.from(content) });
  });
}

/** Undefined for ledgers printed before contents were kept. */
export function findContent(db: ReadableDb, snapshotId: string): LedgerContent | undefined {
  const row = db.select().from(ledgerContent).where(eq(ledgerContent.snapshotId, snapshotId)).get();
  if (!row) return undefined;
  const slices = db
    .select({ content: ledgerSlice.content })
    .from(ledgerSlice)
    .where(eq(ledgerSlice.snapshotId, snapshotId))
    .orderBy(ledgerSlice.position)
    .all();
  return { sheet: row.sheet, pdf: row.pdf, slices: slices.map(({ content }) => content) };
}

export function insertReprint(db: Db, row: ReprintRow): void {
  insertRow(db, ledgerReprint, row);
}

export function findReprint(db: ReadableDb, id: string): ReprintRow | undefined {
  return db.select().from(ledgerReprint).where(eq(ledgerReprint.id, id)).get();
}

export function countReprints(db: ReadableDb, snapshotId: string): number {
  return (
    db.select({ count: count() }).from(ledgerReprint).where(eq(ledgerReprint.snapshotId, snapshotId)).get()?.count ?? 0
  );
}

/** The ledger whose original or reprint has these very bytes; `ordinal` 0 = the original. */
export function findByPdf(
  db: ReadableDb,
  pdfSha256: string,
): { readonly snapshotId: string; readonly ordinal: number } | undefined {
  const original = db
    .select({ snapshotId: ledgerSnapshot.id })
    .from(ledgerSnapshot)
    .where(eq(ledgerSnapshot.pdfSha256, pdfSha256))
    .get();
  if (original) return { ...original, ordinal: 0 };
  return db
    .select({ snapshotId: ledgerReprint.snapshotId, ordinal: ledgerReprint.ordinal })
    .from(ledgerReprint)
    .where(eq(ledgerReprint.pdfSha256, pdfSha256))
    .get();
}
