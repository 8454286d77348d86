/** Rows of a re-assessment, around what is on the screen, and how far it has come. */

import { useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ReassessmentRecord } from '../../../electron/contract/normative.ts';
import type { Day } from '../../../electron/domain/day.ts';
import type { Occasion } from '../../../electron/domain/reassessment.ts';
import { orpc } from '../../client.ts';
import { joinPages, type PagedRows, pagesOf } from '../grid/pagedRows.ts';
import type { Seen } from '../grid/useWindow.ts';

export type ReassessmentAsked = {
  readonly occasion: Occasion;
  readonly year: number;
  readonly isDecided: boolean;
  readonly divisionId?: string;
};

export type ReassessmentRows = PagedRows<ReassessmentRecord> & {
  readonly open: number;
  readonly done: number;
  readonly dueOn: Day | undefined;
};

export function useReassessmentRows(asked: ReassessmentAsked, seen: Seen): ReassessmentRows {
  const pages = pagesOf(seen);
  const answers = useQueries({
    queries: pages.map((page) => orpc.reassessments.list.queryOptions({ input: { ...asked, ...page } })),
  });
  const key = JSON.stringify(asked);
  const earlier = useRef<{ readonly key: string; readonly rows: ReassessmentRows }>(undefined);
  const { known, rowAt, error } = joinPages(pages, answers);
  if (known === undefined) {
    // While another page of the same list is on the way, the counts stay.
    if (earlier.current?.key === key && error === null) return { ...earlier.current.rows, rowAt };
    return { total: 0, open: 0, done: 0, dueOn: undefined, rowAt, isPending: error === null, error };
  }
  const { open, done, dueOn } = known;
  const rows = { total: asked.isDecided ? done : open, open, done, dueOn, rowAt, isPending: false, error: null };
  earlier.current = { key, rows };
  return rows;
}
