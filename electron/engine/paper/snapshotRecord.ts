/** A printed ledger as the window lists it. */

import type { LedgerSnapshot } from '../../contract/ledgers.ts';
import type { ReadableDb } from '../../store/open.ts';
import { findSnapshot, type SnapshotRow } from '../../store/snapshots.ts';
import { type Actor, divisionScope } from '../actor.ts';
import { refusal } from '../refusal.ts';

export type PrintedSnapshot = SnapshotRow & { readonly printedBy: string };

export function snapshotRecord(row: PrintedSnapshot): LedgerSnapshot {
  const { id, number, printedAt, printedBy, preset, rows, headSeq, headHash } = row;
  const { columnSet = '' } = JSON.parse(row.filter) as { readonly columnSet?: string };
  return { id, number, printedAt, printedBy, preset, columnSet, rows, headSeq, headHash };
}

/** Whoever sees one division only sees the own prints: others count what is not theirs. */
export function maySeeSnapshot(actor: Actor, row: SnapshotRow): boolean {
  return divisionScope(actor) === undefined || row.printedById === actor.personId;
}

export function snapshotSeenBy(db: ReadableDb, actor: Actor, id: string): PrintedSnapshot {
  const row = findSnapshot(db, { id });
  if (!row || !maySeeSnapshot(actor, row)) throw refusal('NOT_FOUND');
  return row;
}
