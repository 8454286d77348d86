/** Which step a request may take now, who takes it, and what stands in its way. 条例第三十条至第四十二条. */

import { type Broken, broken } from './broken.ts';
import type { Day } from './day.ts';
import {
  OPEN_STATES,
  REQUEST_STATES,
  REQUEST_STEPS,
  type RequestState,
  type RequestStep,
  type RequestStepKind,
} from './foiRequest.ts';
import { FEE_FROM } from './requestFee.ts';
import {
  brokenOnContent,
  brokenOnDay,
  extensionLeft,
  isBeforeExpiry,
  isUnknownReceipt,
  lastCorrectionDay,
  lastDayOfApplicant,
  type StepLook,
} from './requestGates.ts';
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
  openingJudged: KNOWN,
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
    if (kind === 'openingJudged') return look.isAskedBySeveral;
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
