/** Where a request stands, told from its row and its events; what of it is kept in the row for lists. */

import type { RequestEvent, RequestFacts, StepOf } from '../../domain/foiRequest.ts';
import type { KeptDuty } from '../../domain/keptDuty.ts';
import type { StepLook } from '../../domain/requestGates.ts';
import { maySeeApplicant } from '../../domain/requestRegistering.ts';
import { type RequestStanding, requestStanding } from '../../domain/requestStanding.ts';
import type { Role } from '../../domain/roles.ts';
import { keptDutiesOf } from '../../store/keptDuties.ts';
import type { ReadableDb } from '../../store/open.ts';
import { eventsOf, findRequest, type RequestEventRow, type RequestRow, updateRequest } from '../../store/requests.ts';
import type { Actor } from '../actor.ts';
import { divisionScope, isWithin } from '../actor.ts';
import { refusal } from '../refusal.ts';
import type { Look, Work } from '../registry.ts';
import { severalAround } from './severalRequests.ts';

export type HeldRequest = {
  readonly row: RequestRow;
  readonly facts: RequestFacts;
  readonly eventRows: readonly RequestEventRow[];
  readonly standing: RequestStanding;
  /** What was done of it and is told as it stood then. */
  readonly kept: readonly KeptDuty[];
};

type Seen = Pick<Look, 'calendar' | 'today'> & { readonly db: ReadableDb };

export function held({ db, calendar, today }: Seen, row: RequestRow): HeldRequest {
  const eventRows = eventsOf(db, row.id);
  const { channel, arrivedOn, confirmedOn } = row;
  const facts = { channel, arrivedOn, confirmedOn, events: eventRows.map(eventOf) };
  const kept = keptDutiesOf(db, 'request', row.id);
  return { row, facts, eventRows, standing: asReplied(requestStanding(facts, calendar, today), kept), kept };
}

/** Replied to in time or late by the day that held then. */
function asReplied(standing: RequestStanding, kept: readonly KeptDuty[]): RequestStanding {
  const { reply } = standing;
  const own = reply && kept.findLast(({ rule, doneOn }) => rule === 'requestReply' && doneOn === reply.on);
  return own ? { ...standing, dueOn: own.dueOn, provisional: false } : standing;
}

function eventOf({ id, happenedOn, enteredById, facts }: RequestEventRow): RequestEvent {
  return { id, on: happenedOn, byId: enteredById, step: facts };
}

/** The request, where this person may see it: a division head only those the own division handles. */
export function requestFor(look: Seen & { readonly actor: Actor }, id: string): HeldRequest {
  const row = findRequest(look.db, id);
  const scope = divisionScope(look.actor);
  if (!row || (scope !== undefined && !isWithin(look.db, row.divisionId ?? '', scope))) throw refusal('NOT_FOUND');
  return held(look, row);
}

export function stepLook({ facts, standing, row }: HeldRequest, look: Seen & { readonly actor: Actor }): StepLook {
  const { personId, roles, divisionId } = look.actor;
  return {
    ...{ facts, standing, calendar: look.calendar, today: look.today },
    divisionId: row.divisionId,
    isAskedBySeveral: severalAround(look, row)?.answeredOn === null,
    actor: { id: personId ?? '', roles, divisionId },
  };
}

export function showsApplicant(
  actor: { readonly roles: readonly Role[]; readonly divisionId: string },
  row: RequestRow,
) {
  return maySeeApplicant(actor, row.divisionId);
}

/** What the row repeats of its events. */
export function standingColumns(
  { standing, facts }: Pick<HeldRequest, 'standing' | 'facts'>,
  row: RequestRow,
): Pick<RequestRow, 'state' | 'receivedOn' | 'closedOn' | 'result' | 'divisionId' | 'confirmedOn'> {
  const { state, receivedOn, closedOn, result } = standing;
  const assigned = facts.events.findLast(({ step }) => step.kind === 'assigned')?.step as
    | StepOf<'assigned'>
    | undefined;
  const confirmedOn = facts.events.findLast(({ step }) => step.kind === 'confirmed')?.on ?? row.confirmedOn;
  return { state, receivedOn, closedOn, result, confirmedOn, divisionId: assigned?.divisionId ?? null };
}

/** After every event: the row repeats what the events say, under the next version. */
export function restandRequest(work: Work, row: RequestRow): void {
  const now = held(work, row);
  updateRequest(work.db, row.id, { ...standingColumns(now, row), version: row.version + 1 });
}

/** For the trail, which is read by people who may not see applicants. */
export function requestLabel({ registerNumber, subject }: Pick<RequestRow, 'registerNumber' | 'subject'>): string {
  return `${registerNumber} ${subject}`;
}
