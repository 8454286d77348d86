/** Documents as a source of duties. */

import type { DutySubject, OwedDuty } from '../../domain/duties.ts';
import { isBusinessOf } from '../../domain/responsibility.ts';
import { type DutyLine, dutyLinesInOrder } from '../../store/dutyLines.ts';
import { linesInOrder } from '../../store/ledgerQuery.ts';
import { documentIds, openDocumentIds } from '../../store/openWork.ts';
import { assigned, lookingFor } from '../duties/assigning.ts';
import type { DutySource } from '../duties/dutySource.ts';
import type { Look } from '../registry.ts';
import { cleanupDuty } from './normativeDuties.ts';
import { dutiesOfLine, type Seen } from './summaries.ts';

/** What is still to be done is the present division's, whoever drafted the document in its time. */
export function documentSubject({ document, presentDivision }: DutyLine): DutySubject {
  const { id, docNumber, title } = document;
  const { id: divisionId, name: divisionName } = presentDivision;
  return { kind: 'document', id, number: docNumber ?? '', title, divisionId, divisionName };
}

export function owedByLine(line: DutyLine, seen: Seen & Pick<Look, 'db'>): readonly OwedDuty[] {
  return owedByLines([line], seen);
}

/** Who answers for them is asked once for all. */
export function owedByLines(lines: readonly DutyLine[], seen: Seen & Pick<Look, 'db'>): readonly OwedDuty[] {
  const owed = lines.flatMap((line) => {
    const subject = documentSubject(line);
    return dutiesOfLine(line, seen).map((duty) => ({ subject, duty }));
  });
  return assigned(seen, owed);
}

/** Whoever asks for all documents of many years at once had better ask in slices of ids. */
export const documentDuties: DutySource = (look, { divisionId, openOnly }) => {
  const within = lookingFor(look, divisionId);
  const ids = openOnly ? openDocumentIds(look.db, { divisionId: within }) : documentIds(look.db, within);
  return owedByDocuments(look, ids).filter(
    ({ subject, duty }) => isBusinessOf(subject, divisionId) && (!openOnly || duty.doneOn === null),
  );
};

export function owedByDocuments(look: Look, ids: readonly string[]): readonly OwedDuty[] {
  return owedByLines(dutyLinesInOrder(look.db, ids), look);
}

export function owedByDocument(look: Look, id: string, divisionId: string | undefined): readonly OwedDuty[] {
  const line = linesInOrder(look.db, [id])[0];
  if (!line) return [];
  const subject = documentSubject(line);
  const cleanup = cleanupDuty(look, line);
  const owed = [...owedByLine(line, look), ...assigned(look, cleanup ? [{ subject, duty: cleanup }] : [])];
  return owed.filter((each) => isBusinessOf(each.subject, divisionId));
}

const LINES_AT_ONCE = 500;

/** In slices, so that callers get their turn between them. */
export async function owedInSlices(look: Look, ids: readonly string[]): Promise<readonly OwedDuty[]> {
  const owed: OwedDuty[] = [];
  for (let at = 0; at < ids.length; at += LINES_AT_ONCE) {
    owed.push(...owedByDocuments(look, ids.slice(at, at + LINES_AT_ONCE)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return owed;
}
