/** Rows of printed ledgers (台账快照) and the numbers of papers that the trail has handed out. */

import { and, desc, eq, gt, gte, lt, sql } from 'drizzle-orm';
import { auditEntry, ledgerSnapshot, person, publication } from '../../drizzle/schema.ts';
import type { Db, ReadableDb } from './open.ts';

export type SnapshotRow = typeof ledgerSnapshot.$inferSelect;

export function insertSnapshot(db: Db, row: SnapshotRow): void {
  db.insert(ledgerSnapshot).values(row).run();
}

/** The newest first, each with the name of who printed it; `printedById` leaves one person's. */
export function listSnapshots(
  db: ReadableDb,
  limit: number,
  printedById?: string,
): readonly (SnapshotRow & { readonly printedBy: string })[] {
  return db
    .select({ snapshot: ledgerSnapshot, printedBy: person.name })
    .from(ledgerSnapshot)
    .innerJoin(person, eq(person.id, ledgerSnapshot.printedById))
    .where(printedById === undefined ? undefined : eq(ledgerSnapshot.printedById, printedById))
    .orderBy(desc(ledgerSnapshot.printedAt), desc(ledgerSnapshot.number))
    .limit(limit)
    .all()
    .map(({ snapshot, printedBy }) => ({ ...snapshot, printedBy }));
}

export function findSnapshot(
  db: ReadableDb,
  asked: { readonly id: string } | { readonly number: string },
): (SnapshotRow & { readonly printedBy: string }) | undefined {
  const row = db
    .select({ snapshot: ledgerSnapshot, printedBy: person.name })
    .from(ledgerSnapshot)
    .innerJoin(person, eq(person.id, ledgerSnapshot.printedById))
    .where('id' in asked ? eq(ledgerSnapshot.id, asked.id) : eq(ledgerSnapshot.number, asked.number))
    .get();
  return row && { ...row.snapshot, printedBy: row.printedBy };
}

/** Prints of the same columns, filter and order so far. */
export function countPrints(db: ReadableDb, { preset, filter }: Pick<SnapshotRow, 'preset' | 'filter'>): number {
  return counted(
    db
      .select({ count: sql<number>`count(*)` })
      .from(ledgerSnapshot)
      .where(and(eq(ledgerSnapshot.preset, preset), eq(ledgerSnapshot.filter, filter)))
      .get(),
  );
}

/** The next running number behind a prefix such as `TZ-2019-`. */
export function nextLedgerNumber(db: ReadableDb, prefix: string): string {
  const last = db
    .select({ number: ledgerSnapshot.number })
    .from(ledgerSnapshot)
    .where(beginsWith(ledgerSnapshot.number, prefix))
    .orderBy(desc(sql`length(${ledgerSnapshot.number})`), desc(ledgerSnapshot.number))
    .limit(1)
    .get();
  return numbered(prefix, Number(last?.number.slice(prefix.length) ?? 0) + 1);
}

/** Forms have no rows of their own: the trail, which only grows, has handed out every number. */
export function nextFormNumber(db: ReadableDb, prefix: string): string {
  const used = db
    .select({ count: sql<number>`count(DISTINCT ${numberInLabel})` })
    .from(auditEntry)
    .where(and(sql`${auditEntry.act} = 'ledgers.form'`, beginsWith(auditEntry.label, prefix)))
    .get();
  return numbered(prefix, counted(used) + 1);
}

/** A label begins with the number; the same one again where a form was printed again. */
const numberInLabel = sql`substr(${auditEntry.label}, 1, instr(${auditEntry.label} || ' ', ' ') - 1)`;

/** The number under which a form with this mark (a delivery, say) was printed before; undefined for the first time. */
export function formNumberOf(db: ReadableDb, entityId: string, mark: string): string | undefined {
  return db
    .select({ number: sql<string>`${numberInLabel}` })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.entityId, entityId),
        eq(auditEntry.act, 'ledgers.form'),
        sql`instr(${auditEntry.changes}, ${mark}) > 0`,
      ),
    )
    .orderBy(desc(auditEntry.seq))
    .limit(1)
    .get()?.number;
}

/** A range, unlike LIKE, is found in an index. */
function beginsWith(column: typeof ledgerSnapshot.number | typeof auditEntry.label, prefix: string) {
  return and(gte(column, prefix), lt(column, `${prefix}\u{10FFFF}`));
}

function numbered(prefix: string, number: number): string {
  return `${prefix}${String(number).padStart(4, '0')}`;
}

function counted(row: { readonly count: number } | undefined): number {
  return row?.count ?? 0;
}

/** Why postings were late, by document: the reason of the latest posting that gives one. */
export function lateReasons(db: ReadableDb): ReadonlyMap<string, string> {
  const rows = db
    .select({ documentId: publication.documentId, reason: publication.lateReason })
    .from(publication)
    .where(gt(publication.lateReason, ''))
    .orderBy(publication.enteredAt)
    .all();
  return new Map(rows.map(({ documentId, reason }) => [documentId, reason]));
}
