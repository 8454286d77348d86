/** Keeps a printed ledger or register: number, snapshot, all that it says and its entry in the trail, in one transaction. */

import { insertContent, type LedgerContent } from '../../store/ledgerContents.ts';
import type { ReadableDb } from '../../store/open.ts';
import { insertSnapshot, type SnapshotRow } from '../../store/snapshots.ts';
import type { Change } from '../../store/trail.ts';
import type { Actor } from '../actor.ts';
import type { Registry } from '../registry.ts';

/** Someone else printed meanwhile and took the number that stands on this paper. */
class NumberTaken extends Error {}

export type PrintedPaper = {
  readonly row: SnapshotRow;
  readonly content: LedgerContent;
  /** The number that the next paper with this prefix would get. */
  readonly nextNumber: (db: ReadableDb, prefix: string) => string;
  readonly act: string;
  readonly entity: string;
  /** What the entry says besides rows and hashes. */
  readonly changes: readonly Change[];
};

/** False where the number was taken meanwhile: the paper has to be made anew. */
export async function isKept(registry: Registry, actor: Actor, paper: PrintedPaper): Promise<boolean> {
  const { row, content, nextNumber, act, entity, changes } = paper;
  try {
    await registry.write(actor, async ({ db, record }) => {
      if (nextNumber(db, row.number.replace(/\d+$/, '')) !== row.number) throw new NumberTaken();
      insertSnapshot(db, row);
      insertContent(db, row.id, content);
      record({
        ...{ act, entity, entityId: row.id, label: row.number },
        changes: [
          ...changes,
          { field: 'rows', before: '', after: String(row.rows) },
          { field: 'rowsHash', before: '', after: row.rowsHash },
          { field: 'pdfSha256', before: '', after: row.pdfSha256 },
        ],
      });
    });
    return true;
  } catch (error) {
    if (error instanceof NumberTaken) return false;
    throw error;
  }
}
