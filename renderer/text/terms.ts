/** Terms of the field and refusals in the language of the screen; their sentences stand in `electron/domain/wording`. */

import { useCallback } from 'react';
import type { Broken } from '../../electron/domain/broken.ts';
import { say } from '../../electron/domain/wording/say.ts';
import { type TextParams, useLanguage } from './index.ts';

/** `const say = useTerms(); say('attribute.missing')` */
export function useTerms(): (code: string, params?: TextParams) => string {
  const language = useLanguage();
  return useCallback((code, params) => say(language, code, params), [language]);
}

/** The sentence of a broken rule. */
export function useBrokenText(): (broken: Broken) => string {
  const terms = useTerms();
  return useCallback(({ code, params }) => terms(code, params), [terms]);
}
