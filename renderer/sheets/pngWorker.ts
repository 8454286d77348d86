/** Makes PNGs aside from the page, at once: the page itself makes them in its idle moments, and one that is hidden waits seconds for these. */

addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) => {
  pngOf(data).then(postMessage, (problem: unknown) => postMessage(String(problem)));
});

function pngOf(picture: ImageBitmap): Promise<Blob> {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
  return canvas.convertToBlob({ type: 'image/png' });
}
