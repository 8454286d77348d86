/** Turns rows into the summaries and duties that travel. */

import type { DocumentSummary, DutyRecord } from '../../contract/records.ts';
import { dutiesOf } from '../../domain/documentDuties.ts';
import type { Duty } from '../../domain/duties.ts';
import { validityOn } from '../../domain/normative.ts';
import type { DutyLine } from '../../store/dutyLines.ts';
import type { LedgerLine } from '../../store/ledgerQuery.ts';
import { linesOf } from '../../store/ledgerQuery.ts';
import { isWithin } from '../actor.ts';
import { refusal } from '../refusal.ts';
import type { Look } from '../registry.ts';
import { dutyFacts } from './standing.ts';

export type Seen = Pick<Look, 'today' | 'calendar' | 'settings' | 'rules'>;

export function dutiesOfLine({ document, standing, kept, ...filing }: DutyLine, seen: Seen): readonly Duty[] {
  return dutiesOf(dutyFacts(document, standing, kept, filing), seen);
}

export function summaryOf(
  line: LedgerLine,
  seen: Seen,
  duties: readonly Duty[] = dutiesOfLine(line, seen),
): DocumentSummary {
  const { document, standing, divisionName } = line;
  const { id, version, docNumber, title, docType, drafter, signer, signedOn, writtenOn, printedOn } = document;
  const { copiesRequired, copiesReceived, copiesMissing, reviewStage, reviewApprovedOn, postedOn, postedUrl } =
    standing;
  const posting = duties.find(({ rule }) => rule === 'posting');
  return {
    ...{ id, version, docNumber, title, docType, drafter, signer, signedOn, writtenOn, printedOn, divisionName },
    divisionId: document.draftingDivisionId,
    presentDivisionId: line.presentDivision.id,
    presentDivisionName: line.presentDivision.name,
    attribute: document.attribute,
    basis: document.basis,
    reason: document.reason,
    isNormative: document.isNormative,
    validity: document.isNormative ? validityOn(line.validityChanges, seen.today) : null,
    isLeaderRelated: document.isLeaderRelated,
    isVoided: document.voidedAt !== null,
    ...{ copiesRequired, copiesReceived, copiesMissing, reviewStage, reviewApprovedOn, postedOn, postedUrl },
    postedChannel: standing.postedChannel,
    interpretedOn: standing.interpretedOn,
    heldBy: standing.heldBy,
    blockers: standing.blockers.map(({ code, params }) => (params ? { code, params: { ...params } } : { code })),
    state: standing.state,
    posting: posting ? dutyRecord(posting) : null,
    enteredAt: document.enteredAt,
  };
}

export function dutyRecord(duty: Duty): DutyRecord {
  return { ...duty };
}

/** The line of one document, within what the person may see. */
export function lineOf(look: Pick<Look, 'db'>, documentId: string, scope: string | undefined): LedgerLine {
  const line = linesOf(look.db, [documentId])[0];
  if (!line || !isWithin(look.db, line.document.draftingDivisionId, scope)) throw refusal('NOT_FOUND');
  return line;
}

export function summaryById(seen: Pick<Look, 'db'> & Seen, documentId: string): DocumentSummary {
  return summaryOf(lineOf(seen, documentId, undefined), seen);
}
