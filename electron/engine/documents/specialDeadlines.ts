/** Deadlines by special laws: set for one document, withdrawn with a reason, each with its trail. */

import type { Day } from '../../domain/day.ts';
import type { PeriodUnit } from '../../domain/deadline.ts';
import { brokenOnSpecialDeadline, brokenOnSpecialWithdrawal } from '../../domain/specialDeadline.ts';
import { findDocument, findStanding } from '../../store/documents.ts';
import {
  findSpecialDeadline,
  insertSpecialDeadline,
  insertSpecialWithdrawal,
  specialDeadlinesOf,
} from '../../store/specialDeadlines.ts';
import { refusal, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { labelOf } from './revising.ts';
import { restand } from './standing.ts';

export type SpecialSetting = {
  readonly id: string;
  readonly documentId: string;
  readonly law: string;
  readonly days: number | null;
  readonly unit: PeriodUnit | null;
  readonly dueOn: Day | null;
  readonly reason: string;
};

function groundOf({ db }: Pick<Work, 'db'>, documentId: string) {
  const document = findDocument(db, documentId);
  const standing = findStanding(db, documentId);
  if (!document || !standing) throw refusal('NOT_FOUND');
  const current = specialDeadlinesOf(db, documentId).find(({ withdrawal }) => withdrawal === null);
  const { clockOn, postedOn } = standing;
  return { document, standing, current, facts: { clockOn, postedOn, hasSpecial: current !== undefined } };
}

export function setSpecialDeadline(work: Work, special: SpecialSetting): void {
  const { db, actor, now, today } = work;
  const { document, standing, facts } = groundOf(work, special.documentId);
  const { law, reason } = special;
  refuseIfBroken([...brokenOnSpecialDeadline(special, facts), ...brokenOnTexts({ law, reason })]);
  const entered = { enteredOn: today, enteredById: actor.personId ?? '', enteredAt: now };
  insertSpecialDeadline(db, { ...special, law: law.trim(), ...entered });
  const after = restand(work, document.id);
  work.record({
    ...{ act: 'documents.setSpecialDeadline', entity: 'document', entityId: document.id, label: labelOf(document) },
    reason,
    changes: [
      { field: 'specialLaw', before: '', after: law },
      { field: 'dueOn', before: standing.postingDueOn ?? '', after: after.postingDueOn ?? '' },
    ],
  });
}

export function withdrawSpecialDeadline(work: Work, { id, reason }: { readonly id: string; readonly reason: string }) {
  const { db, actor, now, today } = work;
  const special = findSpecialDeadline(db, id);
  if (!special) throw refusal('NOT_FOUND');
  const { document, standing, current, facts } = groundOf(work, special.documentId);
  refuseIfBroken([
    ...brokenOnSpecialWithdrawal(reason, { ...facts, hasSpecial: current?.id === id }),
    ...brokenOnTexts({ reason }),
  ]);
  const withdrawn = { withdrawnOn: today, withdrawnById: actor.personId ?? '', enteredAt: now };
  insertSpecialWithdrawal(db, { specialDeadlineId: id, reason, ...withdrawn });
  const after = restand(work, document.id);
  work.record({
    ...{ act: 'documents.withdrawSpecialDeadline', entity: 'document', entityId: document.id },
    ...{ label: labelOf(document), reason },
    changes: [
      { field: 'specialLaw', before: special.law, after: '' },
      { field: 'dueOn', before: standing.postingDueOn ?? '', after: after.postingDueOn ?? '' },
    ],
  });
  return document.id;
}
