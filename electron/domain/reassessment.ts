/** Re-assessment of what is not open (动态调整, 条例第十八条), of the old stock (存量清理, 实施方案五（二）), and of normative documents in force (清理). */

import { allowedMoves, type DisclosureAttribute } from './attribute.ts';
import { type Broken, broken, isBlank, REASON_LENGTH, saidLength } from './broken.ts';
import { type Day, yearOf } from './day.ts';
import { ENDED, type ValidityStatus } from './normative.ts';

export const OCCASIONS = ['yearly', 'stock', 'cleanup'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** Keep, open on request, open; of normative documents: keep, amend, abolish (废止), declare invalid (宣布失效). */
export const DECISIONS = ['keep', 'onRequest', 'proactive', 'amend', 'abolish', 'invalidate'] as const;
export type Decision = (typeof DECISIONS)[number];

/** In the order of the keys 1, 2, 3, 4. */
export const DECISIONS_ON: Readonly<Record<Occasion, readonly Decision[]>> = {
  yearly: ['keep', 'onRequest', 'proactive'],
  stock: ['keep', 'onRequest', 'proactive'],
  cleanup: ['keep', 'amend', 'abolish', 'invalidate'],
};

/** Day on which the revised Regulation took effect: what was signed before is the old stock. */
export const STOCK_BEFORE = '2019-05-15' as Day;

const ATTRIBUTE_AFTER: Partial<Record<Decision, DisclosureAttribute>> = {
  onRequest: 'ON_REQUEST',
  proactive: 'PROACTIVE',
};
const VALIDITY_AFTER: Partial<Record<Decision, ValidityStatus>> = { abolish: 'abolished', invalidate: 'lapsed' };

export function attributeAfter(decision: Decision): DisclosureAttribute | undefined {
  return ATTRIBUTE_AFTER[decision];
}

/** 修改 is decided here and done later, by the document that amends it. */
export function validityAfter(decision: Decision): ValidityStatus | undefined {
  return VALIDITY_AFTER[decision];
}

export type ReassessedFacts = {
  readonly attribute: DisclosureAttribute;
  readonly isNormative: boolean;
  readonly validity: ValidityStatus;
  /** 签发, else 成文. */
  readonly formedOn: Day | null;
};

/** What may be decided about one document: an attribute only moves towards openness, an ended document is not reviewed. */
export function decisionsFor(occasion: Occasion, facts: ReassessedFacts): readonly Decision[] {
  if (occasion === 'cleanup') {
    return !facts.isNormative || ENDED.includes(facts.validity) ? [] : DECISIONS_ON.cleanup;
  }
  if (facts.attribute === 'PROACTIVE') return [];
  if (occasion === 'stock' && (facts.formedOn === null || facts.formedOn >= STOCK_BEFORE)) return [];
  const moves = allowedMoves(facts.attribute);
  return DECISIONS_ON[occasion].filter((decision) => {
    const attribute = ATTRIBUTE_AFTER[decision];
    return attribute === undefined || moves.includes(attribute);
  });
}

/** Last day of the year's re-assessment, as the bureau set it (month and day). */
export function reassessmentDueOn(year: number, by: string): Day {
  return `${year}-${by}` as Day;
}

/** What a division owes on an occasion, as the subject of a duty: reminders are kept under this name. */
export function reassessmentSubjectId(occasion: Occasion, year: number, divisionId: string): string {
  return [occasion, occasion === 'stock' ? STOCK_BEFORE.slice(0, 4) : year, divisionId].join('.');
}

/** The occasion and year that such a name tells; undefined for any other name. */
export function readReassessmentSubject(id: string): { occasion: Occasion; year: number } | undefined {
  const [name, year] = id.split('.');
  const occasion = OCCASIONS.find((known) => known === name);
  return occasion && /^\d{4}$/.test(year ?? '') ? { occasion, year: Number(year) } : undefined;
}

export type DecisionInput = {
  readonly occasion: Occasion;
  readonly year: number;
  readonly decision: Decision;
  readonly reason: string;
  /** Of 废止 and 宣布失效: the decision that is announced. */
  readonly basisLaw: string;
  readonly count: number;
};

/** What one decision over a selection needs, whichever documents are in it. */
export function brokenOnDeciding(input: DecisionInput, today: Day): readonly Broken[] {
  const findings: Broken[] = [];
  if (input.year > yearOf(today)) findings.push(broken('reassessment.yearAhead', 'year', { year: input.year }));
  if (input.count === 0) findings.push(broken('reassessment.nothingChosen', 'selection'));
  if (!DECISIONS_ON[input.occasion].includes(input.decision)) {
    findings.push(broken('reassessment.decisionUnfit', 'decision', { decision: input.decision }));
  }
  if (saidLength(input.reason) < REASON_LENGTH) {
    findings.push(broken('reassessment.reasonTooShort', 'reason', { least: REASON_LENGTH }));
  }
  if (validityAfter(input.decision) !== undefined && isBlank(input.basisLaw)) {
    findings.push(broken('normative.basisMissing', 'basisLaw'));
  }
  return findings;
}

/** Documents of the selection about which this cannot be decided, the first one named. */
export function brokenOnSelection(
  input: Pick<DecisionInput, 'occasion' | 'decision'>,
  documents: readonly (ReassessedFacts & { readonly label: string })[],
): readonly Broken[] {
  const unfit = documents.filter((document) => !decisionsFor(input.occasion, document).includes(input.decision));
  const first = unfit[0];
  if (!first) return [];
  return [
    broken('reassessment.notAllowed', 'decision', {
      count: unfit.length,
      title: first.label,
      decision: input.decision,
    }),
  ];
}
