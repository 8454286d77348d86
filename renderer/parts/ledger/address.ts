/** The ledger's filter and order as they stand in the address, so that going back brings the same rows. */

import {
  type DocumentFilter,
  type DocumentSort,
  documentFilter,
  documentSort,
} from '../../../electron/contract/documents.ts';

const USUAL_SORT: DocumentSort = { by: 'signedOn', direction: 'desc' };
const SEARCH_SORT: DocumentSort = { by: 'enteredAt', direction: 'desc' };

/** The order where none was chosen: what is found by words comes in the order of the index, newest entry first. */
function usualSort({ query }: { readonly query?: string | null | undefined }): DocumentSort {
  return query ? SEARCH_SORT : USUAL_SORT;
}

const FLAGS: readonly string[] = [
  'isShortOfCopies',
  'isMissingInterpretation',
  'isNormative',
  'isLeaderRelated',
  'isVoided',
] satisfies readonly (keyof DocumentFilter)[];

/** What of an address is a filter; anything else in it is left aside. */
export function readFilter(params: URLSearchParams): DocumentFilter {
  const filter: Record<string, unknown> = {};
  for (const key of Object.keys(documentFilter.shape)) {
    const text = params.get(key);
    if (text === null || text === '') continue;
    const value = FLAGS.includes(key) ? text === 'true' : text;
    if (documentFilter.safeParse({ [key]: value }).success) filter[key] = value;
  }
  return filter;
}

export function readSort(params: URLSearchParams): DocumentSort {
  const [by, direction] = (params.get('sort') ?? '').split('.');
  const read = documentSort.safeParse({ by, direction });
  return read.success ? read.data : usualSort({ query: params.get('query') });
}

export type LedgerView = { readonly filter: DocumentFilter; readonly sort: DocumentSort };

/** Where nobody chose an order, it goes with the filter: typing words changes to that of the search, clearing them back. */
export function orderAfter(before: LedgerView, after: LedgerView): DocumentSort {
  const isChosen = !isSame(after.sort, before.sort) || !isSame(before.sort, usualSort(before.filter));
  return isChosen ? after.sort : usualSort(after.filter);
}

function isSame(one: DocumentSort, other: DocumentSort): boolean {
  return one.by === other.by && one.direction === other.direction;
}

export function writeAddress(filter: DocumentFilter, sort: DocumentSort): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) {
    if (value !== undefined && value !== '') params.set(key, String(value));
  }
  if (!isSame(sort, usualSort(filter))) {
    params.set('sort', `${sort.by}.${sort.direction}`);
  }
  return params;
}

export function isFiltered(filter: DocumentFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined && value !== '');
}
