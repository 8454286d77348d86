/** Rows of the ledger around what is on the screen. */

import { useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import type { DocumentFilter, DocumentSort } from '../../../electron/contract/documents.ts';
import type { DocumentSummary } from '../../../electron/contract/records.ts';
import { orpc } from '../../client.ts';
import { joinPages, type PagedRows, pagesOf } from '../grid/pagedRows.ts';
import type { Seen } from '../grid/useWindow.ts';

export type LedgerRows = PagedRows<DocumentSummary> & {
  /** The rows of an earlier filter, shown until the first of the new one have come. */
  readonly isEarlier: boolean;
};

export function useLedgerRows(
  asked: { readonly filter: DocumentFilter; readonly sort: DocumentSort },
  seen: Seen,
): LedgerRows {
  const pages = pagesOf(seen);
  const answers = useQueries({
    queries: pages.map((page) => orpc.documents.list.queryOptions({ input: { ...asked, ...page } })),
  });
  const earlier = useRef<LedgerRows>(undefined);
  const { known, rowAt, error } = joinPages(pages, answers);
  if (known === undefined) {
    const isPending = error === null;
    if (earlier.current && isPending) return { ...earlier.current, isEarlier: true };
    return { total: 0, rowAt, isEarlier: false, isPending, error };
  }
  earlier.current = { total: known.total, rowAt, isEarlier: false, isPending: false, error: null };
  return earlier.current;
}
