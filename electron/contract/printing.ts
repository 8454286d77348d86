/** The print centre: registers, number series; each is composed first and fetched by `ledgers.fetch`. */

import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { BATCHES } from '../domain/batches.ts';
import { LABEL_CODES, LABEL_KINDS } from '../domain/labels.ts';
import { RECIPIENTS, REGISTERS } from '../domain/registers.ts';
import { dutySubjectKey } from './desk.ts';
import { documentFilter } from './documents.ts';
import { procedure } from './errors.ts';
import { paper } from './ledgers.ts';
import { day, id, progress, text } from './records.ts';

const language = z.enum(['zh', 'en']);

export const registerRequest = z.object({
  register: z.enum(REGISTERS),
  language,
  /** Both null for everything up to today. */
  from: day.nullable(),
  to: day.nullable(),
  divisionId: id.nullable(),
  /** A series as `printing.series` names it, such as 辽市监发〔2019〕; for the register of numbers. */
  series: text(80),
  /** For the transfer list: to whom, under which name, and how many copies of each document. */
  recipient: z.enum(RECIPIENTS),
  recipientName: text(100),
  copiesEach: z.int().min(1).max(20),
});
export type RegisterRequest = z.infer<typeof registerRequest>;

export const numberSeries = z.object({
  series: z.string(),
  last: z.number(),
  registered: z.number(),
  voided: z.number(),
  missing: z.number(),
  duplicated: z.number(),
});
export type NumberSeries = z.infer<typeof numberSeries>;

export const batchRequest = z.object({
  batch: z.enum(BATCHES),
  language,
  /** Days of delivery, of return, or on which something is due; both null for all. Review forms wait whenever. */
  from: day.nullable(),
  to: day.nullable(),
  divisionId: id.nullable(),
  /** For notices: also what is overdue since before `from`. */
  withOverdue: z.boolean(),
  /** One PDF, or one for each form in a zip. */
  shape: z.enum(['one', 'apart']),
});
export type BatchRequest = z.infer<typeof batchRequest>;

export const labelRequest = z.object({
  kind: z.enum(LABEL_KINDS),
  code: z.enum(LABEL_CODES),
  language,
  /** These documents, or those found by the filter. */
  documentIds: z.array(id).max(5000).nullable(),
  filter: documentFilter,
  /** 1 = the first place of the sheet. */
  startAt: z.int().min(1).max(60),
});
export type LabelRequest = z.infer<typeof labelRequest>;

export const printing = {
  register: procedure
    .input(registerRequest)
    .output(eventIterator(progress(paper.extend({ number: z.string(), rows: z.number() })))),
  batch: procedure.input(batchRequest).output(eventIterator(progress(paper.extend({ items: z.number() })))),
  batchSize: procedure.input(batchRequest).output(z.object({ items: z.number() })),
  labels: procedure
    .input(labelRequest)
    .output(eventIterator(progress(paper.extend({ items: z.number(), withoutEntry: z.number() })))),
  /** A reminder about anything owed: a document, a request, a matter. */
  notice: procedure.input(z.object({ subject: dutySubjectKey, rule: text(40).optional(), language })).output(paper),
  returnSlip: procedure.input(z.object({ id, language })).output(paper),
  /** Some pages of a paper, such as 1-3, 5, as a paper of its own. */
  excerpt: procedure.input(z.object({ paperId: text(80), pages: text(200) })).output(paper),
  /** Every number series that documents were registered in, the newest year first. */
  series: procedure.output(z.array(numberSeries)),
};
