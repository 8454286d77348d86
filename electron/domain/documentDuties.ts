/** What a document still owes: posting, interpretation, paper copies, review, filing with the government. 条例第二十六条; 实施方案三（一）、五（三）. */

import type { Day } from './day.ts';
import { type Duty, type DutySight, dutyOf, type Owed, progress } from './duties.ts';
import { dutyKept, type KeptDuty } from './keptDuty.ts';
import type { RegistrySettings } from './settings.ts';
import type { SpecialDeadline } from './specialDeadline.ts';
import type { DocumentStanding } from './standing.ts';

/** Stored with the document or in its standing, so that a board needs no other facts. */
export type DocumentDutyFacts = Pick<
  DocumentStanding,
  | 'clockOn'
  | 'clockSource'
  | 'copiesRequired'
  | 'copiesCompleteOn'
  | 'reviewStage'
  | 'reviewWaitingSince'
  | 'postedOn'
  | 'interpretedOn'
  | 'needsInterpretation'
> & {
  readonly signedOn: Day | null;
  readonly writtenOn: Day | null;
  readonly printedOn: Day | null;
  readonly isNormative: boolean;
  readonly isVoided: boolean;
  /** Once posted: the due day as it was owed then. */
  readonly postingDueOn: Day | null;
  /** What a special law sets for this document. */
  readonly special?: SpecialDeadline | undefined;
  /** First publication of a normative document that is to be filed with the government; null before it, and for all others. */
  readonly promulgatedOn: Day | null;
  /** Day of that filing (规范性文件报备). */
  readonly reportedOn: Day | null;
  /** Duties that were done and are told as they stood then. */
  readonly kept: readonly KeptDuty[];
};

export type DocumentSight = DutySight & {
  readonly settings: Pick<RegistrySettings, 'copiesClock' | 'interpretationClock' | 'normativePosting'>;
};

/** First of these days that is known. */
function triggerOf(
  facts: DocumentDutyFacts,
  sources: readonly ('signedOn' | 'writtenOn' | 'printedOn' | 'postedOn')[],
) {
  for (const source of sources) {
    const on = facts[source];
    if (on !== null) return { on, source };
  }
  return undefined;
}

const CLOCKS = {
  printed: ['printedOn', 'writtenOn', 'signedOn'],
  signed: ['signedOn', 'writtenOn'],
  posted: ['postedOn'],
} as const;

function owedBy(facts: DocumentDutyFacts, settings: DocumentSight['settings']): readonly Owed[] {
  if (facts.isVoided) return [];
  const owed: Owed[] = [];
  const { clockOn, clockSource } = facts;
  if (clockOn !== null && clockSource !== null) {
    const keptDueOn = facts.postedOn === null ? undefined : (facts.postingDueOn ?? undefined);
    const trigger = { on: clockOn, source: clockSource };
    owed.push({ rule: 'posting', trigger, doneOn: facts.postedOn, keptDueOn, ...bySpecialLaw(facts) });
  }
  const issued = triggerOf(facts, CLOCKS[settings.interpretationClock]);
  const isInterpreted = facts.needsInterpretation || facts.interpretedOn !== null;
  if (issued && facts.isNormative && clockOn !== null && isInterpreted) {
    owed.push({ rule: 'interpretation', trigger: issued, doneOn: facts.interpretedOn });
  }
  const delivered = triggerOf(facts, CLOCKS[settings.copiesClock]);
  if (delivered && facts.copiesRequired > 0) {
    owed.push({ rule: 'copies', trigger: delivered, doneOn: facts.copiesCompleteOn });
  }
  if (facts.isNormative && facts.promulgatedOn !== null) {
    const trigger = { on: facts.promulgatedOn, source: 'promulgated' } as const;
    owed.push({ rule: 'normativeFiling', trigger, doneOn: facts.reportedOn });
  }
  const isWaiting = ['divisionHead', 'generalOffice', 'leaderInCharge'].includes(facts.reviewStage);
  if (isWaiting && facts.reviewWaitingSince !== null && facts.postedOn === null) {
    owed.push({ rule: 'reviewStep', trigger: { on: facts.reviewWaitingSince, source: 'reviewStep' }, doneOn: null });
  }
  return owed;
}

/** 法律、法规另有规定的，从其规定 (条例第二十六条). */
function bySpecialLaw({ special }: DocumentDutyFacts): Pick<Owed, 'dueOn' | 'period' | 'article'> {
  if (!special) return {};
  const { law: article, days, unit, dueOn } = special;
  return {
    article,
    ...(dueOn !== null && { dueOn }),
    ...(days !== null && unit !== null && { period: { days, unit } }),
  };
}

/** All duties of a document as they stand today, the earliest due first. */
export function dutiesOf(facts: DocumentDutyFacts, sight: DocumentSight): readonly Duty[] {
  const duties = owedBy(facts, sight.settings).flatMap((owed) => dutyOf(owed, sight) ?? []);
  return asDone(hastened(duties, facts, sight), facts).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** What is done and kept stands as it was judged, also where a setting would not ask for it any more. */
function asDone(duties: readonly Duty[], facts: DocumentDutyFacts): readonly Duty[] {
  if (facts.kept.length === 0 || facts.isVoided) return duties;
  const kept = new Map(facts.kept.filter((row) => isStillSo(row, facts)).map((row) => [row.rule, row]));
  return [...duties.filter(({ rule }) => !kept.has(rule)), ...[...kept.values()].map(dutyKept)];
}

/** Done on the day on which it was kept as done, of the trigger it had then: a fact corrected since makes it anew. */
function isStillSo({ rule, doneOn, triggerOn, triggerSource }: KeptDuty, facts: DocumentDutyFacts): boolean {
  const done: Partial<Record<string, Day | null>> = {
    posting: facts.postedOn,
    interpretation: facts.interpretedOn,
    copies: facts.copiesCompleteOn,
    normativeFiling: facts.reportedOn,
  };
  const { signedOn, writtenOn, printedOn, postedOn, promulgatedOn } = facts;
  const days: Partial<Record<string, Day | null>> = {
    ...{ signedOn, writtenOn, printedOn, postedOn, promulgated: promulgatedOn, attributeChange: facts.clockOn },
  };
  return done[rule] === doneOn && days[triggerSource] === triggerOn;
}

/** By setting, a normative document has to be on the web when its interpretation is due. */
function hastened(duties: readonly Duty[], facts: DocumentDutyFacts, sight: DocumentSight): readonly Duty[] {
  const interpretation = duties.find(({ rule }) => rule === 'interpretation');
  if (sight.settings.normativePosting !== 'interpretation' || interpretation === undefined) return duties;
  return duties.map((duty) => {
    const isKept = facts.postedOn !== null && facts.postingDueOn !== null;
    if (duty.rule !== 'posting' || isKept || facts.special || duty.dueOn <= interpretation.dueOn) return duty;
    const { article, triggerOn, triggerSource, unit, days, dueOn, provisional } = interpretation;
    const moved = { article, triggerOn, triggerSource, unit, days, dueOn, provisional };
    return { ...duty, ...moved, ...progress(dueOn, facts.postedOn, sight) };
  });
}
