/** Normative documents (行政规范性文件) after issue: filing with the government, validity, counts of the year. 实施方案三（一）; 辽宁省规章规范性文件备案办法; 省政府令第237号. */

import { type Broken, broken, isBlank, REASON_LENGTH, saidLength } from './broken.ts';
import { type Day, yearOf } from './day.ts';

/** 有效 / 修改 / 废止 / 失效 */
export const VALIDITY_STATUSES = ['valid', 'amended', 'abolished', 'lapsed'] as const;
export type ValidityStatus = (typeof VALIDITY_STATUSES)[number];

/** Statuses under which a document no longer binds anyone. */
export const ENDED: readonly ValidityStatus[] = ['abolished', 'lapsed'];

export type ValidityChange = {
  readonly status: ValidityStatus;
  readonly effectiveOn: Day;
  /** When it was entered: of two for one day the later entry counts, which is how a mistake is put right. */
  readonly enteredAt: string;
};

/** The status on a day; valid as long as nothing else was entered. A day ahead may be announced before it comes. */
export function validityOn(changes: readonly ValidityChange[], day: Day): ValidityStatus {
  const begun = changes.filter(({ effectiveOn }) => effectiveOn <= day);
  const latest = begun.toSorted((a, b) => compare(a.effectiveOn, b.effectiveOn) || compare(a.enteredAt, b.enteredAt));
  return latest.at(-1)?.status ?? 'valid';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Day on which a document counts as made: 印发, else 成文, else 签发. */
export function issuedOnOf(document: {
  readonly printedOn: Day | null;
  readonly writtenOn: Day | null;
  readonly signedOn: Day | null;
}): Day | null {
  return document.printedOn ?? document.writtenOn ?? document.signedOn;
}

/** What of a year the annual report counts: 本年制发, 本年废止（失效）, 现行有效 on its last day. */
export const NORMATIVE_FIGURES = ['made', 'abolished', 'inForce'] as const;
export type NormativeFigure = (typeof NORMATIVE_FIGURES)[number];

export type NormativeFacts = { readonly issuedOn: Day; readonly changes: readonly ValidityChange[] };
export type NormativeCounts = Readonly<Record<NormativeFigure, number>>;

/**
 * 年度报告表二 第二十条第（一）项: made in the year, ended in the year (废止 and 失效), in force on its last day.
 * A document that ended and was put in force again within the year has not ended.
 */
export function normativeOf<Document extends NormativeFacts>(
  documents: readonly Document[],
  year: number,
): Readonly<Record<NormativeFigure, readonly Document[]>> {
  const lastDay = `${year}-12-31` as Day;
  const dayBefore = `${year - 1}-12-31` as Day;
  const known = documents.filter(({ issuedOn }) => issuedOn <= lastDay);
  const isEnded = ({ changes }: NormativeFacts, day: Day) => ENDED.includes(validityOn(changes, day));
  return {
    made: known.filter(({ issuedOn }) => yearOf(issuedOn) === year),
    abolished: known.filter((document) => isEnded(document, lastDay) && !isEnded(document, dayBefore)),
    inForce: known.filter((document) => !isEnded(document, lastDay)),
  };
}

export function normativeCounts(documents: readonly NormativeFacts[], year: number): NormativeCounts {
  const { made, abolished, inForce } = normativeOf(documents, year);
  return { made: made.length, abolished: abolished.length, inForce: inForce.length };
}

export type ValidityInput = {
  readonly status: string;
  readonly effectiveOn?: Day | null | undefined;
  /** The decision or provision it rests on, such as the number of the abolishing document. */
  readonly basis: string;
  readonly reason: string;
};

export function brokenOnValidity(
  input: ValidityInput,
  facts: {
    readonly isNormative: boolean;
    readonly issuedOn: Day | null;
    readonly changes: readonly ValidityChange[];
    /** The document that takes its place: whether it is another one and stands in the registry. */
    readonly successor?: 'fit' | 'unfit' | undefined;
  },
): readonly Broken[] {
  const findings: Broken[] = [];
  if (!facts.isNormative) findings.push(broken('normative.notNormative', 'status'));
  const status = VALIDITY_STATUSES.find((known) => known === input.status);
  if (!status) findings.push(broken('normative.statusMissing', 'status'));
  const { effectiveOn } = input;
  if (!effectiveOn) findings.push(broken('normative.effectiveOnMissing', 'effectiveOn'));
  else if (facts.issuedOn && effectiveOn < facts.issuedOn) {
    findings.push(broken('normative.beforeIssue', 'effectiveOn', { day: facts.issuedOn }));
  } else if (status && validityOn(facts.changes, effectiveOn) === status) {
    findings.push(broken('normative.statusUnchanged', 'status', { status }));
  }
  if (status && status !== 'valid' && isBlank(input.basis)) findings.push(broken('normative.basisMissing', 'basis'));
  if (status === 'valid' && saidLength(input.reason) < REASON_LENGTH) {
    findings.push(broken('normative.reasonTooShort', 'reason', { least: REASON_LENGTH }));
  }
  if (facts.successor === 'unfit') findings.push(broken('normative.successorUnfit', 'successorId'));
  return findings;
}

export type NormativeFilingInput = {
  readonly reportedOn?: Day | null | undefined;
  readonly receivingBody: string;
  readonly number: string;
  readonly receiptOn?: Day | null | undefined;
  readonly acknowledgement: string;
  readonly lateReason: string;
  readonly correctionReason: string;
};

/** 规范性文件报备 (not 纸质备案): after publication, with day, receiving body and number; the receipt may follow. */
export function brokenOnNormativeFiling(
  input: NormativeFilingInput,
  facts: {
    readonly isNormative: boolean;
    /** Day from which the period runs; null before publication. */
    readonly publishedOn: Day | null;
    readonly dueOn?: Day | null | undefined;
    readonly isCorrection: boolean;
    readonly today: Day;
  },
): readonly Broken[] {
  const findings: Broken[] = [];
  if (!facts.isNormative) findings.push(broken('normative.notNormative', 'reportedOn'));
  if (isBlank(input.receivingBody)) findings.push(broken('normative.receivingBodyMissing', 'receivingBody'));
  if (isBlank(input.number)) findings.push(broken('normative.filingNumberMissing', 'number'));
  if (facts.isCorrection && isBlank(input.correctionReason)) {
    findings.push(broken('normative.correctionReasonMissing', 'correctionReason'));
  }
  return [...findings, ...brokenOnFilingDays(input, facts)];
}

function brokenOnFilingDays(
  { reportedOn, receiptOn, acknowledgement, lateReason }: NormativeFilingInput,
  facts: { readonly publishedOn: Day | null; readonly dueOn?: Day | null | undefined; readonly today: Day },
): readonly Broken[] {
  const findings: Broken[] = [];
  if (facts.publishedOn === null) findings.push(broken('normative.notPublished', 'reportedOn'));
  if (!reportedOn) return [...findings, broken('normative.filedOnMissing', 'reportedOn')];
  if (reportedOn > facts.today) findings.push(broken('normative.inFuture', 'reportedOn', { day: reportedOn }));
  if (facts.publishedOn && reportedOn < facts.publishedOn) {
    findings.push(broken('normative.filedBeforePublication', 'reportedOn', { day: facts.publishedOn }));
  }
  if (facts.dueOn && reportedOn > facts.dueOn && isBlank(lateReason)) {
    findings.push(broken('normative.lateReasonMissing', 'lateReason', { day: facts.dueOn }));
  }
  if (receiptOn && receiptOn > facts.today) {
    findings.push(broken('normative.inFuture', 'receiptOn', { day: receiptOn }));
  } else if (receiptOn && receiptOn < reportedOn) {
    findings.push(broken('normative.receiptBeforeFiling', 'receiptOn', { day: reportedOn }));
  }
  if (!receiptOn && !isBlank(acknowledgement)) findings.push(broken('normative.receiptOnMissing', 'receiptOn'));
  return findings;
}

/** 方案三（一）: charts, sound and film first, text second; a text alone is not refused, but said. */
export function hasOnlyTextInterpretation(forms: readonly string[]): boolean {
  return forms.length > 0 && !forms.some((form) => form === 'chart' || form === 'video');
}
