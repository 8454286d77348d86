/** Every subject that owes anything, by a source of its own; board, calendar, reminders, lists and statistics read this. */

import type { OwedDuty, SubjectKind } from '../../domain/duties.ts';
import { documentDuties, owedByDocument } from '../documents/documentDuties.ts';
import { matterDuties } from '../matters/matterDuties.ts';
import { reassessmentDuties } from '../reassessment/reassessmentDuties.ts';
import type { Look } from '../registry.ts';
import { reportDuties } from '../report/reportDuties.ts';
import { requestDuties } from '../requests/requestDuties.ts';
import { businessOf, lookingFor } from './assigning.ts';
import type { DutySource } from './dutySource.ts';

/** Each told by the division in hand; asked for one division, also what a rule makes the business of that one. */
function answering(source: DutySource): DutySource {
  return (look, { divisionId, openOnly }) =>
    businessOf(look, source(look, { divisionId: lookingFor(look, divisionId), openOnly }), divisionId);
}

/** All but documents, of which there may be a hundred thousand: a few thousand records at most, told in one go. */
export const OTHER_SOURCES: readonly DutySource[] = [matterDuties, reportDuties, requestDuties, reassessmentDuties].map(
  answering,
);

export const DUTY_SOURCES: readonly DutySource[] = [documentDuties, ...OTHER_SOURCES];

/** Open duties of every subject but documents. */
export function otherDuties(look: Look, divisionId: string | undefined): readonly OwedDuty[] {
  return OTHER_SOURCES.flatMap((source) => source(look, { divisionId, openOnly: true }));
}

/** Of every subject but documents also what is done. */
export function allOtherDuties(look: Look, divisionId: string | undefined): readonly OwedDuty[] {
  return OTHER_SOURCES.flatMap((source) => source(look, { divisionId, openOnly: false }));
}

export type SubjectKey = { readonly kind: SubjectKind; readonly id: string };

/** All duties of one subject within what the person may see; empty where it is not there. */
export function dutiesOfSubject(
  look: Look,
  { kind, id }: SubjectKey,
  divisionId: string | undefined,
): readonly OwedDuty[] {
  if (kind === 'document') return owedByDocument(look, id, divisionId);
  return allOtherDuties(look, divisionId).filter(({ subject }) => subject.kind === kind && subject.id === id);
}

export function subjectKey({ kind, id }: SubjectKey): string {
  return `${kind} ${id}`;
}
