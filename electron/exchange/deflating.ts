/** Compresses text piece by piece, on another thread, so that of a long part only its compressed bytes are ever held. */

import { Buffer } from 'node:buffer';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { ZippedFile } from './zip.ts';

export type Deflating = {
  readonly write: (text: string) => Promise<void>;
  readonly end: (name: string) => Promise<ZippedFile>;
};

export function deflating(): Deflating {
  const stream = createDeflateRaw();
  const pieces: Uint8Array[] = [];
  let [crc, size] = [0, 0];
  stream.on('data', (piece: Uint8Array) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => {
    stream.on('end', resolve);
    stream.on('error', reject);
  });
  return {
    write: async (text) => {
      const bytes = Buffer.from(text);
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (!stream.write(bytes)) await new Promise((resolve) => stream.once('drain', resolve));
    },
    end: async (name) => {
      stream.end();
      await ended;
      return { name, content: Buffer.concat(pieces), deflated: { crc32: crc, size } };
    },
  };
}

export async function deflated(name: string, text: string): Promise<ZippedFile> {
  const part = deflating();
  await part.write(text);
  return await part.end(name);
}
