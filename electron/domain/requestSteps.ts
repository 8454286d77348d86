/** Which step a request may take now, who takes it, and what stands in its way. 条例第三十条至第四十二条. */

import { type Broken, broken, isBlank, REASON_LENGTH, saidLength } from './broken.ts';
import type { WorkCalendar } from './calendar.ts';
import type { Day } from './day.ts';
import { addWorkingDays } from './deadline.ts';
import {
  OPEN_STATES,
  REQUEST_STATES,
  REQUEST_STEPS,
  type RequestFacts,
  type RequestState,
  type RequestStep,
  type RequestStepKind,
  type StepOf,
} from './foiRequest.ts';
import { CORRECTION_DAYS, FEE_DAYS, LONGEST_EXTENSION } from './requestClock.ts';
import { brokenOnDraft } from './requestDraft.ts';
import { FEE_FROM } from './requestFee.ts';
import type { RequestStanding } from './requestStanding.ts';
import type { Role } from './roles.ts';

/** The reply cannot be drafted while opinions are sought, nor anything be asked twice. */
const RUNNING = ['received', 'handling', 'consulting', 'drafted', 'approved'] as const;
const KNOWN = REQUEST_STATES.filter((state) => state !== 'voided');

/** States from which each step may be taken. */
const FROM: Readonly<Record<RequestStepKind, readonly RequestState[]>> = {
  confirmed: ['unconfirmed'],
  assigned: ['received', 'correcting', 'handling', 'consulting', 'feeDue', 'drafted'],
  correctionAsked: ['received', 'handling'],
  corrected: ['correcting'],
  abandoned: ['correcting', 'feeDue'],
  consulted: ['received', 'handling', 'consulting'],
  letterReceived: ['consulting'],
  consultationAnswered: ['consulting'],
  extended: RUNNING,
  postponed: RUNNING,
  feeAsked: ['received', 'handling'],
  feePaid: ['feeDue'],
  drafted: ['received', 'handling', 'drafted'],
  returned: ['drafted'],
  approved: ['drafted'],
  replied: ['approved'],
  delivered: ['replied'],
  archived: ['delivered', 'abandoned', 'withdrawn', 'merged'],
  withdrawn: OPEN_STATES,
  merged: OPEN_STATES,
  related: KNOWN,
  remedy: KNOWN.filter((state) => state !== 'unconfirmed'),
  voided: OPEN_STATES,
};

/** Roles that take a step; whoever is not named here is an office clerk's business. */
const TAKEN_BY: Partial<Record<RequestStepKind, readonly Role[]>> = {
  // 经政府信息公开工作机构负责人同意, 条例第三十三条
  extended: ['officeReviewer'],
  postponed: ['officeReviewer'],
  drafted: ['clerk', 'divisionHead'],
  returned: ['officeReviewer', 'leaderInCharge'],
  approved: ['officeReviewer', 'leaderInCharge'],
};

export function rolesOfStep(kind: RequestStepKind): readonly Role[] {
  return TAKEN_BY[kind] ?? ['clerk'];
}

export type StepTaker = {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly divisionId: string;
};

export type StepLook = {
  readonly facts: RequestFacts;
  readonly standing: RequestStanding;
  /** 承办处室 */
  readonly divisionId: string | null;
  readonly actor: StepTaker;
  readonly calendar: WorkCalendar;
  readonly today: Day;
};

/** A division head drafts for the own division only; nobody approves the own draft. */
function mayTake(kind: RequestStepKind, { actor, divisionId, standing }: StepLook): boolean {
  const roles = rolesOfStep(kind).filter((role) => actor.roles.includes(role));
  if (kind === 'drafted' && roles.every((role) => role === 'divisionHead')) {
    return roles.length > 0 && divisionId === actor.divisionId;
  }
  if ((kind === 'approved' || kind === 'returned') && standing.draft?.byId === actor.id) return false;
  return roles.length > 0;
}

/** Steps that would not be refused whatever is typed, as the law's order has them. */
export function possibleSteps(look: StepLook): readonly RequestStepKind[] {
  const { standing, today } = look;
  return REQUEST_STEPS.filter((kind) => {
    if (!FROM[kind].includes(standing.state) || !mayTake(kind, look)) return false;
    if (kind === 'correctionAsked') return standing.correction === null && today <= lastCorrectionDay(look);
    if (kind === 'feeAsked') return standing.fee === null && today >= FEE_FROM && isBeforeExpiry(today, standing);
    if (kind === 'extended') return extensionLeft(look) > 0 && isBeforeExpiry(today, standing);
    if (kind === 'postponed' || kind === 'consulted') return isBeforeExpiry(today, standing);
    if (kind === 'abandoned') return today > lastDayOfApplicant(look);
    if (kind === 'letterReceived') return standing.consultations.some(isUnknownReceipt);
    return true;
  });
}

/** Everything that stands in the way of this step, all at once. */
export function brokenOnStep(step: RequestStep, on: Day, look: StepLook): readonly Broken[] {
  const { standing } = look;
  const { kind } = step;
  if (!FROM[kind].includes(standing.state)) {
    return [broken('request.notNow', 'requestId', { step: kind, state: standing.state })];
  }
  if (!mayTake(kind, look)) {
    const isOwn = standing.draft?.byId === look.actor.id && (kind === 'approved' || kind === 'returned');
    return [isOwn ? broken('request.ownDraft', 'requestId') : broken('request.notYours', 'requestId', { step: kind })];
  }
  return [...brokenOnDay(step, on, look), ...brokenOnContent(step, on, look)];
}

/** Late entry is welcome; what has not happened yet is not, nor what would stand before its cause. */
function brokenOnDay(step: RequestStep, on: Day, { facts, standing, today }: StepLook): readonly Broken[] {
  const after = earliest(step, facts, standing);
  return [
    ...(on > today ? [broken('request.inFuture', 'on')] : []),
    ...(on < after ? [broken('request.beforeLast', 'on', { day: after })] : []),
  ];
}

function earliest(step: RequestStep, { arrivedOn }: RequestFacts, standing: RequestStanding): Day {
  if (step.kind === 'letterReceived' || step.kind === 'consultationAnswered') {
    return standing.consultations.find((held) => held.consultationId === step.consultationId)?.sentOn ?? arrivedOn;
  }
  return step.kind === 'related' || step.kind === 'remedy' ? arrivedOn : standing.lastOn;
}

function brokenOnContent(step: RequestStep, on: Day, look: StepLook): readonly Broken[] {
  const { standing } = look;
  switch (step.kind) {
    case 'correctionAsked':
      return brokenOnCorrection(step, on, look);
    case 'corrected':
      return [
        ...missing({ content: step.content }),
        ...(standing.correction && on > standing.correction.replyBy && !isReason(step.lateReason)
          ? [broken('request.lateCorrection', 'lateReason', { day: standing.correction.replyBy, least: REASON_LENGTH })]
          : []),
      ];
    case 'abandoned':
      return brokenOnAbandoning(step, on, look);
    case 'consulted':
      return [...missing({ name: step.name, matter: step.matter }), ...expired(on, standing)];
    case 'letterReceived':
    case 'consultationAnswered':
      return brokenOnConsultation(step, on, standing);
    case 'extended':
      return brokenOnExtension(step, on, look);
    case 'postponed':
      return [
        ...missing({ reason: step.reason }),
        ...expired(on, standing),
        ...(standing.dueOn !== null && step.until <= standing.dueOn
          ? [broken('request.postponedTooEarly', 'until', { day: standing.dueOn })]
          : []),
      ];
    case 'feeAsked':
      return brokenOnFee(step, on, standing);
    case 'drafted':
      return brokenOnDraft(step.draft, standing);
    case 'returned':
      return missing({ opinion: step.opinion });
    case 'replied':
      if (step.way === 'mail') return missing({ mailNumber: step.mailNumber });
      return step.way === 'inPerson' ? missing({ receivedBy: step.receivedBy }) : [];
    case 'delivered':
      return missing({ receivedBy: step.receivedBy });
    case 'archived':
      return missing({ archiveNumber: step.archiveNumber });
    case 'withdrawn':
    case 'merged':
    case 'related':
      return missing({ reason: step.reason });
    case 'remedy':
      return missing({ reference: step.reference });
    case 'voided':
      return isReason(step.reason) ? [] : [broken('request.voidReasonShort', 'reason', { least: REASON_LENGTH })];
    default:
      return [];
  }
}

function missing(texts: Readonly<Record<string, string>>): readonly Broken[] {
  return Object.entries(texts)
    .filter(([, text]) => isBlank(text))
    .map(([field]) => broken('request.fieldMissing', field));
}

function isReason(text: string): boolean {
  return saidLength(text) >= REASON_LENGTH;
}

function isBeforeExpiry(on: Day, { dueOn }: RequestStanding): boolean {
  return dueOn === null || on <= dueOn;
}

function expired(on: Day, standing: RequestStanding): readonly Broken[] {
  return isBeforeExpiry(on, standing) ? [] : [broken('request.expired', 'on', { day: standing.dueOn ?? '' })];
}

/** 收到申请之日起7个工作日内, 条例第三十条. */
function lastCorrectionDay({ facts, standing, calendar }: StepLook): Day {
  return addWorkingDays(standing.receivedOn ?? facts.arrivedOn, CORRECTION_DAYS, calendar).dueOn;
}

function brokenOnCorrection(step: StepOf<'correctionAsked'>, on: Day, look: StepLook): readonly Broken[] {
  const last = lastCorrectionDay(look);
  return [
    ...(look.standing.correction ? [broken('request.correctionOnce', 'requestId')] : []),
    ...missing({ items: step.items }),
    ...(on > last ? [broken('request.correctionLate', 'on', { day: last })] : []),
    ...(step.replyBy <= on ? [broken('request.replyByTooEarly', 'replyBy')] : []),
  ];
}

/** The last day on which the applicant may still correct or pay. */
function lastDayOfApplicant({ standing, calendar, today }: StepLook): Day {
  if (standing.state === 'correcting') return standing.correction?.replyBy ?? today;
  return standing.fee ? addWorkingDays(standing.fee.on, FEE_DAYS, calendar).dueOn : today;
}

function brokenOnAbandoning({ cause }: StepOf<'abandoned'>, on: Day, look: StepLook): readonly Broken[] {
  const isFitting = (cause === 'notCorrected') === (look.standing.state === 'correcting');
  const last = lastDayOfApplicant(look);
  return [
    ...(isFitting ? [] : [broken('request.causeUnfit', 'cause', { state: look.standing.state })]),
    ...(on > last ? [] : [broken('request.notOverYet', 'on', { day: last })]),
  ];
}

function isUnknownReceipt(held: RequestStanding['consultations'][number]): boolean {
  return held.letterReceivedOn === null && held.answeredOn === null;
}

function brokenOnConsultation(
  step: StepOf<'letterReceived'> | StepOf<'consultationAnswered'>,
  on: Day,
  { consultations }: RequestStanding,
): readonly Broken[] {
  const held = consultations.find(({ consultationId }) => consultationId === step.consultationId);
  if (!held || held.answeredOn !== null) return [broken('request.consultationUnknown', 'consultationId')];
  if (step.kind === 'letterReceived') {
    return held.letterReceivedOn === null ? [] : [broken('request.letterKnown', 'consultationId')];
  }
  if (step.answer === 'disagree') return missing({ reason: step.reason });
  if (step.answer === 'agree') return [];
  if (held.silentAfter === null) return [broken('request.letterDayMissing', 'answer')];
  return on > held.silentAfter ? [] : [broken('request.notSilentYet', 'on', { day: held.silentAfter })];
}

/** 延长的期限最长不得超过20个工作日: over the whole request, however often it begins afresh. */
function extensionLeft({ facts }: StepLook): number {
  const given = facts.events.reduce((sum, { step }) => sum + (step.kind === 'extended' ? step.workingDays : 0), 0);
  return LONGEST_EXTENSION - given;
}

function brokenOnExtension(step: StepOf<'extended'>, on: Day, look: StepLook): readonly Broken[] {
  const left = extensionLeft(look);
  const { standing } = look;
  const isWhole = Number.isInteger(step.workingDays) && step.workingDays >= 1;
  return [
    ...missing({ approver: step.approver, reason: step.reason }),
    ...(isBeforeExpiry(on, standing)
      ? []
      : [broken('request.extensionAfterExpiry', 'on', { day: standing.dueOn ?? '' })]),
    ...(isWhole && step.workingDays <= left ? [] : [broken('request.extensionTooLong', 'workingDays', { left })]),
  ];
}

function brokenOnFee(step: StepOf<'feeAsked'>, on: Day, standing: RequestStanding): readonly Broken[] {
  return [
    ...(on < FEE_FROM ? [broken('request.feeNotInForce', 'on', { day: FEE_FROM })] : []),
    ...(standing.fee ? [broken('request.feeOnce', 'requestId')] : []),
    ...(step.yuan > 0 ? [] : [broken('request.feeNothing', 'count')]),
    ...expired(on, standing),
  ];
}
