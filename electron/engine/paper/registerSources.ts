/** Where the rows of each register come from: asked for when it is printed, and again when the paper is checked. */

import type { RegisterRequest } from '../../contract/printing.ts';
import type { KeptRow } from '../../domain/ledgerPaper.ts';
import { REGISTERS, type Register } from '../../domain/registers.ts';
import type { CopiesRow } from '../../print/registers/copies.ts';
import type { NotDisclosedRow } from '../../print/registers/notDisclosed.ts';
import type { OnRequestRow } from '../../print/registers/onRequest.ts';
import type { ReviewSummaryRow } from '../../print/registers/reviewSummary.ts';
import type { SeriesRow } from '../../print/registers/series.ts';
import type { TransferRow } from '../../print/registers/transfer.ts';
import { type Actor, divisionScope } from '../actor.ts';
import type { Look } from '../registry.ts';
import { copiesRows } from './copiesRegister.ts';
import {
  notDisclosedRows,
  onRequestRows,
  type RegisterAsked,
  reviewSummaryRows,
  transferRows,
} from './registerRows.ts';
import { seriesRows } from './seriesRegister.ts';

export type RegisterRows = {
  readonly copies: CopiesRow;
  readonly notDisclosed: NotDisclosedRow;
  readonly onRequest: OnRequestRow;
  readonly reviewSummary: ReviewSummaryRow;
  readonly transfer: TransferRow;
  readonly series: SeriesRow;
};

type Source<Row> = (look: Look, asked: RegisterAsked, request: RegisterRequest) => readonly KeptRow<Row>[];

const SOURCES: { readonly [R in Register]: Source<RegisterRows[R]> } = {
  copies: copiesRows,
  notDisclosed: notDisclosedRows,
  onRequest: onRequestRows,
  reviewSummary: reviewSummaryRows,
  transfer: (look, asked, { copiesEach }) => transferRows(look, asked, copiesEach),
  series: (look, asked, { series }) => seriesRows(look, series, asked).rows,
};

export function isRegister(preset: string): preset is Register {
  return REGISTERS.some((register) => register === preset);
}

/** What is asked for as it is kept with the paper: of one division where the person sees no other. */
export function withinScope<Request extends RegisterRequest>(actor: Actor, request: Request): Request {
  return { ...request, divisionId: divisionScope(actor) ?? request.divisionId };
}

/** The request has to be within the scope of whoever asks; that of a printed paper was. */
export function rowsOfRegister<R extends Register>(
  look: Look,
  register: R,
  request: RegisterRequest,
): readonly KeptRow<RegisterRows[R]>[] {
  return SOURCES[register](look, askedOf(request), request);
}

export function askedOf({ from, to, divisionId, language }: RegisterRequest): RegisterAsked {
  return { from, to, language, divisionId: divisionId ?? undefined };
}
