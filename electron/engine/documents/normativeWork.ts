/** Filing a normative document and changing its validity: the rules, the rows, the trail. Used by the window and the sample. */

import type { Day } from '../../domain/day.ts';
import { dutyOf } from '../../domain/duties.ts';
import {
  brokenOnNormativeFiling,
  brokenOnValidity,
  issuedOnOf,
  type ValidityStatus,
  validityOn,
} from '../../domain/normative.ts';
import { findDocument, publicationsOf } from '../../store/documents.ts';
import {
  insertNormativeFiling,
  insertValidityChange,
  normativeFilingsOf,
  validityChangesOf,
} from '../../store/normative.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { labelOf } from './revising.ts';

export type NormativeFiling = {
  readonly id: string;
  readonly documentId: string;
  readonly reportedOn: Day;
  readonly receivingBody: string;
  readonly number: string;
  readonly receiptOn: Day | null;
  readonly acknowledgement: string;
  readonly lateReason: string;
  readonly correctsId: string | null;
  readonly correctionReason: string;
};

export function fileNormative(work: Work, input: NormativeFiling): void {
  const { db, actor, now, today } = work;
  const document = findDocument(db, input.documentId);
  if (!document) throw refusal('NOT_FOUND');
  if (document.voidedAt !== null) refuseBroken('document.voided', 'documentId');
  const { receivingBody, number, acknowledgement, lateReason, correctionReason, correctsId, reportedOn } = input;
  const last = normativeFilingsOf(db, document.id).at(-1);
  refuseIfBroken([
    ...brokenOnTexts({ receivingBody, number, acknowledgement, lateReason, correctionReason }),
    ...brokenOnNormativeFiling(input, {
      isNormative: document.isNormative,
      ...filingClock(work, document.id),
      isCorrection: correctsId !== null,
      today,
    }),
  ]);
  // One line of entries, each standing on the one before: two filings of one document would be two truths.
  if (correctsId === null && last) refuseBroken('normative.filedAlready', 'reportedOn');
  if (correctsId !== null && correctsId !== last?.id) refuseBroken('normative.correctedAlready', 'reportedOn');
  insertNormativeFiling(db, { ...input, enteredById: actor.personId ?? '', enteredAt: now });
  work.record({
    act: 'normative.file',
    entity: 'document',
    entityId: document.id,
    label: labelOf(document),
    reason: correctionReason || lateReason,
    changes: [
      { field: 'reportedOn', before: last?.reportedOn ?? '', after: reportedOn },
      { field: 'filingNumber', before: last?.number ?? '', after: number },
      { field: 'receiptOn', before: last?.receiptOn ?? '', after: input.receiptOn ?? '' },
    ].filter(({ before, after }) => before !== after),
  });
}

/** The day of first publication, and the last day for filing that follows from it. */
function filingClock(work: Work, documentId: string) {
  const publishedOn = publicationsOf(work.db, documentId)[0]?.postedOn ?? null;
  if (publishedOn === null) return { publishedOn };
  const trigger = { on: publishedOn, source: 'promulgated' } as const;
  return { publishedOn, dueOn: dutyOf({ rule: 'normativeFiling', trigger, doneOn: null }, work)?.dueOn };
}

export type ValidityMove = {
  readonly id: string;
  readonly documentId: string;
  readonly status: ValidityStatus;
  readonly effectiveOn: Day;
  readonly basis: string;
  readonly reason: string;
  readonly successorId: string | null;
};

export function changeValidityOf(work: Work, input: ValidityMove): void {
  const { db, actor, now } = work;
  const document = findDocument(db, input.documentId);
  if (!document) throw refusal('NOT_FOUND');
  if (document.voidedAt !== null) refuseBroken('document.voided', 'documentId');
  const changes = validityChangesOf(db, document.id);
  const { status, effectiveOn, basis, reason, successorId } = input;
  refuseIfBroken([
    ...brokenOnTexts({ basis, reason }),
    ...brokenOnValidity(input, {
      isNormative: document.isNormative,
      issuedOn: issuedOnOf(document),
      changes,
      successor: successorId === null ? undefined : fitness(work, document.id, successorId),
    }),
  ]);
  insertValidityChange(db, { ...input, enteredById: actor.personId ?? '', enteredAt: now });
  work.record({
    act: 'normative.changeValidity',
    entity: 'document',
    entityId: document.id,
    label: labelOf(document),
    reason: reason || basis,
    changes: [
      { field: 'validity', before: validityOn(changes, effectiveOn), after: status },
      { field: 'effectiveOn', before: '', after: effectiveOn },
    ],
  });
}

function fitness({ db }: Work, documentId: string, successorId: string): 'fit' | 'unfit' {
  const successor = findDocument(db, successorId);
  return successor && successor.voidedAt === null && successor.id !== documentId ? 'fit' : 'unfit';
}
