/** The General Office's desk: archive entries, what a label's code opens, contacts while chasing, returned documents. */

import { z } from 'zod';
import { RETENTIONS } from '../domain/archive.ts';
import { CHASE_DEGREES, CONTACT_WAYS } from '../domain/chasing.ts';
import { SUBJECT_KINDS } from '../domain/duties.ts';
import { RETURN_REASONS } from '../domain/returning.ts';
import { procedure } from './errors.ts';
import { day, id, instant, text } from './records.ts';

const archiveFields = {
  fondsNumber: text(20),
  archiveYear: z.int(),
  retention: z.enum(RETENTIONS),
  organisation: text(100),
  pieceNumber: z.int(),
  pages: z.int(),
  boxNumber: z.int().nullable(),
};

export const archiveRecord = z.object({ documentId: id, version: z.number(), ...archiveFields });
export type ArchiveRecord = z.infer<typeof archiveRecord>;

export const archive = {
  /** The entry, null where the document has none yet, and what a new one would begin with. */
  get: procedure.input(z.object({ documentId: id })).output(
    z.object({
      entry: archiveRecord.nullable(),
      proposal: z.object({ ...archiveFields, pages: z.int().nullable() }),
    }),
  ),
  /** `version` 0 for the first entry. */
  enter: procedure.input(z.object({ documentId: id, version: z.int(), ...archiveFields })).output(archiveRecord),
  /** The documents that the code of a label names: one, or those in a box; none where it is no code. */
  find: procedure
    .input(z.object({ code: text(100) }))
    .output(z.array(z.object({ id, docNumber: z.string().nullable(), title: z.string() }))),
};

export const dutySubjectKey = z.object({ kind: z.enum(SUBJECT_KINDS), id: text(80) });

export const contactRecord = z.object({
  id,
  rule: z.string(),
  dueOn: day,
  degree: z.enum(CHASE_DEGREES),
  noticeNumber: z.string(),
  way: z.enum(CONTACT_WAYS),
  contactedOn: day,
  contactedTime: z.string(),
  contactedPerson: z.string(),
  answer: z.string(),
  promisedOn: day.nullable(),
  escalatedTo: z.string(),
  enteredBy: z.string(),
  enteredAt: instant,
});
export type ContactRecord = z.infer<typeof contactRecord>;

export const chasing = {
  contacts: procedure.input(z.object({ subject: dutySubjectKey })).output(z.array(contactRecord)),
  /** One contact about something still owed; it is never changed. */
  contact: procedure
    .input(
      z.object({
        id,
        subject: dutySubjectKey,
        rule: text(40),
        noticeNumber: text(40),
        way: z.enum(CONTACT_WAYS),
        contactedOn: day.nullable(),
        contactedTime: text(5),
        contactedPerson: text(100),
        answer: text(1000),
        promisedOn: day.nullable(),
        escalatedTo: text(100),
      }),
    )
    .output(contactRecord),
};

const returnFields = {
  title: text(2000),
  docNumber: text(200),
  divisionId: id,
  deliveredBy: text(100),
  reasons: z.array(z.enum(RETURN_REASONS)).max(RETURN_REASONS.length),
  note: text(1000),
  returnedOn: day.nullable(),
  answerBy: day.nullable(),
};

export const returnRecord = z.object({
  ...returnFields,
  id,
  number: z.string(),
  divisionName: z.string(),
  returnedOn: day,
  issuedBy: z.string(),
});
export type ReturnRecord = z.infer<typeof returnRecord>;

export const returning = {
  /** The newest first. */
  list: procedure.output(z.array(returnRecord)),
  /** Documents that cannot be registered as they are: each return has a number and is never changed. */
  issue: procedure.input(z.object({ id, ...returnFields })).output(returnRecord),
};
