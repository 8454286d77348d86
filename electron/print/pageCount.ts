/** How many pages a finished paper of ours has. */

/** Throws a `RangeError` for a file that was not written by this program. */
export function pageCount(bytes: Uint8Array): number {
  const found = /\/Type\/Pages\/Count (\d+)/.exec(new TextDecoder('latin1').decode(bytes))?.[1];
  if (found === undefined) throw new RangeError('not a paper of this program');
  return Number(found);
}
