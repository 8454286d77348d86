/** The annual report on open government information: drawn up, checked, signed, corrected, published; its paper and table. */

import { z } from 'zod';
import { REPORT_SECTIONS } from '../domain/annualReport/layout.ts';
import { procedure } from './errors.ts';
import { paper } from './ledgers.ts';
import { day, id, text } from './records.ts';

const year = z.int().min(1900).max(2200);
const language = z.enum(['zh', 'en']);

export const reportEdition = z.object({
  id,
  year: z.number(),
  edition: z.number(),
  version: z.number(),
  correctionReason: z.string(),
  signedOn: day.nullable(),
  signerName: z.string().nullable(),
  postedOn: day.nullable(),
  url: z.string(),
});
export type ReportEdition = z.infer<typeof reportEdition>;

export const reportFigure = z.object({
  /** `table.block.row.column` */
  key: z.string(),
  value: z.number().nullable(),
  /** Where the value comes from: null where nothing is known. */
  origin: z.enum(['typed', 'registry', 'sum']).nullable(),
  sourceNote: z.string(),
  overrideReason: z.string(),
  /** What the registry counts, if it does. */
  registryValue: z.number().nullable(),
  /** Room of the window, and what its address asks for, where the rows behind the registry's figure are listed. */
  rows: z
    .object({
      room: z.string(),
      params: z.record(z.string(), z.string()),
      /** The very records, where no address of the room tells them. */
      items: z.array(z.object({ id, label: z.string() })),
    })
    .nullable(),
});
export type ReportFigure = z.infer<typeof reportFigure>;

export const reportCheck = z.object({
  code: z.enum(['rowTotal', 'columnTotal', 'balance', 'carriedIn']),
  cell: z.string(),
  table: z.string(),
  row: z.string(),
  column: z.string(),
  found: z.number(),
  expected: z.number(),
});

const texts = z.partialRecord(z.enum(REPORT_SECTIONS), text(20_000));

export const annualReport = z.object({
  year: z.number(),
  layout: z.string(),
  /** The edition shown; null while nobody has opened the year's report: the figures are what the registry counts. */
  edition: reportEdition.nullable(),
  editions: z.array(reportEdition),
  texts,
  /** What the registry can say for 一、总体情况; for the clerk to take over and go on from. */
  proposal: z.string(),
  figures: z.array(reportFigure),
  checks: z.array(reportCheck),
  /** Keys of the cells that nobody filled in. */
  missing: z.array(z.string()),
  /** Day by which it has to be published. */
  dueOn: day,
});
export type AnnualReportRecord = z.infer<typeof annualReport>;

export const typedFigure = z.object({
  key: text(120),
  /** Null takes back what was typed. */
  value: z.number().nullable(),
  sourceNote: text(300),
  overrideReason: text(1000),
});

const wanted = z.object({ year, editionId: id.optional() });

export const reports = {
  list: procedure.output(z.array(reportEdition)),
  /** The latest edition of a year, or the one named. */
  get: procedure.input(wanted).output(annualReport),
  open: procedure.input(z.object({ id, year })).output(annualReport),
  amend: procedure
    .input(z.object({ id, version: z.int(), texts: texts.optional(), figures: z.array(typedFigure).max(400) }))
    .output(annualReport),
  sign: procedure.input(z.object({ id, version: z.int(), password: text(200) })).output(annualReport),
  /** A new edition of a signed report, to be filled in and signed in its turn. */
  correct: procedure.input(z.object({ id, correctsId: id, reason: text(1000) })).output(annualReport),
  post: procedure.input(z.object({ reportId: id, postedOn: day, url: text(500) })).output(annualReport),
  /** The very PDF; refused with every broken check when the tables do not balance and `mustBalance` is set. */
  paper: procedure.input(wanted.extend({ language, mustBalance: z.boolean() })).output(paper),
  export: procedure.input(wanted.extend({ language, mustBalance: z.boolean() })).output(z.file()),
};
