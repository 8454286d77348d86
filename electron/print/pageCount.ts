/** How many pages a paper has. */

/** Our own papers say it in plain text, which is found in a moment however long they are. */
export function pageCount(bytes: Uint8Array): number {
  const found = /\/Type\/Pages\/Count (\d+)/.exec(new TextDecoder('latin1').decode(bytes))?.[1];
  if (found === undefined) throw new RangeError('not a paper of this program');
  return Number(found);
}
