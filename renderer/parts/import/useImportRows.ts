/** Judged rows, read from the engine in pages around what is on the screen. */

import { useQueries } from '@tanstack/react-query';
import type { ImportRow, RowShow } from '../../../electron/contract/imports.ts';
import { orpc } from '../../client.ts';

const PAGE = 200;

export type ImportRows = {
  readonly total: number;
  /** Undefined while its page is on the way. */
  readonly rowAt: (index: number) => ImportRow | undefined;
  readonly isPending: boolean;
  readonly error: Error | null;
};

export function useImportRows(
  fileId: string,
  show: RowShow,
  shown: { readonly first: number; readonly last: number },
): ImportRows {
  const firstPage = Math.floor(Math.max(shown.first, 0) / PAGE);
  const lastPage = Math.floor(Math.max(shown.last, 0) / PAGE);
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, at) => firstPage + at);
  const answers = useQueries({
    queries: pages.map((page) =>
      orpc.imports.rows.queryOptions({ input: { fileId, show, offset: page * PAGE, limit: PAGE } }),
    ),
  });
  const known = answers.find(({ data }) => data !== undefined)?.data;
  return {
    total: known?.total ?? 0,
    rowAt: (index) => answers[Math.floor(index / PAGE) - firstPage]?.data?.rows[index % PAGE],
    isPending: answers.some(({ isPending }) => isPending),
    error: answers.find(({ error }) => error !== null)?.error ?? null,
  };
}
