/** Where a request stands: its events told in order, with its clock, consultations, fee and reply. */

import type { WorkCalendar } from './calendar.ts';
import type { Day } from './day.ts';
import {
  isOpen,
  type RequestEvent,
  type RequestFacts,
  type RequestState,
  type RequestStepKind,
  type StepOf,
} from './foiRequest.ts';
import type { RequestResult } from './replyKind.ts';
import {
  type ConsultationOutcome,
  outcomeOf,
  pauseOf,
  type RequestClock,
  receivedOn,
  requestClock,
  silentAfter,
} from './requestClock.ts';

export type HeldConsultation = Pick<StepOf<'consulted'>, 'consultationId' | 'party' | 'name' | 'matter'> & {
  readonly sentOn: Day;
  readonly letterReceivedOn: Day | null;
  /** The last day for the party's answer, once the day of the letter is known. */
  readonly silentAfter: Day | null;
  readonly answeredOn: Day | null;
  readonly answer: StepOf<'consultationAnswered'>['answer'] | null;
  readonly answerReason: string;
  readonly outcome: ConsultationOutcome | null;
};

export type RequestStanding = {
  readonly state: RequestState;
  /** 收到之日; null until both sides confirmed. */
  readonly receivedOn: Day | null;
  /** Null while nothing runs: before receipt, and while the applicant has to correct or to pay. */
  readonly clock: RequestClock | null;
  /** The due day of the reply: that of the clock, or the later one set under 条例第三十五条. */
  readonly dueOn: Day | null;
  readonly provisional: boolean;
  readonly isPaused: boolean;
  readonly correction: {
    readonly askedOn: Day;
    readonly replyBy: Day;
    readonly items: string;
    readonly correctedOn: Day | null;
  } | null;
  readonly consultations: readonly HeldConsultation[];
  readonly extension: (StepOf<'extended'> & { readonly on: Day }) | null;
  readonly fee: (StepOf<'feeAsked'> & { readonly on: Day; readonly paidOn: Day | null }) | null;
  readonly draft: (StepOf<'drafted'> & { readonly on: Day; readonly byId: string }) | null;
  readonly reply: (StepOf<'replied'> & { readonly on: Day }) | null;
  readonly deliveredOn: Day | null;
  readonly closedOn: Day | null;
  readonly result: RequestResult | null;
  /** The day of the last event that moved it on. */
  readonly lastOn: Day;
};

/** Events that only add to the file of a request. */
const BESIDE: readonly RequestStepKind[] = ['letterReceived', 'related', 'openingJudged', 'remedy'];

export function requestStanding(facts: RequestFacts, calendar: WorkCalendar, today: Day): RequestStanding {
  const { events } = facts;
  const confirmedOn = facts.confirmedOn ?? lastOf(events, 'confirmed')?.on ?? null;
  const received = receivedOn({ ...facts, confirmedOn }) ?? null;
  const consultations = consultationsOf(events, calendar);
  const state = stateOf(events, received !== null, consultations);
  const correction = correctionOf(events);
  const fee = feeOf(events);
  const draft = lastOf(events, 'drafted');
  const reply = lastOf(events, 'replied');
  const clock = received === null ? null : clockOf(received, events, consultations, calendar, today);
  const postponed = lastOf(events, 'postponed');
  const isWaiting = state === 'correcting' || state === 'feeDue';
  const closing = closingOf(events, draft?.step.draft.replyKind ?? null);
  return {
    state,
    receivedOn: received,
    clock: isWaiting ? null : clock,
    dueOn: isWaiting || !clock ? null : later(clock.dueOn, postponed?.step.until),
    provisional: clock?.provisional ?? false,
    isPaused: state === 'consulting',
    correction,
    consultations,
    extension: placed(lastOf(events, 'extended')),
    fee,
    draft: draft ? { ...draft.step, on: draft.on, byId: draft.byId } : null,
    reply: placed(reply),
    deliveredOn: lastOf(events, 'delivered')?.on ?? (reply?.step.way === 'inPerson' ? reply.on : null),
    ...closing,
    lastOn: events.findLast(({ step }) => !BESIDE.includes(step.kind))?.on ?? facts.arrivedOn,
  };
}

type Told<Kind extends RequestStepKind> = RequestEvent & { readonly step: StepOf<Kind> };

function isKind<Kind extends RequestStepKind>(kind: Kind) {
  return (event: RequestEvent): event is Told<Kind> => event.step.kind === kind;
}

function lastOf<Kind extends RequestStepKind>(events: readonly RequestEvent[], kind: Kind): Told<Kind> | undefined {
  return events.findLast(isKind(kind));
}

function placed<Kind extends RequestStepKind>(event: Told<Kind> | undefined) {
  return event ? { ...event.step, on: event.on } : null;
}

function later(a: Day, b: Day | undefined): Day {
  return b !== undefined && b > a ? b : a;
}

/** What each event makes of the request; those that are not named leave it where it is. */
const LEADS_TO: Partial<Record<RequestStepKind, RequestState>> = {
  confirmed: 'received',
  assigned: 'handling',
  correctionAsked: 'correcting',
  corrected: 'handling',
  abandoned: 'abandoned',
  feeAsked: 'feeDue',
  feePaid: 'handling',
  drafted: 'drafted',
  returned: 'handling',
  approved: 'approved',
  replied: 'replied',
  delivered: 'delivered',
  archived: 'archived',
  withdrawn: 'withdrawn',
  merged: 'merged',
  voided: 'voided',
};

function stateOf(
  events: readonly RequestEvent[],
  isReceived: boolean,
  consultations: readonly HeldConsultation[],
): RequestState {
  let state: RequestState = isReceived ? 'received' : 'unconfirmed';
  for (const { step } of events) {
    // A request that only changes hands keeps its place.
    if (step.kind === 'assigned' && state !== 'received') continue;
    if (step.kind === 'replied' && step.way === 'inPerson') state = 'delivered';
    else state = LEADS_TO[step.kind] ?? state;
  }
  const isAsking = consultations.some(({ answeredOn }) => answeredOn === null);
  return isAsking && isOpen(state) && state !== 'correcting' && state !== 'feeDue' ? 'consulting' : state;
}

/** Extensions and pauses belong to the period in which they lie; a restart begins another one. */
function clockOf(
  received: Day,
  events: readonly RequestEvent[],
  consultations: readonly HeldConsultation[],
  calendar: WorkCalendar,
  today: Day,
): RequestClock {
  const lastRestart = events.findLastIndex(({ step }) => step.kind === 'corrected' || step.kind === 'feePaid');
  const restarts = events.filter(({ step }) => step.kind === 'corrected' || step.kind === 'feePaid');
  const extension = events
    .slice(lastRestart + 1)
    .filter(isKind('extended'))
    .reduce((sum, { step }) => sum + step.workingDays, 0);
  return requestClock(
    {
      receivedOn: received,
      restarts: restarts.map(({ on }) => on),
      pauses: consultations.map((consultation) => pauseOf(consultation, calendar, today)),
      extension,
    },
    calendar,
  );
}

function consultationsOf(events: readonly RequestEvent[], calendar: WorkCalendar): readonly HeldConsultation[] {
  return events.filter(isKind('consulted')).map(({ on: sentOn, step }) => {
    const { consultationId, party, name, matter } = step;
    const own = (event: RequestEvent) => 'consultationId' in event.step && event.step.consultationId === consultationId;
    const letterReceivedOn = lastOf(events.filter(own), 'letterReceived')?.on ?? null;
    const answered = lastOf(events.filter(own), 'consultationAnswered');
    const answer = answered?.step.answer ?? null;
    return {
      ...{ consultationId, party, name, matter, sentOn, letterReceivedOn, answer },
      silentAfter: silentAfter({ sentOn, letterReceivedOn }, calendar) ?? null,
      answeredOn: answered?.on ?? null,
      answerReason: answered?.step.reason ?? '',
      outcome: answer && outcomeOf(party, answer),
    };
  });
}

function correctionOf(events: readonly RequestEvent[]): RequestStanding['correction'] {
  const asked = lastOf(events, 'correctionAsked');
  if (!asked) return null;
  const { items, replyBy } = asked.step;
  return { askedOn: asked.on, replyBy, items, correctedOn: lastOf(events, 'corrected')?.on ?? null };
}

function feeOf(events: readonly RequestEvent[]): RequestStanding['fee'] {
  const asked = lastOf(events, 'feeAsked');
  return asked ? { ...asked.step, on: asked.on, paidOn: lastOf(events, 'feePaid')?.on ?? null } : null;
}

/** 办结: the day of the reply, or that on which it ended without one. */
function closingOf(
  events: readonly RequestEvent[],
  replyKind: RequestResult | null,
): Pick<RequestStanding, 'closedOn' | 'result'> {
  for (const { step, on } of events) {
    if (step.kind === 'replied') return { closedOn: on, result: replyKind };
    if (step.kind === 'abandoned') return { closedOn: on, result: step.cause };
    if (step.kind === 'withdrawn' || step.kind === 'merged') return { closedOn: on, result: step.kind };
  }
  return { closedOn: null, result: null };
}
