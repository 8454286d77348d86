/** Gathers what a ledger will say: rows and head of the trail at one and the same moment, its number, its code. */

import type { LedgerRequest } from '../../contract/ledgers.ts';
import { yearOf } from '../../domain/day.ts';
import { divisionHeritage } from '../../domain/division.ts';
import { ledgerCode } from '../../domain/ledgerPaper.ts';
import { periodOf } from '../../domain/period.ts';
import { say } from '../../domain/wording/say.ts';
import type { LedgerGrouping, LedgerSheet } from '../../print/ledgerSheet.ts';
import { divisionLinks, knowDivisions } from '../../store/divisions.ts';
import type { LedgerContent } from '../../store/ledgerContents.ts';
import { openMoment } from '../../store/open.ts';
import { countPrints, nextLedgerNumber, type SnapshotRow } from '../../store/snapshots.ts';
import { trailHead } from '../../store/trail.ts';
import { type Actor, divisionScope } from '../actor.ts';
import { newId } from '../newId.ts';
import type { Look, Registry } from '../registry.ts';
import { columnsToPrint } from './columnSets.ts';
import { filterInWords } from './ledgerRows.ts';
import { type KeepingOptions, keepRows, rowsForPrinting } from './ledgerSlices.ts';
import { paperFacts } from './paperFacts.ts';

/** 台账 */
const NUMBER_PREFIX = 'TZ';
/** What the list of prints calls a ledger with own columns. */
const OWN_COLUMNS = 'own';

export type LedgerDraft = {
  readonly sheet: LedgerSheet;
  readonly snapshot: Omit<SnapshotRow, 'pdfSha256'>;
  readonly content: Omit<LedgerContent, 'pdf'>;
};

type GatheringOptions = KeepingOptions & { readonly onCount: (rows: number) => void };

export async function gatherLedger(
  { store, look }: Registry,
  actor: Actor,
  request: LedgerRequest,
  options: GatheringOptions,
): Promise<LedgerDraft> {
  const moment = openMoment(store.file);
  try {
    return await draftOf(look(actor, moment.db), request, options);
  } finally {
    moment.close();
  }
}

/** A division's own ledger holds what came to it from others, and says so where anything did. */
function withinScope({ db }: Look, asked: LedgerRequest['filter'], scope: string) {
  if (asked.divisionId !== undefined) return {};
  const hasHeritage = divisionHeritage(divisionLinks(db), scope).length > 1;
  return { divisionId: scope, ...(hasHeritage ? { withPredecessors: true } : {}) };
}

async function draftOf(look: Look, request: LedgerRequest, options: GatheringOptions): Promise<LedgerDraft> {
  const { size, language, filter: asked, sort, columnSetId } = request;
  const own = columnSetId === undefined ? undefined : columnsToPrint(look.db, look.actor, columnSetId);
  const columns = own?.columns;
  const scope = divisionScope(look.actor);
  const filter = scope === undefined ? asked : { ...asked, ...withinScope(look, asked, scope) };
  const head = trailHead(look.db);
  const kept = await keepRows(look, { filter, sort, language, columns }, options);
  options.onCount(kept.count);
  const { bureau, unit, printedBy, printedAt } = paperFacts(look, filter.divisionId);
  const period = periodOf(filter.signedFrom, filter.signedTo, look.today);
  const number = nextLedgerNumber(look.db, `${NUMBER_PREFIX}-${yearOf(look.today)}-`);
  const named = own ? { columns, columnSet: own.name } : {};
  const preset = own ? OWN_COLUMNS : request.preset;
  const said = { preset, filter: JSON.stringify({ filter, sort, period: request.period, language, ...named }) };
  const calendarVersion = look.calendar.version;
  const spoken = {
    ...{
      bureau,
      unit,
      preset: request.preset,
      columns,
      size,
      language,
      filledOn: look.today,
      groupBy: groupingOf(sort.by),
    },
    period: request.period.trim() || say(language, period.key, period.params),
    totals: kept.totals,
    foot: {
      ledgerNumber: number,
      printCount: countPrints(look.db, said) + 1,
      ...{ printedBy, printedAt, calendarVersion },
      filter: filterInWords(filter, (id) => knowDivisions(look.db).nameOn(id, null), language),
      headSeq: head.seq,
      headHash: head.hash,
      code: ledgerCode({ number, headHash: head.hash, rowsHash: kept.hash }),
    },
  };
  return {
    sheet: { ...spoken, rows: rowsForPrinting(kept) },
    snapshot: {
      ...{ id: newId(), number, ...said, calendarVersion },
      rows: kept.count,
      rowsHash: kept.hash,
      headSeq: head.seq,
      headHash: head.hash,
      printedById: look.actor.personId ?? '',
      printedAt: look.now,
    },
    content: { sheet: JSON.stringify(spoken), slices: kept.slices },
  };
}

/** Groups that stand together in this order; in others an outline would name the same group again and again. */
function groupingOf(by: LedgerRequest['sort']['by']): LedgerGrouping | undefined {
  if (by === 'division') return 'division';
  if (by === 'signedOn') return 'month';
  return by === 'docNumber' ? 'series' : undefined;
}
