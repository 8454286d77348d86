/** Columns whose values the driver gives and takes as they are: asking drizzle to map each of them costs more than it does. */

import type { Column } from 'drizzle-orm';

export function isPlain({ dataType }: Column): boolean {
  return dataType === 'string' || dataType === 'number';
}
