/** The audit trail (操作留痕): append-only, each entry linked to the one before by SHA-256 over its canonical form. */

import { hash } from 'node:crypto';
import { and, desc, eq, gte, lt, lte, or, sql } from 'drizzle-orm';
import { auditEntry, installation } from '../../drizzle/schema.ts';
import { canonicalJson } from '../domain/reviewContent.ts';
import { insertRow } from './insertRow.ts';
import type { Connection, Db, ReadableDb } from './open.ts';
import { connectionOf } from './selectRows.ts';

export type Change = { readonly field: string; readonly before: string; readonly after: string };

export type TrailAct = {
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly roles: string;
  readonly workstation: string;
  readonly act: string;
  readonly entity: string;
  readonly entityId: string;
  readonly label: string;
  readonly reason: string;
  readonly result: string;
  readonly changes: readonly Change[];
};

export type TrailRow = typeof auditEntry.$inferSelect;
export type TrailHead = { readonly seq: number; readonly hash: string };

export function hashOfEntry(entry: Omit<TrailRow, 'hash'>): string {
  return hash('sha256', `disclosure-registry/trail/1\0${canonicalJson(entry)}`);
}

export function trailHead(db: ReadableDb): TrailHead {
  const last = connectionOf(db).prepare('SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1').raw(true).get();
  if (last !== undefined) {
    const [seq, hash] = last as [number, string];
    return { seq, hash };
  }
  return { seq: 0, hash: db.select({ hash: installation.genesisHash }).from(installation).get()?.hash ?? '' };
}

/** Appends inside the caller's transaction; a caller that appended before in it knows the head. */
export function appendToTrail(db: Db, act: TrailAct, head: TrailHead = trailHead(db)): TrailHead {
  const entry = {
    ...act,
    changes: canonicalJson(act.changes),
    seq: head.seq + 1,
    previousHash: head.hash,
  };
  const own = hashOfEntry(entry);
  insertRow(db, auditEntry, { ...entry, hash: own });
  return { seq: entry.seq, hash: own };
}

export type TrailQuery = {
  readonly query?: string | undefined;
  readonly act?: string | undefined;
  readonly fromInstant?: string | undefined;
  readonly toInstant?: string | undefined;
  readonly beforeSeq?: number | undefined;
  readonly limit: number;
};

export function listTrail(db: ReadableDb, asked: TrailQuery): { entries: readonly TrailRow[]; total: number } {
  const like = asked.query ? `%${asked.query.replace(/[\\%_]/g, '\\$&')}%` : undefined;
  const matches = and(
    asked.act ? eq(auditEntry.act, asked.act) : undefined,
    asked.fromInstant ? gte(auditEntry.at, asked.fromInstant) : undefined,
    asked.toInstant ? lte(auditEntry.at, asked.toInstant) : undefined,
    like
      ? or(
          sql`${auditEntry.label} LIKE ${like} ESCAPE '\\'`,
          sql`${auditEntry.actorName} LIKE ${like} ESCAPE '\\'`,
          sql`${auditEntry.reason} LIKE ${like} ESCAPE '\\'`,
        )
      : undefined,
  );
  const entries = db
    .select()
    .from(auditEntry)
    .where(and(matches, asked.beforeSeq ? lt(auditEntry.seq, asked.beforeSeq) : undefined))
    .orderBy(desc(auditEntry.seq))
    .limit(asked.limit)
    .all();
  const counted = db.select({ total: sql<number>`count(*)` }).from(auditEntry).where(matches).get();
  return { entries, total: counted?.total ?? 0 };
}

export function historyOf(db: ReadableDb, entityId: string): readonly TrailRow[] {
  return db.select().from(auditEntry).where(eq(auditEntry.entityId, entityId)).orderBy(desc(auditEntry.seq)).all();
}

export function entryAt(db: ReadableDb, seq: number): TrailRow | undefined {
  return db.select().from(auditEntry).where(eq(auditEntry.seq, seq)).get();
}

export type TrailVerdict = { readonly entries: number; readonly head: TrailHead; readonly problems: readonly string[] };

/**
 * Walks the whole chain from its first link; names the first entries that do not fit. Heads that were noted elsewhere,
 * printed on a ledger say, have to lie on it: only they show that its end was cut off or written anew.
 */
export function verifyTrail(connection: Connection, noted: readonly TrailHead[] = []): TrailVerdict {
  const genesis = connection.prepare('SELECT genesis_hash FROM installation').pluck().get() as string | undefined;
  const problems: string[] = [];
  const notedHashes = new Map(noted.map((head) => [head.seq, head.hash]));
  let seq = 0;
  let hash = genesis ?? '';
  const rows = connection.prepare(
    `SELECT seq, at, actor_id AS actorId, actor_name AS actorName, roles, workstation, act, entity, entity_id AS entityId,
       label, reason, result, changes, previous_hash AS previousHash, hash FROM audit_entry ORDER BY seq`,
  );
  for (const row of rows.iterate() as IterableIterator<TrailRow>) {
    const { hash: stored, ...entry } = row;
    if (entry.seq !== seq + 1) problems.push(`trail.gap ${seq + 1}`);
    if (entry.previousHash !== hash) problems.push(`trail.unlinked ${entry.seq}`);
    if (hashOfEntry(entry) !== stored) problems.push(`trail.altered ${entry.seq}`);
    if ((notedHashes.get(entry.seq) ?? stored) !== stored) problems.push(`trail.otherThanNoted ${entry.seq}`);
    seq = entry.seq;
    hash = stored;
    if (problems.length >= 20) break;
  }
  const beyond = noted.filter((head) => head.seq > seq).map((head) => head.seq);
  if (beyond.length > 0) problems.push(`trail.shorterThanNoted ${Math.max(...beyond)}`);
  return { entries: seq, head: { seq, hash }, problems };
}
