/** Compression: short parts at once, since to hand one to another thread takes as long as its work; long ones beside the drawing. */

import { deflate, deflateSync } from 'node:zlib';

/** More effort takes up to four times as long and gains nothing on sheets, a tenth on what is said of their structure. */
const ENOUGH = 7;
/** Most sheets are no longer; what a window of their size takes is a quarter of what the usual one does. */
const SHORT = 8192;
const FOR_SHORT = { level: ENOUGH, windowBits: 13, memLevel: 6, chunkSize: 4096 };

export async function compress(raw: Uint8Array): Promise<Uint8Array> {
  if (raw.length <= SHORT) return deflateSync(raw, FOR_SHORT);
  return new Promise((resolve, reject) => {
    deflate(raw, { level: ENOUGH }, (error, compressed) => {
      if (error) reject(error);
      else resolve(compressed);
    });
  });
}
