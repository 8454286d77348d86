/** Printed ledgers (文件公开台账): composed, numbered, kept with all they say; forms and their bytes. */

import { say } from '../../domain/wording/say.ts';
import { sha256Of } from '../../store/attachments.ts';
import { listSnapshots, nextLedgerNumber } from '../../store/snapshots.ts';
import { divisionScope } from '../actor.ts';
import { fileOf } from '../exchange/listExport.ts';
import { os, read, work } from '../procedure.ts';
import { refusal, refuseIfBroken } from '../refusal.ts';
import { brokenOnTexts } from '../texts.ts';
import { told } from '../told.ts';
import { form } from './forms.ts';
import { isKept } from './keepingPaper.ts';
import { gatherLedger } from './ledgerGathering.ts';
import { verifyPaper } from './paperCheck.ts';
import { handOut } from './paperFacts.ts';
import { fontsFor } from './paperFonts.ts';
import { reprint } from './reprinting.ts';
import { snapshotRecord } from './snapshotRecord.ts';

const MOST_SNAPSHOTS = 500;

const compose = os.ledgers.compose.handler(
  work('ledgers.compose', async function* ({ input, context, signal, registry }) {
    const { engine, actor, token } = context;
    refuseIfBroken(brokenOnTexts({ period: input.period }));
    const { missingInLedger, printFileLedger } = await import('../../print/fileLedger.ts');
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
      const kept = {
        ...{ row, content: { ...draft.content, pdf: content }, nextNumber: nextLedgerNumber },
        ...{ act: 'ledgers.compose', entity: 'ledger', changes: faces },
      } as const;
      if (!(await isKept(registry, actor, kept))) continue;
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
