/** Rows of the registers by attribute, review and posting, from the same records and rules as the screen. */

import { basisOf } from '../../domain/attribute.ts';
import type { Day } from '../../domain/day.ts';
import { workingDaysBetween } from '../../domain/deadline.ts';
import type { KeptRow } from '../../domain/ledgerPaper.ts';
import { reviewState } from '../../domain/review.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import type { DocumentCells } from '../../print/registers/columns.ts';
import type { NotDisclosedRow } from '../../print/registers/notDisclosed.ts';
import type { OnRequestRow } from '../../print/registers/onRequest.ts';
import type { ReviewSummaryRow } from '../../print/registers/reviewSummary.ts';
import type { TransferRow } from '../../print/registers/transfer.ts';
import { archiveEntriesOf } from '../../store/desk.ts';
import { changesOf, reviewsOf } from '../../store/documents.ts';
import { type LedgerLine, linesInOrder } from '../../store/ledgerQuery.ts';
import { listDivisions } from '../../store/people.ts';
import { disclosedDocumentIds, type Period, reviewsBegun } from '../../store/registers.ts';
import { conditionsOf } from '../documents/documentQuery.ts';
import { reviewRecord } from '../documents/standing.ts';
import type { Look } from '../registry.ts';
import { allLines, basisInWords, remarkInWords } from './ledgerRows.ts';

/** What a register is asked for, within what the person may see. */
export type RegisterAsked = Period & { readonly divisionId: string | undefined; readonly language: Language };

const IN_ORDER = { by: 'docNumber', direction: 'asc' } as const;

export function documentCells({ document, divisionName }: LedgerLine): DocumentCells {
  const { docNumber, title, docType, signer, signedOn } = document;
  return { docNumber: docNumber ?? '', title, docType, signer, signedOn, division: divisionName };
}

function withAttribute(look: Look, { from, to, divisionId }: RegisterAsked, attribute: 'ON_REQUEST' | 'NOT_DISCLOSED') {
  const filter = {
    attribute,
    ...(divisionId === undefined ? {} : { divisionId }),
    ...(from === null ? {} : { signedFrom: from }),
    ...(to === null ? {} : { signedTo: to }),
  };
  return allLines(look, conditionsOf(filter, look), IN_ORDER);
}

/** Day on which the attribute became what it is. */
function decidedOn(look: Look, documentId: string): Day | null {
  return changesOf(look.db, documentId).at(-1)?.changedOn ?? null;
}

export function notDisclosedRows(look: Look, asked: RegisterAsked): readonly KeptRow<NotDisclosedRow>[] {
  return withAttribute(look, asked, 'NOT_DISCLOSED').map((line) => {
    const { id, basis: code, basisLaw, reason } = line.document;
    const basis = basisOf(code);
    const named = basis
      ? `${say(asked.language, `article.${basis.article}`)}\n${say(asked.language, `basis.${basis.code}`)}`
      : '';
    const row = {
      ...documentCells(line),
      basis: [named, basisLaw].filter((part) => part !== '').join('\n'),
      force: basis?.force ? say(asked.language, `force.${basis.force}`) : '',
      reason,
      decidedOn: decidedOn(look, id),
      remark: remarkInWords(line, asked.language),
    };
    return { id, row };
  });
}

export function onRequestRows(look: Look, asked: RegisterAsked): readonly KeptRow<OnRequestRow>[] {
  return withAttribute(look, asked, 'ON_REQUEST').map((line) => ({
    id: line.document.id,
    row: {
      ...documentCells(line),
      reason: basisInWords(line, asked.language),
      decidedOn: decidedOn(look, line.document.id),
      copiesReceived: line.standing.copiesReceived,
      copiesRequired: line.standing.copiesRequired,
      remark: line.document.remarkNote,
    },
  }));
}

type Counted = 'disclose' | 'disclosePart' | 'withhold' | 'referred' | 'returned' | 'open';

const ENDINGS: Readonly<Record<string, Counted>> = {
  approved: 'disclose',
  approvedPartial: 'disclosePart',
  withheld: 'withhold',
  referred: 'referred',
  returned: 'returned',
};

/** A line for each division that exists in the period, also for one without any review. */
export function reviewSummaryRows(look: Look, asked: RegisterAsked): readonly KeptRow<ReviewSummaryRow>[] {
  const begun = reviewsBegun(look.db, asked, asked.divisionId);
  return listDivisions(look.db)
    .filter(({ id }) => asked.divisionId === undefined || id === asked.divisionId)
    .filter(
      ({ id, closedOn }) =>
        closedOn === null ||
        (asked.from !== null && closedOn >= asked.from) ||
        begun.some((review) => review.divisionId === id),
    )
    .map(({ id, name }) => {
      const row = { disclose: 0, disclosePart: 0, withhold: 0, referred: 0, returned: 0, open: 0, workingDays: 0 };
      const own = begun.filter(({ divisionId }) => divisionId === id);
      for (const { id: reviewId, documentId } of own) {
        const review = reviewsOf(look.db, documentId).find((each) => each.id === reviewId);
        if (!review) continue;
        // As it was signed: a text that moved on since does not unsay what this review concluded.
        const { stage, waitingSince } = reviewState(reviewRecord(review), review.steps.at(-1)?.contentHash ?? '');
        const ending = ENDINGS[stage] ?? 'open';
        row[ending] += 1;
        const lastOn = review.steps.at(-1)?.signedOn ?? waitingSince;
        if (['disclose', 'disclosePart', 'withhold'].includes(ending) && lastOn) {
          row.workingDays += workingDaysBetween(review.startedOn, lastOn, look.calendar);
        }
      }
      return { id, row: { division: name, begun: own.length, ...row } };
    });
}

export function transferRows(look: Look, asked: RegisterAsked, copies: number): readonly KeptRow<TransferRow>[] {
  const ids = disclosedDocumentIds(look.db, asked, asked.divisionId);
  const archived = archiveEntriesOf(look.db, ids);
  return linesInOrder(look.db, ids).flatMap((line): KeptRow<TransferRow>[] => {
    const { postedOn, postedChannel } = line.standing;
    if (postedOn === null) return [];
    const { id } = line.document;
    const row = {
      ...documentCells(line),
      writtenOn: line.document.writtenOn ?? line.document.signedOn,
      postedOn,
      channel: postedChannel ? say(asked.language, `channel.${postedChannel}`) : '',
      copies,
      pages: archived.get(id)?.pages ?? null,
      remark: line.document.remarkNote,
    };
    return [{ id, row }];
  });
}
