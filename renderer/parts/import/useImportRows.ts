/** Judged rows around what is on the screen. */

import { useQueries } from '@tanstack/react-query';
import type { ImportRow, RowShow } from '../../../electron/contract/imports.ts';
import { orpc } from '../../client.ts';
import { joinPages, type PagedRows, pagesOf } from '../grid/pagedRows.ts';
import type { Seen } from '../grid/useWindow.ts';

export type ImportRows = PagedRows<ImportRow>;

export function useImportRows(fileId: string, show: RowShow, seen: Seen): ImportRows {
  const pages = pagesOf(seen);
  const answers = useQueries({
    queries: pages.map((page) => orpc.imports.rows.queryOptions({ input: { fileId, show, ...page } })),
  });
  const { known, rowAt, error } = joinPages(pages, answers);
  return { total: known?.total ?? 0, rowAt, isPending: answers.some(({ isPending }) => isPending), error };
}
