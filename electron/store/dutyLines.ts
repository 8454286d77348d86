/** What tells of a document's duties and no more: lists of all duties read a hundred thousand of these, not whole rows. */

import { sql } from 'drizzle-orm';
import { documentStanding, officialDocument } from '../../drizzle/schema.ts';
import { type KeptDuty, NOTHING_KEPT } from '../domain/keptDuty.ts';
import { knowDivisions } from './divisions.ts';
import type { DocumentRow, StandingRow } from './documents.ts';
import { keptDutiesAmong } from './keptDuties.ts';
import { oneOf } from './ledgerConditions.ts';
import { type FilingFacts, filingFactsAmong, NOT_TO_FILE } from './normative.ts';
import type { ReadableDb } from './open.ts';
import { pairReader } from './wideRows.ts';

const OF_DOCUMENT = [
  ...(['id', 'docNumber', 'title', 'draftingDivisionId', 'signedOn', 'writtenOn', 'printedOn'] as const),
  ...(['isNormative', 'voidedAt'] as const),
] satisfies readonly (keyof DocumentRow)[];

const OF_STANDING = [
  ...(['clockOn', 'clockSource', 'copiesRequired', 'copiesCompleteOn', 'reviewStage', 'reviewWaitingSince'] as const),
  ...(['postedOn', 'interpretedOn', 'needsInterpretation', 'postingDueOn'] as const),
  ...(['specialLaw', 'specialDays', 'specialUnit', 'specialDueOn'] as const),
] satisfies readonly (keyof StandingRow)[];

export type DutyLine = {
  readonly document: Pick<DocumentRow, (typeof OF_DOCUMENT)[number]>;
  readonly standing: Pick<StandingRow, (typeof OF_STANDING)[number]>;
  /** Who answers for it today. */
  readonly presentDivision: { readonly id: string; readonly name: string };
  /** What was done and is told as it stood then. */
  readonly kept: readonly KeptDuty[];
} & FilingFacts;

const readLines = pairReader(
  { table: officialDocument, keys: OF_DOCUMENT },
  { table: documentStanding, keys: OF_STANDING },
);

/** In the order of the ids; those that do not exist are left out. */
export function dutyLinesInOrder(db: ReadableDb, ids: readonly string[]): readonly DutyLine[] {
  if (ids.length === 0) return [];
  const rows = readLines(
    db,
    sql`FROM ${officialDocument} JOIN ${documentStanding} ON ${documentStanding.documentId} = ${officialDocument.id}
      WHERE ${oneOf(officialDocument.id, ids)}`,
  );
  const { present } = knowDivisions(db);
  const normative = rows.filter(([document]) => document.isNormative).map(([document]) => document.id);
  const filings = filingFactsAmong(db, normative);
  const kept = keptDutiesAmong(db, ids);
  const lines = new Map(
    rows.map(([document, standing]) => [
      document.id,
      {
        ...{ document, standing, presentDivision: present(document.draftingDivisionId) },
        kept: kept.get(document.id) ?? NOTHING_KEPT,
        ...(filings.get(document.id) ?? NOT_TO_FILE),
      },
    ]),
  );
  return ids.flatMap((id) => lines.get(id) ?? []);
}
