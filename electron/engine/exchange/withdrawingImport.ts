/** Imports as batches: what they brought, and their withdrawal as long as nobody has had their documents in hand. */

import type { ImportBatch } from '../../contract/imports.ts';
import { type Broken, broken } from '../../domain/broken.ts';
import { findDocument } from '../../store/documents.ts';
import {
  documentsOfImport,
  findImportBatch,
  type ImportBatchRow,
  listImportBatches,
  touchedOf,
  withdrawImportBatch,
} from '../../store/importBatches.ts';
import { follow } from '../documents/following.ts';
import { labelOf, reviseDocument } from '../documents/revising.ts';
import { work as longWork, os, read } from '../procedure.ts';
import { refusal, refuseIfBroken } from '../refusal.ts';
import type { Registry, Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';

const ROWS_BETWEEN_REPORTS = 100;
const LONGEST_WITHDRAWAL_MS = 15 * 60_000;

function batchRecord(row: ReturnType<typeof listImportBatches>[number]): ImportBatch {
  const { id, fileName, sheet, accepted, repaired, refused, importedBy, enteredAt, touched } = row;
  const { withdrawnAt, withdrawalReason, corrections } = row;
  return {
    ...{ id, fileName, sheet, accepted, repaired, refused, importedBy, enteredAt, touched },
    ...{ withdrawnAt, withdrawalReason, corrections: corrections.length },
  };
}

const batches = os.imports.batches.handler(read(async ({ db }) => listImportBatches(db).map(batchRecord)));

function batchOf(registry: Registry, id: string): ImportBatch {
  const found = listImportBatches(registry.store.readable).find((batch) => batch.id === id);
  if (!found) throw refusal('NOT_FOUND');
  return batchRecord(found);
}

function brokenOnWithdrawing({ db }: Work, batch: ImportBatchRow, reason: string): readonly Broken[] {
  const findings: Broken[] = [...brokenOnTexts({ reason })];
  if (reason.trim() === '') findings.push(broken('import.withdrawalReasonMissing', 'reason'));
  const touched = touchedOf(db, batch.id);
  const first = touched[0];
  if (first) {
    findings.push(broken('import.touchedSince', 'id', { count: touched.length, document: labelOf(first) }));
  }
  return findings;
}

/** Every document of the batch is voided (作废) in one transaction, also one that the old ledger says was posted. */
const withdraw = os.imports.withdraw.handler(
  longWork('imports.withdraw', async function* ({ context: { actor }, input, signal, registry }) {
    const { id, reason } = input;
    yield* follow(signal, async (report) => {
      await registry.replay(async (as) => {
        const work = as(actor);
        const batch = findImportBatch(work.db, id);
        if (!batch) throw refusal('NOT_FOUND');
        const told = { entity: 'importBatch', entityId: id, label: batch.fileName };
        if (batch.withdrawnAt !== null) {
          work.record({ act: 'imports.withdrawAgain', ...told });
          return;
        }
        refuseIfBroken(brokenOnWithdrawing(work, batch, reason));
        const documents = documentsOfImport(work.db, id);
        for (const [at, document] of documents.entries()) {
          voidImported(work, document.id, reason);
          if (at % ROWS_BETWEEN_REPORTS === 0) await report(at, documents.length);
        }
        const by = { withdrawnAt: work.now, withdrawnById: actor.personId, withdrawalReason: reason };
        withdrawImportBatch(work.db, id, by);
        const changes = [{ field: 'accepted', before: String(documents.length), after: '0' }];
        work.record({ act: 'imports.withdraw', ...told, reason, changes });
        await report(documents.length, documents.length);
      }, LONGEST_WITHDRAWAL_MS);
      return batchOf(registry, id);
    });
  }),
);

function voidImported(work: Work, documentId: string, reason: string): void {
  const before = findDocument(work.db, documentId);
  if (!before) throw new Error('An imported document is gone');
  reviseDocument(work, before, { voidedAt: work.now, voidReason: reason });
  work.record({ act: 'documents.void', entity: 'document', entityId: documentId, label: labelOf(before), reason });
}

export const importBatches = { batches, withdraw };
