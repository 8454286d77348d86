/** Rows of the ledger, read from the engine in pages of 200 around what is on the screen. */

import { useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import type { DocumentFilter, DocumentSort } from '../../../electron/contract/documents.ts';
import type { DocumentSummary } from '../../../electron/contract/records.ts';
import { orpc } from '../../client.ts';

const PAGE = 200;

export type LedgerRows = {
  readonly total: number;
  /** Undefined while its page is on the way. */
  readonly rowAt: (index: number) => DocumentSummary | undefined;
  /** The rows of an earlier filter, shown until the first of the new one have come. */
  readonly isEarlier: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
};

export function useLedgerRows(
  asked: { readonly filter: DocumentFilter; readonly sort: DocumentSort },
  shown: { readonly first: number; readonly last: number },
): LedgerRows {
  const firstPage = Math.floor(Math.max(shown.first, 0) / PAGE);
  const lastPage = Math.floor(Math.max(shown.last, 0) / PAGE);
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, at) => firstPage + at);
  const answers = useQueries({
    queries: pages.map((page) =>
      orpc.documents.list.queryOptions({ input: { ...asked, offset: page * PAGE, limit: PAGE } }),
    ),
  });
  const earlier = useRef<LedgerRows>(undefined);
  const known = answers.find(({ data }) => data !== undefined)?.data;
  const error = answers.find((answer) => answer.error !== null)?.error ?? null;
  if (known === undefined) {
    const isPending = error === null;
    if (earlier.current && isPending) return { ...earlier.current, isEarlier: true };
    return { total: 0, rowAt: () => undefined, isEarlier: false, isPending, error };
  }
  const rowAt = (index: number) => answers[Math.floor(index / PAGE) - firstPage]?.data?.rows[index % PAGE];
  earlier.current = { total: known.total, rowAt, isEarlier: false, isPending: false, error: null };
  return earlier.current;
}
