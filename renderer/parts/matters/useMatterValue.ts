/** Values of a matter's fields in words: choices, channels, yes and no. */

import type { MatterValue } from '../../../electron/domain/matters/body.ts';
import type { MatterField } from '../../../electron/domain/matters/kind.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { useTerms } from '../../text/terms.ts';

/** Empty where nothing was said. */
export function useMatterValue(): (field: MatterField, value: MatterValue | undefined) => string {
  const { t } = useText(mattersText);
  const terms = useTerms();
  return ({ key, type }, value) => {
    if (value === null || value === undefined || value === '') return '';
    if (Array.isArray(value)) return value.map((channel) => terms(`channel.${channel}`)).join(t('listJoin'));
    if (type === 'yesNo') return t(value === true ? 'yes' : 'no');
    return type === 'choice' ? terms(`${key}.${value}`) : String(value);
  };
}
