/** What the document page shows of a document after issue: filings, validity, re-assessments. */

import type { DocumentDetail } from '../../contract/documentDetail.ts';
import { findDocument } from '../../store/documents.ts';
import { normativeFilingsOf, replacedBy, validityChangesOf } from '../../store/normative.ts';
import type { ReadableDb } from '../../store/open.ts';
import { judgementsOf } from '../../store/reassessments.ts';

type AfterIssue = Pick<DocumentDetail, 'normativeFilings' | 'validityChanges' | 'replaces' | 'reassessments'>;

export function afterIssue(db: ReadableDb, documentId: string, nameOf: (personId: string) => string): AfterIssue {
  return {
    normativeFilings: normativeFilingsOf(db, documentId).map(
      ({ documentId: _, enteredById, enteredAt: __, ...filing }) => ({ ...filing, enteredBy: nameOf(enteredById) }),
    ),
    validityChanges: validityChangesOf(db, documentId).map((change) => ({
      id: change.id,
      status: change.status,
      effectiveOn: change.effectiveOn,
      basis: change.basis,
      reason: change.reason,
      successor: documentName(db, change.successorId),
      enteredBy: nameOf(change.enteredById),
    })),
    replaces: replacedBy(db, documentId),
    reassessments: (judgementsOf(db, [documentId]).get(documentId) ?? []).map(
      ({ id, kind, occasion, year, decision, reason, decidedOn, byName }) => ({
        ...{ id, kind, occasion, year, decision, reason, decidedOn, byName },
      }),
    ),
  };
}

function documentName(db: ReadableDb, id: string | null) {
  const document = id === null ? undefined : findDocument(db, id);
  return document ? { id: document.id, docNumber: document.docNumber, title: document.title } : null;
}
