/** What each step of a request asks for, and the call that takes it; the engine judges what is typed. */

import type { RequestDetail } from '../../../electron/contract/requests.ts';
import type { Broken } from '../../../electron/domain/broken.ts';
import type { Day } from '../../../electron/domain/day.ts';
import type { RequestStepKind } from '../../../electron/domain/foiRequest.ts';
import { DELIVERY_WAYS, type DeliveryWay } from '../../../electron/domain/foiRequest.ts';
import { REMEDIES, REMEDY_RESULTS, type Remedy, type RemedyResult } from '../../../electron/domain/replyKind.ts';
import {
  CONSULTATION_ANSWERS,
  CONSULTED_PARTIES,
  type ConsultationAnswer,
  type ConsultedParty,
} from '../../../electron/domain/requestClock.ts';
import { FEE_BASES, type FeeBasis } from '../../../electron/domain/requestFee.ts';
import { OPENING_ANSWERS, type OpeningAnswer } from '../../../electron/domain/severalRequests.ts';
import { client } from '../../client.ts';

/** Steps of the one plain dialog; the reply is drafted in a dialog of its own. */
export type PlainStep = Exclude<RequestStepKind, 'drafted'>;

export type StepValues = {
  readonly on: Day | null;
  readonly replyBy: Day | null;
  readonly until: Day | null;
  readonly evidence: File | null;
} & Readonly<Record<TypedName, string>> &
  Chosen;

/** What is chosen from a closed list. */
type Chosen = {
  readonly cause: 'notCorrected' | 'feeUnpaid';
  readonly party: ConsultedParty;
  readonly answer: ConsultationAnswer;
  readonly basis: FeeBasis;
  readonly way: DeliveryWay;
  readonly remedy: Remedy;
  readonly result: RemedyResult;
  readonly opening: OpeningAnswer;
};

type TypedName =
  | ('divisionId' | 'items' | 'content' | 'lateReason' | 'name' | 'matter' | 'consultationId' | 'reason')
  | ('workingDays' | 'approver' | 'count' | 'receiptNumber' | 'opinion' | 'mailNumber' | 'receivedBy')
  | ('proof' | 'archiveNumber' | 'otherId' | 'caseId' | 'reference');

export type TextName = TypedName | keyof Chosen;

export type FieldName = TextName | 'replyBy' | 'until' | 'evidence';

/** Fields below the day, in the order in which they are filled in. */
const STEP_FIELDS: Readonly<Record<PlainStep, readonly FieldName[]>> = {
  confirmed: [],
  assigned: ['divisionId'],
  correctionAsked: ['items', 'replyBy'],
  corrected: ['content', 'lateReason'],
  abandoned: ['cause'],
  consulted: ['party', 'name', 'matter'],
  letterReceived: ['consultationId'],
  consultationAnswered: ['consultationId', 'answer', 'reason'],
  extended: ['workingDays', 'approver', 'reason'],
  postponed: ['until', 'reason'],
  feeAsked: ['basis', 'count'],
  feePaid: ['receiptNumber'],
  returned: ['opinion'],
  approved: ['opinion'],
  replied: ['way', 'mailNumber', 'receivedBy'],
  delivered: ['receivedBy', 'proof', 'evidence'],
  archived: ['archiveNumber'],
  withdrawn: ['reason'],
  merged: ['otherId', 'reason'],
  related: ['otherId', 'reason'],
  openingJudged: ['opening', 'reason'],
  remedy: ['caseId', 'remedy', 'result', 'reference'],
  voided: ['reason'],
};

export const LONG_TEXTS: readonly FieldName[] = ['items', 'content', 'matter', 'opinion', 'reason'];
/** May stay empty. */
const OPTIONAL: readonly FieldName[] = ['lateReason', 'proof', 'evidence', 'caseId'];

export function isRequired(name: FieldName, step: PlainStep): boolean {
  return !OPTIONAL.includes(name) && !(name === 'opinion' && step === 'approved');
}

/** The number of a mail item is asked of mail only, the signature in person only. */
export function fieldsOf(step: PlainStep, { way, answer }: StepValues): readonly FieldName[] {
  return STEP_FIELDS[step].filter((name) => {
    if (name === 'mailNumber') return way === 'mail';
    if (name === 'receivedBy' && step === 'replied') return way === 'inPerson';
    return !(name === 'reason' && step === 'consultationAnswered') || answer === 'disagree';
  });
}

/** Choices whose words stand in the domain under the prefix. */
export const CHOICES: Partial<Record<FieldName, { readonly prefix: string; readonly values: readonly string[] }>> = {
  party: { prefix: 'consultedParty', values: CONSULTED_PARTIES },
  answer: { prefix: 'consultationAnswer', values: CONSULTATION_ANSWERS },
  basis: { prefix: 'feeBasis', values: FEE_BASES },
  way: { prefix: 'deliveryWay', values: DELIVERY_WAYS },
  remedy: { prefix: 'remedy', values: REMEDIES },
  result: { prefix: 'remedyResult', values: REMEDY_RESULTS },
  opening: { prefix: 'openingAnswer', values: OPENING_ANSWERS },
};

const NO_TEXTS: Readonly<Record<TypedName, string>> & Omit<Chosen, 'cause'> = {
  ...{ divisionId: '', items: '', content: '', lateReason: '', name: '', matter: '', consultationId: '' },
  ...{ answer: 'agree', reason: '', workingDays: '', approver: '', basis: 'item', count: '', receiptNumber: '' },
  ...{ opinion: '', mailNumber: '', receivedBy: '', proof: '', archiveNumber: '', otherId: '', caseId: '' },
  opening: 'opened',
  ...{ reference: '', party: 'thirdParty', way: 'mail', remedy: 'reconsideration', result: 'pending' },
};

/** What stands in the form before anything is typed. */
export function initialValues(step: PlainStep, detail: RequestDetail, today: Day, consultationId?: string): StepValues {
  const open = detail.consultations.filter(({ answeredOn }) => answeredOn === null);
  return {
    ...NO_TEXTS,
    on: today,
    replyBy: null,
    until: null,
    evidence: null,
    cause: detail.summary.state === 'feeDue' ? 'feeUnpaid' : 'notCorrected',
    consultationId: consultationId ?? open[0]?.consultationId ?? '',
    count: step === 'feeAsked' ? String(detail.itemsInMonth) : '',
  };
}

/** Whatever was left empty, all at once; the rest is judged where the whole request is known. */
export function brokenInForm(step: PlainStep, values: StepValues): readonly Broken[] {
  // The engine says how long the reason for voiding has to be.
  const asked = step === 'voided' ? [] : fieldsOf(step, values).filter((name) => isRequired(name, step));
  const fields = ['on', ...asked] as const;
  return fields.filter((name) => isMissing(name, values)).map((field) => ({ code: 'request.fieldMissing', field }));
}

function isMissing(name: FieldName | 'on', values: StepValues): boolean {
  const value = values[name];
  if (typeof value !== 'string') return value === null;
  return name === 'count' || name === 'workingDays' ? !/^\d{1,5}$/.test(value.trim()) : value.trim() === '';
}

type Common = { readonly id: string; readonly requestId: string; readonly version: number; readonly on: Day };

export function takeStep(
  step: PlainStep,
  typed: StepValues,
  detail: RequestDetail,
  id: string,
): Promise<RequestDetail> {
  const { summary } = detail;
  const common: Common = { id, requestId: summary.id, version: summary.version, on: typed.on ?? summary.arrivedOn };
  const replyBy = typed.replyBy ?? common.on;
  const { divisionId, items, content, lateReason, cause, party, name, matter, consultationId } = typed;
  const { answer, reason, approver, basis, receiptNumber, opinion, way, mailNumber, receivedBy } = typed;
  const { proof, archiveNumber, otherId, remedy, result, reference } = typed;
  const { requests } = client;
  switch (step) {
    case 'confirmed':
      return requests.confirm(common);
    case 'assigned':
      return requests.assign({ ...common, divisionId });
    case 'correctionAsked':
      return requests.askCorrection({ ...common, items, replyBy });
    case 'corrected':
      return requests.correct({ ...common, content, lateReason });
    case 'abandoned':
      return requests.abandon({ ...common, cause });
    case 'consulted':
      return requests.consult({ ...common, party, name, matter });
    case 'letterReceived':
      return requests.recordLetterDay({ ...common, consultationId });
    case 'consultationAnswered':
      return requests.recordOpinion({ ...common, consultationId, answer, reason });
    case 'extended':
      return requests.extend({ ...common, workingDays: Number(typed.workingDays), approver, reason });
    case 'postponed':
      return requests.postpone({ ...common, until: typed.until ?? common.on, reason });
    case 'feeAsked':
      return requests.askFee({ ...common, basis, count: Number(typed.count) });
    case 'feePaid':
      return requests.recordPayment({ ...common, receiptNumber });
    case 'returned':
      return requests.returnDraft({ ...common, opinion });
    case 'approved':
      return requests.approve({ ...common, opinion });
    case 'replied':
      return requests.reply({ ...common, way, mailNumber, receivedBy });
    case 'delivered':
      return requests.deliver({ ...common, receivedBy, proof, evidence: typed.evidence });
    case 'archived':
      return requests.archive({ ...common, archiveNumber });
    case 'withdrawn':
      return requests.withdraw({ ...common, reason });
    case 'merged':
      return requests.merge({ ...common, otherId, reason });
    case 'related':
      return requests.relate({ ...common, otherId, reason });
    case 'openingJudged':
      return requests.judgeOpening({ ...common, answer: typed.opening, reason });
    case 'remedy':
      return requests.recordRemedy({ ...common, caseId: typed.caseId || id, remedy, result, reference });
    case 'voided':
      return requests.void({ ...common, reason });
  }
}
