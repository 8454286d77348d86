/** The page's end of the worker that makes PNGs: one picture at a time. */

export type PngMaker = {
  readonly make: (picture: ImageBitmap) => Promise<Blob>;
  readonly close: () => void;
};

export function startPngMaker(): PngMaker {
  const worker = new Worker(new URL('./pngWorker.ts', import.meta.url), { type: 'module' });
  return {
    make: (picture) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Blob | string>) => {
          if (data instanceof Blob) resolve(data);
          else reject(new Error(data));
        };
        worker.onerror = () => reject(new Error('the worker that makes pictures does not run'));
        worker.postMessage(picture, [picture]);
      }),
    close: () => worker.terminate(),
  };
}
