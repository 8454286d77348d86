/** What an entry of a zip file really unpacks to: its bytes as they come, its length and its checksum. */

const STORED = 0;
const DEFLATED = 8;
const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

export type Packed = { readonly bytes: Uint8Array<ArrayBuffer>; readonly method: number };
export type Weight = { readonly length: number; readonly crc: number };

/** How much comes out and its checksum, read no further than past `ceiling`; `null` when the data is broken. */
export async function weighed(packed: Packed, ceiling: number): Promise<Weight | null> {
  let length = 0;
  let crc = -1;
  try {
    for await (const piece of unpacked(packed)) {
      length += piece.length;
      crc = crcOf(piece, crc);
      if (length > ceiling) break;
    }
  } catch {
    return null;
  }
  return { length, crc: ~crc >>> 0 };
}

/** The bytes in pieces; throws where they are broken or packed in a way of their own. */
export async function* unpacked({ bytes, method }: Packed): AsyncGenerator<Uint8Array> {
  if (method === STORED) {
    yield bytes;
    return;
  }
  if (method !== DEFLATED) throw new Error('An unknown way of packing');
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** CRC-32 of zip files, continued from piece to piece. */
function crcOf(bytes: Uint8Array, start: number): number {
  let crc = start;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return crc;
}
