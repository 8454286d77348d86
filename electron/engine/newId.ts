/** UUIDv7 (RFC 9562): ids that sort by the time they were made. */

import { randomFillSync } from 'node:crypto';

const ID_BYTES = 16;
/** Drawn for many ids at once, because each draw costs as much as all else that makes an id. */
const pool = Buffer.alloc(ID_BYTES * 256);
let at = pool.length;

export function newId(now: number = Date.now()): string {
  if (at === pool.length) {
    randomFillSync(pool);
    at = 0;
  }
  const bytes = pool.subarray(at, at + ID_BYTES);
  at += ID_BYTES;
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join('-');
}
