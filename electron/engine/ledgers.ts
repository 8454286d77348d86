/** Printed ledgers (文件公开台账): composed, numbered, kept with all they say; forms and their bytes. */

import { say } from '../domain/wording/say.ts';
import { sha256Of } from '../store/attachments.ts';
import { insertContent, type LedgerContent } from '../store/ledgerContents.ts';
import { insertSnapshot, listSnapshots, nextLedgerNumber, type SnapshotRow } from '../store/snapshots.ts';
import { type Actor, divisionScope } from './actor.ts';
import { form } from './forms.ts';
import { gatherLedger } from './ledgerGathering.ts';
import { fileOf } from './listExport.ts';
import { verifyPaper } from './paperCheck.ts';
import { handOut } from './paperFacts.ts';
import { fontsFor, type PaperFonts } from './paperFonts.ts';
import { os, read, work } from './procedure.ts';
import { refusal, refuseIfBroken } from './refusal.ts';
import type { Registry } from './registry.ts';
import { reprint } from './reprinting.ts';
import { snapshotRecord } from './snapshotRecord.ts';
import { brokenOnTexts } from './texts.ts';
import { told } from './told.ts';

const MOST_SNAPSHOTS = 500;

/** Someone else printed meanwhile and took the number that stands on this paper. */
class NumberTaken extends Error {}

const compose = os.ledgers.compose.handler(
  work('ledgers.compose', async function* ({ input, context, signal, registry }) {
    const { engine, actor, token } = context;
    refuseIfBroken(brokenOnTexts({ period: input.period }));
    const { missingInLedger, printFileLedger } = await import('../print/fileLedger.ts');
    const { fonts, faces } = await fontsFor(engine, 'ledger');
    for (;;) {
      const { draft, content } = yield* told(async (onProgress, stop) => {
        // Reading is the first half of the work, printing the second.
        let rows = 0;
        const gathered = await gatherLedger(registry, actor, input, {
          signal: stop,
          onProgress: (done) => onProgress(Math.floor(done / 2), 0),
          onCount: (count) => {
            rows = count;
          },
        });
        const printed = await printFileLedger(fonts, gathered.sheet, {
          madeAt: gathered.snapshot.printedAt,
          signal: stop,
          onProgress: (done) => onProgress(Math.floor((rows + done) / 2), rows),
        });
        return { draft: gathered, content: printed };
      }, signal);
      const row = { ...draft.snapshot, pdfSha256: sha256Of(content) };
      if (!(await isStored(registry, actor, row, { ...draft.content, pdf: content, faces }))) continue;
      const name = `${say(input.language, 'paper.ledger')} ${row.number}`;
      const paper = await handOut({ engine, token }, { name, content, missing: missingInLedger(fonts, draft.sheet) });
      yield {
        kind: 'result' as const,
        result: { ...paper, snapshot: snapshotRecord({ ...row, printedBy: actor.name }) },
      };
      return;
    }
  }),
);

/** False where the number was taken meanwhile: the paper has to be made anew. */
async function isStored(
  registry: Registry,
  actor: Actor,
  row: SnapshotRow,
  { faces, ...content }: LedgerContent & Pick<PaperFonts, 'faces'>,
): Promise<boolean> {
  try {
    await registry.write(actor, async ({ db, record }) => {
      if (nextLedgerNumber(db, row.number.replace(/\d+$/, '')) !== row.number) throw new NumberTaken();
      insertSnapshot(db, row);
      insertContent(db, row.id, content);
      record({
        act: 'ledgers.compose',
        entity: 'ledger',
        entityId: row.id,
        label: row.number,
        changes: [
          { field: 'rows', before: '', after: String(row.rows) },
          { field: 'rowsHash', before: '', after: row.rowsHash },
          { field: 'pdfSha256', before: '', after: row.pdfSha256 },
          ...faces,
        ],
      });
    });
    return true;
  } catch (error) {
    if (error instanceof NumberTaken) return false;
    throw error;
  }
}

const fetchPaper = os.ledgers.fetch.handler(async ({ context: { engine, token }, input }) => {
  const paper = engine.papers.find(input.paperId, token);
  if (!paper) throw refusal('NOT_FOUND');
  return fileOf(paper.content, paper.fileName, paper.mediaType);
});

const snapshots = os.ledgers.snapshots.handler(
  read(async ({ db, actor }) => {
    // Whoever sees one division only sees no counts of others: the own prints.
    const own = divisionScope(actor) === undefined ? undefined : (actor.personId ?? '');
    return listSnapshots(db, MOST_SNAPSHOTS, own).map(snapshotRecord);
  }),
);

export const ledgers = { compose, form, fetch: fetchPaper, snapshots, reprint, verifyPaper };
