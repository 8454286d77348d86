/** Composed papers waiting to be fetched: the newest few, in memory only. */

import { randomUUID } from 'node:crypto';

export type Paper = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  readonly token: string;
};

export type Papers = {
  readonly keep: (paper: Paper) => string;
  /** Only the seat that composed a paper may fetch it. */
  readonly find: (paperId: string, token: string) => Paper | undefined;
};

const KEPT = 12;

export function openPapers(): Papers {
  const papers = new Map<string, Paper>();
  return {
    keep: (paper) => {
      const paperId = randomUUID();
      papers.set(paperId, paper);
      for (const oldest of papers.keys()) {
        if (papers.size <= KEPT) break;
        papers.delete(oldest);
      }
      return paperId;
    },
    find: (paperId, token) => {
      const paper = papers.get(paperId);
      return paper?.token === token ? paper : undefined;
    },
  };
}
