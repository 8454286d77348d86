/** Where the subject of a duty opens. */

import type { DutySubjectRecord } from '../../electron/contract/records.ts';
import type { SubjectKind } from '../../electron/domain/duties.ts';
import { readReassessmentSubject } from '../../electron/domain/reassessment.ts';

const ROOMS: Readonly<Record<Exclude<SubjectKind, 'report'>, string>> = {
  document: '/documents',
  request: '/requests',
  matter: '/matters',
};

export function addressOf({ kind, id }: Pick<DutySubjectRecord, 'kind' | 'id'>): string {
  const listed = kind === 'report' ? readReassessmentSubject(id) : undefined;
  if (listed) return `/reassessment?occasion=${listed.occasion}&year=${listed.year}`;
  return kind === 'report' ? `/annual-report?year=${id}` : `${ROOMS[kind]}/${id}`;
}
