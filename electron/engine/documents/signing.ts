/** One signature of a confidentiality review: the rules, the step, the review it opens or continues, the trail. */

import type { BasisCode } from '../../domain/attribute.ts';
import type { Day } from '../../domain/day.ts';
import {
  needsNewReview,
  type ReviewOutcome,
  type ReviewStepName,
  reviewState,
  type SecrecyTicks,
} from '../../domain/review.ts';
import { brokenOnSigning } from '../../domain/signing.ts';
import {
  countReviewForms,
  type DocumentRow,
  findDocument,
  insertReview,
  insertReviewStep,
  type ReviewRow,
  type ReviewStepRow,
  reviewsOf,
} from '../../store/documents.ts';
import { isWithin } from '../actor.ts';
import { newId } from '../newId.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { labelOf } from './revising.ts';
import { signedContent } from './signedContent.ts';
import { restand, reviewRecord } from './standing.ts';

export type Signing = {
  readonly id: string;
  readonly documentId: string;
  readonly step: ReviewStepName;
  readonly outcome: string;
  readonly opinion: string;
  readonly ticks: Readonly<Record<string, boolean>> | null;
  readonly basis: string | null;
  readonly onBehalfOf: string;
  readonly overrideReason: string;
  readonly isLeaderInfoProofread: boolean;
  readonly signedOn: Day;
  readonly contentHash: string;
};

/** Makes the signature over this content with the signer's own key. */
export type Pen = { readonly publicKey: string; readonly sign: (content: string) => string };

export function signStep(work: Work, signing: Signing, pen: Pen): void {
  const { db, actor, today } = work;
  const document = findDocument(db, signing.documentId);
  if (!document) throw refusal('NOT_FOUND');
  if (document.voidedAt !== null) refuseBroken('document.voided', 'documentId');
  if (document.contentHash !== signing.contentHash) {
    throw refusal('STALE', { currentVersion: document.version, changedFields: [] });
  }
  const latest = reviewsOf(db, document.id)[0];
  const record = latest && reviewRecord(latest);
  const opensNew = signing.step === 'drafter' && needsNewReview(reviewState(record, document.contentHash));
  const review = opensNew ? undefined : record;
  const { opinion, overrideReason, onBehalfOf } = signing;
  refuseIfBroken([
    ...brokenOnTexts({ opinion, overrideReason, onBehalfOf }),
    ...brokenOnSigning({
      review,
      step: signing.step,
      outcome: signing.outcome as ReviewOutcome,
      opinion,
      ticks: (signing.ticks ?? {}) as SecrecyTicks,
      basis: (signing.basis ?? undefined) as BasisCode | undefined,
      overrideReason,
      isLeaderInfoProofread: signing.isLeaderInfoProofread,
      signer: { id: actor.personId ?? '', roles: actor.roles, divisionId: actor.divisionId },
      document: { ...document, draftingDivisionId: answering(work, document.draftingDivisionId) },
      currentContentHash: document.contentHash,
      signedOn: signing.signedOn,
      today,
    }),
  ]);
  const target = opensNew || !latest ? openReview(work, document, signing.signedOn) : latest;
  const unsigned = stepRow(signing, target, work);
  insertReviewStep(db, { ...unsigned, publicKey: pen.publicKey, signature: pen.sign(signedContent(unsigned)) });
  restand(work, document.id);
  const changes = [
    { field: 'step', before: '', after: signing.step },
    { field: 'outcome', before: '', after: signing.outcome },
    { field: 'contentHash', before: '', after: document.contentHash },
  ];
  work.record({
    act: 'reviews.sign',
    entity: 'document',
    entityId: document.id,
    label: labelOf(document),
    reason: opinion,
    changes,
  });
}

/** The head of the division to which this one's work came signs in its place. */
function answering({ db, actor }: Work, draftingDivisionId: string): string {
  return isWithin(db, draftingDivisionId, actor.divisionId) ? actor.divisionId : draftingDivisionId;
}

function stepRow(
  signing: Signing,
  review: ReviewRow,
  { actor, now }: Work,
): Omit<ReviewStepRow, 'publicKey' | 'signature'> {
  const { id, documentId, step, opinion, onBehalfOf, overrideReason, isLeaderInfoProofread, signedOn, contentHash } =
    signing;
  return {
    ...{ id, documentId, step, opinion, onBehalfOf, overrideReason, isLeaderInfoProofread, signedOn, contentHash },
    reviewId: review.id,
    outcome: signing.outcome as ReviewOutcome,
    ticks: step === 'drafter' ? ((signing.ticks ?? {}) as SecrecyTicks) : null,
    basis: signing.basis as BasisCode | null,
    signerId: actor.personId ?? '',
    signerName: actor.name,
    signerDivisionId: actor.divisionId,
    signedAt: now,
  };
}

function openReview({ db, actor, now, settings }: Work, document: DocumentRow, startedOn: Day): ReviewRow {
  const prefix = `BS-${startedOn.slice(0, 4)}-`;
  const review: ReviewRow = {
    id: newId(),
    documentId: document.id,
    formNumber: `${prefix}${String(countReviewForms(db, prefix) + 1).padStart(4, '0')}`,
    startedOn,
    stepsRequired: settings.reviewStepsRequired,
    startedById: actor.personId ?? '',
    enteredAt: now,
  };
  insertReview(db, review);
  return review;
}
