/** Documents as a source of duties. */

import type { DutySubject, OwedDuty } from '../domain/duties.ts';
import { type LedgerLine, linesInOrder } from '../store/ledgerQuery.ts';
import { documentIds, openDocumentIds } from '../store/openWork.ts';
import type { DutySource } from './dutySource.ts';
import type { Look } from './registry.ts';
import { dutiesOfLine, type Seen } from './summaries.ts';

export function documentSubject({ document, divisionName }: LedgerLine): DutySubject {
  const { id, docNumber, title, draftingDivisionId } = document;
  return { kind: 'document', id, number: docNumber ?? '', title, divisionId: draftingDivisionId, divisionName };
}

export function owedByLine(line: LedgerLine, seen: Seen): readonly OwedDuty[] {
  const subject = documentSubject(line);
  return dutiesOfLine(line, seen).map((duty) => ({ subject, duty }));
}

/** Whoever asks for all documents of many years at once had better ask in slices of ids. */
export const documentDuties: DutySource = (look, { divisionId, openOnly }) => {
  const ids = openOnly ? openDocumentIds(look.db, { divisionId }) : documentIds(look.db, divisionId);
  return owedByDocuments(look, ids).filter(({ duty }) => !openOnly || duty.doneOn === null);
};

export function owedByDocuments(look: Look, ids: readonly string[]): readonly OwedDuty[] {
  return linesInOrder(look.db, ids).flatMap((line) => owedByLine(line, look));
}

export function owedByDocument(look: Look, id: string, divisionId: string | undefined): readonly OwedDuty[] {
  return owedByDocuments(look, [id]).filter(
    ({ subject }) => divisionId === undefined || subject.divisionId === divisionId,
  );
}
