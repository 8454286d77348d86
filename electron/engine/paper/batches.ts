/** Many forms in one go: gathered at one moment, drawn with their fonts embedded once, numbered together or not at all. */

import { crc32 } from 'node:zlib';
import type { BatchRequest } from '../../contract/printing.ts';
import { dutiesToChase, MOST_IN_BATCH } from '../../domain/batches.ts';
import { broken } from '../../domain/broken.ts';
import { filingsInForce } from '../../domain/copies.ts';
import type { OwedDuty } from '../../domain/duties.ts';
import { REVIEW_STEPS } from '../../domain/review.ts';
import { say } from '../../domain/wording/say.ts';
import { writeZip } from '../../exchange/zip.ts';
import type { FontSet } from '../../print/fonts.ts';
import type { WorkOptions } from '../../print/work.ts';
import { listReturns } from '../../store/desk.ts';
import { filingsOf } from '../../store/documents.ts';
import { linesInOrder } from '../../store/ledgerQuery.ts';
import { deliveredDocumentIds } from '../../store/registers.ts';
import { type Actor, divisionScope } from '../actor.ts';
import { conditionsOf } from '../documents/documentQuery.ts';
import { labelOf } from '../documents/revising.ts';
import { dutiesOfLine } from '../documents/summaries.ts';
import { DUTY_SOURCES } from '../duties/dutySources.ts';
import { os, read, work } from '../procedure.ts';
import { refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Look, Registry } from '../registry.ts';
import { told } from '../told.ts';
import { type Form, numberingOf, type Printed, receiptOf, recordForm, reviewOf } from './formFacts.ts';
import { allLines } from './ledgerRows.ts';
import { noticeAbout } from './noticeForm.ts';
import { cleanName, handOut, keepFile, paperFacts } from './paperFacts.ts';
import { fontsFor, type PaperFonts } from './paperFonts.ts';
import { returnForm } from './returnForm.ts';

/** As papers are known where their faces are chosen. */
const KINDS = { receipts: 'receipt', notices: 'notice', reviews: 'review', returns: 'return' } as const;

type Item = { readonly form: Form; readonly name: string; readonly about: Printed };

/** Someone printed meanwhile: the numbers on these papers are taken. */
class NumbersTaken extends Error {}

function scopeOf(look: Look, { divisionId }: BatchRequest): string | undefined {
  return divisionScope(look.actor) ?? divisionId ?? undefined;
}

function toChase(look: Look, request: BatchRequest): readonly OwedDuty[] {
  const divisionId = scopeOf(look, request);
  const owed = DUTY_SOURCES.flatMap((source) => source(look, { divisionId, openOnly: true }));
  return dutiesToChase(owed, request, look.today);
}

function gather(look: Look, request: BatchRequest): readonly Item[] {
  const { batch, language, from, to } = request;
  const divisionId = scopeOf(look, request);
  const shared = { look, language, facts: paperFacts(look), numbering: numberingOf(look), rule: undefined };
  const period = { from, to };
  if (batch === 'notices') {
    return toChase(look, request).map((owed) => {
      const { kind, id, number, title } = owed.subject;
      const label = [number, title].filter((part) => part !== '').join(' ');
      return { form: noticeAbout(owed, shared), name: 'notice', about: { kind, id, label } };
    });
  }
  if (batch === 'returns') {
    return listReturns(look.db, MOST_IN_BATCH + 1, divisionId, period).map((row) => ({
      form: returnForm(look, row, shared),
      name: 'return',
      about: { kind: 'return', id: row.id, label: row.title },
    }));
  }
  if (batch === 'reviews') {
    const filter = { reviewStage: 'waiting', ...(divisionId === undefined ? {} : { divisionId }) };
    return allLines(look, conditionsOf(filter, look), { by: 'docNumber', direction: 'asc' })
      .filter(({ standing }) => REVIEW_STEPS.some((step) => step === standing.reviewStage))
      .map((line) => ({
        form: reviewOf({ ...shared, line, duties: dutiesOfLine(line, look) }),
        name: 'review',
        about: { kind: 'document', id: line.document.id, label: labelOf(line.document) },
      }));
  }
  return linesInOrder(look.db, deliveredDocumentIds(look.db, period, divisionId)).flatMap((line) => {
    const duties = dutiesOfLine(line, look);
    const filings = filingsOf(look.db, line.document.id);
    const counted = new Set(filingsInForce(filings).flatMap(({ id, copies }) => (copies > 0 ? [id] : [])));
    return filings
      .filter(
        ({ id, deliveredOn: on }) => counted.has(id) && (from === null || on >= from) && (to === null || on <= to),
      )
      .map(({ id }) => ({
        form: receiptOf({ ...shared, line, duties, filingId: id }),
        name: 'receipt',
        about: { kind: 'document', id: line.document.id, label: labelOf(line.document) },
      }));
  });
}

export const batch = os.printing.batch.handler(
  work('printing.batch', async function* ({ input, context, signal, registry }) {
    const { engine, actor, token } = context;
    const { from, to, language, shape } = input;
    refuseIfBroken(
      from !== null && to !== null && from > to ? [broken('register.periodTurned', 'from', { day: to })] : [],
    );
    const { fonts, faces } = await fontsFor(engine, KINDS[input.batch]);
    const { missingCharacters, textsOf } = await import('../../print/fonts.ts');
    for (;;) {
      const look = registry.look(actor);
      const items = registry.store.reader.transaction(() => gather(look, input))();
      if (items.length === 0) refuseBroken('batch.nothing', 'batch');
      if (items.length > MOST_IN_BATCH)
        refuseBroken('batch.tooMany', 'from', { count: items.length, most: MOST_IN_BATCH });
      const title = `${say(language, `batch.${input.batch}`)} ${look.today}`;
      const draw = shape === 'one' ? drawTogether : drawApart;
      const content = yield* told(
        (onProgress, stop) =>
          draw(fonts, items, {
            title,
            madeAt: look.now,
            language,
            author: paperFacts(look).bureau,
            onProgress,
            signal: stop,
          }),
        signal,
      );
      if (!(await areNoted(registry, actor, items, faces))) continue;
      const missing = missingCharacters(
        fonts,
        items.flatMap(({ form }) => [...textsOf(form.said)]),
      );
      const paper =
        shape === 'one'
          ? await handOut({ engine, token }, { name: title, content, missing })
          : keepFile(
              { engine, token },
              { fileName: `${cleanName(title)}.zip`, mediaType: 'application/zip', content, missing },
            );
      yield { kind: 'result' as const, result: { ...paper, items: items.length } };
      return;
    }
  }),
);

type Drawing = WorkOptions & {
  readonly title: string;
  readonly author: string;
  readonly madeAt: string;
  readonly language: BatchRequest['language'];
};

/** Between so many forms others get their turn. */
const FORMS_A_TURN = 20;

async function drawTogether(fonts: FontSet, items: readonly Item[], drawing: Drawing): Promise<Uint8Array> {
  const { openPaper } = await import('../../print/page.ts');
  const { giveWay } = await import('../../print/work.ts');
  const { title, author, language, madeAt, onProgress, signal } = drawing;
  const paper = await openPaper(fonts, { title, subject: '', author, language, madeAt });
  for (const [index, { form }] of items.entries()) {
    await form.draw?.(paper);
    if (index % FORMS_A_TURN !== 0) continue;
    onProgress?.(index, items.length);
    await giveWay(signal);
  }
  onProgress?.(items.length, items.length);
  return paper.finish();
}

/** One file for each form, named by its number, in a zip. */
async function drawApart(fonts: FontSet, items: readonly Item[], drawing: Drawing): Promise<Uint8Array> {
  const { giveWay } = await import('../../print/work.ts');
  const files = [];
  for (const [index, { form, name, about }] of items.entries()) {
    const kind = say(drawing.language, `paper.${name}`);
    const called = cleanName([kind, form.number || about.label.slice(0, 60)].join(' '));
    const order = String(index + 1).padStart(4, '0');
    files.push({ name: `${order} ${called}.pdf`, content: await form.print(fonts, drawing.madeAt) });
    drawing.onProgress?.(index + 1, items.length);
    await giveWay(drawing.signal);
  }
  return writeZip(files, crc32);
}

/** Every form leaves its entry; false where one of the numbers was taken meanwhile. */
async function areNoted(
  registry: Registry,
  actor: Actor,
  items: readonly Item[],
  faces: PaperFonts['faces'],
): Promise<boolean> {
  try {
    await registry.write(actor, async (done) => {
      const numbering = numberingOf({ ...done, db: done.db });
      for (const { form, name, about } of items) {
        if (form.isNew && numbering(form.number.replace(/\d+$/, '')) !== form.number) throw new NumbersTaken();
        recordForm(done, name, { ...form, faces }, about);
      }
    });
    return true;
  } catch (error) {
    if (error instanceof NumbersTaken) return false;
    throw error;
  }
}

/** How many forms a batch would have, told before anyone prints it. */
export const batchSize = os.printing.batchSize.handler(
  read(async (look) => {
    const { batch: name, from, to } = look.input;
    if (from !== null && to !== null && from > to) return { items: 0 };
    if (name === 'notices') return { items: toChase(look, look.input).length };
    return { items: gather(look, look.input).length };
  }),
);
