/** Compressed streams of a paper; the caller may hand in its platform's compression, which may run beside the drawing. */

import type { PDFContext, PDFRef } from 'pdf-lib';

/** Bytes in the zlib format. */
export type Deflate = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

type Entries = NonNullable<Parameters<PDFContext['flateStream']>[1]>;

export type Compressed = (contents: Uint8Array | string, entries?: Entries) => PDFRef;

export type Compressor = {
  readonly compressed: Compressed;
  /** Ends when every stream is in the paper. */
  readonly settle: () => Promise<void>;
};

export function openCompressor(context: PDFContext, deflate: Deflate | undefined): Compressor {
  const encoder = new TextEncoder();
  let pending: Promise<void>[] = [];

  async function assign(ref: PDFRef, bytes: Uint8Array, entries: Entries, using: Deflate): Promise<void> {
    context.assign(ref, context.stream(await using(bytes), { ...entries, Filter: 'FlateDecode' }));
  }

  function compressed(contents: Uint8Array | string, entries: Entries = {}): PDFRef {
    if (!deflate) return context.register(context.flateStream(contents, entries));
    const ref = context.nextRef();
    const bytes = typeof contents === 'string' ? encoder.encode(contents) : contents;
    const task = assign(ref, bytes, entries, deflate);
    // A failure is told by `settle`; a cancelled paper never asks.
    task.catch(() => undefined);
    pending.push(task);
    return ref;
  }

  async function settle(): Promise<void> {
    const all = pending;
    pending = [];
    await Promise.all(all);
  }

  return { compressed, settle };
}
