/** Long work in small pieces: others get their turn, progress is told, a cancelled paper stops at once. */

export type WorkOptions = {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Gives way to whatever else waits in this process; throws the signal's reason once it is aborted. */
export async function giveWay(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
  signal?.throwIfAborted();
}
