/** The exact text that a review signature is made over: the reviewed content's hash, the opinion and the signer. */

import { canonicalJson } from '../../domain/reviewContent.ts';
import type { ReviewStepRow } from '../../store/documents.ts';

export type SignedStep = Omit<ReviewStepRow, 'signature' | 'publicKey'>;

export function signedContent(step: SignedStep): string {
  return `disclosure-registry/review-step/1\n${canonicalJson({
    id: step.id,
    reviewId: step.reviewId,
    documentId: step.documentId,
    step: step.step,
    outcome: step.outcome,
    opinion: step.opinion,
    ticks:
      step.ticks === null
        ? null
        : Object.fromEntries(Object.entries(step.ticks).map(([tick, is]) => [tick, is === true])),
    basis: step.basis,
    signerId: step.signerId,
    signerName: step.signerName,
    signerDivisionId: step.signerDivisionId,
    onBehalfOf: step.onBehalfOf,
    overrideReason: step.overrideReason,
    isLeaderInfoProofread: step.isLeaderInfoProofread,
    signedOn: step.signedOn,
    signedAt: step.signedAt,
    contentHash: step.contentHash,
  })}`;
}
