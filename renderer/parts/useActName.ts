/** What was done, in words; an act repeated after a lost answer says so. */

import { hasWords } from '../../electron/domain/wording/say.ts';
import { documentText } from '../text/document.ts';
import { useText } from '../text/index.ts';
import { useTerms } from '../text/terms.ts';

export function useActName(): (act: string) => string {
  const { t } = useText(documentText);
  const terms = useTerms();
  return (act) => {
    const once = act.replace(/Again$/, '');
    const name = hasWords(`act.${once}`) ? terms(`act.${once}`) : once;
    return once === act ? name : t('historyRepeated', { act: name });
  };
}
