/** Where the subject of a duty opens. */

import type { DutySubjectRecord } from '../../electron/contract/records.ts';
import type { SubjectKind } from '../../electron/domain/duties.ts';
import { readReassessmentSubject } from '../../electron/domain/reassessment.ts';

const ROOMS: Readonly<Record<Exclude<SubjectKind, 'report' | 'reassessment'>, string>> = {
  document: '/documents',
  request: '/requests',
  matter: '/matters',
};

export function addressOf({ kind, id }: Pick<DutySubjectRecord, 'kind' | 'id'>): string {
  if (kind === 'report') return `/annual-report?year=${id}`;
  if (kind !== 'reassessment') return `${ROOMS[kind]}/${id}`;
  const listed = readReassessmentSubject(id);
  return listed ? `/reassessment?occasion=${listed.occasion}&year=${listed.year}` : '/reassessment';
}
