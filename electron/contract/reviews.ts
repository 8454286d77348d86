/** Confidentiality review and proof-reading, publication and interpretation. */

import { z } from 'zod';
import { documentDetail } from './documentDetail.ts';
import { procedure } from './errors.ts';
import { day, documentSummary, id, text, upload } from './records.ts';

const waitingReview = z.object({
  document: documentSummary,
  step: z.string(),
  dueOn: day.nullable(),
  workingDaysLeft: z.number().nullable(),
  /** Whether the person asking may sign this step now. */
  isMine: z.boolean(),
});
export type WaitingReview = z.infer<typeof waitingReview>;

export const reviews = {
  waiting: procedure.output(z.array(waitingReview)),
  /** Signs one step with the signer's password over the content shown; the drafter's step opens the review. */
  sign: procedure
    .input(
      z.object({
        id,
        documentId: id,
        step: z.enum(['drafter', 'divisionHead', 'generalOffice', 'leaderInCharge']),
        outcome: text(40),
        opinion: text(2000),
        ticks: z.record(z.string(), z.boolean()).nullable(),
        basis: text(40).nullable(),
        onBehalfOf: text(100),
        overrideReason: text(500),
        isLeaderInfoProofread: z.boolean(),
        signedOn: day,
        /** The hash shown to the signer; refused when the document changed meanwhile. */
        contentHash: z.string(),
        password: text(200),
      }),
    )
    .output(documentDetail),
  proofread: procedure
    .input(z.object({ id, documentId: id, contentHash: z.string(), note: text(500), password: text(200) }))
    .output(documentDetail),
};

export const publications = {
  post: procedure
    .input(
      z.object({
        id,
        documentId: id,
        channel: text(40),
        url: text(2000),
        postedOn: day,
        lateReason: text(1000),
        exceptionReason: text(1000),
        evidence: upload.nullable(),
      }),
    )
    .output(documentDetail),
  withdraw: procedure
    .input(z.object({ publicationId: id, withdrawnOn: day, reason: text(1000) }))
    .output(documentDetail),
  interpret: procedure
    .input(z.object({ id, documentId: id, title: text(500), form: text(40), url: text(2000), postedOn: day }))
    .output(documentDetail),
  evidence: procedure.input(z.object({ evidenceId: id })).output(z.file()),
};
