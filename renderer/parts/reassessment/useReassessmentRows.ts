/** Rows of a re-assessment, read from the engine in pages around what is on the screen. */

import { useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ReassessmentRecord } from '../../../electron/contract/normative.ts';
import type { Day } from '../../../electron/domain/day.ts';
import type { Occasion } from '../../../electron/domain/reassessment.ts';
import { orpc } from '../../client.ts';

const PAGE = 200;

export type ReassessmentAsked = {
  readonly occasion: Occasion;
  readonly year: number;
  readonly isDecided: boolean;
  readonly divisionId?: string;
};

export type ReassessmentRows = {
  readonly total: number;
  readonly open: number;
  readonly done: number;
  readonly dueOn: Day | undefined;
  /** Undefined while its page is on the way. */
  readonly rowAt: (index: number) => ReassessmentRecord | undefined;
  readonly isPending: boolean;
  readonly error: Error | null;
};

export function useReassessmentRows(
  asked: ReassessmentAsked,
  shown: { readonly first: number; readonly last: number },
): ReassessmentRows {
  const firstPage = Math.floor(Math.max(shown.first, 0) / PAGE);
  const lastPage = Math.floor(Math.max(shown.last, 0) / PAGE);
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, at) => firstPage + at);
  const answers = useQueries({
    queries: pages.map((page) =>
      orpc.reassessments.list.queryOptions({ input: { ...asked, offset: page * PAGE, limit: PAGE } }),
    ),
  });
  const key = JSON.stringify(asked);
  const earlier = useRef<{ readonly key: string; readonly rows: ReassessmentRows }>(undefined);
  const known = answers.find(({ data }) => data !== undefined)?.data;
  const error = answers.find((answer) => answer.error !== null)?.error ?? null;
  if (known === undefined) {
    // While another page of the same list is on the way, the counts stay.
    if (earlier.current?.key === key && error === null) return { ...earlier.current.rows, rowAt: () => undefined };
    return { total: 0, open: 0, done: 0, dueOn: undefined, rowAt: () => undefined, isPending: error === null, error };
  }
  const { open, done, dueOn } = known;
  const rowAt = (index: number) => answers[Math.floor(index / PAGE) - firstPage]?.data?.rows[index % PAGE];
  const rows = { total: asked.isDecided ? done : open, open, done, dueOn, rowAt, isPending: false, error: null };
  earlier.current = { key, rows };
  return rows;
}
