/** Reads a PDF by pdf.js in a worker of our own origin; nothing is fetched from elsewhere, fonts stand in the file. */

import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useState } from 'react';

export type OpenPdf = {
  readonly pdf: PDFDocumentProxy;
  /** Size of the first page in points; ledgers and forms have pages of one size. */
  readonly widthPt: number;
  readonly heightPt: number;
};

export function usePdf(file: File): { readonly open: OpenPdf | undefined; readonly error: unknown } {
  const [open, setOpen] = useState<OpenPdf>();
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isLeft = false;
    const port = new Worker(workerUrl, { type: 'module' });
    const worker = PDFWorker.create({ port });
    async function read(): Promise<void> {
      const data = new Uint8Array(await file.arrayBuffer());
      if (isLeft) return;
      const pdf = await getDocument({ data, worker, useWorkerFetch: false, useWasm: false }).promise;
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (!isLeft) setOpen({ pdf, widthPt: width, heightPt: height });
    }
    setOpen(undefined);
    setError(null);
    read().catch((failure: unknown) => {
      if (!isLeft) setError(failure);
    });
    return () => {
      isLeft = true;
      worker.destroy();
      port.terminate();
    };
  }, [file]);
  return { open, error };
}
