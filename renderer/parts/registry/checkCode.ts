/** The first sixteen digits of a hash, in fours, as the foot of a printed ledger shows them. */
export function checkCode(hash: string): string {
  return (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ');
}
