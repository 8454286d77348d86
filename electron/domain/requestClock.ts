/** The clock of a request for information (依申请公开的期限): when it was received, what restarts, stops and lengthens it. 条例第三十条至第三十五条. */

import { coversAll, type WorkCalendar } from './calendar.ts';
import { addDays, type Day, daysBetween } from './day.ts';
import { addWorkingDays } from './deadline.ts';

/** 当面提交、签收邮件、平常信函、互联网渠道、传真 */
export const REQUEST_CHANNELS = ['inPerson', 'signedMail', 'ordinaryMail', 'internet', 'fax'] as const;
export type RequestChannel = (typeof REQUEST_CHANNELS)[number];

/** Working days of 条例第三十条、第三十二条至第三十四条 and, for the fee, 国办函〔2020〕109号. */
export const REPLY_DAYS = 20;
export const LONGEST_EXTENSION = 20;
export const CORRECTION_DAYS = 7;
export const CONSULTATION_DAYS = 15;
export const FEE_DAYS = 20;

export type Arrival = {
  readonly channel: RequestChannel;
  /** Handed in, signed for, or found in the box. */
  readonly arrivedOn: Day;
  /** The day on which the Office and the applicant confirmed it to each other. */
  readonly confirmedOn?: Day | null | undefined;
};

/** Whether receipt counts from a confirmation (双方确认之日) instead of the arrival. 条例第三十一条. */
export function needsConfirmation(channel: RequestChannel): boolean {
  return channel !== 'inPerson' && channel !== 'signedMail';
}

/** 收到之日; undefined while a confirmation is still awaited, and so is every period. 条例第三十一条. */
export function receivedOn({ channel, arrivedOn, confirmedOn }: Arrival): Day | undefined {
  return needsConfirmation(channel) ? (confirmedOn ?? undefined) : arrivedOn;
}

/** Both days belong to the pause. */
export type Pause = { readonly from: Day; readonly to: Day };

/** 平常信函应当于收到申请的当日与申请人确认; a later confirmation the Office has to answer for. 条例第三十一条第二项. */
export function isConfirmedLate({ channel, arrivedOn, confirmedOn }: Arrival): boolean {
  return channel === 'ordinaryMail' && confirmedOn !== null && confirmedOn !== undefined && confirmedOn !== arrivedOn;
}

export type ClockFacts = {
  readonly receivedOn: Day;
  /** Days on which the period began afresh: a corrected request came in, a fee was paid. */
  readonly restarts: readonly Day[];
  /** Time of seeking opinions, which is not counted; pauses may overlap. */
  readonly pauses: readonly Pause[];
  /** Working days by which the running period was extended. */
  readonly extension: number;
};

/**
 * lapsed = counted in a period that a restart replaced; off = named by a holiday notice; waiting = the receipt and the
 * restarts themselves, which are never counted.
 */
export const CLOCK_DAY_KINDS = [
  'received',
  'restarted',
  'counted',
  'makeUp',
  'extended',
  'paused',
  'lapsed',
  'off',
  'weekend',
] as const;
export type ClockDayKind = (typeof CLOCK_DAY_KINDS)[number];

export type ClockDay = {
  readonly day: Day;
  readonly kind: ClockDayKind;
  /** The n-th working day of its period. */
  readonly ordinal?: number;
  /** Name of the holiday or make-up day. */
  readonly name?: string;
};

export type RequestClock = {
  readonly dueOn: Day;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  /** Receipt, or the last restart: the day before the first day that may count. */
  readonly startsOn: Day;
  /** Working days of the running period, extension included. */
  readonly workingDays: number;
  /** Working days that pauses took out of the running period. */
  readonly pausedWorkingDays: number;
  /** Every day from receipt to the due date. */
  readonly days: readonly ClockDay[];
};

/** 答复期限: the period runs from the day after receipt or the last restart, passes over pauses, and ends with its last working day. */
export function requestClock(facts: ClockFacts, calendar: WorkCalendar): RequestClock {
  const restarts = facts.restarts.toSorted();
  const startsOn = restarts.at(-1) ?? facts.receivedOn;
  const workingDays = REPLY_DAYS + facts.extension;
  const days: ClockDay[] = [{ day: facts.receivedOn, kind: 'received' }];
  for (const restart of restarts) lapseUpTo(restart, days, facts.pauses, calendar);
  let ordinal = 0;
  let pausedWorkingDays = 0;
  let day = startsOn;
  while (ordinal < workingDays) {
    day = addDays(day, 1);
    const isPaused = isWithin(day, facts.pauses);
    if (isPaused && calendar.isWorkingDay(day)) pausedWorkingDays += 1;
    const counts = !isPaused && calendar.isWorkingDay(day);
    if (counts) ordinal += 1;
    const kind = ordinal > REPLY_DAYS && counts ? 'extended' : kindOf(day, counts, isPaused, calendar);
    days.push(clockDay(day, kind, counts ? ordinal : undefined, calendar));
  }
  return {
    dueOn: day,
    provisional: !coversAll(addDays(startsOn, 1), day, calendar),
    calendarVersion: calendar.version,
    startsOn,
    workingDays,
    pausedWorkingDays,
    days,
  };
}

/** What was counted before a restart stays visible and is worth nothing. */
function lapseUpTo(restart: Day, days: ClockDay[], pauses: readonly Pause[], calendar: WorkCalendar): void {
  const from = days.at(-1)?.day ?? restart;
  if (restart <= from) {
    days[days.length - 1] = { day: from, kind: 'restarted' };
    return;
  }
  let ordinal = 0;
  for (let day = addDays(from, 1); day < restart; day = addDays(day, 1)) {
    const isPaused = isWithin(day, pauses);
    const counts = !isPaused && calendar.isWorkingDay(day);
    if (counts) ordinal += 1;
    const kind = counts ? 'lapsed' : kindOf(day, false, isPaused, calendar);
    days.push(clockDay(day, kind, counts ? ordinal : undefined, calendar));
  }
  days.push({ day: restart, kind: 'restarted' });
}

function kindOf(day: Day, counts: boolean, isPaused: boolean, calendar: WorkCalendar): ClockDayKind {
  if (isPaused) return 'paused';
  if (counts) return calendar.isMakeUp(day) ? 'makeUp' : 'counted';
  return calendar.nameOf(day) ? 'off' : 'weekend';
}

function clockDay(day: Day, kind: ClockDayKind, ordinal: number | undefined, calendar: WorkCalendar): ClockDay {
  const name = calendar.nameOf(day);
  return { day, kind, ...(ordinal !== undefined && { ordinal }), ...(name !== undefined && { name }) };
}

function isWithin(day: Day, pauses: readonly Pause[]): boolean {
  return pauses.some(({ from, to }) => from <= day && day <= to);
}

/** 第三方、共同制作机关: both have 15 working days, and their silence means opposite things. 条例第三十二条、第三十四条. */
export const CONSULTED_PARTIES = ['thirdParty', 'coMaker'] as const;
export type ConsultedParty = (typeof CONSULTED_PARTIES)[number];

export const CONSULTATION_ANSWERS = ['agree', 'disagree', 'silent'] as const;
export type ConsultationAnswer = (typeof CONSULTATION_ANSWERS)[number];

/** What an answer, or none, leads to. */
export const CONSULTATION_OUTCOMES = ['consent', 'objection', 'organDecides'] as const;
export type ConsultationOutcome = (typeof CONSULTATION_OUTCOMES)[number];

/** A silent third party leaves the decision to the organ; a silent co-making organ has consented. */
export function outcomeOf(party: ConsultedParty, answer: ConsultationAnswer): ConsultationOutcome {
  if (answer === 'agree') return 'consent';
  if (answer === 'disagree') return 'objection';
  return party === 'thirdParty' ? 'organDecides' : 'consent';
}

export type Consultation = {
  readonly sentOn: Day;
  /** The day on which the party received the letter; unknown until the receipt comes back. */
  readonly letterReceivedOn?: Day | null | undefined;
  readonly answeredOn?: Day | null | undefined;
};

/** The last day on which the party may answer; undefined until it is known when it received the letter. */
export function silentAfter({ letterReceivedOn }: Consultation, calendar: WorkCalendar): Day | undefined {
  return letterReceivedOn ? addWorkingDays(letterReceivedOn, CONSULTATION_DAYS, calendar).dueOn : undefined;
}

/**
 * The days that a consultation takes out of the period, sending and answer included. It never takes more than the party's
 * own 15 working days, however late the answer; while it is open it has taken the days up to today.
 */
export function pauseOf(consultation: Consultation, calendar: WorkCalendar, today: Day): Pause {
  const { sentOn, answeredOn } = consultation;
  const limit = silentAfter(consultation, calendar);
  const until = answeredOn ?? (today > sentOn ? today : sentOn);
  return { from: sentOn, to: limit !== undefined && limit < until ? limit : until };
}

/** Working days until the end of the period after today; negative by those since. Days of a pause are not counted. */
export function countedDaysAfter(today: Day, { days, dueOn }: RequestClock, calendar: WorkCalendar): number {
  if (today > dueOn) return calendar.countUpTo(dueOn) - calendar.countUpTo(today);
  return days.filter(({ day, ordinal, kind }) => day > today && ordinal !== undefined && kind !== 'lapsed').length;
}

/** A pause typed by hand may be this long at most, so that a slip of the year is refused. */
export const LONGEST_PAUSE = 366;

export function isSensiblePause({ from, to }: Pause): boolean {
  return from <= to && daysBetween(from, to) <= LONGEST_PAUSE;
}
