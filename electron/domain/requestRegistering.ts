/** What a request has to say to be registered, and who may see who asks. 条例第二十九条、第三十一条、第四十四条. */

import { type Broken, broken, isBlank, saidLength } from './broken.ts';
import type { Day } from './day.ts';
import { needsConfirmation, type RequestChannel } from './requestClock.ts';
import type { Role } from './roles.ts';

export type RequestEntry = {
  readonly applicantName: string;
  readonly contact: string;
  readonly address: string;
  readonly subject: string;
  readonly channel: RequestChannel;
  readonly arrivedOn: Day;
  readonly confirmedOn: Day | null;
};

/** Fewer characters than this cannot be looked up by anyone. */
const LEAST_SUBJECT = 4;

export function brokenOnRequest(entry: RequestEntry, today: Day): readonly Broken[] {
  const { applicantName, contact, address, subject, channel, arrivedOn, confirmedOn } = entry;
  return [
    ...(isBlank(applicantName) ? [broken('request.fieldMissing', 'applicantName')] : []),
    ...(isBlank(contact) && isBlank(address) ? [broken('request.contactMissing', 'contact')] : []),
    ...(saidLength(subject) < LEAST_SUBJECT ? [broken('request.subjectShort', 'subject')] : []),
    ...(arrivedOn > today ? [broken('request.arrivedInFuture', 'arrivedOn')] : []),
    ...brokenOnConfirmation(channel, arrivedOn, confirmedOn, today),
  ];
}

function brokenOnConfirmation(
  channel: RequestChannel,
  arrivedOn: Day,
  confirmedOn: Day | null,
  today: Day,
): readonly Broken[] {
  if (confirmedOn === null) return [];
  if (!needsConfirmation(channel)) return [broken('request.confirmationNeedless', 'confirmedOn', { channel })];
  return [
    ...(confirmedOn < arrivedOn ? [broken('request.confirmedBeforeArrival', 'confirmedOn', { day: arrivedOn })] : []),
    ...(confirmedOn > today ? [broken('request.inFuture', 'confirmedOn')] : []),
  ];
}

/** Applicants' data are for the Office and the division in charge; whoever audits sees that someone asked, not who. */
export function maySeeApplicant(
  actor: { readonly roles: readonly Role[]; readonly divisionId: string },
  divisionId: string | null,
): boolean {
  const isOffice = actor.roles.some((role) => ['clerk', 'officeReviewer', 'leaderInCharge'].includes(role));
  return isOffice || (actor.roles.includes('divisionHead') && divisionId === actor.divisionId);
}

/** 张**, 某某公司 -> 某***: the first character, so that two requests of one list can be told apart. */
export function maskedName(name: string): string {
  const [first = '', ...others] = Array.from(name.trim());
  return first + '*'.repeat(Math.min(Math.max(others.length, 2), 3));
}

/** 多个申请人 begins with this many different ones. 条例第四十四条 */
export const SEVERAL_APPLICANTS = 2;

/** How many different applicants ask for the same thing; 0 where there are not several. */
export function severalApplicants(names: readonly string[]): number {
  const different = new Set(names.map((name) => name.trim().normalize('NFKC'))).size;
  return different >= SEVERAL_APPLICANTS ? different : 0;
}
