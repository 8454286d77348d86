/** How much time is left for the reply, or that no period runs. */

import type { RequestSummary } from '../../../electron/contract/requests.ts';
import { useText } from '../../text/index.ts';
import { requestText } from '../../text/request.ts';
import { DeadlineBadge } from '../DeadlineBadge.tsx';

export function RequestBadge({ summary }: { readonly summary: RequestSummary }) {
  const { t } = useText(requestText);
  const { deadlineState, workingDaysLeft, provisional, isPaused, closedOn } = summary;
  if (deadlineState === null) {
    return closedOn === null && summary.state !== 'voided' ? (
      <span className="badge open">{t('notRunning')}</span>
    ) : null;
  }
  const overdueWorkingDays = Math.max(0, -workingDaysLeft);
  return (
    <>
      <DeadlineBadge duty={{ state: deadlineState, workingDaysLeft, overdueWorkingDays, provisional }} />
      {isPaused && <span className="badge soon request-paused">{t('paused')}</span>}
    </>
  );
}
