/** A duty of a document or a matter as one line: when it is due, how it stands, and why on that day. */

import type { ReactNode } from 'react';
import type { DutyRecord } from '../../../electron/contract/records.ts';
import { dutiesText } from '../../text/duties.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { DeadlineBadge } from '../DeadlineBadge.tsx';

type Props = {
  readonly duty: DutyRecord;
  readonly isExplained: boolean;
  /** Absent where the count is not shown. */
  readonly onExplain?: (() => void) | undefined;
  readonly children?: ReactNode;
};

export function DutyLine({ duty, isExplained, onExplain, children }: Props) {
  const { t } = useText(dutiesText);
  const terms = useTerms();
  return (
    <li>
      <span>{terms(`duty.${duty.rule}`)}</span>
      <b className="number">{duty.dueOn}</b>
      <DeadlineBadge duty={duty} />
      {duty.doneOn !== null && <span className="grey">{t('doneOn', { on: duty.doneOn })}</span>}
      {onExplain && (
        <button type="button" className="link-button line-end" aria-expanded={isExplained} onClick={onExplain}>
          {t('why')}
        </button>
      )}
      {children}
    </li>
  );
}
