/** Documents: register, amend, find; drafts and saved views. */

import { z } from 'zod';
import { NORMATIVE_FIGURES, VALIDITY_STATUSES } from '../domain/normative.ts';
import { documentDetail, specialDeadlineFields } from './documentDetail.ts';
import { documentInput } from './documentInput.ts';
import { brokenSchema, procedure } from './errors.ts';
import { attribute, day, documentSummary, id, instant, text } from './records.ts';

export const firstDelivery = z.object({ copies: z.int().min(0).max(999), deliveredBy: text(100), location: text(200) });

export const POSTING_STATES = [
  'open',
  'inTime',
  'soon',
  'today',
  'overdue',
  'notDue',
  'posted',
  'postedInTime',
  'postedLate',
  'withdrawn',
] as const;

export const documentFilter = z.object({
  query: text(300).optional(),
  attribute: attribute.optional(),
  divisionId: id.optional(),
  /** Also of divisions whose work came to that one (按现处室). */
  withPredecessors: z.boolean().optional(),
  /** The division that answers for the posting, where a rule may name another than the drafting one. */
  answeredById: id.optional(),
  signer: text(100).optional(),
  docType: text(40).optional(),
  signedFrom: day.optional(),
  signedTo: day.optional(),
  postingState: z.enum(POSTING_STATES).optional(),
  postedFrom: day.optional(),
  postedTo: day.optional(),
  /** Day by which it has to be posted. */
  dueFrom: day.optional(),
  dueTo: day.optional(),
  /** Day on which the attribute was changed. */
  changedFrom: day.optional(),
  changedTo: day.optional(),
  reviewStage: text(40).optional(),
  isShortOfCopies: z.boolean().optional(),
  isMissingInterpretation: z.boolean().optional(),
  isNormative: z.boolean().optional(),
  /** Of normative documents, as of today. */
  validity: z.enum(VALIDITY_STATUSES).optional(),
  /** The normative documents behind a figure of the annual report, such as `inForce.2019`. */
  normativeFigure: z
    .string()
    .regex(new RegExp(`^(${NORMATIVE_FIGURES.join('|')})\\.\\d{4}$`))
    .optional(),
  isLeaderRelated: z.boolean().optional(),
  isVoided: z.boolean().optional(),
});
export type DocumentFilter = z.infer<typeof documentFilter>;

export const documentSort = z.object({
  by: z.enum(['docNumber', 'title', 'signedOn', 'dueOn', 'postedOn', 'enteredAt', 'division']),
  direction: z.enum(['asc', 'desc']),
});
export type DocumentSort = z.infer<typeof documentSort>;

const registered = z.object({ document: documentSummary, warnings: z.array(brokenSchema) });

export const documents = {
  register: procedure
    .input(documentInput.extend({ id, delivery: firstDelivery.nullable(), lateEntryReason: text(500) }))
    .output(registered),
  amend: procedure
    .input(documentInput.extend({ id, version: z.number(), reasonForChange: text(500) }))
    .output(registered),
  void: procedure.input(z.object({ id, version: z.number(), reason: text(500) })).output(documentSummary),
  changeAttribute: procedure
    .input(
      z.object({
        id,
        version: z.number(),
        to: attribute,
        basis: text(40).nullable(),
        basisLaw: text(300),
        reason: text(2000),
        changedOn: day,
      }),
    )
    .output(documentSummary),
  /** A special law prevails over the Regulation's period (条例第二十六条). */
  setSpecialDeadline: procedure
    .input(z.object({ id, documentId: id, ...specialDeadlineFields }))
    .output(documentSummary),
  withdrawSpecialDeadline: procedure.input(z.object({ id, reason: text(500) })).output(documentSummary),
  get: procedure.input(z.object({ id })).output(documentDetail),
  list: procedure
    .input(
      z.object({
        filter: documentFilter,
        sort: documentSort,
        offset: z.int().min(0),
        limit: z.int().min(1).max(500),
        /** Counts no further than this: `total` is then at least that many. */
        countUpTo: z.int().min(1).optional(),
      }),
    )
    .output(z.object({ rows: z.array(documentSummary), total: z.number() })),
  /** Documents that already carry this number: a warning, not an obstacle. */
  sameNumber: procedure
    .input(z.object({ docNumberRaw: text(200), exceptId: id.nullable() }))
    .output(z.array(z.object({ id, docNumber: z.string(), title: z.string(), isVoided: z.boolean() }))),
  /** Values used before, most frequent first. */
  suggestions: procedure
    .input(
      z.object({
        field: z.enum(['drafter', 'signer', 'deliveredBy', 'location', 'agencyCode']),
        divisionId: id.nullable(),
      }),
    )
    .output(z.array(z.string())),
  export: procedure
    .input(
      z.object({
        filter: documentFilter,
        sort: documentSort,
        /** `ics`: the open deadlines of the documents. */
        format: z.enum(['xlsx', 'csv', 'ics']),
        language: z.enum(['zh', 'en']),
        /** Columns of the screen, in its order; all that the registry knows where absent. */
        columns: z.array(text(40)).max(100).optional(),
      }),
    )
    .output(z.file()),
  loadDraft: procedure
    .input(z.object({ form: text(80) }))
    .output(z.object({ body: z.string(), savedAt: instant }).nullable()),
  saveDraft: procedure.input(z.object({ form: text(80), body: text(100_000) })).output(z.object({ savedAt: instant })),
  discardDraft: procedure.input(z.object({ form: text(80) })).output(z.object({})),
  listViews: procedure.output(
    z.array(z.object({ id, name: z.string(), filter: documentFilter, sort: documentSort, count: z.number() })),
  ),
  saveView: procedure
    .input(z.object({ id, name: text(80), filter: documentFilter, sort: documentSort }))
    .output(z.object({})),
  removeView: procedure.input(z.object({ id })).output(z.object({})),
};
