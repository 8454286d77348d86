/** Work that tells its progress by calls, as a stream of steps that ends with its result. */

import type { Step } from './procedure.ts';

type Progress = Extract<Step<never>, { kind: 'progress' }>;

/** Yields what was told last whenever someone looks. The work is stopped when the signal is aborted or nobody looks any more. */
export async function* told<Result>(
  run: (onProgress: (done: number, total: number) => void, signal: AbortSignal) => Promise<Result>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, Result> {
  const abandoned = new AbortController();
  let latest: Progress | undefined;
  let wake = (): void => undefined;
  const onProgress = (done: number, total: number): void => {
    latest = { kind: 'progress', done, total };
    wake();
  };
  const stop = signal ? AbortSignal.any([signal, abandoned.signal]) : abandoned.signal;
  const running = run(onProgress, stop).then((result) => ({ result }));
  try {
    for (;;) {
      const news = new Promise<undefined>((resolve) => {
        wake = () => resolve(undefined);
      });
      const ended = await Promise.race([running, news]);
      if (ended) return ended.result;
      if (latest) yield latest;
    }
  } finally {
    abandoned.abort();
    await running.catch(() => undefined);
  }
}
