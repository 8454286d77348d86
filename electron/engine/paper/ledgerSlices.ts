/** Rows of a ledger in slices: read, kept and printed a few at a time, so that a long one needs no more memory than a short one. */

import type { DocumentFilter, DocumentSort } from '../../contract/documents.ts';
import { addCounts } from '../../domain/counts.ts';
import type { LedgerColumnName } from '../../domain/ledgerColumnSet.ts';
import type { KeptRow } from '../../domain/ledgerPaper.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import type { LedgerRow, LedgerRows, LedgerTotals } from '../../print/ledgerSheet.ts';
import { firstHung } from '../../store/documents.ts';
import { listLedger } from '../../store/ledgerQuery.ts';
import { lateReasons } from '../../store/snapshots.ts';
import { conditionsOf } from '../documents/documentQuery.ts';
import { dutiesOfLine, summaryOf } from '../documents/summaries.ts';
import type { Look } from '../registry.ts';
import { type KeptRows, openKeeper, openSlice } from './keptRows.ts';
import { moreFields } from './ledgerColumns.ts';
import { ledgerRow, ledgerTotals } from './ledgerRows.ts';

const ROWS_A_SLICE = 2000;

export type LedgerAsked = {
  readonly filter: DocumentFilter;
  readonly sort: DocumentSort;
  readonly language: Language;
  /** Own columns, whose texts are then kept with the rows. */
  readonly columns?: readonly LedgerColumnName[] | undefined;
};

type Slice = { readonly rows: readonly KeptRow<LedgerRow>[]; readonly totals: LedgerTotals };

/** Reads as asked; between slices others get their turn, so the look has to be one at a moment that lasts. */
async function* slicesOf(look: Look, { filter, sort, language, columns = [] }: LedgerAsked): AsyncGenerator<Slice> {
  const conditions = conditionsOf(filter, look);
  const reasons = lateReasons(look.db);
  const more = columns.length > 0 ? moreFields(columns) : undefined;
  for (let offset = 0; ; offset += ROWS_A_SLICE) {
    const lines = listLedger(look.db, conditions, sort, { offset, limit: ROWS_A_SLICE });
    const hung = firstHung(look.db, more === undefined ? [] : lines.map(({ document }) => document.id));
    const rows = lines.map((line): KeptRow<LedgerRow> => {
      const { id } = line.document;
      const duties = dutiesOfLine(line, look);
      const row = ledgerRow(line, duties, reasons.get(id) ?? '', language);
      if (more === undefined) return { id, row };
      return { id, row: { ...row, ...more({ line, summary: summaryOf(line, look, duties), hung, language }) } };
    });
    const said = rows.map(({ row }) => row);
    yield { rows, totals: ledgerTotals(lines, said) };
    if (lines.length < ROWS_A_SLICE) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export type KeptSlices = KeptRows & { readonly totals: LedgerTotals };

export type KeepingOptions = {
  readonly onProgress: (rows: number) => void;
  readonly signal: AbortSignal;
};

export async function keepRows(look: Look, asked: LedgerAsked, options: KeepingOptions): Promise<KeptSlices> {
  const keeper = openKeeper();
  let totals = ledgerTotals([], []);
  for await (const slice of slicesOf(look, asked)) {
    options.signal.throwIfAborted();
    keeper.add(slice.rows);
    totals = addCounts(totals, slice.totals);
    options.onProgress(keeper.kept().count);
  }
  return { ...keeper.kept(), totals };
}

/** All rows at once, for comparing them. */
export async function rowsNow(look: Look, asked: LedgerAsked): Promise<readonly KeptRow<LedgerRow>[]> {
  const rows: KeptRow<LedgerRow>[] = [];
  for await (const slice of slicesOf(look, asked)) rows.push(...slice.rows);
  return rows;
}

/** For printing: rows are asked for in their order, several times over; one slice is open at a time. */
export function rowsForPrinting({ slices, count }: KeptSlices): LedgerRows {
  let open: { readonly slice: number; readonly rows: readonly KeptRow<LedgerRow>[] } | undefined;
  return {
    length: count,
    at: (index) => {
      const slice = Math.floor(index / ROWS_A_SLICE);
      const kept = slices[slice];
      if (!kept) return undefined;
      if (open?.slice !== slice) open = { slice, rows: openSlice(kept) };
      return open.rows[index % ROWS_A_SLICE]?.row;
    },
  };
}
