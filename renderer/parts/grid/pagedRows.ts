/** Rows of a long list, read from the engine in pages around what is on the screen. */

import type { Seen } from './useWindow.ts';

const PAGE = 200;

export type PagedRows<Row> = {
  readonly total: number;
  /** Undefined while its page is on the way. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly isPending: boolean;
  readonly error: Error | null;
};

type Page = { readonly offset: number; readonly limit: number };

/** The pages on which the rows on the screen stand. */
export function pagesOf({ first, last }: Seen): readonly Page[] {
  const firstPage = Math.floor(Math.max(first, 0) / PAGE);
  const lastPage = Math.floor(Math.max(last, 0) / PAGE);
  return Array.from({ length: lastPage - firstPage + 1 }, (_, at) => ({
    offset: (firstPage + at) * PAGE,
    limit: PAGE,
  }));
}

type Answer<Data> = { readonly data: Data | undefined; readonly error: Error | null };

/** The answers to the pages as one list: what any of them tells of the whole, and each row at its place. */
export function joinPages<Data extends { readonly rows: readonly unknown[] }>(
  pages: readonly Page[],
  answers: readonly Answer<Data>[],
) {
  const offset = pages[0]?.offset ?? 0;
  return {
    known: answers.find(({ data }) => data !== undefined)?.data,
    rowAt: (index: number): Data['rows'][number] | undefined =>
      index < offset ? undefined : answers[Math.floor((index - offset) / PAGE)]?.data?.rows[index % PAGE],
    error: answers.find(({ error }) => error !== null)?.error ?? null,
  };
}
