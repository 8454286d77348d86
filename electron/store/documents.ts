/** Rows of official documents and of everything that hangs on one: changes, copies, reviews, postings. */

import { and, asc, eq, like, ne, sql } from 'drizzle-orm';
import {
  attributeChange,
  confidentialityReview,
  copyMovement,
  documentRevision,
  documentStanding,
  officialDocument,
  paperFiling,
  policyInterpretation,
  proofreadingRound,
  publication,
  publicationWithdrawal,
  reviewStep,
} from '../../drizzle/schema.ts';
import type { Day } from '../domain/day.ts';
import { insertRow, upserting } from './insertRow.ts';
import type { Db, ReadableDb } from './open.ts';
import { connectionOf, rowsBy } from './selectRows.ts';

export type DocumentRow = typeof officialDocument.$inferSelect;
export type StandingRow = typeof documentStanding.$inferSelect;
export type ReviewRow = typeof confidentialityReview.$inferSelect;
export type ReviewStepRow = typeof reviewStep.$inferSelect;

const documentBy = rowsBy(officialDocument, 'id');

export function findDocument(db: ReadableDb, id: string): DocumentRow | undefined {
  return documentBy(db, id)[0];
}

export function insertDocument(db: Db, row: DocumentRow): void {
  insertRow(db, officialDocument, row);
}

export function updateDocument(db: Db, id: string, values: Partial<DocumentRow>): void {
  db.update(officialDocument).set(values).where(eq(officialDocument.id, id)).run();
}

export function insertRevision(db: Db, row: typeof documentRevision.$inferSelect): void {
  insertRow(db, documentRevision, row);
}

export function findRevisionByHash(db: ReadableDb, documentId: string, contentHash: string) {
  return db
    .select()
    .from(documentRevision)
    .where(and(eq(documentRevision.documentId, documentId), eq(documentRevision.contentHash, contentHash)))
    .get();
}

export function documentsWithNumber(db: ReadableDb, docNumber: string, exceptId: string | null) {
  return db
    .select({
      id: officialDocument.id,
      docNumber: officialDocument.docNumber,
      title: officialDocument.title,
      voidedAt: officialDocument.voidedAt,
    })
    .from(officialDocument)
    .where(
      and(eq(officialDocument.docNumber, docNumber), exceptId === null ? undefined : ne(officialDocument.id, exceptId)),
    )
    .orderBy(asc(officialDocument.enteredAt))
    .limit(20)
    .all();
}

export function insertAttributeChange(db: Db, row: typeof attributeChange.$inferSelect): void {
  insertRow(db, attributeChange, row);
}

export function insertFiling(db: Db, row: typeof paperFiling.$inferSelect): void {
  insertRow(db, paperFiling, row);
}

export function findFiling(db: ReadableDb, id: string) {
  return db.select().from(paperFiling).where(eq(paperFiling.id, id)).get();
}

export function insertMovement(db: Db, row: typeof copyMovement.$inferSelect): void {
  insertRow(db, copyMovement, row);
}

export function insertReview(db: Db, row: ReviewRow): void {
  insertRow(db, confidentialityReview, row);
}

export function insertReviewStep(db: Db, row: ReviewStepRow): void {
  insertRow(db, reviewStep, row);
}

export function insertProofreading(db: Db, row: typeof proofreadingRound.$inferSelect): void {
  insertRow(db, proofreadingRound, row);
}

export function insertPublication(db: Db, row: typeof publication.$inferSelect): void {
  insertRow(db, publication, row);
}

export function findPublication(db: ReadableDb, id: string) {
  return db.select().from(publication).where(eq(publication.id, id)).get();
}

export function insertWithdrawal(db: Db, row: typeof publicationWithdrawal.$inferSelect): void {
  insertRow(db, publicationWithdrawal, row);
}

export function insertInterpretation(db: Db, row: typeof policyInterpretation.$inferSelect): void {
  insertRow(db, policyInterpretation, row);
}

/** Reviews whose form number begins so, for the running number within a year. */
export function countReviewForms(db: ReadableDb, prefix: string): number {
  const counted = db
    .select({ count: sql<number>`count(*)` })
    .from(confidentialityReview)
    .where(like(confidentialityReview.formNumber, `${prefix}%`))
    .get();
  return counted?.count ?? 0;
}

export const changesOf = rowsBy(attributeChange, 'documentId', ['changedOn', 'enteredAt', 'id']);
/** First delivery and first interpretation of each of these documents: a long table asks for many at once. */
export function firstHung(db: ReadableDb, documentIds: readonly string[]): FirstHung {
  const among = JSON.stringify(documentIds);
  const rows = <Row>(columns: string, table: string, order: string) =>
    connectionOf(db)
      .prepare(
        `SELECT document_id AS documentId, ${columns} FROM ${table}
         WHERE document_id IN (SELECT value FROM json_each(?)) ORDER BY ${order} DESC, id DESC`,
      )
      .all(among) as (Row & { documentId: string })[];
  // In reverse order, so that the first of each document is the one that stays.
  const filings = rows<FirstFiling>(
    'delivered_on AS deliveredOn, delivered_by AS deliveredBy',
    'paper_filing',
    'entered_at',
  );
  const interpretations = rows<{ url: string }>('url', 'policy_interpretation', 'posted_on');
  return {
    filings: new Map(filings.map((row) => [row.documentId, row])),
    interpretations: new Map(interpretations.map((row) => [row.documentId, row])),
  };
}

type FirstFiling = { readonly deliveredOn: Day; readonly deliveredBy: string };
export type FirstHung = {
  readonly filings: ReadonlyMap<string, FirstFiling>;
  readonly interpretations: ReadonlyMap<string, { readonly url: string }>;
};

export const filingsOf = rowsBy(paperFiling, 'documentId', ['enteredAt', 'id']);
export const movementsOf = rowsBy(copyMovement, 'documentId', ['enteredAt', 'id']);
export const proofreadingsOf = rowsBy(proofreadingRound, 'documentId', ['enteredAt', 'id']);
export const interpretationsOf = rowsBy(policyInterpretation, 'documentId', ['postedOn', 'id']);

const reviewsInOrder = rowsBy(confidentialityReview, 'documentId', ['enteredAt', 'id']);
const stepsInOrder = rowsBy(reviewStep, 'documentId', ['signedAt', 'id']);

/** Reviews with their signatures in signing order, the latest review first. */
export function reviewsOf(db: ReadableDb, documentId: string): readonly (ReviewRow & { steps: ReviewStepRow[] })[] {
  const reviews = reviewsInOrder(db, documentId).toReversed();
  if (reviews.length === 0) return [];
  const steps = stepsInOrder(db, documentId);
  return reviews.map((review) => ({ ...review, steps: steps.filter(({ reviewId }) => reviewId === review.id) }));
}

const postingsInOrder = rowsBy(publication, 'documentId', ['postedOn', 'id']);
const withdrawalBy = rowsBy(publicationWithdrawal, 'publicationId');

export function publicationsOf(db: ReadableDb, documentId: string) {
  return postingsInOrder(db, documentId).map((posting) => {
    const withdrawal = withdrawalBy(db, posting.id)[0];
    return {
      ...posting,
      withdrawnOn: withdrawal?.withdrawnOn ?? null,
      withdrawalReason: withdrawal?.reason ?? '',
    };
  });
}

export function insertStanding(db: Db, row: StandingRow): void {
  insertRow(db, documentStanding, row);
}

export const storeStanding = upserting(documentStanding, 'documentId');

const standingBy = rowsBy(documentStanding, 'documentId');

export function findStanding(db: ReadableDb, documentId: string): StandingRow | undefined {
  return standingBy(db, documentId)[0];
}

export function allDocumentIds(db: ReadableDb): readonly string[] {
  return db
    .select({ id: officialDocument.id })
    .from(officialDocument)
    .orderBy(asc(officialDocument.id))
    .all()
    .map(({ id }) => id);
}

/** The document whose posting an attachment proves. */
export function evidenceOwner(db: ReadableDb, evidenceId: string): string | undefined {
  const row = db
    .select({ documentId: publication.documentId })
    .from(publication)
    .where(eq(publication.evidenceId, evidenceId))
    .get();
  return row?.documentId;
}
