/** Acts on a registered document that change its attribute or take its number out of use. */

import { type BasisCode, brokenOnAttributeChange } from '../../domain/attribute.ts';
import type { Day } from '../../domain/day.ts';
import { type DocumentRow, findStanding, insertAttributeChange } from '../../store/documents.ts';
import { newId } from '../newId.ts';
import { refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { currentRow, labelOf, reviseDocument } from './revising.ts';

export type AttributeMove = {
  readonly id: string;
  readonly version: number;
  readonly to: DocumentRow['attribute'];
  readonly basis: string | null;
  readonly basisLaw: string;
  readonly reason: string;
  readonly changedOn: Day;
};

/** 动态调整: a new entry of the attribute's history; towards 主动公开 it starts a new clock, and always a new review. */
export function changeAttributeOf(work: Work, move: AttributeMove): void {
  const { db, actor, now, today } = work;
  const before = currentRow(work, move.id, move.version);
  const { to, basisLaw, reason, changedOn } = move;
  const basis = move.basis as BasisCode | null;
  const facts = { from: before.attribute, isPosted: findStanding(db, move.id)?.postedOn !== null, today };
  refuseIfBroken([
    ...brokenOnAttributeChange({ attribute: to, basis, basisLaw, reason, changedOn }, facts),
    ...brokenOnTexts({ reason, basisLaw }),
  ]);
  insertAttributeChange(db, {
    id: newId(),
    documentId: move.id,
    fromAttribute: before.attribute,
    toAttribute: to,
    ...{ basis, basisLaw, reason, changedOn },
    changedById: actor.personId ?? '',
    enteredAt: now,
  });
  reviseDocument(work, before, { attribute: to, basis, basisLaw, reason });
  const changes = [{ field: 'attribute', before: before.attribute, after: to }];
  const label = labelOf(before);
  work.record({ act: 'documents.changeAttribute', entity: 'document', entityId: move.id, label, reason, changes });
}

/** 作废: a void number stays taken, the record stays readable. */
export function voidRegistered(
  work: Work,
  input: { readonly id: string; readonly version: number; readonly reason: string },
): void {
  const before = currentRow(work, input.id, input.version);
  const { reason } = input;
  refuseIfBroken(brokenOnTexts({ reason }));
  if (reason.trim() === '') refuseBroken('document.voidReasonMissing', 'reason');
  if (findStanding(work.db, input.id)?.postedOn) refuseBroken('document.voidThoughPosted', 'id');
  reviseDocument(work, before, { voidedAt: work.now, voidReason: reason });
  work.record({ act: 'documents.void', entity: 'document', entityId: input.id, label: labelOf(before), reason });
}
