/** Follows work that reports its progress by calls, as the iterator that doors stream. */

import type { Step } from '../procedure.ts';

export type Report = (done: number, total: number) => Promise<void>;

/** Yields the newest progress whenever there is some, then the result; an error of the work is the iterator's. */
export async function* follow<Result>(
  signal: AbortSignal | undefined,
  start: (report: Report) => Promise<Result>,
): AsyncGenerator<Step<Result>> {
  let wake = (): void => undefined;
  let news: { done: number; total: number } | undefined;
  let isOver = false;
  const report: Report = async (done, total) => {
    signal?.throwIfAborted();
    news = { done, total };
    wake();
    // Lets other calls and the abort itself through.
    await new Promise((resolve) => setImmediate(resolve));
  };
  const work = start(report).finally(() => {
    isOver = true;
    wake();
  });
  // The iterator may be left before it looks at the work's end.
  work.catch(() => undefined);
  while (!isOver) {
    if (news) {
      const { done, total } = news;
      news = undefined;
      yield { kind: 'progress', done, total };
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (isOver || news) resolve();
      });
    }
  }
  yield { kind: 'result', result: await work };
}
