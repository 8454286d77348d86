/** What is owed on a request: the Office's examination, reply and its delivery, and what applicant and consulted parties have to do by when. 条例第三十条至第三十四条. */

import { type Duty, type DutySight, dutyOf, type Owed } from './duties.ts';
import type { RequestEvent, RequestStepKind } from './foiRequest.ts';
import { isOpen } from './foiRequest.ts';
import { countedDaysAfter } from './requestClock.ts';
import type { RequestStanding } from './requestStanding.ts';

/** Any of these shows that the request was examined: it is clear enough to be handled, or the applicant was told. */
const EXAMINED: readonly RequestStepKind[] = ['assigned', 'correctionAsked', 'consulted', 'feeAsked', 'drafted'];

/** Every duty on a request, those that are done included; none on one that was registered by mistake. */
export function dutiesOfRequest(
  standing: RequestStanding,
  events: readonly RequestEvent[],
  sight: DutySight,
): readonly Duty[] {
  if (standing.state === 'voided') return [];
  return [...replyDuty(standing, sight), ...owedBeside(standing, events).flatMap((owed) => dutyOf(owed, sight) ?? [])];
}

/** 答复期限: none while the applicant has to correct or to pay, nor where the request ended without a reply. */
function replyDuty(standing: RequestStanding, sight: DutySight): readonly Duty[] {
  const { clock, dueOn, reply, receivedOn, state, provisional } = standing;
  if (!clock || dueOn === null || (!reply && !isOpen(state))) return [];
  const source = clock.startsOn === receivedOn ? 'requestReceived' : 'requestCorrected';
  // A pause or a period set by 条例第三十五条 makes a date that no plain count gives.
  const isPlain = clock.pausedWorkingDays === 0 && dueOn === clock.dueOn;
  const owed: Owed = {
    rule: 'requestReply',
    trigger: { on: clock.startsOn, source },
    doneOn: reply?.on ?? null,
    ...(isPlain ? { period: { days: clock.workingDays, unit: 'WD' } } : { dueOn }),
  };
  const duty = dutyOf(owed, sight);
  if (!duty) return [];
  const isRunning = duty.doneOn === null && sight.today <= dueOn && dueOn === clock.dueOn;
  const left = isRunning ? countedDaysAfter(sight.today, clock, sight.calendar) : duty.workingDaysLeft;
  return [{ ...duty, provisional, workingDaysLeft: left }];
}

function owedBeside(standing: RequestStanding, events: readonly RequestEvent[]): readonly Owed[] {
  const { receivedOn, correction, consultations, fee, reply, deliveredOn, closedOn } = standing;
  const examinedOn = events.find(({ step }) => EXAMINED.includes(step.kind))?.on ?? closedOn;
  const owed: Owed[] = [];
  if (receivedOn !== null) {
    const trigger = { on: receivedOn, source: 'requestReceived' } as const;
    owed.push({ rule: 'requestCorrection', trigger, doneOn: examinedOn });
  }
  if (correction) {
    const trigger = { on: correction.askedOn, source: 'correctionNoticed' } as const;
    const doneOn = correction.correctedOn ?? closedOn;
    owed.push({ rule: 'requestCorrected', trigger, doneOn, dueOn: correction.replyBy });
  }
  for (const { letterReceivedOn, answeredOn } of consultations) {
    if (letterReceivedOn === null) continue;
    const trigger = { on: letterReceivedOn, source: 'letterReceived' } as const;
    owed.push({ rule: 'requestConsultation', trigger, doneOn: answeredOn ?? closedOn });
  }
  if (fee) {
    const trigger = { on: fee.on, source: 'feeNoticed' } as const;
    owed.push({ rule: 'requestFee', trigger, doneOn: fee.paidOn ?? closedOn });
  }
  // The day of posting meets the period of the reply (国办公开办函〔2016〕235号); that it arrived is still to be proved.
  if (reply) {
    owed.push({ rule: 'requestDelivery', trigger: { on: reply.on, source: 'requestReplied' }, doneOn: deliveredOn });
  }
  return owed;
}
