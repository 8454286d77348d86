/** One page of a PDF on a canvas, drawn as fine as the screen is. */

import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef } from 'react';
import { useText } from '../../text/index.ts';
import { printText } from '../../text/print.ts';

/** Canvases above this are refused or blurred by the browser. */
const MOST_PIXELS = 24_000_000;

type Props = {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  /** Screen pixels for one point. */
  readonly scale: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export function PdfPage({ pdf, number, scale, top, width, height }: Props) {
  const { t } = useText(printText);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let task: { cancel: () => void } | undefined;
    let isLeft = false;
    async function draw(): Promise<void> {
      const page = await pdf.getPage(number);
      const target = canvas.current;
      if (isLeft || target === null) return;
      const fineness = Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (width * height)));
      const viewport = page.getViewport({ scale: scale * fineness });
      target.width = Math.round(viewport.width);
      target.height = Math.round(viewport.height);
      const drawing = page.render({ canvas: target, viewport });
      task = drawing;
      await drawing.promise;
      target.dataset.drawn = String(number);
    }
    draw().catch(() => undefined);
    return () => {
      isLeft = true;
      task?.cancel();
    };
  }, [pdf, number, scale, width, height]);
  return (
    <canvas
      ref={canvas}
      className="pdf-page"
      role="img"
      aria-label={t('pageOf', { page: number, pages: pdf.numPages })}
      style={{ top, width, height, marginLeft: -width / 2 }}
    />
  );
}
