/** The copies desk (纸质备案): deliveries, corrections beside them, waivers, loans and transfers. */

import type { Broken } from '../domain/broken.ts';
import { brokenOnDelivery, brokenOnFilingCorrection, brokenOnMovement, brokenOnWaiver } from '../domain/copies.ts';
import { secretMark } from '../domain/secret.ts';
import {
  type DocumentRow,
  findDocument,
  findFiling,
  findStanding,
  insertFiling,
  insertMovement,
  movementsOf,
} from '../store/documents.ts';
import { os, write } from './procedure.ts';
import { refusal, refuseBroken, refuseIfBroken } from './refusal.ts';
import { currentRow, labelOf, reviseDocument } from './registering.ts';
import type { Work } from './registry.ts';
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

export function brokenOnTexts(texts: Readonly<Record<string, string>>): readonly Broken[] {
  return Object.entries(texts)
    .filter(([, text]) => secretMark(text) !== undefined)
    .map(([field]) => ({ code: 'secret.marked', field }));
}

export type Delivery = Pick<
  Parameters<typeof insertFiling>[1],
  'id' | 'documentId' | 'copies' | 'deliveredOn' | 'deliveredBy' | 'location' | 'note'
>;

export function recordDelivery(work: Work, delivery: Delivery): void {
  const { db, actor, now, today } = work;
  const document = openDocument(work, delivery.documentId);
  const { deliveredBy, location, note } = delivery;
  refuseIfBroken([...brokenOnTexts({ deliveredBy, location, note }), ...brokenOnDelivery(delivery, { today })]);
  insertFiling(db, { ...delivery, receivedById: actor.personId ?? '', correctsId: null, enteredAt: now });
  restand(work, document.id);
  const changes = [{ field: 'copies', before: '', after: String(delivery.copies) }];
  work.record({ act: 'copies.deliver', entity: 'document', entityId: document.id, label: labelOf(document), changes });
}

const deliver = os.copies.deliver.handler(
  write(async (work) => {
    const { input } = work;
    // The caller mints the id: a repeated delivery is the same one.
    if (findFiling(work.db, input.id)) {
      work.record({ act: 'copies.deliverAgain', entity: 'document', entityId: input.documentId, label: '' });
    } else recordDelivery(work, input);
    return summaryById(work, input.documentId);
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

const waive = os.copies.waive.handler(
  write(async (work) => {
    const { input, today } = work;
    const before = currentRow(work, input.documentId, input.version);
    const { reason } = input;
    refuseIfBroken([...brokenOnTexts({ reason }), ...brokenOnWaiver({ reason }, factsFor(work, before))]);
    reviseDocument(work, before, { copiesWaivedOn: today, copiesWaivedReason: reason });
    work.record({ act: 'copies.waive', entity: 'document', entityId: before.id, label: labelOf(before), reason });
    return summaryById(work, before.id);
  }),
);

const move = os.copies.move.handler(
  write(async (work) => {
    const { db, input, actor, now, today } = work;
    const document = openDocument(work, input.documentId);
    if (movementsOf(db, document.id).some(({ id }) => id === input.id)) {
      work.record({ act: 'copies.moveAgain', entity: 'document', entityId: document.id, label: labelOf(document) });
      return summaryById(work, document.id);
    }
    const { party, note, copyNo, kind } = input;
    refuseIfBroken([
      ...brokenOnTexts({ party, note }),
      ...brokenOnMovement(input, { ...factsFor(work, document), today }),
    ]);
    insertMovement(db, { ...input, enteredById: actor.personId ?? '', enteredAt: now });
    restand(work, document.id);
    const changes = [{ field: `copy.${copyNo}`, before: '', after: party === '' ? kind : `${kind} ${party}` }];
    work.record({
      act: `copies.${kind}`,
      entity: 'document',
      entityId: document.id,
      label: labelOf(document),
      changes,
    });
    return summaryById(work, document.id);
  }),
);

export const copies = { deliver, correct, waive, move };
