/** What stands in the way of a step by its day and by what is typed. 条例第三十条至第三十四条、第四十二条. */

import { type Broken, broken, isBlank, REASON_LENGTH, saidLength } from './broken.ts';
import type { WorkCalendar } from './calendar.ts';
import type { Day } from './day.ts';
import { addWorkingDays } from './deadline.ts';
import type { RequestFacts, RequestStep, RequestStepKind, StepOf } from './foiRequest.ts';
import { CORRECTION_DAYS, FEE_DAYS, LONGEST_EXTENSION } from './requestClock.ts';
import { brokenOnDraft } from './requestDraft.ts';
import { FEE_FROM } from './requestFee.ts';
import type { RequestStanding } from './requestStanding.ts';
import type { Role } from './roles.ts';

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
  /** Others ask for the same, and nobody has judged yet whether it is opened to everyone (条例第四十四条). */
  readonly isAskedBySeveral: boolean;
  readonly actor: StepTaker;
  readonly calendar: WorkCalendar;
  readonly today: Day;
};

/** Late entry is welcome; what has not happened yet is not, nor what would stand before its cause. */
export function brokenOnDay(step: RequestStep, on: Day, { facts, standing, today }: StepLook): readonly Broken[] {
  const after = earliest(step, facts, standing);
  return [
    ...(on > today ? [broken('request.inFuture', 'on')] : []),
    ...(on < after ? [broken('request.beforeLast', 'on', { day: after })] : []),
  ];
}

/** What stands beside the life of the request may be entered for any day of it. */
const BESIDE: readonly RequestStepKind[] = ['related', 'openingJudged', 'remedy'];

function earliest(step: RequestStep, { arrivedOn }: RequestFacts, standing: RequestStanding): Day {
  if (step.kind === 'letterReceived' || step.kind === 'consultationAnswered') {
    return standing.consultations.find((held) => held.consultationId === step.consultationId)?.sentOn ?? arrivedOn;
  }
  return BESIDE.includes(step.kind) ? arrivedOn : standing.lastOn;
}

export function brokenOnContent(step: RequestStep, on: Day, look: StepLook): readonly Broken[] {
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
    case 'openingJudged':
      return [
        ...(look.isAskedBySeveral ? [] : [broken('request.notAskedBySeveral', 'requestId')]),
        ...(isReason(step.reason) ? [] : [broken('request.openingReasonShort', 'reason', { least: REASON_LENGTH })]),
      ];
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

export function isBeforeExpiry(on: Day, { dueOn }: RequestStanding): boolean {
  return dueOn === null || on <= dueOn;
}

function expired(on: Day, standing: RequestStanding): readonly Broken[] {
  return isBeforeExpiry(on, standing) ? [] : [broken('request.expired', 'on', { day: standing.dueOn ?? '' })];
}

/** 收到申请之日起7个工作日内, 条例第三十条. */
export function lastCorrectionDay({ facts, standing, calendar }: StepLook): Day {
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
export function lastDayOfApplicant({ standing, calendar, today }: StepLook): Day {
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

export function isUnknownReceipt(held: RequestStanding['consultations'][number]): boolean {
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
export function extensionLeft({ facts }: StepLook): number {
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
