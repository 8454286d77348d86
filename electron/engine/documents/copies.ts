/** The copies desk (纸质备案): deliveries, corrections beside them, waivers, loans and transfers. */

import { brokenOnDelivery, brokenOnFilingCorrection, brokenOnMovement, brokenOnWaiver } from '../../domain/copies.ts';
import {
  type DocumentRow,
  findDocument,
  findFiling,
  findStanding,
  insertFiling,
  insertMovement,
  movementsOf,
} from '../../store/documents.ts';
import { os, write, writeOnce } from '../procedure.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { currentRow, labelOf, reviseDocument } from './revising.ts';
import { copiesFacts, restand } from './standing.ts';
import { summaryById } from './summaries.ts';

function openDocument({ db }: Work, documentId: string): DocumentRow {
  const document = findDocument(db, documentId);
  if (!document) throw refusal('NOT_FOUND');
  if (document.voidedAt !== null) refuseBroken('document.voided', 'documentId');
  return document;
}

function factsFor(work: Work, document: DocumentRow) {
  return copiesFacts(work.db, document, findStanding(work.db, document.id)?.copiesRequired ?? 0);
}

type FilingRow = Parameters<typeof insertFiling>[1];
export type Delivery = Pick<
  FilingRow,
  'id' | 'documentId' | 'copies' | 'deliveredOn' | 'deliveredBy' | 'location' | 'note'
>;

export function recordDelivery(work: Work, delivery: Delivery): void {
  const document = openDocument(work, delivery.documentId);
  enterDelivery(work, document, delivery);
  restand(work, document.id);
}

/** All of a delivery but where its document then stands. */
export function enterDelivery(work: Work, document: DocumentRow, delivery: Delivery): FilingRow {
  const { db, actor, now, today } = work;
  const { deliveredBy, location, note } = delivery;
  refuseIfBroken([...brokenOnTexts({ deliveredBy, location, note }), ...brokenOnDelivery(delivery, { today })]);
  const filing: FilingRow = { ...delivery, receivedById: actor.personId ?? '', correctsId: null, enteredAt: now };
  insertFiling(db, filing);
  const changes = [{ field: 'copies', before: '', after: String(delivery.copies) }];
  work.record({ act: 'copies.deliver', entity: 'document', entityId: document.id, label: labelOf(document), changes });
  return filing;
}

type OfDocument = Work & { readonly input: { readonly documentId: string } };

/** What comes again leaves its entry with the document, and is answered by where the document stands. */
function ofDocument(act: string) {
  return {
    again: ({ input }: OfDocument) => ({ act, entity: 'document', entityId: input.documentId, label: '' }),
    answer: (work: OfDocument) => summaryById(work, work.input.documentId),
  };
}

const deliver = os.copies.deliver.handler(
  writeOnce({
    isKnown: ({ db, input }) => findFiling(db, input.id) !== undefined,
    act: (work) => recordDelivery(work, work.input),
    ...ofDocument('copies.deliverAgain'),
  }),
);

const correct = os.copies.correct.handler(
  write(async (work) => {
    const { db, input, actor, now } = work;
    const filing = findFiling(db, input.filingId);
    if (!filing) throw refusal('NOT_FOUND');
    const document = openDocument(work, filing.documentId);
    refuseIfBroken([
      ...brokenOnTexts({ reason: input.reason }),
      ...brokenOnFilingCorrection(input, factsFor(work, document)),
    ]);
    const { id, copies, reason } = input;
    const correction = { ...filing, id, copies, note: reason, correctsId: filing.id, enteredAt: now };
    insertFiling(db, { ...correction, receivedById: actor.personId ?? '' });
    restand(work, document.id);
    const changes = [{ field: 'copies', before: String(filing.copies), after: String(copies) }];
    work.record({
      act: 'copies.correct',
      entity: 'document',
      entityId: document.id,
      label: labelOf(document),
      reason,
      changes,
    });
    return summaryById(work, document.id);
  }),
);

/** 免补: the rest of the copies is not asked for any more, with a reason. */
export function recordWaiver(
  work: Work,
  input: { readonly documentId: string; readonly version: number; readonly reason: string },
): void {
  const before = currentRow(work, input.documentId, input.version);
  const { reason } = input;
  refuseIfBroken([...brokenOnTexts({ reason }), ...brokenOnWaiver({ reason }, factsFor(work, before))]);
  reviseDocument(work, before, { copiesWaivedOn: work.today, copiesWaivedReason: reason });
  work.record({ act: 'copies.waive', entity: 'document', entityId: before.id, label: labelOf(before), reason });
}

const waive = os.copies.waive.handler(
  write(async (work) => {
    recordWaiver(work, work.input);
    return summaryById(work, work.input.documentId);
  }),
);

export type Movement = Omit<Parameters<typeof insertMovement>[1], 'enteredById' | 'enteredAt'>;

export function recordMovement(work: Work, movement: Movement): void {
  const { db, actor, now, today } = work;
  const document = openDocument(work, movement.documentId);
  const { party, note, copyNo, kind } = movement;
  refuseIfBroken([
    ...brokenOnTexts({ party, note }),
    ...brokenOnMovement(movement, { ...factsFor(work, document), today }),
  ]);
  insertMovement(db, { ...movement, enteredById: actor.personId ?? '', enteredAt: now });
  restand(work, document.id);
  const changes = [{ field: `copy.${copyNo}`, before: '', after: party === '' ? kind : `${kind} ${party}` }];
  work.record({ act: `copies.${kind}`, entity: 'document', entityId: document.id, label: labelOf(document), changes });
}

const move = os.copies.move.handler(
  writeOnce({
    isKnown: ({ db, input }) => movementsOf(db, input.documentId).some(({ id }) => id === input.id),
    act: (work) => recordMovement(work, work.input),
    ...ofDocument('copies.moveAgain'),
  }),
);

export const copies = { deliver, correct, waive, move };
