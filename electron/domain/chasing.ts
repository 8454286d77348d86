/** Chasing what is owed (催办): three degrees by the days left, and a log of every contact. */

import { type Broken, broken, isBlank } from './broken.ts';
import type { Day } from './day.ts';

export const CHASE_DEGREES = ['notice', 'urging', 'supervision'] as const;
/** 提醒 / 催办 / 逾期督办 */
export type ChaseDegree = (typeof CHASE_DEGREES)[number];

export const CONTACT_WAYS = ['phone', 'letter', 'visit'] as const;
/** 电话 / 发函 / 登门 */
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** The last working day is urged, what is late is supervised, with a copy to the leader in charge. */
export function chaseDegree(
  { dueOn, workingDaysLeft }: { readonly dueOn: Day; readonly workingDaysLeft: number },
  today: Day,
): ChaseDegree {
  if (dueOn < today) return 'supervision';
  return workingDaysLeft <= 1 ? 'urging' : 'notice';
}

export type ContactInput = {
  readonly way: ContactWay;
  readonly contactedOn?: Day | null;
  /** HH:MM, or empty where nobody noted it. */
  readonly contactedTime: string;
  readonly contactedPerson: string;
  readonly answer: string;
  /** Day by which the division promised; null where it did not. */
  readonly promisedOn?: Day | null;
};

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

export function brokenOnContact(input: ContactInput, { today }: { readonly today: Day }): readonly Broken[] {
  const { contactedOn, contactedTime, promisedOn } = input;
  const findings: Broken[] = [];
  if (!contactedOn) findings.push(broken('chasing.contactedOnMissing', 'contactedOn'));
  else if (contactedOn > today) findings.push(broken('chasing.contactInFuture', 'contactedOn', { day: contactedOn }));
  if (contactedTime !== '' && !TIME.test(contactedTime)) findings.push(broken('chasing.timeBad', 'contactedTime'));
  if (isBlank(input.contactedPerson)) findings.push(broken('chasing.personMissing', 'contactedPerson'));
  // A letter is answered later, in a contact of its own.
  if (input.way !== 'letter' && isBlank(input.answer)) findings.push(broken('chasing.answerMissing', 'answer'));
  if (contactedOn && promisedOn && promisedOn < contactedOn) {
    findings.push(broken('chasing.promisedBefore', 'promisedOn', { day: contactedOn }));
  }
  return findings;
}
