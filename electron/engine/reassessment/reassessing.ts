/** Deciding and proposing a re-assessment: the rules, what follows from a decision, the rows, the trail. */

import { type BasisCode, brokenOnAttribute } from '../../domain/attribute.ts';
import { type Day, yearOf } from '../../domain/day.ts';
import { issuedOnOf, validityOn } from '../../domain/normative.ts';
import {
  attributeAfter,
  brokenOnDeciding,
  brokenOnSelection,
  type Decision,
  type Occasion,
  validityAfter,
} from '../../domain/reassessment.ts';
import type { DocumentRow } from '../../store/documents.ts';
import { validityChangesAmong } from '../../store/normative.ts';
import { insertReassessment } from '../../store/reassessments.ts';
import { isWithin } from '../actor.ts';
import { changeAttributeOf } from '../documents/changing.ts';
import { changeValidityOf } from '../documents/normativeWork.ts';
import { currentRow, labelOf } from '../documents/revising.ts';
import { newId } from '../newId.ts';
import { refusal, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';

export type Judging = {
  /** Of the decision over the whole selection, minted by the caller. */
  readonly id: string;
  readonly occasion: Occasion;
  readonly year: number;
  readonly items: readonly { readonly documentId: string; readonly version: number }[];
  readonly decision: Decision;
  readonly basis: string | null;
  readonly basisLaw: string;
  readonly reason: string;
};

type Judged = { readonly document: DocumentRow; readonly from: string; readonly to: string };

/** 决定: an opened document starts its new attribute, review and clock by the same rules as a change made on its own page. */
export function decideReassessment(work: Work, input: Judging): void {
  for (const judged of judgedIn(work, input, undefined)) {
    follow(work, input, judged.document);
    keep(work, input, judged, 'decision');
  }
}

/** 处室意见: changes nothing of the document; only documents that the division answers for. */
export function proposeReassessment(work: Work, input: Judging, scope: string | undefined): void {
  for (const judged of judgedIn(work, input, scope)) keep(work, input, judged, 'proposal');
}

function judgedIn(work: Work, input: Judging, scope: string | undefined): readonly Judged[] {
  const { db, today } = work;
  const { occasion, decision, reason, basis, basisLaw, items } = input;
  const attribute = attributeAfter(decision);
  refuseIfBroken([
    ...brokenOnTexts({ reason, basisLaw }),
    ...brokenOnDeciding({ ...input, count: items.length }, today),
    ...(attribute ? brokenOnAttribute({ attribute, basis, basisLaw, reason }).filter(isOfBasis) : []),
  ]);
  const documents = items.map(({ documentId, version }) => currentRow(work, documentId, version));
  if (documents.some(({ draftingDivisionId }) => !isWithin(db, draftingDivisionId, scope))) throw refusal('NOT_FOUND');
  const changes = validityChangesAmong(
    db,
    documents.map(({ id }) => id),
  );
  const facts = documents.map((document) => ({
    label: labelOf(document),
    attribute: document.attribute,
    isNormative: document.isNormative,
    validity: validityOn(changes.get(document.id) ?? [], today),
    formedOn: document.signedOn ?? document.writtenOn,
  }));
  refuseIfBroken(brokenOnSelection({ occasion, decision }, facts));
  return documents.map((document, at) => {
    const from = occasion === 'cleanup' ? (facts[at]?.validity ?? 'valid') : document.attribute;
    return { document, from, to: validityAfter(decision) ?? attribute ?? from };
  });
}

/** The reason is asked for by the re-assessment itself. */
function isOfBasis({ field }: { readonly field: string }): boolean {
  return field !== 'reason';
}

function follow(work: Work, input: Judging, { id, version }: DocumentRow): void {
  const { decision, basis, basisLaw, reason } = input;
  const attribute = attributeAfter(decision);
  const status = validityAfter(decision);
  if (attribute) {
    changeAttributeOf(work, { id, version, to: attribute, basis, basisLaw, reason, changedOn: work.today });
  }
  if (status) {
    const move = { status, effectiveOn: work.today, basis: basisLaw, reason, successorId: null };
    changeValidityOf(work, { id: newId(), documentId: id, ...move });
  }
}

function keep(work: Work, input: Judging, { document, from, to }: Judged, kind: 'proposal' | 'decision'): void {
  const { db, actor, now, today } = work;
  const { occasion, decision, basisLaw, reason } = input;
  insertReassessment(db, {
    id: newId(),
    batchId: input.id,
    ...{ kind, occasion, decision, basisLaw, reason },
    // The old stock has no year of its own: what is decided about it counts for the year of deciding.
    year: occasion === 'stock' ? yearOf(today) : input.year,
    documentId: document.id,
    fromValue: from,
    toValue: to,
    basis: input.basis as BasisCode | null,
    decidedOn: today,
    decidedById: actor.personId ?? '',
    enteredAt: now,
  });
  work.record({
    act: kind === 'decision' ? 'reassessments.decide' : 'reassessments.propose',
    entity: 'document',
    entityId: document.id,
    label: labelOf(document),
    reason,
    changes: [{ field: 'decision', before: '', after: decision }],
  });
}

/** Day on which a document counts as formed, for lists. */
export function formedOnOf(document: Parameters<typeof issuedOnOf>[0], occasion: Occasion): Day | null {
  return occasion === 'cleanup' ? issuedOnOf(document) : (document.signedOn ?? document.writtenOn);
}
