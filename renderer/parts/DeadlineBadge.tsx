/** How much time is left, in words and colour: late, today, soon, open, done. */

import type { DutyRecord } from '../../electron/contract/records.ts';
import { boardText } from '../text/board.ts';
import { type Say, useText } from '../text/index.ts';
import './DeadlineBadge.css';

type Shown = Pick<DutyRecord, 'state' | 'workingDaysLeft' | 'overdueWorkingDays' | 'provisional'>;

export function DeadlineBadge({ duty }: { readonly duty: Shown }) {
  const { t } = useText(boardText);
  return (
    <span className={`badge ${duty.state}`}>
      {words(duty, t)}
      {duty.provisional && <em> {t('provisional')}</em>}
    </span>
  );
}

function words({ state, workingDaysLeft, overdueWorkingDays }: Shown, t: Say<keyof typeof boardText.zh>): string {
  switch (state) {
    case 'overdue':
      return overdueWorkingDays === 0 ? t('overdueToday') : t('overdueBy', { count: overdueWorkingDays });
    case 'today':
      return t('dueToday');
    case 'met':
      return t('met');
    case 'metLate':
      return t('metLate', { count: overdueWorkingDays });
    default:
      return t('daysLeft', { count: workingDaysLeft });
  }
}
