/** Requests for information (依申请公开): the register, every step of one request, its clock, its letters. */

import { z } from 'zod';
import { DELIVERY_WAYS, REQUEST_STATES, REQUEST_STEPS, type RequestStep, WANTED_FORMS } from '../domain/foiRequest.ts';
import { APPLICANT_KINDS, REMEDIES, REMEDY_RESULTS, REPLY_KINDS } from '../domain/replyKind.ts';
import { CLOCK_DAY_KINDS, CONSULTATION_ANSWERS, CONSULTED_PARTIES, REQUEST_CHANNELS } from '../domain/requestClock.ts';
import { FEE_BASES, MOST_FEE_UNITS } from '../domain/requestFee.ts';
import { REQUEST_LETTERS } from '../domain/requestLetter.ts';
import { OPENING_ANSWERS } from '../domain/severalRequests.ts';
import { procedure } from './errors.ts';
import { paper } from './ledgers.ts';
import { day, deadlineState, id, instant, text, upload, wanted, wordsAsked } from './records.ts';

const name = text(200);
const line = text(500);
const passage = text(4000);

/** What is typed when a request is registered. */
export const requestInput = z.object({
  applicantKind: z.enum(APPLICANT_KINDS),
  applicantName: name,
  contact: line,
  address: line,
  subject: line,
  content: passage,
  wantedForm: z.enum(WANTED_FORMS),
  channel: z.enum(REQUEST_CHANNELS),
  arrivedOn: day,
  /** Null where it is not confirmed yet, or needs no confirmation. */
  confirmedOn: day.nullable(),
  externalNumber: text(100),
  documentId: id.nullable(),
  note: passage,
});
export type RequestInputRecord = z.infer<typeof requestInput>;

export const requestSummary = z.object({
  id,
  version: z.number(),
  registerNumber: z.string(),
  externalNumber: z.string(),
  applicantKind: z.enum(APPLICANT_KINDS),
  /** Masked for whoever may not see applicants. */
  applicantName: z.string(),
  subject: z.string(),
  channel: z.enum(REQUEST_CHANNELS),
  arrivedOn: day,
  receivedOn: day.nullable(),
  divisionId: id.nullable(),
  divisionName: z.string(),
  state: z.enum(REQUEST_STATES),
  /** Null while no period for the reply runs. */
  dueOn: day.nullable(),
  provisional: z.boolean(),
  isPaused: z.boolean(),
  deadlineState: deadlineState.nullable(),
  workingDaysLeft: z.number(),
  closedOn: day.nullable(),
  result: z.string().nullable(),
});
export type RequestSummary = z.infer<typeof requestSummary>;

const clockDay = z.object({
  day,
  kind: z.enum(CLOCK_DAY_KINDS),
  ordinal: z.number().optional(),
  name: z.string().optional(),
});

export const requestClock = z.object({
  dueOn: day,
  provisional: z.boolean(),
  calendarVersion: z.string(),
  startsOn: day,
  workingDays: z.number(),
  pausedWorkingDays: z.number(),
  days: z.array(clockDay),
});
export type RequestClockRecord = z.infer<typeof requestClock>;

const consultation = z.object({
  consultationId: id,
  party: z.enum(CONSULTED_PARTIES),
  name: z.string(),
  matter: z.string(),
  sentOn: day,
  letterReceivedOn: day.nullable(),
  silentAfter: day.nullable(),
  answeredOn: day.nullable(),
  answer: z.enum(CONSULTATION_ANSWERS).nullable(),
  answerReason: z.string(),
  outcome: z.string().nullable(),
});
export type ConsultationRecord = z.infer<typeof consultation>;

const replyDraft = z.object({
  replyKind: z.enum(REPLY_KINDS),
  how: passage,
  reason: passage,
  law: passage,
  withheldPart: passage,
  competentOrgan: passage,
  earlierReply: line,
  publicInterest: passage,
});

const requestEvent = z.object({
  id,
  on: day,
  by: z.string(),
  enteredAt: instant,
  step: z.custom<RequestStep>(),
  attachmentId: id.nullable(),
  attachmentName: z.string(),
});
export type RequestEventRecord = z.infer<typeof requestEvent>;

/** A letter that can be printed now, with its number. */
const letter = z.object({
  letter: z.enum(REQUEST_LETTERS),
  /** The event that it tells; null for the registration. */
  eventId: id.nullable(),
  number: z.string(),
  addressee: z.string(),
  isDraft: z.boolean(),
});
export type RequestLetterRecord = z.infer<typeof letter>;

const otherRequest = z.object({
  id,
  registerNumber: z.string(),
  applicantName: z.string(),
  subject: z.string(),
  state: z.enum(REQUEST_STATES),
  result: z.string().nullable(),
  /** same = asks for the same thing; related, merged = told by an event. */
  tie: z.enum(['same', 'related', 'merged']),
});

export const requestDetail = z.object({
  summary: requestSummary,
  input: requestInput,
  /** Whether the applicant's data are shown to this person. */
  showsApplicant: z.boolean(),
  document: z.object({ id, docNumber: z.string().nullable(), title: z.string(), attribute: z.string() }).nullable(),
  clock: requestClock.nullable(),
  /** The day before which a correction has to be asked for; null once that is past or done. */
  correctionBy: day.nullable(),
  correction: z.object({ askedOn: day, replyBy: day, items: z.string(), correctedOn: day.nullable() }).nullable(),
  consultations: z.array(consultation),
  fee: z
    .object({ basis: z.enum(FEE_BASES), count: z.number(), yuan: z.number(), on: day, paidOn: day.nullable() })
    .nullable(),
  /** Items of this applicant in the month, for a fee by item. */
  itemsInMonth: z.number(),
  draft: replyDraft.nullable(),
  deliveredOn: day.nullable(),
  extensionLeft: z.number(),
  steps: z.array(z.enum(REQUEST_STEPS)),
  letters: z.array(letter),
  events: z.array(requestEvent),
  others: z.array(otherRequest),
  /** 条例第四十四条: how many different applicants have asked for the same; 0 where nothing follows from it, or no longer. */
  applicantsForSame: z.number(),
  /** By when it has to be judged whether everyone is to have it. */
  judgedBy: day.nullable(),
  registeredBy: z.string(),
  enteredAt: instant,
});
export type RequestDetail = z.infer<typeof requestDetail>;

export const requestFilter = z.object({
  query: text(200).optional(),
  /** A state, or open / closed for all of them. */
  state: z.enum(['open', 'closed', ...REQUEST_STATES]).optional(),
  divisionId: id.optional(),
  year: z.int().min(2008).max(2100).optional(),
});
export type RequestFilter = z.infer<typeof requestFilter>;

const taken = { id, requestId: id, version: z.int(), on: day };
const step = <Shape extends z.ZodRawShape>(shape: Shape) =>
  procedure.input(z.object({ ...taken, ...shape })).output(requestDetail);

export const requests = {
  register: procedure.input(requestInput.extend({ id })).output(requestDetail),
  amend: procedure.input(requestInput.extend({ id, version: z.int(), reasonForChange: line })).output(requestDetail),
  get: procedure.input(z.object({ id })).output(requestDetail),
  /** Open ones by their due day, others the newest first. */
  list: procedure
    .input(z.object({ filter: requestFilter, offset: z.int().min(0), limit: z.int().min(1).max(500) }))
    .output(
      z.object({
        rows: z.array(requestSummary),
        total: z.number(),
        open: z.number(),
        /** Of those, answered and waiting for their delivery only. */
        undelivered: z.number(),
        /** Information that several applicants ask for and that could be opened to everyone (条例第四十四条). */
        suggestions: z.array(
          z.object({ requestId: id, subject: z.string(), applicants: z.number(), dueOn: day.nullable() }),
        ),
      }),
    ),
  /** By number, subject or applicant, the newest first; for the search box. */
  find: procedure
    .input(wordsAsked)
    .output(z.array(z.object({ id, registerNumber: z.string(), subject: z.string(), state: z.enum(REQUEST_STATES) }))),
  /** The list as its page shows it. */
  export: procedure.input(z.object({ filter: requestFilter, ...wanted })).output(z.file()),
  confirm: step({}),
  assign: step({ divisionId: id }),
  askCorrection: step({ items: passage, replyBy: day }),
  correct: step({ content: passage, lateReason: line }),
  abandon: step({ cause: z.enum(['notCorrected', 'feeUnpaid']) }),
  consult: step({ party: z.enum(CONSULTED_PARTIES), name, matter: passage }),
  recordLetterDay: step({ consultationId: id }),
  recordOpinion: step({ consultationId: id, answer: z.enum(CONSULTATION_ANSWERS), reason: passage }),
  extend: step({ workingDays: z.int().min(0).max(99), approver: name, reason: line }),
  postpone: step({ until: day, reason: line }),
  askFee: step({ basis: z.enum(FEE_BASES), count: z.int().min(0).max(MOST_FEE_UNITS) }),
  recordPayment: step({ receiptNumber: name }),
  draft: step({ draft: replyDraft }),
  returnDraft: step({ opinion: passage }),
  approve: step({ opinion: passage }),
  reply: step({ way: z.enum(DELIVERY_WAYS), mailNumber: name, receivedBy: name }),
  deliver: step({ receivedBy: name, proof: line, evidence: upload.nullable() }),
  archive: step({ archiveNumber: name }),
  withdraw: step({ reason: line }),
  merge: step({ otherId: id, reason: line }),
  relate: step({ otherId: id, reason: line }),
  /** Opened to everyone, a document among the registered ones becomes 主动公开 with it (条例第四十四条). */
  judgeOpening: step({ answer: z.enum(OPENING_ANSWERS), reason: line }),
  /** A new case where `caseId` is not known yet. */
  recordRemedy: step({ caseId: id, remedy: z.enum(REMEDIES), result: z.enum(REMEDY_RESULTS), reference: name }),
  void: step({ reason: line }),
  letter: procedure
    .input(
      z.object({
        requestId: id,
        letter: z.enum(REQUEST_LETTERS),
        eventId: id.nullable(),
        language: z.enum(['zh', 'en']),
      }),
    )
    .output(paper),
  evidence: procedure.input(z.object({ attachmentId: id })).output(z.file()),
};
