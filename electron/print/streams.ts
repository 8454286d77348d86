/** Compressed streams of a paper; the caller may hand in its platform's compression, which is several times faster. */

import type { PDFContext, PDFRef } from 'pdf-lib';

/** Bytes in the zlib format. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

type Entries = NonNullable<Parameters<PDFContext['flateStream']>[1]>;

export type Compressed = (contents: Uint8Array | string, entries?: Entries) => PDFRef;

export function openCompressor(context: PDFContext, deflate: Deflate | undefined): Compressed {
  const encoder = new TextEncoder();
  return (contents, entries = {}) => {
    if (!deflate) return context.register(context.flateStream(contents, entries));
    const bytes = typeof contents === 'string' ? encoder.encode(contents) : contents;
    return context.register(context.stream(deflate(bytes), { ...entries, Filter: 'FlateDecode' }));
  };
}
