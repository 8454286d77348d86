/** Normative documents after issue: filing with the government, validity; re-assessment by occasion. */

import { z } from 'zod';
import { VALIDITY_STATUSES } from '../domain/normative.ts';
import { DECISIONS, OCCASIONS } from '../domain/reassessment.ts';
import { documentDetail } from './documentDetail.ts';
import { procedure } from './errors.ts';
import { attribute, day, id, text, wanted } from './records.ts';

export const normative = {
  /** 规范性文件报备; with `correctsId` it completes or corrects an earlier entry, which stays. */
  file: procedure
    .input(
      z.object({
        id,
        documentId: id,
        reportedOn: day,
        receivingBody: text(200),
        number: text(200),
        receiptOn: day.nullable(),
        acknowledgement: text(200),
        lateReason: text(500),
        correctsId: id.nullable(),
        correctionReason: text(500),
      }),
    )
    .output(documentDetail),
  changeValidity: procedure
    .input(
      z.object({
        id,
        documentId: id,
        status: z.enum(VALIDITY_STATUSES),
        effectiveOn: day,
        basis: text(500),
        reason: text(2000),
        successorId: id.nullable(),
      }),
    )
    .output(documentDetail),
  /** 年度报告表二 第（一）项: made, ended and in force in a year. */
  counts: procedure
    .input(z.object({ year: z.int().min(2000).max(2100) }))
    .output(z.object({ made: z.number(), abolished: z.number(), inForce: z.number() })),
};

const occasion = z.enum(OCCASIONS);
const decision = z.enum(DECISIONS);
const year = z.int().min(2008).max(2100);

const judgement = z.object({
  decision,
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  basisLaw: z.string(),
  byName: z.string(),
  decidedOn: day,
});

export const reassessmentRow = z.object({
  documentId: id,
  version: z.number(),
  docNumber: z.string().nullable(),
  title: z.string(),
  divisionId: id,
  divisionName: z.string(),
  formedOn: day.nullable(),
  attribute,
  basis: z.string().nullable(),
  reason: z.string(),
  validity: z.enum(VALIDITY_STATUSES),
  lastReviewedOn: day.nullable(),
  /** What may be decided about it. */
  decisions: z.array(decision),
  /** Of its division, not yet decided. */
  proposal: judgement.nullable(),
  decided: judgement.nullable(),
});
export type ReassessmentRecord = z.infer<typeof reassessmentRow>;

/** One decision, with one reason, over a selection; all of it or nothing. */
const judging = z.object({
  id,
  occasion,
  year,
  items: z.array(z.object({ documentId: id, version: z.number() })).max(500),
  decision,
  basis: text(40).nullable(),
  basisLaw: text(300),
  reason: text(2000),
});

export const reassessments = {
  list: procedure
    .input(
      z.object({
        occasion,
        year,
        isDecided: z.boolean(),
        divisionId: id.optional(),
        offset: z.int().min(0),
        limit: z.int().min(1).max(500),
      }),
    )
    .output(
      z.object({
        rows: z.array(reassessmentRow),
        open: z.number(),
        done: z.number(),
        dueOn: day,
      }),
    ),
  /** The list as its page shows it. */
  export: procedure
    .input(z.object({ occasion, year, isDecided: z.boolean(), divisionId: id.optional(), ...wanted }))
    .output(z.file()),
  decide: procedure.input(judging).output(z.object({ count: z.number() })),
  /** A division head proposes for documents of the own division; the General Office decides. */
  propose: procedure.input(judging).output(z.object({ count: z.number() })),
};
