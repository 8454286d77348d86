/** Instants as the office reads them: Beijing time, to the minute. */

const BEIJING_MILLISECONDS = 8 * 3_600_000;

/** 2019-09-24 16:08 */
export function momentText(instant: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  return new Date(at + BEIJING_MILLISECONDS).toISOString().slice(0, 16).replace('T', ' ');
}
