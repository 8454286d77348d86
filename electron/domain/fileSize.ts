/** The refusal of a file that is larger than may be handed in. */

import { type Broken, broken } from './broken.ts';

export function brokenByFileSize(field: string, mostBytes: number): Broken {
  return broken('file.tooLarge', field, { megabytes: Math.floor(mostBytes / 1024 / 1024) });
}
