/** One judged row of an old ledger becomes a document with all that hangs on it (补录), and then stands where it stands. */

import type { DocumentRow } from '../../exchange/documentRow.ts';
import { insertStanding } from '../../store/documents.ts';
import { enterDelivery } from '../documents/copies.ts';
import { enterInterpretation, enterPosting } from '../documents/publishing.ts';
import { enterDocument } from '../documents/registering.ts';
import { freshStanding, type Hung, NOTHING_HUNG } from '../documents/standing.ts';
import { newId } from '../newId.ts';
import type { Work } from '../registry.ts';

/** 原表未载: what the old ledger does not know is waived, not invented. */
const COPIES_UNKNOWN = '补录：原台账未载备案份数';
const LONGEST_REASON = 500;

export function takeRow(work: Work, taken: DocumentRow, importBatchId: string): void {
  const { input, filing, posting, interpretation } = taken;
  if (input === null) return;
  const id = newId();
  const annexes = input.annexes.map(({ name, sha256 }) => ({ name, sha256: sha256 ?? null }));
  const repaired = taken.repairs.map(({ field, before, after }) => `${field}: ${before} → ${after}`).join('; ');
  const isCountKnown = filing !== null && filing.copies > 0;
  const { row } = enterDocument(
    work,
    { ...input, annexes, id, delivery: null, lateEntryReason: repaired.slice(0, LONGEST_REASON) },
    { source: 'import', importBatchId, ...(isCountKnown ? {} : { copiesWaivedReason: COPIES_UNKNOWN }) },
  );
  let hung: Hung = NOTHING_HUNG;
  if (isCountKnown) {
    const deliveredOn = filing.filedOn ?? input.printedOn ?? input.signedOn ?? input.writtenOn ?? work.today;
    const deliveredBy = filing.deliveredBy || input.drafter || '—';
    const plain = { location: '', note: '' };
    const delivery = { id: newId(), documentId: id, copies: filing.copies, deliveredOn, deliveredBy, ...plain };
    hung = { ...hung, filings: [enterDelivery(work, row, delivery)] };
  }
  if (interpretation) {
    const told = { id: newId(), documentId: id, title: `${input.title}解读`, form: 'text', ...interpretation };
    hung = { ...hung, interpretations: [enterInterpretation(work, row, told)] };
  }
  if (posting) {
    const plain = { lateReason: '', exceptionReason: '', evidenceId: null };
    const ground = { document: row, standing: freshStanding(work, row, hung), review: undefined, proofreadings: [] };
    const told = { id: newId(), documentId: id, ...posting, ...plain };
    hung = { ...hung, publications: [enterPosting(work, told, { isHistorical: true }, { ...ground, ...hung })] };
  }
  insertStanding(work.db, freshStanding(work, row, hung));
}
