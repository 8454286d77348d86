/** Compression beside the drawing: on other threads, a few parts at a time, since each takes a quarter of a megabyte. */

import { deflate } from 'node:zlib';

export type Compress = (raw: Uint8Array, level?: number) => Promise<Uint8Array>;

const AT_A_TIME = 3;
const BEST = 9;
/** Most sheets are no longer; what a window of their size takes is a quarter of what the usual one does. */
const SHORT = 8192;
const FOR_SHORT = { windowBits: 13, memLevel: 6, chunkSize: 4096 };

export function openCompressor(): Compress {
  const waiting: (() => void)[] = [];
  let running = 0;

  function startNext(): void {
    if (running >= AT_A_TIME) return;
    const start = waiting.shift();
    if (!start) return;
    running += 1;
    start();
  }

  return (raw, level = BEST) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        deflate(raw, { level, ...(raw.length <= SHORT ? FOR_SHORT : {}) }, (error, compressed) => {
          running -= 1;
          startNext();
          if (error) reject(error);
          else resolve(compressed);
        });
      });
      startNext();
    });
}
