/** What registers are made of: deliveries, reviews and postings of a period, numbers of a series. */

import { and, asc, desc, eq, gte, isNotNull, lte, sql } from 'drizzle-orm';
import {
  confidentialityReview,
  division,
  documentStanding,
  officialDocument,
  paperFiling,
} from '../../drizzle/schema.ts';
import type { Day } from '../domain/day.ts';
import type { ReadableDb } from './open.ts';

export type Period = { readonly from: Day | null; readonly to: Day | null };

/** Documents with a delivery in the period, in the order of their first one. */
export function deliveredDocumentIds(
  db: ReadableDb,
  period: Period,
  divisionId: string | undefined,
): readonly string[] {
  return db
    .select({ id: paperFiling.documentId })
    .from(paperFiling)
    .innerJoin(officialDocument, eq(officialDocument.id, paperFiling.documentId))
    .where(
      and(
        period.from === null ? undefined : gte(paperFiling.deliveredOn, period.from),
        period.to === null ? undefined : lte(paperFiling.deliveredOn, period.to),
        divisionId === undefined ? undefined : eq(officialDocument.draftingDivisionId, divisionId),
      ),
    )
    .groupBy(paperFiling.documentId)
    .orderBy(asc(sql`min(${paperFiling.deliveredOn})`), asc(paperFiling.documentId))
    .all()
    .map(({ id }) => id);
}

/** Documents that were disclosed in the period and still are, in the order of their posting. */
export function disclosedDocumentIds(
  db: ReadableDb,
  period: Period,
  divisionId: string | undefined,
): readonly string[] {
  const { postedOn, documentId } = documentStanding;
  return db
    .select({ id: documentId })
    .from(documentStanding)
    .innerJoin(officialDocument, eq(officialDocument.id, documentId))
    .where(
      and(
        isNotNull(postedOn),
        period.from === null ? undefined : gte(postedOn, period.from),
        period.to === null ? undefined : lte(postedOn, period.to),
        eq(officialDocument.attribute, 'PROACTIVE'),
        sql`${officialDocument.voidedAt} IS NULL`,
        divisionId === undefined ? undefined : eq(officialDocument.draftingDivisionId, divisionId),
      ),
    )
    .orderBy(asc(postedOn), asc(officialDocument.sortKey), asc(documentId))
    .all()
    .map(({ id }) => id);
}

/** Reviews begun in the period, with the division that the document belongs to. */
export function reviewsBegun(db: ReadableDb, period: Period, divisionId: string | undefined) {
  return db
    .select({
      id: confidentialityReview.id,
      documentId: confidentialityReview.documentId,
      divisionId: officialDocument.draftingDivisionId,
    })
    .from(confidentialityReview)
    .innerJoin(officialDocument, eq(officialDocument.id, confidentialityReview.documentId))
    .where(
      and(
        period.from === null ? undefined : gte(confidentialityReview.startedOn, period.from),
        period.to === null ? undefined : lte(confidentialityReview.startedOn, period.to),
        divisionId === undefined ? undefined : eq(officialDocument.draftingDivisionId, divisionId),
      ),
    )
    .orderBy(asc(confidentialityReview.startedOn), asc(confidentialityReview.id))
    .all();
}

const { agencyCode, docYear, docSeq } = officialDocument;

/** Code and year of every series, the newest year first. */
export function seriesKeys(
  db: ReadableDb,
): readonly { readonly agencyCode: string; readonly docYear: number | null }[] {
  return db
    .selectDistinct({ agencyCode, docYear })
    .from(officialDocument)
    .where(isNotNull(docSeq))
    .orderBy(desc(docYear), asc(agencyCode))
    .all();
}

/** Every document of a series, void ones too, by number. */
export function seriesDocuments(
  db: ReadableDb,
  series: { readonly agencyCode: string; readonly docYear: number | null },
) {
  return db
    .select({ document: officialDocument, divisionName: division.name })
    .from(officialDocument)
    .innerJoin(division, eq(division.id, officialDocument.draftingDivisionId))
    .where(
      and(
        eq(agencyCode, series.agencyCode),
        series.docYear === null ? sql`${docYear} IS NULL` : eq(docYear, series.docYear),
        isNotNull(docSeq),
      ),
    )
    .orderBy(asc(docSeq), asc(officialDocument.enteredAt), asc(officialDocument.id))
    .all();
}
