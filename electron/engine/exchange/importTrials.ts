/** Files opened for import: in memory only, for the seat that opened them; what is not taken in is kept nowhere. */

import { randomUUID } from 'node:crypto';
import type { Book } from '../../exchange/table.ts';
import type { Judgement } from './judging.ts';

export type Trial = {
  readonly token: string;
  readonly personId: string;
  readonly fileName: string;
  readonly book: Book;
  judgement: Judgement | undefined;
};

export type Trials = {
  /** A seat has one file open: another one takes its place. */
  readonly keep: (trial: Trial) => string;
  readonly find: (fileId: string, token: string, personId: string) => Trial | undefined;
  readonly drop: (fileId: string, token: string) => void;
};

/** Of all seats together; a large file takes a hundred megabytes. */
const KEPT = 3;

export function openTrials(): Trials {
  const trials = new Map<string, Trial>();
  const dropOf = (token: string): void => {
    for (const [fileId, trial] of trials) if (trial.token === token) trials.delete(fileId);
  };
  return {
    keep: (trial) => {
      dropOf(trial.token);
      const fileId = randomUUID();
      trials.set(fileId, trial);
      for (const oldest of trials.keys()) {
        if (trials.size <= KEPT) break;
        trials.delete(oldest);
      }
      return fileId;
    },
    find: (fileId, token, personId) => {
      const trial = trials.get(fileId);
      return trial?.token === token && trial.personId === personId ? trial : undefined;
    },
    drop: (fileId, token) => {
      if (trials.get(fileId)?.token === token) trials.delete(fileId);
    },
  };
}
