/** Gathers what a register will say: rows and head of the trail at one and the same moment, its number, its code. */

import type { RegisterRequest } from '../../contract/printing.ts';
import { formatDay, yearOf } from '../../domain/day.ts';
import { ledgerCode } from '../../domain/ledgerPaper.ts';
import { periodOf } from '../../domain/period.ts';
import type { Register } from '../../domain/registers.ts';
import { say } from '../../domain/wording/say.ts';
import type { FontSet, MissingCharacter } from '../../print/fonts.ts';
import type { RegisterDefinition, RegisterOptions, RegisterSheet } from '../../print/register.ts';
import type { LedgerContent } from '../../store/ledgerContents.ts';
import { nextFormNumber, type SnapshotRow } from '../../store/snapshots.ts';
import { trailHead } from '../../store/trail.ts';
import type { Actor } from '../actor.ts';
import { newId } from '../newId.ts';
import type { Look, Registry } from '../registry.ts';
import { openKeeper } from './keptRows.ts';
import { paperFacts } from './paperFacts.ts';
import { askedOf, type RegisterRows, rowsOfRegister, withinScope } from './registerSources.ts';
import { seriesRows } from './seriesRegister.ts';

/** 登记簿 */
const NUMBER_PREFIX = 'DJ';

/** A register ready to be printed; the kind of its rows is nobody's business any more. */
export type RegisterDraft = {
  readonly snapshot: Omit<SnapshotRow, 'pdfSha256'>;
  readonly content: Omit<LedgerContent, 'pdf'>;
  readonly print: (fonts: FontSet, options: RegisterOptions) => Promise<Uint8Array>;
  readonly missing: (fonts: FontSet) => readonly MissingCharacter[];
};

/** Definitions are loaded with their first paper. */
export async function gatherRegister(
  registry: Registry,
  actor: Actor,
  request: RegisterRequest,
): Promise<RegisterDraft> {
  const writer = await import('../../print/register.ts');
  const series = await import('../../print/registers/series.ts');
  const definitions: Definitions = {
    copies: (await import('../../print/registers/copies.ts')).COPIES_REGISTER,
    notDisclosed: (await import('../../print/registers/notDisclosed.ts')).NOT_DISCLOSED_REGISTER,
    onRequest: (await import('../../print/registers/onRequest.ts')).ON_REQUEST_REGISTER,
    reviewSummary: (await import('../../print/registers/reviewSummary.ts')).REVIEW_SUMMARY,
    transfer: (await import('../../print/registers/transfer.ts')).TRANSFER_LIST,
    series: series.SERIES_REGISTER,
  };
  return registry.store.reader.transaction(() => {
    const look = registry.look(actor);
    const asked = withinScope(actor, request);
    const special = specialOf(look, asked, series.closingStatement);
    return draftOf(look, asked, asked.register, { writer, definitions, special });
  })();
}

type Special = { readonly period?: string; readonly statement?: string; readonly recipient?: string };
type Closing = typeof import('../../print/registers/series.ts').closingStatement;

function specialOf(look: Look, request: RegisterRequest, closing: Closing): Special {
  const { register, language, series } = request;
  if (register === 'transfer') {
    return { recipient: request.recipientName.trim() || say(language, `recipient.${request.recipient}`) };
  }
  if (register !== 'series') return {};
  const { totals, isClosed } = seriesRows(look, series, askedOf(request));
  const on = formatDay(look.today, language);
  return { period: series, statement: closing(series, totals, { language, isClosed, on }) };
}

type Definitions = { readonly [R in Register]: RegisterDefinition<RegisterRows[R]> };
type Parts = {
  readonly writer: typeof import('../../print/register.ts');
  readonly definitions: Definitions;
  readonly special: Special;
};

function draftOf<R extends Register>(
  look: Look,
  request: RegisterRequest,
  register: R,
  { writer, definitions, special }: Parts,
): RegisterDraft {
  const { language, from, to, divisionId } = request;
  const definition: RegisterDefinition<RegisterRows[R]> = definitions[register];
  const rows = rowsOfRegister(look, register, request);
  const keeper = openKeeper();
  keeper.add(rows);
  const { count, hash, slices } = keeper.kept();
  const { bureau, unit, printedBy, printedAt } = paperFacts(look, divisionId ?? undefined);
  const period = periodOf(from ?? undefined, to ?? undefined, look.today);
  const { seq: headSeq, hash: headHash } = trailHead(look.db);
  const number = nextFormNumber(look.db, `${NUMBER_PREFIX}-${yearOf(look.today)}-`);
  const calendarVersion = look.calendar.version;
  const spoken = {
    ...{ language, bureau, unit, filledOn: look.today },
    statement: special.statement ?? '',
    recipient: special.recipient ?? null,
    period: special.period ?? say(language, period.key, period.params),
    foot: {
      ledgerNumber: number,
      printCount: 1,
      ...{ printedBy, printedAt, calendarVersion, headSeq, headHash },
      filter: divisionId === null ? '' : say(language, 'filter.division', { name: unit }),
      code: ledgerCode({ number, headHash, rowsHash: hash }),
    },
  };
  const sheet: RegisterSheet<RegisterRows[R]> = { ...spoken, definition, rows: rows.map(({ row }) => row) };
  return {
    snapshot: {
      ...{ id: newId(), number, preset: register, filter: JSON.stringify(request) },
      ...{ rows: count, rowsHash: hash, calendarVersion, headSeq, headHash },
      printedById: look.actor.personId ?? '',
      printedAt: look.now,
    },
    content: { sheet: JSON.stringify({ register, format: definition.format ?? 'A4', ...spoken }), slices },
    print: (fonts, options) => writer.printRegister(fonts, sheet, options),
    missing: (fonts) => writer.missingInRegister(fonts, sheet),
  };
}
