/** Archive entries (归档章) of documents, and what the code on a label opens. DA/T 22-2015 */

import type { ArchiveRecord } from '../../contract/desk.ts';
import { type ArchiveEntry, brokenOnArchiveEntry } from '../../domain/archive.ts';
import { broken } from '../../domain/broken.ts';
import { type Day, yearOf } from '../../domain/day.ts';
import { readLabelCode } from '../../domain/labelCode.ts';
import {
  type ArchiveRow,
  documentsByIdEnd,
  documentsInBox,
  findArchiveEntry,
  insertArchiveEntry,
  lastPiece,
  latestArchiveEntry,
  pieceHolder,
  updateArchiveEntry,
} from '../../store/desk.ts';
import type { LedgerLine } from '../../store/ledgerQuery.ts';
import { divisionScope } from '../actor.ts';
import { changesBetween } from '../changes.ts';
import { os, read, write } from '../procedure.ts';
import { refusal, refuseIfBroken } from '../refusal.ts';
import type { Look, Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { labelOf } from './revising.ts';
import { lineOf } from './summaries.ts';

function entryOf(row: ArchiveRow): ArchiveRecord {
  const { enteredById: _, enteredAt: __, ...entry } = row;
  return entry;
}

const get = os.archive.get.handler(
  read(async (look) => {
    const line = lineOf(look, look.input.documentId, divisionScope(look.actor));
    const row = findArchiveEntry(look.db, line.document.id);
    return { entry: row ? entryOf(row) : null, proposal: proposalFor(look, line) };
  }),
);

/** The next piece on the shelf of the document's division and year, in the box that was filled last. */
function proposalFor({ db, today }: Look, { document, divisionName }: LedgerLine) {
  const latest = latestArchiveEntry(db);
  const day: Day = document.writtenOn ?? document.signedOn ?? today;
  const shelf = {
    fondsNumber: latest?.fondsNumber ?? '',
    archiveYear: yearOf(day),
    retention: document.isNormative ? ('permanent' as const) : ('thirtyYears' as const),
    organisation: divisionName,
  };
  const isSameBox = latest?.archiveYear === shelf.archiveYear && latest.retention === shelf.retention;
  return {
    ...shelf,
    pieceNumber: lastPiece(db, shelf) + 1,
    pages: null,
    boxNumber: isSameBox ? latest.boxNumber : null,
  };
}

export type ArchiveInput = ArchiveEntry & { readonly documentId: string; readonly version: number };

export function enterIntoArchive(work: Work, input: ArchiveInput): ArchiveRecord {
  const { db, actor, now } = work;
  const { document } = lineOf(work, input.documentId, undefined);
  const { version, documentId, ...entry } = input;
  const holder = pieceHolder(db, entry);
  refuseIfBroken([
    ...brokenOnTexts({ organisation: entry.organisation, fondsNumber: entry.fondsNumber }),
    ...brokenOnArchiveEntry(entry),
    ...(holder && holder.documentId !== documentId
      ? [broken('archive.pieceTaken', 'pieceNumber', { title: holder.title.slice(0, 40) })]
      : []),
  ]);
  const before = findArchiveEntry(db, documentId);
  const row = { ...entry, documentId, enteredById: actor.personId ?? '', enteredAt: now };
  const changes = changesBetween<Partial<ArchiveEntry>>(before ?? {}, entry);
  // A repeated first entry is the same one; anything else has to name the version it amends.
  if (before && version === 0 && changes.length === 0) {
    work.record({ act: 'archive.enterAgain', entity: 'document', entityId: documentId, label: labelOf(document) });
    return entryOf(before);
  }
  if (before === undefined) insertArchiveEntry(db, { ...row, version: 1 });
  else if (!updateArchiveEntry(db, documentId, version, row)) {
    throw refusal('STALE', { currentVersion: before.version, changedFields: changes.map(({ field }) => field) });
  }
  work.record({ act: 'archive.enter', entity: 'document', entityId: documentId, label: labelOf(document), changes });
  return { ...entry, documentId, version: (before?.version ?? 0) + 1 };
}

const enter = os.archive.enter.handler(write(async (work) => enterIntoArchive(work, work.input)));

const find = os.archive.find.handler(
  read(async ({ db, actor, input }) => {
    const code = readLabelCode(input.code);
    if (code === undefined) return [];
    const scope = divisionScope(actor);
    return code.kind === 'document' ? documentsByIdEnd(db, code.idEnd, scope) : documentsInBox(db, code.box, scope);
  }),
);

export const archive = { get, enter, find };
