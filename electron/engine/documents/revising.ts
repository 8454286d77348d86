/** The row of a document as it changes: found as the caller saw it, stored anew, and the revision that signatures bind to. */

import { changedBoundFields } from '../../domain/reviewContent.ts';
import { type DocumentRow, findDocument, insertRevision, updateDocument } from '../../store/documents.ts';
import type { Db } from '../../store/open.ts';
import { type Change, historyOf } from '../../store/trail.ts';
import { newId } from '../newId.ts';
import { refusal, refuseBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { contentOf, hashOfContent, restand, reviewedDocument } from './standing.ts';

export function labelOf({ docNumber, title }: Pick<DocumentRow, 'docNumber' | 'title'>): string {
  return docNumber ? `${docNumber} ${title}` : title;
}

export function indexRow({ index }: Work, { id, docNumber, title, drafter, signer }: DocumentRow): void {
  index({ documentId: id, docNumber: docNumber ?? '', title, drafter, signer });
}

export function storeRevision({ db, actor, now }: Work, row: DocumentRow, content: string): void {
  insertRevision(db, {
    id: newId(),
    documentId: row.id,
    revision: row.revision,
    contentHash: row.contentHash,
    boundFields: content,
    madeAt: now,
    madeById: actor.personId ?? '',
  });
}

/** Acts that make a new version of a document's row. */
const VERSION_ACTS: readonly string[] = [
  'documents.amend',
  'documents.changeAttribute',
  'documents.void',
  'copies.waive',
];

/** Fields that others changed since the version that the caller saw. */
function changedSince(db: Db, { id, version }: DocumentRow, seen: number): readonly string[] {
  const acts = historyOf(db, id).filter(({ act }) => VERSION_ACTS.includes(act));
  const fields = acts
    .slice(0, Math.max(0, version - seen))
    .flatMap(({ changes }) => (JSON.parse(changes) as readonly Change[]).map(({ field }) => field));
  return [...new Set(fields)];
}

/** Finds the row as the caller saw it; anything else is STALE and names what changed. */
export function currentRow({ db }: Work, id: string, version: number): DocumentRow {
  const row = findDocument(db, id);
  if (!row) throw refusal('NOT_FOUND');
  if (row.version !== version) {
    throw refusal('STALE', { currentVersion: row.version, changedFields: changedSince(db, row, version) });
  }
  if (row.voidedAt !== null) refuseBroken('document.voided', 'id');
  return row;
}

/** Stores new values; a change of a bound field makes a new revision, and every signature over the old one lapses. */
export function reviseDocument(work: Work, before: DocumentRow, values: Partial<DocumentRow>): DocumentRow {
  const { db } = work;
  const after: DocumentRow = { ...before, ...values, version: before.version + 1 };
  const isRevised = changedBoundFields(reviewedDocument(before), reviewedDocument(after)).length > 0;
  const revised = isRevised ? { ...after, revision: before.revision + 1 } : after;
  const content = contentOf(reviewedDocument(revised));
  const sealed = isRevised ? { ...revised, contentHash: hashOfContent(content) } : revised;
  const { id, ...columns } = sealed;
  updateDocument(db, id, columns);
  if (isRevised) storeRevision(work, sealed, content);
  indexRow(work, sealed);
  restand(work, id);
  return sealed;
}
