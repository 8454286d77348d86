/** Where the rows behind a figure are listed: the ledger, or for a division that is shown no other one's documents the duties. */

import type { DocumentFilter } from '../../../electron/contract/documents.ts';
import type { StatisticsRequest } from '../../../electron/contract/statistics.ts';
import { addDays, type Day, toDay } from '../../../electron/domain/day.ts';
import type { DutyFilter } from '../duties/filter.ts';
import { writeAddress } from '../ledger/address.ts';

export function ledgerHref({ from, to, divisionId }: StatisticsRequest, more: DocumentFilter): string {
  const filter: DocumentFilter = {
    ...(from && { signedFrom: from }),
    ...(to && { signedTo: to }),
    ...(divisionId && { divisionId }),
    ...more,
  };
  return `/ledger?${writeAddress(filter, { by: 'signedOn', direction: 'desc' })}`;
}

/** What tells of the clock. */
export type ClockState = 'postedInTime' | 'postedLate' | 'posted' | 'overdue' | 'inTime';
export type ClockRows = Pick<DocumentFilter, 'dueFrom' | 'dueTo'> & { readonly postingState: ClockState };

const AS_DUTIES = {
  postedInTime: 'met',
  postedLate: 'metLate',
  posted: 'done',
  overdue: 'overdue',
  inTime: 'unmet',
} as const satisfies Record<ClockState, DutyFilter['state']>;

/** Postings of a period of which the own division has to answer. */
export function dutiesHref({ from, to }: StatisticsRequest, rows: ClockRows, today: Day): string {
  const { postingState: state, dueFrom = state === 'inTime' ? today : undefined, dueTo } = rows;
  const due = { ...(dueFrom && { from: dueFrom }), ...(dueTo && { to: dueTo }) };
  const signed = { signedFrom: from ?? '', signedTo: to ?? '' };
  const asked = { state: AS_DUTIES[state], rule: 'posting', kind: 'document', ...signed, ...due };
  return `/duties?${new URLSearchParams(asked)}`;
}

/** The part of a period that lies in a month. */
export function withinMonth(asked: StatisticsRequest, month: string): StatisticsRequest {
  const first = toDay(`${month}-01`);
  const next = addDays(first, 31);
  const last = addDays(toDay(`${next.slice(0, 7)}-01`), -1);
  return { ...asked, from: later(asked.from, first), to: earlier(asked.to, last) };
}

function later(one: Day | null, other: Day): Day {
  return one !== null && one > other ? one : other;
}

function earlier(one: Day | null, other: Day): Day {
  return one !== null && one < other ? one : other;
}
