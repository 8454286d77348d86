/** Labels of documents and of boxes: what each says, from the document and its archive entry. */

import type { LabelRequest } from '../../contract/printing.ts';
import { type ArchiveEntry, archiveNumber } from '../../domain/archive.ts';
import { MOST_IN_BATCH } from '../../domain/batches.ts';
import { boxCode, documentCode, readableCode } from '../../domain/labelCode.ts';
import { labelsOnSheet } from '../../domain/labels.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import type { Label } from '../../print/labels.ts';
import { type ArchiveRow, archiveEntriesOf } from '../../store/desk.ts';
import { type LedgerLine, linesInOrder } from '../../store/ledgerQuery.ts';
import { divisionScope } from '../actor.ts';
import { conditionsOf } from '../documents/documentQuery.ts';
import { os, work } from '../procedure.ts';
import { refuseBroken } from '../refusal.ts';
import type { Look } from '../registry.ts';
import { told } from '../told.ts';
import { allLines } from './ledgerRows.ts';
import { handOut, paperFacts } from './paperFacts.ts';
import { fontsFor } from './paperFonts.ts';

const IN_ORDER = { by: 'docNumber', direction: 'asc' } as const;

function linesAsked(look: Look, { documentIds, filter }: LabelRequest): readonly LedgerLine[] {
  const scope = divisionScope(look.actor);
  if (documentIds === null) return allLines(look, conditionsOf(filter, look), IN_ORDER);
  return linesInOrder(look.db, documentIds).filter(
    ({ document }) => scope === undefined || document.draftingDivisionId === scope,
  );
}

function retentionInWords({ retention }: Pick<ArchiveEntry, 'retention'>, language: Language): string {
  return say(language, `retention.${retention}`);
}

function stampOf(entry: ArchiveRow, language: Language): readonly string[] {
  const { fondsNumber, archiveYear, pieceNumber, organisation, pages } = entry;
  const piece = String(pieceNumber).padStart(4, '0');
  return [fondsNumber, String(archiveYear), piece, organisation, retentionInWords(entry, language), String(pages)];
}

function documentLabel(
  { document, divisionName }: LedgerLine,
  entry: ArchiveRow | undefined,
  language: Language,
): Label {
  const code = documentCode(document.id);
  const day = document.signedOn ?? document.writtenOn ?? '';
  return {
    stamp: entry ? stampOf(entry, language) : [],
    heading: document.docNumber ?? document.docType,
    text: document.title,
    lines: [
      [divisionName, day].filter((part) => part !== '').join('　'),
      ...(entry ? [archiveNumber(entry, { retention: retentionInWords(entry, language) })] : []),
    ],
    code,
    readable: readableCode(code),
  };
}

/** One label for each box that these entries lie in, with the first and the last piece of them. */
function boxLabels(entries: readonly ArchiveRow[], language: Language): readonly Label[] {
  const boxes = new Map<string, { readonly entry: ArchiveRow & { readonly boxNumber: number }; pieces: number[] }>();
  for (const entry of entries) {
    const { boxNumber } = entry;
    if (boxNumber === null) continue;
    const code = boxCode({ ...entry, boxNumber });
    const box = boxes.get(code) ?? { entry: { ...entry, boxNumber }, pieces: [] };
    box.pieces.push(entry.pieceNumber);
    boxes.set(code, box);
  }
  return [...boxes].map(([code, { entry, pieces }]) => {
    const { fondsNumber, archiveYear, boxNumber, organisation } = entry;
    const range = { from: Math.min(...pieces), to: Math.max(...pieces), count: pieces.length };
    return {
      stamp: [],
      heading: say(language, 'label.boxHeading', { box: boxNumber }),
      text: [fondsNumber, archiveYear, retentionInWords(entry, language)].join('　'),
      lines: [organisation, say(language, 'label.pieces', range)],
      code,
      readable: code,
    };
  });
}

export const labels = os.printing.labels.handler(
  work('printing.labels', async function* ({ input, context, signal, registry }) {
    const { engine, actor, token } = context;
    const { kind, code, language } = input;
    const look = registry.look(actor);
    const lines = linesAsked(look, input);
    if (lines.length === 0) refuseBroken('label.nothing', 'filter');
    if (lines.length > MOST_IN_BATCH) {
      refuseBroken('label.tooMany', 'filter', { count: lines.length, most: MOST_IN_BATCH });
    }
    const entries = archiveEntriesOf(
      look.db,
      lines.map(({ document }) => document.id),
    );
    const found = lines.flatMap(({ document }) => entries.get(document.id) ?? []);
    if (kind === 'stamp' && found.length === 0) refuseBroken('label.noEntry', 'filter');
    const made =
      kind === 'box'
        ? boxLabels(found, language)
        : lines.map((line) => documentLabel(line, entries.get(line.document.id), language));
    const printed = kind === 'stamp' ? made.filter(({ stamp }) => stamp.length > 0) : made;
    if (printed.length === 0) refuseBroken('label.noBox', 'filter');
    const startAt = Math.min(input.startAt, labelsOnSheet(kind));
    const sheet = { kind, code, language, startAt, labels: printed, bureau: paperFacts(look).bureau };
    const { fonts, faces } = await fontsFor(engine, 'label');
    const { printLabels } = await import('../../print/labels.ts');
    const { missingCharacters, textsOf } = await import('../../print/fonts.ts');
    const content = yield* told(
      (onProgress, stop) => printLabels(fonts, sheet, { madeAt: look.now, onProgress, signal: stop }),
      signal,
    );
    await registry.write(actor, async ({ record }) => {
      const changes = [{ field: 'labels', before: '', after: String(printed.length) }, ...faces];
      record({ act: 'printing.labels', entity: 'labels', entityId: kind, label: say('zh', `label.${kind}`), changes });
    });
    const missing = missingCharacters(fonts, textsOf(printed));
    const name = `${say(language, `label.${kind}`)} ${look.today}`;
    const paper = await handOut({ engine, token }, { name, content, missing });
    const result = { ...paper, items: printed.length, withoutEntry: lines.length - found.length };
    yield { kind: 'result' as const, result };
  }),
);
