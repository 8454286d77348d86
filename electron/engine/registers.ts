/** Registers (登记簿、汇总表、清单) on paper: composed at one moment, numbered, kept in the trail. */

import { createHash } from 'node:crypto';
import type { NumberSeries, RegisterRequest } from '../contract/printing.ts';
import { broken } from '../domain/broken.ts';
import { formatDay, yearOf } from '../domain/day.ts';
import { seriesTotals } from '../domain/numberSeries.ts';
import { periodOf } from '../domain/period.ts';
import { say } from '../domain/wording/say.ts';
import type { FontSet, MissingCharacter } from '../print/fonts.ts';
import type { RegisterDefinition, RegisterOptions, RegisterSheet } from '../print/register.ts';
import { sha256Of } from '../store/attachments.ts';
import { seriesDocuments, seriesKeys } from '../store/registers.ts';
import { nextFormNumber } from '../store/snapshots.ts';
import { trailHead } from '../store/trail.ts';
import { type Actor, divisionScope } from './actor.ts';
import { copiesRows } from './copiesRegister.ts';
import { handOut, paperFacts } from './paperFacts.ts';
import { fontsFor, type PaperFonts } from './paperFonts.ts';
import { os, read, work } from './procedure.ts';
import { refuseIfBroken } from './refusal.ts';
import {
  notDisclosedRows,
  onRequestRows,
  type RegisterAsked,
  reviewSummaryRows,
  transferRows,
} from './registerRows.ts';
import type { Look, Registry } from './registry.ts';
import { seriesName, seriesRows } from './seriesRegister.ts';
import { brokenOnTexts } from './texts.ts';
import { told } from './told.ts';

/** 登记簿 */
const NUMBER_PREFIX = 'DJ';

/** Someone else printed meanwhile and took the number that stands on this paper. */
class NumberTaken extends Error {}

/** A register ready to be printed; the kind of its rows is nobody's business any more. */
type Draft = {
  readonly number: string;
  readonly rows: number;
  readonly rowsHash: string;
  readonly print: (fonts: FontSet, options: RegisterOptions) => Promise<Uint8Array>;
  readonly missing: (fonts: FontSet) => readonly MissingCharacter[];
};

export const register = os.printing.register.handler(
  work('printing.register', async function* ({ input, context, signal, registry }) {
    const { engine, actor, token } = context;
    const { from, to, recipientName } = input;
    refuseIfBroken([
      ...brokenOnTexts({ recipientName }),
      ...(from !== null && to !== null && from > to ? [broken('register.periodTurned', 'from', { day: to })] : []),
    ]);
    const writer = await import('../print/register.ts');
    const { fonts, faces } = await fontsFor(engine, 'register');
    for (;;) {
      const draft = await gather(registry, actor, input, writer);
      const madeAt = registry.look(actor).now;
      const content = yield* told(
        (onProgress, stop) => draft.print(fonts, { madeAt, onProgress, signal: stop }),
        signal,
      );
      if (!(await isNoted(registry, actor, input, { ...draft, faces, pdfSha256: sha256Of(content) }))) continue;
      const name = `${say(input.language, `register.${input.register}`)} ${draft.number}`;
      const paper = await handOut({ engine, token }, { name, content, missing: draft.missing(fonts) });
      yield { kind: 'result' as const, result: { ...paper, number: draft.number, rows: draft.rows } };
      return;
    }
  }),
);

type Writer = typeof import('../print/register.ts');

/** Definitions are loaded with their first paper, rows and the head of the trail read at one and the same moment. */
async function gather(registry: Registry, actor: Actor, request: RegisterRequest, writer: Writer): Promise<Draft> {
  const definitions = {
    copies: (await import('../print/registers/copies.ts')).COPIES_REGISTER,
    notDisclosed: (await import('../print/registers/notDisclosed.ts')).NOT_DISCLOSED_REGISTER,
    onRequest: (await import('../print/registers/onRequest.ts')).ON_REQUEST_REGISTER,
    reviewSummary: (await import('../print/registers/reviewSummary.ts')).REVIEW_SUMMARY,
    transfer: (await import('../print/registers/transfer.ts')).TRANSFER_LIST,
  };
  const { SERIES_REGISTER, closingStatement } = await import('../print/registers/series.ts');
  return registry.store.reader.transaction(() => {
    const look = registry.look(actor);
    const asked = askedOf(look, request);
    const draft = <Row>(definition: RegisterDefinition<Row>, rows: readonly Row[], special: Special = {}) =>
      draftOf(look, request, writer, { definition, rows, ...special });
    if (request.register === 'copies') return draft(definitions.copies, copiesRows(look, asked));
    if (request.register === 'notDisclosed') return draft(definitions.notDisclosed, notDisclosedRows(look, asked));
    if (request.register === 'onRequest') return draft(definitions.onRequest, onRequestRows(look, asked));
    if (request.register === 'reviewSummary') return draft(definitions.reviewSummary, reviewSummaryRows(look, asked));
    if (request.register === 'transfer') {
      const recipient = request.recipientName.trim() || say(request.language, `recipient.${request.recipient}`);
      return draft(definitions.transfer, transferRows(look, asked, request.copiesEach), { recipient });
    }
    const { series, language } = request;
    const { rows, totals, isClosed } = seriesRows(look, series, asked);
    const on = formatDay(look.today, language);
    const statement = closingStatement(series, totals, { language, isClosed, on });
    return draft(SERIES_REGISTER, rows, { period: series, statement });
  })();
}

function askedOf(look: Look, { from, to, divisionId, language }: RegisterRequest): RegisterAsked {
  const scope = divisionScope(look.actor);
  return { from, to, language, divisionId: scope ?? divisionId ?? undefined };
}

type Special = { readonly period?: string; readonly statement?: string; readonly recipient?: string };
type Gathered<Row> = Special & { readonly definition: RegisterDefinition<Row>; readonly rows: readonly Row[] };

function draftOf<Row>(look: Look, request: RegisterRequest, writer: Writer, gathered: Gathered<Row>): Draft {
  const { language, from, to } = request;
  const { definition, rows, statement = '', recipient = null } = gathered;
  const divisionId = divisionScope(look.actor) ?? request.divisionId ?? undefined;
  const { bureau, unit, printedBy, printedAt } = paperFacts(look, divisionId);
  const period = periodOf(from ?? undefined, to ?? undefined, look.today);
  const head = trailHead(look.db);
  const number = nextFormNumber(look.db, `${NUMBER_PREFIX}-${yearOf(look.today)}-`);
  const sheet: RegisterSheet<Row> = {
    ...{ definition, rows, language, bureau, unit, statement, recipient, filledOn: look.today },
    period: gathered.period ?? say(language, period.key, period.params),
    foot: {
      ledgerNumber: number,
      printCount: 1,
      ...{ printedBy, printedAt, calendarVersion: look.calendar.version },
      filter: divisionId === undefined ? '' : say(language, 'filter.division', { name: unit }),
      headSeq: head.seq,
      headHash: head.hash,
    },
  };
  return {
    number,
    rows: rows.length,
    rowsHash: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
    print: (fonts, options) => writer.printRegister(fonts, sheet, options),
    missing: (fonts) => writer.missingInRegister(fonts, sheet),
  };
}

/** False where the number was taken meanwhile: the paper has to be made anew. */
async function isNoted(
  registry: Registry,
  actor: Actor,
  request: RegisterRequest,
  draft: Draft & Pick<PaperFonts, 'faces'> & { readonly pdfSha256: string },
): Promise<boolean> {
  try {
    await registry.write(actor, async ({ db, record }) => {
      if (nextFormNumber(db, draft.number.replace(/\d+$/, '')) !== draft.number) throw new NumberTaken();
      record({
        // Numbers of forms and registers are handed out by the trail: both carry the act of a printed form.
        act: 'ledgers.form',
        entity: 'register',
        entityId: request.register,
        label: draft.number,
        changes: [
          { field: 'form', before: '', after: request.register },
          { field: 'filter', before: '', after: JSON.stringify(request) },
          { field: 'rows', before: '', after: String(draft.rows) },
          { field: 'rowsHash', before: '', after: draft.rowsHash },
          { field: 'pdfSha256', before: '', after: draft.pdfSha256 },
          ...draft.faces,
        ],
      });
    });
    return true;
  } catch (error) {
    if (error instanceof NumberTaken) return false;
    throw error;
  }
}

export const series = os.printing.series.handler(
  read(
    async ({ db }): Promise<NumberSeries[]> =>
      seriesKeys(db).map((key) => {
        const entries = seriesDocuments(db, key).map(({ document }) => ({
          seq: document.docSeq ?? 0,
          isVoided: document.voidedAt !== null,
        }));
        return { series: seriesName(key), ...seriesTotals(entries) };
      }),
  ),
);
