/** Period and dates of a rule in words. */

import type { DutyRuleRecord } from '../../../electron/contract/rules.ts';
import { useText } from '../../text/index.ts';
import { rulesText } from '../../text/rules.ts';

type Props = { readonly rule: DutyRuleRecord };

export function RulePeriod({ rule: { unit, period, days } }: Props) {
  const { t } = useText(rulesText);
  return (
    <>
      {t(unit, { count: period })}
      {typeof days === 'string' && <span className="grey"> {t('bySetting')}</span>}
    </>
  );
}

export function RuleDates({ rule: { effectiveFrom: from, effectiveTo: to, isEnabled } }: Props) {
  const { t } = useText(rulesText);
  return (
    <>
      {to === null ? t('from', { from }) : t('fromTo', { from, to })}
      {!isEnabled && <span className="badge overdue">{t('disabled')}</span>}
    </>
  );
}
