/** Printed ledgers (文件公开台账): composed from the rows as they stand, numbered, kept in the trail; forms and their bytes. */

import { createHash } from 'node:crypto';
import type { LedgerRequest } from '../contract/ledgers.ts';
import { yearOf } from '../domain/day.ts';
import { divisionHeritage } from '../domain/division.ts';
import { periodOf } from '../domain/period.ts';
import { say } from '../domain/wording/say.ts';
import type { LedgerSheet } from '../print/ledgerSheet.ts';
import { sha256Of } from '../store/attachments.ts';
import { divisionLinks } from '../store/divisions.ts';
import { countPrints, insertSnapshot, listSnapshots, nextLedgerNumber, type SnapshotRow } from '../store/snapshots.ts';
import { trailHead } from '../store/trail.ts';
import { type Actor, divisionScope } from './actor.ts';
import { conditionsOf } from './documentQuery.ts';
import { fileOf } from './exporting.ts';
import { form } from './forms.ts';
import { allLines, filterInWords, ledgerRows, ledgerTotals } from './ledgerRows.ts';
import { newId } from './newId.ts';
import { handOut, paperFacts } from './paperFacts.ts';
import { fontsIn } from './paperFonts.ts';
import { os, read, work } from './procedure.ts';
import { refusal, refuseIfBroken } from './refusal.ts';
import type { Look, Registry } from './registry.ts';
import { brokenOnTexts } from './texts.ts';
import { told } from './told.ts';

/** 台账 */
const NUMBER_PREFIX = 'TZ';
const MOST_SNAPSHOTS = 500;

/** Someone else printed meanwhile and took the number that stands on this paper. */
class NumberTaken extends Error {}

type Draft = { readonly sheet: LedgerSheet; readonly snapshot: Omit<SnapshotRow, 'pdfSha256'> };

const compose = os.ledgers.compose.handler(
  work('ledgers.compose', async function* ({ input, context, signal, registry }) {
    const { engine, actor, token } = context;
    refuseIfBroken(brokenOnTexts({ period: input.period }));
    const { missingInLedger, printFileLedger } = await import('../print/fileLedger.ts');
    const fonts = await fontsIn(engine.resources.fonts);
    for (;;) {
      const draft = gather(registry, actor, input);
      const options = { madeAt: draft.snapshot.printedAt };
      const content = yield* told(
        (onProgress, stop) => printFileLedger(fonts, draft.sheet, { ...options, onProgress, signal: stop }),
        signal,
      );
      const row = { ...draft.snapshot, pdfSha256: sha256Of(content) };
      if (!(await isStored(registry, actor, row))) continue;
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

/** Rows and the head of the trail at one and the same moment. */
function gather(registry: Registry, actor: Actor, request: LedgerRequest): Draft {
  return registry.store.reader.transaction(() => draftOf(registry.look(actor), request))();
}

/** A division's own ledger holds what came to it from others, and says so where anything did. */
function withinScope({ db }: Look, asked: LedgerRequest['filter'], scope: string) {
  if (asked.divisionId !== undefined) return {};
  const hasHeritage = divisionHeritage(divisionLinks(db), scope).length > 1;
  return { divisionId: scope, ...(hasHeritage ? { withPredecessors: true } : {}) };
}

function draftOf(look: Look, request: LedgerRequest): Draft {
  const { preset, language, filter: asked, sort } = request;
  const scope = divisionScope(look.actor);
  const filter = scope === undefined ? asked : { ...asked, ...withinScope(look, asked, scope) };
  const lines = allLines(look, conditionsOf(filter, look), sort);
  const rows = ledgerRows(look, lines, language);
  const { bureau, unit, printedBy, printedAt } = paperFacts(look, filter.divisionId);
  const period = periodOf(filter.signedFrom, filter.signedTo, look.today);
  const head = trailHead(look.db);
  const number = nextLedgerNumber(look.db, `${NUMBER_PREFIX}-${yearOf(look.today)}-`);
  const said = { preset, filter: JSON.stringify({ filter, sort, period: request.period, language }) };
  const calendarVersion = look.calendar.version;
  return {
    sheet: {
      ...{ bureau, unit, preset, language, rows, filledOn: look.today },
      period: request.period.trim() || say(language, period.key, period.params),
      totals: ledgerTotals(lines, rows),
      foot: {
        ledgerNumber: number,
        printCount: countPrints(look.db, said) + 1,
        ...{ printedBy, printedAt, calendarVersion },
        filter: filterInWords(filter, unit, language),
        headSeq: head.seq,
        headHash: head.hash,
      },
    },
    snapshot: {
      id: newId(),
      number,
      ...said,
      rows: rows.length,
      rowsHash: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
      calendarVersion,
      headSeq: head.seq,
      headHash: head.hash,
      printedById: look.actor.personId ?? '',
      printedAt: look.now,
    },
  };
}

/** False where the number was taken meanwhile: the paper has to be made anew. */
async function isStored(registry: Registry, actor: Actor, row: SnapshotRow): Promise<boolean> {
  try {
    await registry.write(actor, async ({ db, record }) => {
      if (nextLedgerNumber(db, row.number.replace(/\d+$/, '')) !== row.number) throw new NumberTaken();
      insertSnapshot(db, row);
      record({
        act: 'ledgers.compose',
        entity: 'ledger',
        entityId: row.id,
        label: row.number,
        changes: [
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

function snapshotRecord(row: SnapshotRow & { readonly printedBy: string }) {
  const { id, number, printedAt, printedBy, preset, rows, headSeq, headHash } = row;
  return { id, number, printedAt, printedBy, preset, rows, headSeq, headHash };
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

export const ledgers = { compose, form, fetch: fetchPaper, snapshots };
