/** Prints a kept ledger or register again (重印): the very bytes of the first time, with the number of the reprint laid upon them. */

import { say } from '../../domain/wording/say.ts';
import type { LedgerSheet } from '../../print/ledgerSheet.ts';
import type { PaperLanguage } from '../../print/page.ts';
import type { SheetFormat } from '../../print/sheet.ts';
import { sha256Of } from '../../store/attachments.ts';
import {
  countReprints,
  findContent,
  findReprint,
  insertReprint,
  type LedgerContent,
} from '../../store/ledgerContents.ts';
import { os, registryOf } from '../procedure.ts';
import { refuseBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { handOut, readableTime } from './paperFacts.ts';
import { shippedFonts } from './paperFonts.ts';
import { isRegister } from './registerSources.ts';
import { type PrintedSnapshot, snapshotSeenBy } from './snapshotRecord.ts';

export const reprint = os.ledgers.reprint.handler(async ({ context: { engine, token, actor }, input }) => {
  const { markReprint } = await import('../../print/reprint.ts');
  // Never in a face of the office's own: the same reprint has the same bytes, whatever papers are set in meanwhile.
  const fonts = await shippedFonts(engine);
  const registry = registryOf(engine);
  const { readable } = registry.store;
  const snapshot = snapshotSeenBy(readable, actor, input.snapshotId);
  const kept = findContent(readable, snapshot.id);
  if (!kept) refuseBroken('paper.notKept', 'snapshotId', { number: snapshot.number });
  const { language, format } = await sheetOf(kept);
  const marked = (mark: string) => markReprint(fonts, kept.pdf, { text: mark, format });
  // What is kept never changes; only the count has to be taken in the transaction that adds to it.
  const made =
    findReprint(readable, input.id) ??
    (await registry.write(actor, async (work) => {
      const ordinal = countReprints(work.db, snapshot.id) + 1;
      const mark = markOf(work, language, ordinal);
      return keep(work, snapshot, { id: input.id, ordinal, mark, pdfSha256: sha256Of(await marked(mark)) });
    }));
  const { preset } = snapshot;
  const title = say(language, isRegister(preset) ? `register.${preset}` : 'paper.ledger');
  const name = `${title} ${snapshot.number} ${say(language, 'paper.reprint', { count: made.ordinal })}`;
  return handOut({ engine, token }, { name, content: await marked(made.mark), missing: [] });
});

type SaidSheet = Omit<LedgerSheet, 'rows'> | { readonly language: PaperLanguage; readonly format: 'A4' | 'A3' };

async function sheetOf(kept: LedgerContent): Promise<{ language: PaperLanguage; format: SheetFormat }> {
  const said = JSON.parse(kept.sheet) as SaidSheet;
  const { language } = said;
  if ('format' in said) {
    const { formatOfRegister } = await import('../../print/register.ts');
    return { language, format: formatOfRegister(said.format) };
  }
  const { formatOfLedger } = await import('../../print/fileLedger.ts');
  return { language, format: formatOfLedger(said) };
}

/** 第 1 次重印　2019-10-08 09:12　打印人 王䶮 */
function markOf({ actor, now }: Work, language: PaperLanguage, count: number): string {
  return say(language, 'paper.reprintMark', { count, at: readableTime(now), name: actor.name });
}

type Made = { readonly id: string; readonly ordinal: number; readonly mark: string; readonly pdfSha256: string };

function keep({ db, record, actor, now }: Work, snapshot: PrintedSnapshot, made: Made): Made {
  insertReprint(db, { ...made, snapshotId: snapshot.id, printedById: actor.personId ?? '', printedAt: now });
  record({
    act: 'ledgers.reprint',
    entity: 'ledger',
    entityId: snapshot.id,
    label: snapshot.number,
    changes: [
      { field: 'ordinal', before: '', after: String(made.ordinal) },
      { field: 'pdfSha256', before: '', after: made.pdfSha256 },
    ],
  });
  return made;
}
