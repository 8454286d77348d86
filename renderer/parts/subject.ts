/** Where the subject of a duty opens. */

import type { DutySubjectRecord } from '../../electron/contract/records.ts';
import type { SubjectKind } from '../../electron/domain/duties.ts';
import { readReassessmentSubject } from '../../electron/domain/reassessment.ts';
import type { Role } from '../../electron/domain/roles.ts';

const ROOMS: Readonly<Record<Exclude<SubjectKind, 'report' | 'reassessment'>, string>> = {
  document: '/documents',
  request: '/requests',
  matter: '/matters',
};

/** A division that only answers for the duty sees its line; the subject itself is with another one. */
export function mayOpen(
  { inHand }: Pick<DutySubjectRecord, 'inHand'>,
  actor: { readonly roles: readonly Role[]; readonly divisionId: string },
): boolean {
  return !isBound(actor) || inHand === undefined || inHand.id === actor.divisionId;
}

/** Whoever sees the documents of one division alone. */
export function isBound({ roles }: { readonly roles: readonly Role[] }): boolean {
  return roles.every((role) => role === 'divisionHead' || role === 'administrator');
}

export function addressOf({ kind, id }: Pick<DutySubjectRecord, 'kind' | 'id'>): string {
  if (kind === 'report') return `/annual-report?year=${id}`;
  if (kind !== 'reassessment') return `${ROOMS[kind]}/${id}`;
  const listed = readReassessmentSubject(id);
  return listed ? `/reassessment?occasion=${listed.occasion}&year=${listed.year}` : '/reassessment';
}
