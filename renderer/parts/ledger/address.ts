/** The ledger's filter and order as they stand in the address, so that going back brings the same rows. */

import {
  type DocumentFilter,
  type DocumentSort,
  documentFilter,
  documentSort,
} from '../../../electron/contract/documents.ts';

const USUAL_SORT: DocumentSort = { by: 'signedOn', direction: 'desc' };

const FLAGS: readonly string[] = [
  'isShortOfCopies',
  'isMissingInterpretation',
  'isNormative',
  'isLeaderRelated',
  'isVoided',
  'withPredecessors',
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
  return read.success ? read.data : USUAL_SORT;
}

export type LedgerView = { readonly filter: DocumentFilter; readonly sort: DocumentSort };

export function writeAddress(filter: DocumentFilter, sort: DocumentSort): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) {
    if (value !== undefined && value !== '') params.set(key, String(value));
  }
  if (sort.by !== USUAL_SORT.by || sort.direction !== USUAL_SORT.direction) {
    params.set('sort', `${sort.by}.${sort.direction}`);
  }
  return params;
}

export function isFiltered(filter: DocumentFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined && value !== '');
}
