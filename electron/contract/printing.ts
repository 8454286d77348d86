/** The print centre: registers, number series; each is composed first and fetched by `ledgers.fetch`. */

import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { RECIPIENTS, REGISTERS } from '../domain/registers.ts';
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

export const printing = {
  register: procedure
    .input(registerRequest)
    .output(eventIterator(progress(paper.extend({ number: z.string(), rows: z.number() })))),
  /** Every number series that documents were registered in, the newest year first. */
  series: procedure.output(z.array(numberSeries)),
};
