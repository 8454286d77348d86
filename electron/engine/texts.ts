/** Free texts beside the register form: none may carry the mark of a state secret. 保密法第三十一条. */

import type { Broken } from '../domain/broken.ts';
import { secretMark } from '../domain/secret.ts';

export function brokenOnTexts(texts: Readonly<Record<string, string>>): readonly Broken[] {
  return Object.entries(texts)
    .filter(([, text]) => secretMark(text) !== undefined)
    .map(([field]) => ({ code: 'secret.marked', field }));
}
