/** Long work of the engine: how far it has come, its result, and leaving it before its end. */

import { useEffect, useRef, useState } from 'react';

type Step<Result> =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: Result };

type LongWork<Result> = {
  readonly isRunning: boolean;
  readonly done: number;
  readonly total: number;
  readonly result: Result | undefined;
  readonly error: unknown;
  readonly run: (start: Start<Result>) => Promise<Result | undefined>;
  readonly cancel: () => void;
  readonly reset: () => void;
};

type Start<Result> = (signal: AbortSignal) => Promise<AsyncIterable<Step<Result>>>;
type State<Result> = Pick<LongWork<Result>, 'isRunning' | 'done' | 'total' | 'result' | 'error'>;

const IDLE = { isRunning: false, done: 0, total: 0, result: undefined, error: null } as const;

export function useLongWork<Result>(): LongWork<Result> {
  const [state, setState] = useState<State<Result>>(IDLE);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  async function run(start: Start<Result>): Promise<Result | undefined> {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const tell = (next: State<Result>) => {
      if (running.current === controller) setState(next);
    };
    tell({ ...IDLE, isRunning: true });
    try {
      for await (const step of await start(controller.signal)) {
        if (controller.signal.aborted) break;
        if (step.kind === 'progress') tell({ ...IDLE, isRunning: true, done: step.done, total: step.total });
        else {
          tell({ ...IDLE, result: step.result });
          return step.result;
        }
      }
      tell(IDLE);
    } catch (error) {
      tell(controller.signal.aborted ? IDLE : { ...IDLE, error });
    }
    return undefined;
  }

  function cancel(): void {
    running.current?.abort();
    setState(IDLE);
  }

  return { ...state, run, cancel, reset: () => setState(IDLE) };
}
