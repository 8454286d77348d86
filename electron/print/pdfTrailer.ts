/** What has to be known of a finished paper of ours to lay an update upon it. */

export type ReadTrailer = {
  /** One more than the highest object number. */
  readonly size: number;
  readonly root: number;
  readonly info: number;
  /** First half of the identifier: stays through all updates. */
  readonly id: string;
  readonly startXref: number;
};

const TRAILER = /\/Size (\d+)\/Root (\d+) 0 R\/Info (\d+) 0 R\/ID\[<([0-9a-f]{32})>/;
const LONGEST_TRAILER = 600;

/** Throws a `RangeError` for a file that was not written by this program. */
export function readTrailer(bytes: Uint8Array): ReadTrailer {
  const decoder = new TextDecoder('latin1');
  const startXref = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(decoder.decode(bytes.slice(-60)))?.[1] ?? Number.NaN);
  const found = TRAILER.exec(decoder.decode(bytes.slice(startXref, startXref + LONGEST_TRAILER)));
  if (!found) throw new RangeError('not a paper of this program');
  const [, size, root, info, id = ''] = found;
  return { size: Number(size), root: Number(root), info: Number(info), id, startXref };
}
