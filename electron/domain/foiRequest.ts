/** A request for government information (政府信息公开申请): what is written down of it, and the events that are its life. 条例第二十九条至第四十四条. */

import type { Day } from './day.ts';
import type { ApplicantKind, Closure, Remedy, RemedyResult, ReplyKind } from './replyKind.ts';
import type { Arrival, ConsultationAnswer, ConsultedParty } from './requestClock.ts';
import type { FeeBasis } from './requestFee.ts';
import type { OpeningAnswer } from './severalRequests.ts';

/** 获取信息的方式 */
export const WANTED_FORMS = ['paper', 'email', 'copy', 'inspection', 'any'] as const;
export type WantedForm = (typeof WANTED_FORMS)[number];

/** 送达方式; by mail only through the postal enterprise. 国办公开办函〔2016〕235号 */
export const DELIVERY_WAYS = ['mail', 'inPerson', 'electronic'] as const;
export type DeliveryWay = (typeof DELIVERY_WAYS)[number];

/** What the drafting desk puts into the answer; which of it is needed depends on the kind. */
export type ReplyDraft = {
  readonly replyKind: ReplyKind;
  /** Where and how the applicant gets it, or through which channel to turn elsewhere. */
  readonly how: string;
  readonly reason: string;
  /** Name and article of the law that forbids, or that rules the access. */
  readonly law: string;
  /** 区分处理: what is left out. */
  readonly withheldPart: string;
  /** Name and contact of the organ that is responsible, or that none could be found. */
  readonly competentOrgan: string;
  /** Number and day of the earlier reply to the same request. */
  readonly earlierReply: string;
  /** Why the public interest outweighs a third party's objection. */
  readonly publicInterest: string;
};

export type RequestStep =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'assigned'; readonly divisionId: string }
  | { readonly kind: 'correctionAsked'; readonly items: string; readonly replyBy: Day }
  | { readonly kind: 'corrected'; readonly content: string; readonly lateReason: string }
  | { readonly kind: 'abandoned'; readonly cause: 'notCorrected' | 'feeUnpaid' }
  | {
      readonly kind: 'consulted';
      readonly consultationId: string;
      readonly party: ConsultedParty;
      readonly name: string;
      readonly matter: string;
    }
  | { readonly kind: 'letterReceived'; readonly consultationId: string }
  | {
      readonly kind: 'consultationAnswered';
      readonly consultationId: string;
      readonly answer: ConsultationAnswer;
      readonly reason: string;
    }
  | { readonly kind: 'extended'; readonly workingDays: number; readonly approver: string; readonly reason: string }
  /** 确定延迟答复的合理期限, 条例第三十五条: many requests for which there is a reason. */
  | { readonly kind: 'postponed'; readonly until: Day; readonly reason: string }
  | {
      readonly kind: 'feeAsked';
      readonly basis: FeeBasis;
      readonly count: number;
      readonly yuan: number;
    }
  | { readonly kind: 'feePaid'; readonly receiptNumber: string }
  | { readonly kind: 'drafted'; readonly draft: ReplyDraft }
  | { readonly kind: 'returned'; readonly opinion: string }
  | { readonly kind: 'approved'; readonly opinion: string }
  | {
      readonly kind: 'replied';
      readonly way: DeliveryWay;
      /** Of the postal enterprise; empty for other ways. */
      readonly mailNumber: string;
      /** Who signed for it, in person. */
      readonly receivedBy: string;
    }
  | { readonly kind: 'delivered'; readonly receivedBy: string; readonly proof: string }
  | { readonly kind: 'archived'; readonly archiveNumber: string }
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | { readonly kind: 'merged'; readonly otherId: string; readonly reason: string }
  | { readonly kind: 'related'; readonly otherId: string; readonly reason: string }
  /** 条例第四十四条: whether what several ask for is opened to everyone. */
  | { readonly kind: 'openingJudged'; readonly answer: OpeningAnswer; readonly reason: string }
  /** One event for each result that becomes known; the last of a case counts. */
  | {
      readonly kind: 'remedy';
      readonly caseId: string;
      readonly remedy: Remedy;
      readonly result: RemedyResult;
      readonly reference: string;
    }
  | { readonly kind: 'voided'; readonly reason: string };

export type RequestStepKind = RequestStep['kind'];
export type StepOf<Kind extends RequestStepKind> = Extract<RequestStep, { readonly kind: Kind }>;

export const REQUEST_STEPS = [
  'confirmed',
  'assigned',
  'correctionAsked',
  'corrected',
  'abandoned',
  'consulted',
  'letterReceived',
  'consultationAnswered',
  'extended',
  'postponed',
  'feeAsked',
  'feePaid',
  'drafted',
  'returned',
  'approved',
  'replied',
  'delivered',
  'archived',
  'withdrawn',
  'merged',
  'related',
  'openingJudged',
  'remedy',
  'voided',
] as const satisfies readonly RequestStepKind[];

/** Never changed and never removed; `on` is the day it happened, which may be entered later. */
export type RequestEvent = {
  readonly id: string;
  readonly on: Day;
  readonly byId: string;
  readonly step: RequestStep;
};

/** The facts that periods and gates look at. */
export type RequestFacts = Arrival & {
  /** In the order in which they were entered. */
  readonly events: readonly RequestEvent[];
};

/** Where it stands (办理状态); answered from `replied` on, done with its delivery. */
export const REQUEST_STATES = [
  'unconfirmed',
  'received',
  'correcting',
  'handling',
  'consulting',
  'feeDue',
  'drafted',
  'approved',
  'replied',
  'delivered',
  'archived',
  'abandoned',
  'withdrawn',
  'merged',
  'voided',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const OPEN_STATES = [
  'unconfirmed',
  'received',
  'correcting',
  'handling',
  'consulting',
  'feeDue',
  'drafted',
  'approved',
] as const satisfies readonly RequestState[];

/** 未办结: not answered, or answered and not delivered yet. The annual report counts the answer. */
export const UNFINISHED_STATES = [...OPEN_STATES, 'replied'] as const satisfies readonly RequestState[];

/** Not answered yet. */
export function isOpen(state: RequestState): boolean {
  return (OPEN_STATES as readonly RequestState[]).includes(state);
}

/** A request of the year as the annual report counts it. */
export type CountedRequest = {
  readonly id: string;
  readonly applicantKind: ApplicantKind;
  /** 收到之日: the year in which it is new. */
  readonly receivedOn: Day;
  readonly closedOn: Day | null;
  readonly result: ReplyKind | Closure | null;
};

/** One reconsideration or lawsuit with its result as known. */
export type CountedRemedy = {
  readonly caseId: string;
  readonly requestId: string;
  readonly remedy: Remedy;
  readonly result: RemedyResult;
  /** The day on which it became known, and that of its result. */
  readonly openedOn: Day;
  readonly resultOn: Day;
};
