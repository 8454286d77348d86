/** One request with all that hangs on it, and its line in the register, as the window shows them. */

import type { RequestDetail, RequestInputRecord, RequestSummary } from '../../contract/requests.ts';
import { addWorkingDays } from '../../domain/deadline.ts';
import type { DutyState } from '../../domain/duties.ts';
import { isOpen, type RequestStep } from '../../domain/foiRequest.ts';
import { CORRECTION_DAYS, countedDaysAfter, LONGEST_EXTENSION } from '../../domain/requestClock.ts';
import { letterNumber, lettersAtHand } from '../../domain/requestLetter.ts';
import { maskedName } from '../../domain/requestRegistering.ts';
import type { RequestStanding } from '../../domain/requestStanding.ts';
import { possibleSteps } from '../../domain/requestSteps.ts';
import { findAttachment } from '../../store/attachments.ts';
import { findDocument } from '../../store/documents.ts';
import { findPerson, listDivisions } from '../../store/people.ts';
import { findRequest, itemsInMonth, type RequestRow, requestsForSame } from '../../store/requests.ts';
import type { Look } from '../registry.ts';
import { type HeldRequest, requestFor, showsApplicant, stepLook } from './requestStanding.ts';
import { judgedBy, severalAround } from './severalRequests.ts';

export function requestSummaryOf(look: Look, request: HeldRequest): RequestSummary {
  const { row, standing } = request;
  const { id, version, registerNumber, externalNumber, applicantKind, subject, channel, arrivedOn, divisionId } = row;
  const { state, receivedOn, dueOn, provisional, isPaused, closedOn, result } = standing;
  const left = standing.clock ? countedDaysAfter(look.today, standing.clock, look.calendar) : 0;
  return {
    ...{ id, version, registerNumber, externalNumber, applicantKind, subject, channel, arrivedOn, divisionId },
    applicantName: nameFor(look, row),
    divisionName: listDivisions(look.db).find((division) => division.id === divisionId)?.name ?? '',
    ...{ receivedOn, state, dueOn, provisional, isPaused, closedOn, result },
    deadlineState: deadlineStateOf(standing, left, look),
    workingDaysLeft: closedOn === null ? left : 0,
  };
}

function nameFor(look: Pick<Look, 'actor'>, row: RequestRow): string {
  return showsApplicant(look.actor, row) ? row.applicantName : maskedName(row.applicantName);
}

/** A request that ended without a reply, or waits for the applicant, has met no period and broken none. */
function deadlineStateOf({ dueOn, reply, state }: RequestStanding, left: number, look: Look): DutyState | null {
  if (dueOn === null) return null;
  if (reply) return reply.on > dueOn ? 'metLate' : 'met';
  if (!isOpen(state)) return null;
  if (look.today > dueOn) return 'overdue';
  if (look.today === dueOn) return 'today';
  return left <= Math.max(0, ...look.settings.reminderStages) ? 'soon' : 'open';
}

export function requestDetailOf(look: Look, requestId: string): RequestDetail {
  const { db, today, calendar } = look;
  const request = requestFor(look, requestId);
  const { row, standing, facts } = request;
  const document = row.documentId === null ? undefined : findDocument(db, row.documentId);
  const others = othersOf(look, request);
  const extended = facts.events.reduce((sum, { step }) => sum + (step.kind === 'extended' ? step.workingDays : 0), 0);
  const correctionBy = standing.receivedOn && addWorkingDays(standing.receivedOn, CORRECTION_DAYS, calendar).dueOn;
  const isUnasked = standing.correction === null && ['received', 'handling'].includes(standing.state);
  return {
    summary: requestSummaryOf(look, request),
    input: inputFor(look, row),
    showsApplicant: showsApplicant(look.actor, row),
    document: document
      ? { id: document.id, docNumber: document.docNumber, title: document.title, attribute: document.attribute }
      : null,
    clock: standing.clock && { ...standing.clock, days: standing.clock.days.map((day) => ({ ...day })) },
    correctionBy: isUnasked && correctionBy && today <= correctionBy ? correctionBy : null,
    correction: standing.correction && { ...standing.correction },
    consultations: standing.consultations.map((consultation) => ({ ...consultation })),
    fee: standing.fee && { ...standing.fee },
    itemsInMonth: standing.receivedOn ? itemsInMonth(db, row.applicantName, standing.receivedOn) : 0,
    draft: standing.draft && { ...standing.draft.draft },
    deliveredOn: standing.deliveredOn,
    extensionLeft: LONGEST_EXTENSION - extended,
    steps: [...possibleSteps(stepLook(request, look))],
    letters: lettersFor(look, request),
    events: request.eventRows.map((event) => ({
      id: event.id,
      on: event.happenedOn,
      by: event.enteredByName,
      enteredAt: event.enteredAt,
      step: stepFor(look, row, event.facts),
      attachmentId: event.attachmentId,
      attachmentName: event.attachmentId ? (findAttachment(db, event.attachmentId)?.name ?? '') : '',
    })),
    others,
    ...openingOf(look, row),
    registeredBy: findPerson(db, row.registeredById)?.name ?? '',
    enteredAt: row.enteredAt,
  };
}

/** Who signed for a reply is most often the applicant. */
function stepFor(look: Pick<Look, 'actor'>, row: RequestRow, step: RequestStep): RequestStep {
  if (showsApplicant(look.actor, row) || !('receivedBy' in step) || step.receivedBy === '') return step;
  return { ...step, receivedBy: maskedName(step.receivedBy) };
}

/** Columns that the form fills, the applicant's own left out for whoever may not see them. */
function inputFor(look: Pick<Look, 'actor'>, row: RequestRow): RequestInputRecord {
  const input = requestInputOf(row);
  if (showsApplicant(look.actor, row)) return input;
  return { ...input, applicantName: maskedName(row.applicantName), contact: '', address: '', note: '' };
}

export function requestInputOf(row: RequestRow): RequestInputRecord {
  const { applicantKind, applicantName, contact, address, subject, content, wantedForm } = row;
  const { channel, arrivedOn, confirmedOn, externalNumber, documentId, note } = row;
  return {
    ...{ applicantKind, applicantName, contact, address, subject, content, wantedForm },
    ...{ channel, arrivedOn, confirmedOn, externalNumber, documentId, note },
  };
}

function lettersFor(look: Look, { row, facts, standing }: HeldRequest): RequestDetail['letters'] {
  return lettersAtHand(facts.events, standing).map(({ letter, eventId, nth, isDraft }) => {
    const consulted = facts.events.find(({ id }) => id === eventId)?.step;
    return {
      ...{ letter, eventId, isDraft },
      number: letterNumber(letter, row.registerYear, row.registerSeq, nth),
      addressee: consulted?.kind === 'consulted' ? consulted.name : nameFor(look, row),
    };
  });
}

/** Nothing is suggested any more once it was judged. */
function openingOf(look: Look, row: RequestRow): Pick<RequestDetail, 'applicantsForSame' | 'judgedBy'> {
  const several = severalAround(look, row);
  if (!several || several.answeredOn !== null) return { applicantsForSame: 0, judgedBy: null };
  return { applicantsForSame: several.applicants, judgedBy: judgedBy(look, several) };
}

type Other = RequestDetail['others'][number];

function othersOf(look: Look, { row, facts }: HeldRequest): Other[] {
  const told = new Map<string, Other['tie']>();
  for (const { step } of facts.events) {
    if (step.kind === 'related' || step.kind === 'merged') told.set(step.otherId, step.kind);
  }
  const tied = [...told].flatMap(([id, tie]) => {
    const other = findRequest(look.db, id);
    return other ? [otherOf(look, other, tie)] : [];
  });
  const same = requestsForSame(look.db, row).filter(({ id }) => !told.has(id));
  return [...tied, ...same.map((other) => otherOf(look, other, 'same'))];
}

function otherOf(look: Look, row: RequestRow, tie: Other['tie']): Other {
  const { id, registerNumber, subject, state, result } = row;
  return { id, registerNumber, subject, state, result, tie, applicantName: nameFor(look, row) };
}
