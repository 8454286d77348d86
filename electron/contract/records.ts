/** Shapes that several subjects share: days, ids, summaries of documents and people. */

import { z } from 'zod';
import { ATTRIBUTES } from '../domain/attribute.ts';
import { type Day, isDay } from '../domain/day.ts';
import { PERIOD_UNITS } from '../domain/deadline.ts';
import { DUTY_STATES, SUBJECT_KINDS } from '../domain/duties.ts';
import { VALIDITY_STATUSES } from '../domain/normative.ts';
import { ROLES } from '../domain/roles.ts';

export const day = z.custom<Day>((value) => typeof value === 'string' && isDay(value), 'not a date');
/** UUIDv7 minted by the caller, so that a repeated write returns the same record. */
export const id = z.uuid();
/** UTC, ISO 8601. */
export const instant = z.string();
export const attribute = z.enum(ATTRIBUTES);
export const role = z.enum(ROLES);
export const text = (max: number) => z.string().max(max);
/** Of a file that is handed in. */
export const LARGEST_UPLOAD_BYTES = 20 * 1024 * 1024;
export const upload = z.file().max(LARGEST_UPLOAD_BYTES);

export const person = z.object({
  id,
  login: z.string(),
  name: z.string(),
  divisionId: id,
  roles: z.array(role),
  isActive: z.boolean(),
  version: z.number(),
});
export type PersonRecord = z.infer<typeof person>;

export const division = z.object({
  id,
  name: z.string(),
  shortName: z.string(),
  isGeneralOffice: z.boolean(),
  closedOn: day.nullable(),
  /** The division that goes on with its work from that day. */
  successorId: id.nullable(),
  /** Earlier names, the oldest first, each until the day of the next. */
  formerNames: z.array(z.object({ name: z.string(), shortName: z.string(), replacedOn: day })),
  version: z.number(),
});
export type DivisionRecord = z.infer<typeof division>;

export const deadlineState = z.enum(DUTY_STATES);
export const periodUnit = z.enum(PERIOD_UNITS);

export const subjectKind = z.enum(SUBJECT_KINDS);

/** Whose duty it is: what a list names and opens. */
export const dutySubject = z.object({
  kind: subjectKind,
  id: z.string(),
  number: z.string(),
  title: z.string(),
  divisionId: id,
  divisionName: z.string(),
  /** Who has it in hand, where its rule makes another division answer for it. */
  inHand: z.object({ id, name: z.string() }).optional(),
});
export type DutySubjectRecord = z.infer<typeof dutySubject>;

/** One duty of one subject, its date derived from trigger, rule and calendar. */
export const duty = z.object({
  rule: z.string(),
  article: z.string(),
  triggerOn: day,
  triggerSource: z.string(),
  unit: periodUnit,
  days: z.number(),
  dueOn: day,
  /** Set by a notice, a cycle or a special law instead of counted. */
  isSet: z.boolean(),
  provisional: z.boolean(),
  calendarVersion: z.string(),
  doneOn: day.nullable(),
  state: deadlineState,
  workingDaysLeft: z.number(),
  overdueWorkingDays: z.number(),
});
export type DutyRecord = z.infer<typeof duty>;

export const blocker = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** What stands on one line of a list. */
export const documentSummary = z.object({
  id,
  version: z.number(),
  docNumber: z.string().nullable(),
  title: z.string(),
  docType: z.string(),
  divisionId: id,
  /** As the division was called when the document was signed. */
  divisionName: z.string(),
  /** Who answers for it today, where divisions were reorganised. */
  presentDivisionId: id,
  presentDivisionName: z.string(),
  drafter: z.string(),
  signer: z.string(),
  signedOn: day.nullable(),
  writtenOn: day.nullable(),
  printedOn: day.nullable(),
  attribute,
  basis: z.string().nullable(),
  reason: z.string(),
  isNormative: z.boolean(),
  /** As of today; null where the document is not normative. */
  validity: z.enum(VALIDITY_STATUSES).nullable(),
  isLeaderRelated: z.boolean(),
  isVoided: z.boolean(),
  copiesRequired: z.number(),
  copiesReceived: z.number(),
  copiesMissing: z.number(),
  reviewStage: z.string(),
  reviewApprovedOn: day.nullable(),
  postedOn: day.nullable(),
  postedUrl: z.string().nullable(),
  postedChannel: z.string().nullable(),
  interpretedOn: day.nullable(),
  heldBy: z.string(),
  blockers: z.array(blocker),
  state: z.string(),
  /** The posting duty; null where the document is not to be posted. */
  posting: duty.nullable(),
  enteredAt: instant,
});
export type DocumentSummary = z.infer<typeof documentSummary>;

/** Yielded by long work: progress until the one result. */
export const progress = <Result extends z.ZodType>(result: Result) =>
  z.union([
    z.object({ kind: z.literal('progress'), done: z.number(), total: z.number() }),
    z.object({ kind: z.literal('result'), result }),
  ]);

/** A list as its page shows it, as a table file. */
export const wanted = { format: z.enum(['xlsx', 'csv']), language: z.enum(['zh', 'en']) };

/** Words of the search box, and how many finds it shows. */
export const wordsAsked = z.object({ query: text(200), limit: z.int().min(1).max(50) });
