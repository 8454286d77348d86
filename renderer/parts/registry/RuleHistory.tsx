/** All wordings that a rule ever had: who entered each, when and why. */

import { Button } from 'antd';
import type { DutyRuleRecord } from '../../../electron/contract/rules.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { sayRule } from '../../../electron/domain/wording/say.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { rulesText } from '../../text/rules.ts';
import { useTerms } from '../../text/terms.ts';
import { Dialog } from '../Dialog.tsx';
import { RuleDates, RulePeriod } from './RuleParts.tsx';

type Props = { readonly rows: readonly DutyRuleRecord[]; readonly onDone: () => void };

export function RuleHistory({ rows, onDone }: Props) {
  const { t, language } = useText(rulesText);
  const { today } = useSeat().state;
  const terms = useTerms();
  const name = terms(`duty.${rows[0]?.rule ?? ''}`);
  return (
    <Dialog title={t('historyTitle', { name })} width={760} onClose={onDone}>
      <ol className="rule-history">
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              <b>
                <RulePeriod rule={row} />
              </b>{' '}
              · <RuleDates rule={row} />{' '}
              <span className={placeOf(row, today) === 'inForce' ? 'badge met' : 'badge open'}>
                {t(placeOf(row, today))}
              </span>
            </div>
            <div>{sayRule(language, 'dutyArticle', row.article)}</div>
            <div className="grey">
              {row.enteredOn === null ? t('builtIn') : t('entered', { by: row.enteredBy, on: row.enteredOn })}
              {row.reason !== '' && <> · {t('reasonLine', { reason: row.reason })}</>}
            </div>
          </li>
        ))}
      </ol>
      <div className="actions dialog-actions">
        <Button type="primary" autoFocus onClick={onDone}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  );
}

/** A wording that was never corrected may still be over, or not have begun. */
function placeOf({ isCurrent, effectiveFrom, effectiveTo }: DutyRuleRecord, today: Day) {
  if (!isCurrent) return 'corrected';
  if (today < effectiveFrom) return 'toCome';
  return effectiveTo !== null && effectiveTo < today ? 'past' : 'inForce';
}
