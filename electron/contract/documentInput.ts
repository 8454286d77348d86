/** What is entered of a document. */

import { z } from 'zod';
import { attribute, day, text } from './records.ts';

export const annex = z.object({ name: text(300), sha256: z.string().nullable() });

/** What the register form holds. A number is given raw, as typed; the engine normalises it. */
export const documentInput = z.object({
  docNumberRaw: text(200),
  isUnnumbered: z.boolean(),
  title: text(2000),
  docType: text(40),
  draftingDivisionId: text(40),
  drafter: text(100),
  signer: text(100),
  signedOn: day.nullable(),
  writtenOn: day.nullable(),
  printedOn: day.nullable(),
  attribute: attribute.nullable(),
  basis: text(40).nullable(),
  basisLaw: text(300),
  reason: text(2000),
  isNormative: z.boolean(),
  isLeaderRelated: z.boolean(),
  isJoint: z.boolean(),
  leadAgency: text(200),
  legalityReviewNumber: text(200),
  legalityReviewOn: day.nullable(),
  interpretationPlan: text(500),
  channel: text(40),
  annexes: z.array(annex).max(200),
  remarkNote: text(500),
  note: text(2000),
});
export type DocumentInputRecord = z.infer<typeof documentInput>;
