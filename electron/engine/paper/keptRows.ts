/** Rows of printed ledgers and registers as they are kept: deflated, slice by slice, under one hash. */

import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import type { KeptRow } from '../../domain/ledgerPaper.ts';

export type KeptRows = {
  readonly count: number;
  /** SHA-256 over all rows, hexadecimal. */
  readonly hash: string;
  readonly slices: readonly Uint8Array[];
};

type Keeper = { readonly add: (rows: readonly KeptRow<object>[]) => void; readonly kept: () => KeptRows };

export function openKeeper(): Keeper {
  const hash = createHash('sha256');
  const slices: Uint8Array[] = [];
  let count = 0;
  return {
    add: (rows) => {
      if (rows.length === 0) return;
      const text = JSON.stringify(rows);
      hash.update(text);
      slices.push(deflateSync(text));
      count += rows.length;
    },
    kept: () => ({ count, hash: hash.copy().digest('hex'), slices }),
  };
}

/** The slice as the rows that it was. */
export function openSlice<Row>(slice: Uint8Array): readonly KeptRow<Row>[] {
  return JSON.parse(new TextDecoder().decode(inflateSync(slice))) as readonly KeptRow<Row>[];
}

/** The hash again, from what is kept. */
export function hashOfSlices(slices: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const slice of slices) hash.update(inflateSync(slice));
  return hash.digest('hex');
}
