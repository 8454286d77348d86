/** Where the rows behind a figure are listed: the ledger, with the figure's filter in its address. */

import type { DocumentFilter } from '../../../electron/contract/documents.ts';
import type { StatisticsRequest } from '../../../electron/contract/statistics.ts';
import { addDays, type Day, toDay } from '../../../electron/domain/day.ts';
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
